import type { DisclosureTable, TableColumn, TableRow } from '../../model/disclosure.ts';
import type { TableForm, TableLayout } from '../../model/form.ts';

/** One side of a table: the heads above its labels, its columns and its rows. */
export interface TableSide {
  readonly labels: readonly (readonly string[])[];
  readonly columns: readonly TableColumn[];
  readonly rows: readonly TableRow[];
}

/** The sides of a table that stand beside each other; most tables have one. */
export function sidesOf(table: DisclosureTable, form: TableForm | null): readonly TableSide[] {
  const { rows } = table;
  const layout = form?.layout;
  const labels = layout?.labels ?? defaultLabels(rows);
  const left = leftColumns(table);
  if (left === 0) return [{ labels, columns: eachOnce(table.columns), rows }];
  const { columns } = table;
  const split = (
    part: readonly TableColumn[],
    side: TableRow['side'],
    heads: TableSide['labels'],
  ): TableSide =>
    withSide(
      { labels: heads, columns: eachOnce(part), rows: rows.filter((row) => row.side === side) },
      side,
      layout,
    );
  return [
    split(columns.slice(0, left), 'revenue', labels),
    split(columns.slice(left), 'expenditure', layout?.rightLabels ?? labels),
  ];
}

/** A table printed in strips beside each other repeats its columns; its rows stand below each other here. */
function eachOnce(columns: readonly TableColumn[]): readonly TableColumn[] {
  return columns.filter(({ key }, i) => columns.findIndex((column) => column.key === key) === i);
}

/** How many columns the left side has; 0 where the table is not printed in two sides. */
function leftColumns({ rows }: DisclosureTable): number {
  const left = rows.filter(({ side }) => side === 'revenue');
  if (left.length === 0 || left.length === rows.length) return 0;
  return new Set(left.flatMap(({ cells }) => Object.keys(cells))).size;
}

function defaultLabels(rows: readonly TableRow[]): readonly (readonly string[])[] {
  return rows.some(({ code }) => code !== null) ? [['科目编码'], ['科目名称']] : [['项目']];
}

/** The side's own head above all its columns, where the form has one. */
function withSide(side: TableSide, which: TableRow['side'], layout: TableLayout | undefined): TableSide {
  const head = which === 'revenue' ? layout?.sides?.[0] : layout?.sides?.[1];
  if (head === undefined) return side;
  return {
    ...side,
    labels: side.labels.map((path) => [head, ...path]),
    columns: side.columns.map((column) => ({ ...column, title: [head, ...column.title] })),
  };
}

/** Rows of the sides beside each other: the first totals on one line, and the grand totals on the last. */
export function alignedRows(sides: readonly TableSide[]): readonly (readonly (TableRow | null)[])[] {
  const parts = sides.map(({ rows }) => partsOf(rows));
  return [0, 1, 2].flatMap((n) => {
    const height = Math.max(...parts.map((part) => part[n]?.length ?? 0));
    return Array.from({ length: height }, (_, i) => parts.map((part) => part[n]?.[i] ?? null));
  });
}

function partsOf(rows: readonly TableRow[]): readonly (readonly TableRow[])[] {
  const first = rows.findIndex(({ level }) => level === 0);
  const last = rows.findLastIndex(({ level }) => level === 0);
  if (first <= 0 || first === last) {
    const end = last === rows.length - 1 && last > 0 ? last : rows.length;
    return [rows.slice(0, end), [], rows.slice(end)];
  }
  return [rows.slice(0, first), rows.slice(first, last), rows.slice(last)];
}
