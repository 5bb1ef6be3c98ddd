import { extend } from '../../model/extend.ts';
import { matchColumns } from './continuation.ts';
import { flat, isFigure } from './cutRows.ts';
import type { DraftBlock, DraftCell, DraftGrid, DraftLine, PageLayout } from './draft.ts';
import { boundsOf } from './glyphLines.ts';

/** Rows on two sheets are the same when their borders differ by less. In points. */
const sameBorder = 1.5;
/** Fewer rows may stand alike by chance, unless the sheet before went on. */
const fewestRows = 3;
const unitLine = /单位\s*[:：]/;

type Row = readonly DraftCell[];

/** A page whose table more columns may belong to. */
interface Host {
  readonly at: number;
  /** Its own columns, and those with the sheets beside it. */
  readonly own: DraftGrid;
  readonly grid: DraftGrid;
  readonly above: readonly DraftLine[];
  readonly sheets: number;
  /** Where its last sheet ends. In points. */
  readonly right: number;
}

/**
 * A sheet wider than its paper is printed on several: names and first columns on one page, the other columns on later
 * ones, where they stand at the same heights without a title. Puts such columns beside those they belong to.
 * Returns the blocks of each page.
 */
export function joinSidePages(
  pages: readonly Pick<PageLayout, 'blocks'>[],
): readonly (readonly DraftBlock[])[] {
  const blocks = pages.map((page) => page.blocks);
  let hosts: readonly Host[] = [];
  pages.forEach((page, at) => {
    const grid = onlyGrid(page.blocks) ?? looseColumn(page.blocks, hosts);
    if (grid === undefined) return;
    const above = page.blocks.filter((block) => block.kind === 'line' && block.base < grid.box.y0);
    const lines = above.filter((block) => block.kind === 'line');
    const titles = lines.filter(({ text }) => !unitLine.test(text));
    const host = hostOf(hosts, grid, titles);
    if (host === undefined) {
      fillUp(hosts, blocks);
      const own = { at, own: grid, grid, above: lines, sheets: 1, right: grid.box.x1 };
      hosts = titles.length === 0 ? [...hosts, own] : [own];
      return;
    }
    const joined = withSheet(host, grid, lines, titles);
    blocks[host.at] = [...joined.above, joined.grid, ...below(blocks[host.at] ?? [], host.grid)];
    blocks[at] = onlyGrid(page.blocks) === grid ? below(page.blocks, grid) : [];
    hosts = hosts.map((other) => (other === host ? joined : other));
  });
  fillUp(hosts, blocks);
  return blocks;
}

function onlyGrid(blocks: readonly DraftBlock[]): DraftGrid | undefined {
  const grids = blocks.filter((block) => block.kind === 'grid');
  return grids.length === 1 ? grids[0] : undefined;
}

const below = (blocks: readonly DraftBlock[], grid: DraftGrid): readonly DraftBlock[] =>
  blocks.slice(blocks.indexOf(grid) + 1);

/** The page whose rows these columns go on; of several the first that has the fewest sheets. */
function hostOf(hosts: readonly Host[], grid: DraftGrid, titles: readonly DraftLine[]): Host | undefined {
  const fewestHere = hosts.some(({ sheets }) => sheets > 1) ? 1 : fewestRows;
  const fitting = hosts.filter(
    (host) =>
      titles.every((title) => endsTitle(host, title, grid)) &&
      grid.ys.length > fewestHere &&
      isBeside(host, grid),
  );
  const fewest = Math.min(...fitting.map(({ sheets }) => sheets));
  return fitting.find(({ sheets }) => sheets === fewest);
}

/** The end of a title that the border of the paper cut. */
function endsTitle({ above, right }: Host, title: DraftLine, { box }: DraftGrid): boolean {
  const atStart = title.x0 < box.x0 + title.em;
  return atStart && above.some((line) => isLevel(line, title) && line.x1 > right - 2 * line.em);
}

const isLevel = (line: DraftLine, other: DraftLine): boolean => Math.abs(line.base - other.base) < sameBorder;

/**
 * A long table's pages look alike too, but show the same columns and name their rows; where titles stand in cells,
 * every table seems to have none.
 */
function isBeside({ own, above }: Host, grid: DraftGrid): boolean {
  if (!sameRows(own.ys, grid.ys) || grid.rows.every(isHead) || grid.rows.some(isCaption)) return false;
  const bare = (cell: DraftCell): boolean => /^[-–—]*$/.test(flat(cell)) || isFigure(flat(cell));
  const nameless = grid.rows.every((row) => isHead(row) || row.every(bare));
  const coded = grid.rows.some(([cell]) => /^\d{3,}$/.test(flat(cell)));
  return (nameless && !coded) || (above.length > 0 && matchColumns(own.xs, grid.xs) === undefined);
}

/** A title in a cell of the table. */
function isCaption(row: Row): boolean {
  return row.some((cell) => unitLine.test(cell.text) || /表(?:[（(][^）)]*[）)])?$/.test(flat(cell)));
}

/** The borders of the second, all of them among those of the first: it may show fewer, in a head above all. */
function sameRows(ys: readonly number[], others: readonly number[]): boolean {
  const near = (a: number | undefined, b: number | undefined): boolean =>
    a !== undefined && b !== undefined && Math.abs(a - b) < sameBorder;
  return (
    near(ys[0], others[0]) &&
    near(ys.at(-1), others.at(-1)) &&
    others.length > 0.8 * ys.length &&
    others.every((y) => ys.some((other) => near(y, other)))
  );
}

function isHead(row: Row): boolean {
  return row.every((cell) => !isFigure(flat(cell)));
}

/** The host with one sheet more; what stands above the columns goes above the whole table. */
function withSheet(
  host: Host,
  grid: DraftGrid,
  lines: readonly DraftLine[],
  titles: readonly DraftLine[],
): Host {
  const whole = host.above.map((line) => {
    const end = titles.find((other) => isLevel(line, other));
    return end === undefined ? line : extend(line, { text: line.text + end.text });
  });
  return {
    ...host,
    grid: beside(host.grid, grid),
    above: [...whole, ...lines.filter((line) => !titles.includes(line))],
    sheets: host.sheets + 1,
    right: grid.box.x1,
  };
}

function beside(host: DraftGrid, grid: DraftGrid): DraftGrid {
  const shift = (host.xs.at(-1) ?? 0) - (grid.xs[0] ?? 0);
  const heads = host.rows.findIndex((row) => !isHead(row));
  const rows = host.rows.map((row, index) => {
    const middle = ((host.ys[index] ?? 0) + (host.ys[index + 1] ?? 0)) / 2;
    const own = grid.rows[grid.ys.findLastIndex((border) => border <= middle)] ?? [];
    return index < heads ? headBeside(row, own) : [...row, ...own];
  });
  return extend(host, { xs: [...host.xs, ...grid.xs.slice(1).map((x) => x + shift)], rows });
}

/** A title over columns of both sheets is printed on one of them, or on each. */
function headBeside(row: Row, own: Row): Row {
  const [last, first] = [row.at(-1), own[0]];
  if (last === undefined || first === undefined) return [...row, ...own];
  const shown = flat(last) === '' ? first : last;
  const shared = flat(last) === '' || flat(first) === '' || flat(first) === flat(last);
  const both = [...row, ...own];
  return shared ? both.map((cell) => (cell === first || cell === last ? shown : cell)) : both;
}

/** The last column alone on its page, told from a list by its figures: each in a row of the table it belongs to. */
function looseColumn(blocks: readonly DraftBlock[], hosts: readonly Host[]): DraftGrid | undefined {
  const host = hosts.find(
    ({ sheets }, at) => sheets === Math.min(...hosts.slice(at).map((other) => other.sheets)),
  );
  const lines = blocks.filter((block) => block.kind === 'line');
  if (host === undefined || lines.length < blocks.length) return undefined;
  const { ys } = host.own;
  const inside = lines.filter(({ base }) => base > (ys[0] ?? Infinity) && base < (ys.at(-1) ?? 0));
  const rowOf = ({ base, em }: DraftLine): number => ys.findLastIndex((y) => y < base - 0.3 * em);
  const figures = inside.filter(({ text }) => isFigure(text));
  const alone = new Set(inside.map(rowOf)).size === inside.length;
  if (!alone || figures.length < 2 || inside.length - figures.length > 3 || ys.length < 3) return undefined;
  const box = extend(boundsOf(inside), { y0: ys[0] ?? 0, y1: ys.at(-1) ?? 0 });
  const rows = ys.slice(1).map((_, at): Row => {
    const line = inside.find((own) => rowOf(own) === at);
    const page = lines[0]?.page ?? 1;
    return [{ text: line?.text ?? '', page, box: line === undefined ? box : boundsOf([line]), full: false }];
  });
  return { kind: 'grid', page: lines[0]?.page ?? 1, box, xs: [box.x0, box.x1], ys, rows, ruled: true };
}

/** Sheets without any text are no tables: their columns are blank. Changes `blocks`. */
function fillUp(hosts: readonly Host[], blocks: (readonly DraftBlock[])[]): void {
  const [widest] = [...hosts].sort((a, b) => b.sheets - a.sheets);
  if (widest === undefined || widest.sheets < 2) return;
  for (const { at, own, grid, sheets } of hosts) {
    if (sheets > 1 || matchColumns(widest.own.xs, own.xs) === undefined) continue;
    const missing = widest.grid.xs.slice(own.xs.length);
    const rows = grid.rows.map((row) => {
      const page = row[0]?.page ?? grid.page;
      const blank = missing.map((x): DraftCell => ({
        text: '',
        page,
        box: { ...grid.box, x0: x },
        full: false,
      }));
      return [...row, ...blank];
    });
    const wide = extend(grid, { xs: [...grid.xs, ...missing], rows });
    blocks[at] = (blocks[at] ?? []).map((block) => (block === grid ? wide : block));
  }
}
