import type { Disclosure, DisclosureTable, TableRow } from '../../model/disclosure.ts';
import type { TableForm } from '../../model/form.ts';
import type { LayoutCell, LayoutRow, TableBlock } from './block.ts';
import { cell, headRows, row } from './grid.ts';
import { alignedRows, sidesOf, type TableSide } from './tableSides.ts';
import { printable } from './titles.ts';
import { columnNeeds, fittedWidths, orientationFor, sharesOf } from './widths.ts';

/** A table of a disclosure with its captions; the form says its labels, sides and stand on paper. */
export function figureTable(
  table: DisclosureTable,
  form: TableForm | null,
  { department }: Disclosure,
): TableBlock {
  const sides = sidesOf(table, form);
  const paths = sides.flatMap(({ labels, columns }) => [...labels, ...columns.map(({ title }) => title)]);
  const numbers = form?.layout?.columnNumbers === true ? [columnNumbers(paths.length)] : [];
  const head = [...headRows(paths), ...numbers];
  const body = alignedRows(sides).map((rows) => bodyRow(rows, sides));
  const needs = columnNeeds(paths.length, head, body);
  const orientation = form?.layout?.orientation ?? orientationFor(needs);
  return {
    kind: 'table',
    role: 'figures',
    number: table.number,
    target: `table-${table.number}`,
    label: table.label === null ? null : printable(table.label),
    title: printable(table.title),
    titleLevel: 2,
    bookmark: printable(table.title),
    subtitle: null,
    departmentLine: department.name === null ? null : `部门名称：${printable(department.name)}`,
    unitLine: table.unit === null ? null : `单位：${table.unit}`,
    orientation,
    startsPage: true,
    widths: sharesOf(fittedWidths(needs, orientation), form?.layout?.widths),
    head,
    body,
    notes: table.note === null || table.note.trim() === '' ? [] : [printable(table.note)],
  };
}

function columnNumbers(count: number): LayoutRow {
  const cells = Array.from({ length: count }, (_, i) =>
    cell(String(i + 1), i, { kind: 'head', align: 'center' }),
  );
  return row(cells);
}

function bodyRow(rows: readonly (TableRow | null)[], sides: readonly TableSide[]): LayoutRow {
  let column = 0;
  const cells = sides.flatMap((side, i) => {
    const start = column;
    column += side.labels.length + side.columns.length;
    return sideCells(rows[i] ?? null, side, start);
  });
  return row(
    cells,
    rows.some((printed) => printed?.level === 0),
  );
}

function sideCells(printed: TableRow | null, { labels, columns }: TableSide, start: number): LayoutCell[] {
  if (printed === null) return [...labels, ...columns].map((_, i) => cell('', start + i));
  const first = start + labels.length;
  const amounts = columns.map(({ key }, i) => valueCell(printed, key, first + i));
  return [...labelCells(printed, labels.length, start), ...amounts];
}

function valueCell(printed: TableRow, key: string, column: number): LayoutCell {
  const value = printed.cells[key];
  if (value === undefined) return cell('', column, { kind: 'amount', align: 'right' });
  const { text, fen, place } = value;
  const isText = fen === null && text.trim() !== '';
  return cell(text, column, {
    kind: isText ? 'text' : 'amount',
    align: isText ? 'left' : 'right',
    fen,
    place,
  });
}

/** Code and name; a total's words stand over both. */
function labelCells({ code, name, level }: TableRow, count: number, column: number): LayoutCell[] {
  if (count === 0) return [];
  const isTotal = level === 0;
  if (isTotal || count === 1) {
    const align = isTotal ? 'center' : 'left';
    return [cell(name, column, { kind: 'label', colspan: count, align, indent: isTotal ? 0 : level - 1 })];
  }
  return [
    cell(code ?? '', column, { kind: 'label' }),
    cell(name, column + 1, { kind: 'label', colspan: count - 1, indent: level - 1 }),
  ];
}
