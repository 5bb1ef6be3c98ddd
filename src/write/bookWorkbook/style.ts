import type ExcelJS from 'exceljs';
import type { CellKind } from '../../model/bookSheets/cellKind.ts';
import type { Showing } from './values.ts';

const line = { style: 'thin', color: { argb: 'FFD0D5DB' } } as const;
export const border = { top: line, left: line, bottom: line, right: line };

const solid = (argb: string): ExcelJS.FillPattern => ({
  type: 'pattern',
  pattern: 'solid',
  fgColor: { argb },
});
/** Heads, computed cells, and cells that must be filled in still. */
export const headFill = solid('FFE4EAF2');
export const computedFill = solid('FFF4F5F7');
const font = { name: '宋体', size: 11 };
export const accent = 'FF1F4E79';

/** A conditional fill: programs take its background colour. */
export const missingStyle = {
  fill: { type: 'pattern', pattern: 'solid', bgColor: { argb: 'FFFFE9A8' } },
} as const;

const formats: Readonly<Record<string, string>> = { 万元: '#,##0.00####', 元: '#,##0.00' };

export function amountFormat({ unit }: Pick<Showing, 'unit'>): string {
  return formats[unit] ?? '0.00';
}

/** An unlocked cell for input. */
export function inputStyle(cell: CellKind, showing: Showing): Partial<ExcelJS.Style> {
  const horizontal = cell.kind === 'amount' || cell.kind === 'count' ? 'right' : 'left';
  return {
    font,
    border,
    numFmt: formatFor(cell, showing),
    alignment: { vertical: cell.kind === 'long' ? 'top' : 'middle', horizontal, wrapText: true },
    protection: { locked: false },
  };
}

function formatFor(cell: CellKind, showing: Showing): string {
  if (cell.kind === 'amount') return amountFormat(showing);
  if (cell.kind === 'date') return 'yyyy-mm-dd';
  return cell.kind === 'count' ? '0' : '@';
}

/** A locked cell with a result. */
export function computedStyle(numFmt: string): Partial<ExcelJS.Style> {
  return {
    font: { ...font, color: { argb: 'FF555B63' } },
    border,
    fill: computedFill,
    numFmt,
    alignment: { vertical: 'middle', horizontal: numFmt === '@' ? 'left' : 'right', wrapText: true },
  };
}

export const headStyle: Partial<ExcelJS.Style> = {
  font: { ...font, bold: true },
  border,
  fill: headFill,
  alignment: { horizontal: 'center', vertical: 'middle', wrapText: true },
};

export const titleStyle: Partial<ExcelJS.Style> = {
  font: { name: '宋体', size: 16, bold: true, color: { argb: accent } },
  alignment: { vertical: 'middle' },
};

export const hintStyle: Partial<ExcelJS.Style> = {
  font: { ...font, color: { argb: 'FF555B63' } },
  alignment: { vertical: 'top' },
};
