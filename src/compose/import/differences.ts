import type { Disclosure, DisclosureTable, TableRow } from '../../model/disclosure.ts';
import { fold, withoutNumbering } from '../../model/fold.ts';

/** A cell that the composed tables print otherwise than the original. */
export interface CellDifference {
  readonly table: number;
  readonly title: string;
  readonly row: string;
  readonly column: string;
  readonly printed: string;
  readonly composed: string;
}

/** The cells of the original tables that a composed disclosure does not give again. */
export function cellDifferences(original: Disclosure, composed: Disclosure): readonly CellDifference[] {
  return original.tables.flatMap((table) => {
    const other = composed.tables.find(({ key }) => key === table.key);
    return other === undefined ? [] : tableDifferences(table, other);
  });
}

function tableDifferences(table: DisclosureTable, other: DisclosureTable): readonly CellDifference[] {
  const rows = rowsByKey(other);
  const missing = [...rowsByKey(table)].flatMap(([key, row]) =>
    rowDifferences(table, row, rows.get(key), new Set(other.columns.map((column) => column.key))),
  );
  const known = new Set(rowsByKey(table).keys());
  const added = [...rows].flatMap(([key, row]) =>
    known.has(key) || row.level === 0
      ? []
      : Object.entries(row.cells).flatMap(([column, { text, fen }]) =>
          (fen ?? 0) === 0 ? [] : [difference(table, row, column, '', text)],
        ),
  );
  return [...missing, ...added];
}

/** Rows by side, code or name, and how often it stood before. */
function rowsByKey({ rows }: DisclosureTable): ReadonlyMap<string, TableRow> {
  const seen = new Map<string, number>();
  return new Map(
    rows.map((row) => {
      const base = `${row.side ?? ''} ${row.code ?? withoutNumbering(fold(row.name))}`;
      const count = (seen.get(base) ?? 0) + 1;
      seen.set(base, count);
      return [`${base}#${count}`, row] as const;
    }),
  );
}

function rowDifferences(
  table: DisclosureTable,
  row: TableRow,
  other: TableRow | undefined,
  columns: ReadonlySet<string>,
): readonly CellDifference[] {
  const renamed =
    other !== undefined && withoutNumbering(fold(row.name)) !== withoutNumbering(fold(other.name))
      ? [difference(table, row, 'name', row.name, other.name)]
      : [];
  const cells = Object.entries(row.cells).flatMap(([column, cell]) => {
    const composed = other?.cells[column];
    if (isSame(cell, composed) || (!columns.has(column) && (cell.fen ?? 0) === 0)) return [];
    return [difference(table, row, column, cell.text, composed?.text ?? '')];
  });
  return [...renamed, ...cells];
}

function isSame(
  cell: { readonly text: string; readonly fen: number | null },
  other: { readonly text: string; readonly fen: number | null } | undefined,
): boolean {
  if (cell.fen !== null || (other?.fen ?? null) !== null) return (cell.fen ?? 0) === (other?.fen ?? 0);
  return fold(cell.text) === fold(other?.text ?? '');
}

function difference(
  { number, title }: DisclosureTable,
  row: TableRow,
  column: string,
  printed: string,
  composed: string,
): CellDifference {
  const name = row.code === null ? row.name : `${row.code} ${row.name}`;
  return { table: number, title, row: name, column, printed, composed };
}
