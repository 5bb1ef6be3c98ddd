import {
  columnTitle,
  isAmount,
  plainAmount,
  type DataColumn,
  type Dataset,
  type DataCell,
} from './dataset.ts';
import type { MoneyUnit } from '../../../model/money.ts';

/** The data set as CSV (RFC 4180) with a byte order mark, which office programs need to see UTF-8. */
export function csvOf(data: Dataset): string {
  const head = data.columns.map((column) => columnTitle(column, data.unit));
  return `\ufeff${plainLines(head, data)}`;
}

/** The lines of a CSV below the given heads. */
export function plainLines(head: readonly string[], { columns, rows, unit }: Dataset): string {
  const lines = rows.map(({ cells }) =>
    columns.map((column) => plain(cells[column.key] ?? null, column, unit)),
  );
  return `${[head, ...lines].map((line) => line.map(csvField).join(',')).join('\r\n')}\r\n`;
}

function plain(cell: DataCell, column: DataColumn, unit: MoneyUnit): string {
  if (cell === null) return '';
  return isAmount(cell) ? plainAmount(cell, unit) : String(forMachines(cell, column));
}

/** Without what is for the eye: the real minus, the plus and the arrows. */
function forMachines(cell: string | number, { kind, brief }: DataColumn): string | number {
  if (typeof cell === 'number') return cell;
  if (kind === 'percent') return cell.replace(/^\u2212/, '-').replace(/^\+/, '');
  return brief === true ? cell.replace(/^[▲▼] /, '') : cell;
}

/** A field that a spreadsheet would run as a formula begins with an apostrophe; numbers stay numbers. */
function csvField(text: string): string {
  const safe = /^[=+@\t\r]|^-(?![\d.])/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** The data set as plain data: amounts with their text as printed and in 分. */
export function datasetJson({ id, title, unit, note, whole, columns, rows }: Dataset): object {
  return {
    id,
    title,
    unit,
    note: note ?? null,
    total: whole?.rows ?? rows.length,
    next: whole?.next ?? null,
    columns: columns.map(({ key, title: name, kind }) => ({ key, title: name, kind })),
    rows: rows.map(({ cells }) =>
      Object.fromEntries(
        columns.map((column) => [column.key, jsonCell(cells[column.key] ?? null, column, unit)]),
      ),
    ),
  };
}

function jsonCell(cell: DataCell, column: DataColumn, unit: MoneyUnit): string | number | object | null {
  if (isAmount(cell)) return { text: cell.text ?? plainAmount(cell, unit), fen: cell.fen };
  return cell === null ? null : forMachines(cell, column);
}
