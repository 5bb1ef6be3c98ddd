import type { DraftBlock, DraftCell } from './draft.ts';

type Row = readonly DraftCell[];

export const flat = (cell: DraftCell | undefined): string => (cell?.text ?? '').replace(/\s/g, '');
export const isFigure = (text: string): boolean => /^[-−–]?[\d,]*\d(?:\.\d+)?%?$/.test(text);

const begins =
  /^(?:[一二三四五六七八九十]+、|[（(][一二三四五六七八九十\d]+[）)]|\d+[.、．](?!\d)|其中|合计|总计|小计|上年|年初|年末|年终)/;
const code = /^\d{3,}$/;
/** A text that cannot end, or begin, here. */
const open = /[、，,（(/及和与的]$/;
const goingOn = /^[，。；、）)]/;
/** What is left of 收入合计; a single character that says something by itself is none of these. */
const lastCharacters = /^[\u3400-\u9fff](?:[合总小]计|$(?<![一二三四五六七八九十是否有无]))$/;
const ended = /[。；！]$/;
/** So many characters end at the border of their cell by chance less than once in as many cells. */
const manyCharacters = 8;
/** Share of a table's rows. */
const nearlyAll = 0.8;

/** The texts that fill a cell of their own in the tables of a document, rows at page ends left out. */
export type CellTexts = ReadonlySet<string>;

export function cellTexts(blocks: readonly DraftBlock[]): CellTexts {
  const grids = blocks.filter((block) => block.kind === 'grid');
  return new Set(grids.flatMap(({ rows }) => rows.slice(1, -1).flatMap((row) => row.map(flat))));
}

/**
 * Rows of two pages as one table; a row that the page end cut in two is made whole. `before` and `after` have the
 * same columns; `textsOf` gives the texts of the document's cells.
 */
export function joinRows(before: readonly Row[], after: readonly Row[], textsOf: () => CellTexts): Row[] {
  const last = before.at(-1);
  const first = after[0];
  const cut = last !== undefined && first !== undefined && isCutRow(before, last, first, textsOf);
  return cut ? [...before.slice(0, -1), mergeRow(last, first), ...after.slice(1)] : [...before, ...after];
}

/**
 * True when a page end cut a row in two: the rest goes on only where the text above runs to the border of its cell,
 * has figures only where the first part has none, and something shows that one part is no row by itself. Short
 * texts fill narrow cells by chance.
 */
function isCutRow(before: readonly Row[], last: Row, first: Row, textsOf: () => CellTexts): boolean {
  const filled = first.filter((cell) => cell.text !== '');
  if (filled.length === 0 || filled.some((cell) => begins.test(cell.text))) return false;
  const [rests, late] = [[] as Part[], [] as DraftCell[]];
  for (const [column, cell] of first.entries()) {
    if (cell.text === '') continue;
    const above = last[column];
    if (above?.full === true) rests.push({ above, rest: cell });
    else if (above?.text === '' && isAmount(cell)) late.push(cell);
    else return false;
  }
  if (rests.some((part) => endsAmount(part, before))) return true;
  const names = rests.filter(({ above, rest }) => !completes(above, rest));
  if (rests.length === 0 || names.some(({ rest }) => isAmount(rest))) return false;
  if (late.length > 0) return isLacking(before, last, first) && !last.some(isAmount);
  return isPartOf(names, textsOf()) ?? isLacking(before, last, first);
}

/** A text at a page end, and what stands below it on the next page. */
interface Part {
  readonly above: DraftCell;
  readonly rest: DraftCell;
}

const isCode = (cell: DraftCell): boolean => code.test(flat(cell));
const isAmount = (cell: DraftCell): boolean => isFigure(flat(cell)) && !isCode(cell);

/** Blank in a column that nearly all rows fill, the row above among them. */
function isLacking(before: readonly Row[], last: Row, first: Row): boolean {
  const body = before.slice(
    Math.max(
      0,
      before.findIndex((row) => row.some(isAmount)),
    ),
  );
  const isFilled = (column: number): boolean =>
    body.filter((row) => row[column]?.text !== '').length >= nearlyAll * body.length;
  return first.some((cell, column) => cell.text === '' && last[column]?.text !== '' && isFilled(column));
}

/** Whether the words themselves are parts of one text; undefined when they do not tell. */
function isPartOf(parts: readonly Part[], texts: CellTexts): boolean | undefined {
  const isWhole = (...cells: readonly DraftCell[]): boolean => texts.has(cells.map(flat).join(''));
  if (parts.some(({ above, rest }) => isWhole(above, rest))) return true;
  if (parts.some(({ above, rest }) => isWhole(above) || isWhole(rest))) return false;
  return parts.some(({ above, rest }) => isOpen(above, rest)) ? true : undefined;
}

/** A text that cannot end here, or runs over a whole line. */
function isOpen(above: DraftCell, rest: DraftCell): boolean {
  const line = above.text.split('\n').at(-1) ?? '';
  if (open.test(line) || goingOn.test(rest.text) || lastCharacters.test(rest.text)) return true;
  return line.length >= manyCharacters && !ended.test(line);
}

/** The end of a number that was too long for its cell: 4,016.8 | 7, 3020 | 6. */
function completes(above: DraftCell, rest: DraftCell): boolean {
  if (!/^\d{1,3}$/.test(flat(rest))) return false;
  const text = flat(above);
  return /[.,]\d*$/.test(text)
    ? isFigure(text + flat(rest)) && !/\.\d\d$/.test(text)
    : /^\d{3,6}$/.test(text);
}

/** The last digits of an amount: 4,016.8 | 7; 1234567 | 89.00 in a table where all amounts have decimals. */
function endsAmount({ above, rest }: Part, before: readonly Row[]): boolean {
  if (flat(above).includes('.')) return completes(above, rest);
  if (!/^\d[\d,]*$/.test(flat(above)) || !/^\d+\.\d+$/.test(flat(rest))) return false;
  const amounts = before.slice(0, -1).flat().filter(isAmount);
  const exact = amounts.filter((cell) => /\.\d\d$/.test(flat(cell)));
  return exact.length > nearlyAll * amounts.length;
}

function mergeRow(last: Row, first: Row): Row {
  const merged = new Map<DraftCell, DraftCell>();
  return last.map((cell, index) => {
    const rest = first[index];
    if (rest === undefined || rest.text === '') return cell;
    const joint = cell.text === '' || isAmount(rest) || completes(cell, rest) ? '' : '\n';
    const found = merged.get(cell) ?? { ...cell, text: `${cell.text}${joint}${rest.text}`, full: rest.full };
    merged.set(cell, found);
    return found;
  });
}
