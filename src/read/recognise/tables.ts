import type { Uncertain } from '../../model/disclosure.ts';
import { fold } from '../../model/fold.ts';
import type { Form } from '../../model/form.ts';
import type { Block, Grid, Paragraph } from '../../model/source.ts';
import { captionsOf, noteBlocks, tablesOnSheet } from './captions.ts';
import { isDataRow, type Row } from './headerRows.ts';
import { isTotalName } from './rawRows.ts';
import { findTable, type FoundTable } from './table.ts';
import { numberedWorded, unlisted } from './wordedTables.ts';
import { doubtAt } from '../../model/words/doubts.ts';

export interface FoundTables {
  readonly tables: readonly FoundTable[];
  /** Every table under a title, those of repeated titles too, in printed order. */
  readonly titled: readonly FoundTable[];
  /** Grids, captions and notes that the tables are made of. */
  readonly used: ReadonlySet<Block>;
  readonly uncertain: readonly Uncertain[];
}

/** Finds the form's tables among the grids: by title; a grid that follows untitled continues the last one. */
export function findTables(blocks: readonly Block[], skip: ReadonlySet<Block>, form: Form): FoundTables {
  const used = new Set<Block>();
  const tables: FoundTable[] = [];
  const uncertain: Uncertain[] = [];
  let before: Paragraph[] = [];
  blocks.forEach((block, i) => {
    if (skip.has(block)) {
      before = [];
      return;
    }
    if (block.kind === 'paragraph') {
      before.push(block);
      return;
    }
    const [first = block, ...others] = tablesOnSheet(block, form);
    const after = blocks.slice(i + 1, i + 6);
    const found = tableAt(first, before, after, form) ?? namedByTab(first, before, after, form, tables);
    const last = tables.at(-1);
    if (found !== null) {
      if (last !== undefined && repeatsHead(last, found))
        tables.splice(-1, 1, continued(last, withoutCaptions(found), form));
      else tables.push(found);
      markUsed(used, block, before, found);
      for (const note of noteBlocks(blocks.slice(i + 1, i + 6))) used.add(note);
    } else if (last !== undefined && before.length <= 1 && continues(last, block, form)) {
      tables.splice(-1, 1, continued(last, block, form));
      used.add(block);
    } else if (block.rows.length > 2) {
      uncertain.push(doubtAt(block.place, 'unknownTable'));
    }
    for (const other of others) {
      const next = tableAt(other, [], [], form);
      if (next !== null) tables.push(next);
      used.add(block);
    }
    before = [];
  });
  return { tables: numberedWorded(firstOfEach(titledApart(tables, form))), titled: tables, used, uncertain };
}

/** The same title and head again, on the next page: the table goes on, unless it has a total of its own. */
function repeatsHead(last: FoundTable, found: FoundTable): boolean {
  const width = (table: FoundTable): number => table.captions.rows[0]?.length ?? 0;
  const hasTotal = (table: FoundTable): boolean => table.raw.some(({ name }) => isTotalName(name));
  const titleOf = (table: FoundTable): string => fold(table.captions.title ?? '').replace(/\(?续表?\)?/g, '');
  return (
    last.table.key === found.table.key &&
    titleOf(last) === titleOf(found) &&
    width(last) === width(found) &&
    last.raw.length > 0 &&
    !(hasTotal(last) && hasTotal(found))
  );
}

function withoutCaptions({ captions, place }: FoundTable): Grid {
  return { kind: 'grid', rows: captions.rows, place };
}

function tableAt(
  grid: Grid,
  before: readonly Paragraph[],
  after: readonly Block[],
  form: Form,
): FoundTable | null {
  const captions = captionsOf(grid, before, after, form);
  if (captions.form === null) return null;
  const found = findTable(captions, captions.form, form, grid.place);
  return captions.form.number === 0 && !hasAmounts(found) ? null : found;
}

/** The first grid of a sheet without a title of its own, by the name of its tab: 三公经费, 收支总表. */
function namedByTab(
  grid: Grid,
  before: readonly Paragraph[],
  after: readonly Block[],
  form: Form,
  tables: readonly FoundTable[],
): FoundTable | null {
  const { place } = grid;
  const { sheet } = place;
  if (sheet === undefined || tables.some((table) => table.place.sheet === sheet)) return null;
  const text = /表(?:\(.*\))?$/.test(fold(sheet)) ? sheet : `${sheet}表`;
  const title: Paragraph = { kind: 'paragraph', text, place, spans: [{ start: 0, end: text.length, place }] };
  return tableAt(grid, [title, ...before.filter((line) => line.place.sheet === sheet)], after, form);
}

/** Words of a title alone make no table: columns of amounts must stand below it. */
function hasAmounts({ shape }: FoundTable): boolean {
  return shape.columns.some(({ role }) => role === 'amount');
}

function markUsed(used: Set<Block>, grid: Grid, before: readonly Paragraph[], found: FoundTable): void {
  used.add(grid);
  const { titlePlace } = found.captions;
  const from = before.findIndex((paragraph) => paragraph.place === titlePlace);
  const start = from < 0 ? before.length : Math.max(0, from - (found.captions.label === null ? 0 : 1));
  for (const paragraph of before.slice(start)) used.add(paragraph);
}

function continues(last: FoundTable, grid: Grid, form: Form): boolean {
  const width = grid.rows[0]?.length ?? 0;
  const expected = last.captions.rows[0]?.length ?? 0;
  return width === expected && grid.rows.some((row) => isDataRow(row, form, last.table));
}

function continued(last: FoundTable, grid: Grid, form: Form): FoundTable {
  const start = grid.rows.findIndex((row) => isDataRow(row, form, last.table));
  const rows: readonly Row[] = [...last.captions.rows, ...grid.rows.slice(start)];
  return findTable({ ...last.captions, rows }, last.table, form, last.place);
}

/**
 * Two tables of one key with titles of their own (按功能分类, 按经济分类): the one with the rows that the form
 * expects keeps it, the other is read by the words of its title.
 */
function titledApart(tables: readonly FoundTable[], form: Form): readonly FoundTable[] {
  return tables.map((found) => {
    const twins = tables.filter((other) => other.table.key === found.table.key && other.raw.length > 0);
    const keeper = twins.find((other) => hasOwnAxis(other, form)) ?? twins[0];
    const own = fold(found.captions.title ?? '');
    if (keeper === undefined || keeper === found || own === fold(keeper.captions.title ?? '')) return found;
    const listed = form.tables.find(({ key }) => key === found.table.key);
    return listed === undefined ? found : findTable(found.captions, unlisted(listed, own), form, found.place);
  });
}

function hasOwnAxis({ table }: FoundTable, form: Form): boolean {
  return form.tables.some(({ key, rows }) => key === table.key && rows === table.rows);
}

/** A title that two grids bear: the one with figures is the table. */
function firstOfEach(tables: readonly FoundTable[]): readonly FoundTable[] {
  const byKey = new Map<string, FoundTable>();
  for (const table of tables) {
    const known = byKey.get(table.table.key);
    if (known === undefined || known.raw.length === 0) byKey.set(table.table.key, table);
  }
  return tables.filter((table) => byKey.get(table.table.key) === table);
}
