import type { Disclosure, DisclosureTable, TableColumn, TableRow } from '../model/disclosure.ts';
import type { TableForm, TableLayout } from '../model/form.ts';
import { headRows, oneLine, tabbed } from './textGrid.ts';

/** A table of a disclosure with its captions and note, tab separated. */
export function tableText(
  table: DisclosureTable,
  form: TableForm | null,
  { department }: Disclosure,
): string {
  const captions = [
    table.label,
    table.title,
    department.name === null ? null : `部门名称：${department.name}`,
  ];
  const unit = table.unit === null ? null : `单位：${table.unit}`;
  const grid = tabbed(gridOf(table, form));
  return [...captions, unit, grid, table.note]
    .filter((part) => part !== null && part !== '')
    .map((part) => (part === grid ? part : oneLine(part ?? '')))
    .join('\n\n');
}

interface Block {
  readonly labels: readonly (readonly string[])[];
  readonly columns: readonly TableColumn[];
  readonly rows: readonly TableRow[];
}

function gridOf(table: DisclosureTable, form: TableForm | null): readonly (readonly string[])[] {
  const blocks = blocksOf(table, form);
  const paths = blocks.flatMap(({ labels, columns }) => [...labels, ...columns.map(({ title }) => title)]);
  const numbers = form?.layout?.columnNumbers === true ? [paths.map((_, i) => String(i + 1))] : [];
  const rows = aligned(blocks).map((pair) => pair.flatMap((row, i) => cellsOf(row, blocks[i])));
  return [...headRows(paths), ...numbers, ...rows];
}

function blocksOf(table: DisclosureTable, form: TableForm | null): readonly Block[] {
  const { columns, rows } = table;
  const layout = form?.layout;
  const labels = layout?.labels ?? defaultLabels(rows);
  const left = form?.columns.filter(({ side }) => side === 'revenue').length ?? 0;
  if (left === 0) return [{ labels, columns, rows }];
  const split = (part: readonly TableColumn[], side: TableRow['side'], heads: Block['labels']): Block =>
    withSide({ labels: heads, columns: part, rows: rows.filter((row) => row.side === side) }, side, layout);
  return [
    split(columns.slice(0, left), 'revenue', labels),
    split(columns.slice(left), 'expenditure', layout?.rightLabels ?? labels),
  ];
}

function defaultLabels(rows: readonly TableRow[]): readonly (readonly string[])[] {
  return rows.some(({ code }) => code !== null) ? [['科目编码'], ['科目名称']] : [['项目']];
}

/** The side's own head above all its columns, where the form has one. */
function withSide(block: Block, side: TableRow['side'], layout: TableLayout | undefined): Block {
  const head = side === 'revenue' ? layout?.sides?.[0] : layout?.sides?.[1];
  if (head === undefined) return block;
  return {
    ...block,
    labels: block.labels.map((path) => [head, ...path]),
    columns: block.columns.map((column) => ({ ...column, title: [head, ...column.title] })),
  };
}

/** Rows of the sides beside each other: the first totals on one line, and the grand totals on the last. */
function aligned(blocks: readonly Block[]): readonly (readonly (TableRow | null)[])[] {
  const parts = blocks.map(({ rows }) => partsOf(rows));
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

function cellsOf(row: TableRow | null, block: Block | undefined): readonly string[] {
  if (block === undefined) return [];
  const { labels, columns } = block;
  if (row === null) return [...labels, ...columns].map(() => '');
  return [...labelsOf(row, labels.length), ...columns.map(({ key }) => row.cells[key]?.text ?? '')];
}

/** Code and name; a total has its words where the codes stand. */
function labelsOf({ code, name }: TableRow, count: number): readonly string[] {
  if (count === 0) return [];
  if (count === 1) return [name];
  return code === null ? [name, ''] : [code, name];
}
