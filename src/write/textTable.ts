import type { Disclosure, DisclosureTable, TableRow } from '../model/disclosure.ts';
import type { TableForm } from '../model/form.ts';
import { alignedRows, sidesOf, type TableSide } from './layout/tableSides.ts';
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

function gridOf(table: DisclosureTable, form: TableForm | null): readonly (readonly string[])[] {
  const sides = sidesOf(table, form);
  const paths = sides.flatMap(({ labels, columns }) => [...labels, ...columns.map(({ title }) => title)]);
  const numbers = form?.layout?.columnNumbers === true ? [paths.map((_, i) => String(i + 1))] : [];
  const rows = alignedRows(sides).map((pair) => pair.flatMap((row, i) => cellsOf(row, sides[i])));
  return [...headRows(paths), ...numbers, ...rows];
}

function cellsOf(row: TableRow | null, side: TableSide | undefined): readonly string[] {
  if (side === undefined) return [];
  const { labels, columns } = side;
  if (row === null) return [...labels, ...columns].map(() => '');
  return [...labelsOf(row, labels.length), ...columns.map(({ key }) => row.cells[key]?.text ?? '')];
}

/** Code and name; a total has its words where the codes stand. */
function labelsOf({ code, name }: TableRow, count: number): readonly string[] {
  if (count === 0) return [];
  if (count === 1) return [name];
  return code === null ? [name, ''] : [code, name];
}
