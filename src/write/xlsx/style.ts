import type ExcelJS from 'exceljs';
import type { LayoutCell } from '../layout/block.ts';

const thin = { style: 'thin', color: { argb: 'FF7F7F7F' } } as const;
const border = { top: thin, left: thin, bottom: thin, right: thin };

/** Programs take a font of their own where one is missing. */
const song = '宋体';
const hei = '黑体';

export const titleFont = { name: song, size: 16, bold: true } as const;
export const captionFont = { name: song, size: 10 } as const;
export const bodyFont = { name: song, size: 11 } as const;
export const headingFont = { name: hei, size: 12 } as const;
export const linkFont = { name: song, size: 11, color: { argb: 'FF1F4E8C' }, underline: true } as const;

/** Sizes of a table's type and of one line of it, in points. */
export const cellSize = 10;
export const cellLine = 13.5;

/** A cell of a grid by what it is: heads and labels of sheets tinted, totals bold. */
export function cellStyle(
  { kind, align, indent }: LayoutCell,
  look: { readonly total: boolean; readonly tinted: boolean },
): Partial<ExcelJS.Style> {
  const isHead = kind === 'head';
  const fill = isHead || (look.tinted && kind === 'label');
  return {
    border,
    font: { name: isHead ? hei : song, size: cellSize, bold: look.total },
    alignment: {
      horizontal: isHead ? 'center' : align,
      vertical: 'middle',
      wrapText: kind !== 'amount',
      ...(indent > 0 ? { indent } : {}),
    },
    ...(fill ? { fill: { type: 'pattern', pattern: 'solid', fgColor: { argb: 'FFF2F2F0' } } as const } : {}),
  };
}
