import { cellTexts, flat, isFigure, joinRows, type CellTexts } from './cutRows.ts';
import type { DraftBlock, DraftCell, DraftGrid, DraftLine } from './draft.ts';

/** Borders of columns on two pages are the same when they differ by less. In points. */
const sameBorder = 4;

type Row = readonly DraftCell[];

/** What comes out of joining: tables that ran over pages are one, and the titles they repeated are apart. */
export interface Joined {
  readonly blocks: readonly DraftBlock[];
  readonly repeated: readonly DraftLine[];
}

/** Joins each table with its continuation at the head of the next page. `blocks` are of all pages in order. */
export function joinTables(blocks: readonly DraftBlock[]): Joined {
  const out: DraftBlock[] = [];
  const repeated: DraftLine[] = [];
  let texts: CellTexts | undefined;
  const textsOf = (): CellTexts => (texts ??= cellTexts(blocks));
  let last: { grid: DraftGrid; at: number; page: number } | undefined;
  for (const block of blocks) {
    if (block.kind === 'line') {
      out.push(block);
      continue;
    }
    const between = last === undefined ? [] : out.slice(last.at + 1);
    const joined =
      last === undefined ? undefined : continueTable(last, block, between, titleOf(out, last.at), textsOf);
    if (joined === undefined || last === undefined) {
      last = { grid: block, at: out.length, page: block.page };
      out.push(block);
    } else {
      out.length = last.at + 1;
      out[last.at] = joined;
      repeated.push(...(between as DraftLine[]));
      last = { grid: joined, at: last.at, page: block.page };
    }
  }
  return { blocks: out, repeated };
}

/** The lines just above a table, as far as they may be its title. */
function titleOf(blocks: readonly DraftBlock[], at: number): ReadonlySet<string> {
  const page = blocks[at]?.kind === 'grid' ? blocks[at].page : 0;
  const texts = blocks
    .slice(Math.max(0, at - 6), at)
    .flatMap((block) => (block.kind === 'line' && block.page === page ? [bare(block.text)] : []));
  return new Set(texts);
}

/** A title without what marks it as repeated. */
function bare(text: string): string {
  return text.replace(/[（(]?续表?\s*\d*[）)]?/g, '').replace(/\s/g, '');
}

function continueTable(
  last: { grid: DraftGrid; page: number },
  next: DraftGrid,
  between: readonly DraftBlock[],
  title: ReadonlySet<string>,
  textsOf: () => CellTexts,
): DraftGrid | undefined {
  if (next.page !== last.page + 1 || next.ruled !== last.grid.ruled) return undefined;
  const columns = next.ruled ? matchColumns(last.grid.xs, next.xs) : matchTexts(last.grid, next);
  if (columns === undefined) return undefined;
  const before = spread(last.grid.rows, columns.first);
  const after = spread(next.rows, columns.second);
  const head = sharedHead(before, after);
  const retitled = between.every(
    (block) => block.kind === 'line' && block.page === next.page && isRepeat(block, title),
  );
  if (between.length > 0 && !(retitled && head > 0)) return undefined;
  if (beginsAnew(before, after, head)) return undefined;
  return { ...last.grid, xs: columns.xs, rows: joinRows(before, after.slice(head), textsOf) };
}

function isRepeat(line: DraftLine, title: ReadonlySet<string>): boolean {
  return title.has(bare(line.text)) || /^[（(]?续表?[）)]?[:：]?$/.test(line.text.replace(/\s/g, ''));
}

interface ColumnMatch {
  readonly xs: readonly number[];
  /** For each joined column the column of the first and of the second table. */
  readonly first: readonly number[];
  readonly second: readonly number[];
}

/** A page may show fewer borders (a last row of merged cells), so one set must hold the other. */
export function matchColumns(a: readonly number[], b: readonly number[]): ColumnMatch | undefined {
  const shift = (b[0] ?? 0) - (a[0] ?? 0);
  const moved = b.map((x) => x - shift);
  const widest = a.length >= moved.length ? a : moved;
  const fewer = a.length >= moved.length ? moved : a;
  const ends = Math.abs((a.at(-1) ?? 0) - (moved.at(-1) ?? 0)) < sameBorder;
  const held = fewer.every((x) => widest.some((other) => Math.abs(other - x) < sameBorder));
  if (!ends || !held) return undefined;
  const columnsOf = (xs: readonly number[]): number[] =>
    widest.slice(0, -1).map((x) =>
      Math.max(
        0,
        xs.findLastIndex((border) => border < x + sameBorder),
      ),
    );
  return { xs: widest, first: columnsOf(a), second: columnsOf(moved) };
}

/**
 * Columns that only alignment holds have no borders to compare: each must stand in one of the other table's, and
 * blank ones may be missing.
 */
function matchTexts(a: DraftGrid, b: DraftGrid): ColumnMatch | undefined {
  if (isSame(a.xs, b.xs) || repeatsHead(a.rows, b.rows)) {
    const same = a.xs.slice(0, -1).map((_, column) => column);
    return { xs: a.xs, first: same, second: same };
  }
  const [wide, narrow] = a.xs.length >= b.xs.length ? [a, b] : [b, a];
  const at = narrow.xs.slice(0, -1).map((_, column) => columnOfTexts(narrow, column, wide.xs));
  if (at.some((column, index) => column === undefined || column <= (at[index - 1] ?? -1))) return undefined;
  const all = wide.xs.slice(0, -1).map((_, column) => column);
  const some = all.map((column) => at.indexOf(column));
  return { xs: wide.xs, first: wide === a ? all : some, second: wide === a ? some : all };
}

const isSame = (a: readonly number[], b: readonly number[]): boolean =>
  a.length === b.length && a.every((x, at) => x === b[at]);

/** The second table begins with all titles of the first, each above the same columns. */
function repeatsHead(a: readonly Row[], b: readonly Row[]): boolean {
  const titles = a.findIndex((row) => row.some((cell) => isFigure(flat(cell))));
  return titles > 0 && a[0]?.length === b[0]?.length && sharedHead(a, b) >= titles;
}

/** The column between `xs` that holds the middle of what stands in a column. */
function columnOfTexts(grid: DraftGrid, column: number, xs: readonly number[]): number | undefined {
  const boxes = grid.rows.flatMap((row) => {
    const cell = row[column];
    const own =
      cell !== undefined && cell.text !== '' && cell !== row[column - 1] && cell !== row[column + 1];
    return own ? [cell.box] : [];
  });
  if (boxes.length === 0) return undefined;
  const [x0, x1] = [Math.min(...boxes.map((box) => box.x0)), Math.max(...boxes.map((box) => box.x1))];
  const found = xs.findLastIndex((x) => x <= (x0 + x1) / 2);
  return found >= 0 && found < xs.length - 1 ? found : undefined;
}

function spread(rows: readonly Row[], columns: readonly number[]): Row[] {
  return rows.map((row) => columns.map((column, index) => row[column] ?? blankBeside(row, index)));
}

/** A column that this page does not show. */
function blankBeside(row: Row, column: number): DraftCell {
  const { page, box } = row[Math.min(column, row.length - 1)] ?? {
    page: 1,
    box: { x0: 0, y0: 0, x1: 0, y1: 0 },
  };
  return { text: '', page, box, full: false };
}

const rowTexts = (row: Row): string[] => row.map(flat);

/** How many rows the second table repeats from the head of the first; a head has words and no amounts. */
function sharedHead(before: readonly Row[], after: readonly Row[]): number {
  let count = 0;
  for (const [index, row] of after.entries()) {
    const texts = rowTexts(row);
    const same = rowTexts(before[index] ?? []).join('\t') === texts.join('\t');
    // Numbers of columns (1, 2, 3 …) belong to a head; amounts do not.
    const headed =
      texts.some((text) => text !== '') && !texts.some((text) => isFigure(text) && text.length > 2);
    if (!same || !headed) break;
    count++;
  }
  return count;
}

/**
 * A form printed once a page has the same labels with other values: after the rows that both tables share,
 * a row with the same first cell and another second one shows a new form.
 */
function beginsAnew(before: readonly Row[], after: readonly Row[], head: number): boolean {
  if (head >= after.length) return false;
  const was = rowTexts(before[head] ?? []);
  const is = rowTexts(after[head] ?? []);
  const name = is[0] ?? '';
  const other = is.findIndex((text, index) => text !== '' && text !== was[index]);
  return name !== '' && !isFigure(name) && name === was[0] && other > 0 && !is.some((text) => isFigure(text));
}
