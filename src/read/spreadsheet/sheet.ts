/** Positions count from 0 and both ends belong to the range. */
export interface SheetRange {
  readonly top: number;
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
}

/**
 * A sheet as its program shows it, whatever the file format: only the cells that hold text, so that a
 * sheet of a million rows with three cells is small.
 */
export interface Sheet {
  /** The name on the tab; undefined for formats without tabs. */
  readonly name?: string;
  /** Row → column → shown text, trimmed and never empty. */
  readonly rows: ReadonlyMap<number, ReadonlyMap<number, string>>;
  readonly merges: readonly SheetRange[];
  readonly hiddenRows: ReadonlySet<number>;
  /** First and last column of each hidden stretch. */
  readonly hiddenColumns: readonly (readonly [first: number, last: number])[];
  /** Rows with lines at the sides of cells; undefined or empty when the format or the sheet has none. */
  readonly ruledRows?: ReadonlySet<number>;
}

/** "B12" for row 11, column 1. */
export function cellName(row: number, column: number): string {
  return `${columnName(column)}${row + 1}`;
}

/** "A" for 0, "AA" for 26. */
export function columnName(column: number): string {
  let name = '';
  for (let rest = column + 1; rest > 0; rest = Math.floor((rest - 1) / 26)) {
    name = String.fromCharCode(65 + ((rest - 1) % 26)) + name;
  }
  return name;
}

/** Row and column of "B12" or "$B$12"; undefined when it names no cell of a sheet. */
export function cellPosition(name: string): { row: number; column: number } | undefined {
  const match = /^\$?([A-Za-z]{1,3})\$?(\d{1,7})$/.exec(name);
  if (match === null) return undefined;
  let column = 0;
  for (const letter of (match[1] ?? '').toUpperCase()) column = column * 26 + letter.charCodeAt(0) - 64;
  const row = Number(match[2]);
  return row < 1 || row > 1_048_576 || column > 16_384 ? undefined : { row: row - 1, column: column - 1 };
}

/** The range of "A1:B12" or of a single cell. */
export function rangePosition(name: string): SheetRange | undefined {
  const [first, last] = name.split(':');
  const from = cellPosition(first ?? '');
  const to = last === undefined ? from : cellPosition(last);
  if (from === undefined || to === undefined) return undefined;
  return {
    top: Math.min(from.row, to.row),
    left: Math.min(from.column, to.column),
    bottom: Math.max(from.row, to.row),
    right: Math.max(from.column, to.column),
  };
}

/** Text of a cell: unified line breaks, no blanks at its ends or around its breaks. */
export function cleanText(text: string): string {
  if (!/[\s\u200b\ufeff]/.test(text)) return text;
  return text
    .replace(/\r\n?/g, '\n')
    .replace(/[\u200b\ufeff]/g, '')
    .replace(/[^\S\n]*\n[^\S\n]*/g, '\n')
    .trim();
}

/** True when the column is in a hidden stretch. */
export function isHiddenColumn(sheet: Sheet, column: number): boolean {
  return sheet.hiddenColumns.some(([first, last]) => column >= first && column <= last);
}
