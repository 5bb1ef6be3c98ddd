import type { DraftCell } from './draft.ts';
import { boundsOf, median, type Word } from './glyphLines.ts';
import type { CutLine } from './gutters.ts';
import type { Ruling } from './rulings.ts';

/**
 * Lines nearer than this part of the usual distance of rows, or of their type, are no rows of their own: a name of
 * two lines with its amounts in the middle.
 */
const closest = { pitch: 0.7, em: 0.95 };
const code = /^\d{3,}$/;
const amount = /\d[.,]\d/;

/** The rows of a table without vertical lines, each with a cell for every column between `xs`. */
export function looseRows(
  lines: readonly CutLine[],
  xs: readonly number[],
  rules: readonly Ruling[],
  page: number,
): DraftCell[][] {
  const width = (xs.at(-1) ?? 0) - (xs[0] ?? 0);
  const grouped = byWideRules(lines, rules, width) ?? byPitch(lines);
  return grouped.map((group) => rowOf(group, xs, page));
}

/** The lines of each row, where rules over the table's width part all rows with amounts; undefined where they do not. */
export function byWideRules<Line extends CutLine>(
  lines: readonly Line[],
  rules: readonly Ruling[],
  width: number,
): Line[][] | undefined {
  const borders = rules.filter(({ from, to }) => to - from > 0.85 * width).map(({ at }) => at);
  const [first, last] = [lines[0]?.base ?? 0, lines.at(-1)?.base ?? 0];
  const inner = borders.filter((at) => at > first && at < last).length;
  if (inner === 0) return undefined;
  const rows = byRules(lines, borders);
  const single = rows.every((row) => row.filter(hasAmount).length < 2);
  return single || inner > 0.6 * (lines.length - 1) ? rows : undefined;
}

function byRules<Line extends CutLine>(lines: readonly Line[], borders: readonly number[]): Line[][] {
  const groups = new Map<number, Line[]>();
  for (const line of lines) {
    const band = borders.filter((at) => at < line.base - 0.35 * line.em).length;
    const group = groups.get(band);
    if (group === undefined) groups.set(band, [line]);
    else group.push(line);
  }
  return [...groups.values()];
}

const hasAmount = ({ words }: CutLine): boolean => words.some(({ text }) => amount.test(text));

function byPitch(lines: readonly CutLine[]): CutLine[][] {
  const groups: CutLine[][] = [];
  const amounts = lines.filter(hasAmount);
  const pitch = median(amounts.slice(1).map(({ base }, index) => base - (amounts[index]?.base ?? 0)));
  for (const line of lines) {
    const before = groups.at(-1)?.at(-1);
    const step = before === undefined ? Infinity : line.base - before.base;
    if (
      before !== undefined &&
      step < Math.min(closest.em * Math.max(line.em, before.em), closest.pitch * (pitch || step))
    )
      groups.at(-1)?.push(line);
    else groups.push([line]);
  }
  return withCodes(groups);
}

/** Where nearly all rows begin with a code, a line with neither code nor amount is part of the nearest row. */
function withCodes(groups: readonly CutLine[][]): CutLine[][] {
  const coded = groups.map((group) => code.test(firstText(group)));
  if (coded.filter(Boolean).length < 0.6 * groups.length) return [...groups];
  const rows: CutLine[][] = [];
  groups.forEach((group, index) => {
    const plain = coded[index] !== true && !group.some(hasAmount);
    const wrapped =
      plain && group.every(({ words }) => words.length === 1) && nearBefore(groups, coded, index);
    if (wrapped) rows.at(-1)?.push(...group);
    else rows.push(group);
  });
  return rows;
}

function firstText(group: readonly CutLine[]): string {
  const words = group.flatMap((line) => line.words);
  const [first] = [...words].sort((a, b) => a.x0 - b.x0);
  return first?.text ?? '';
}

/** Clearly nearer to the line above than rows stand to each other. */
function nearBefore(groups: readonly CutLine[][], coded: readonly boolean[], index: number): boolean {
  const base = (at: number): number => groups[at]?.[0]?.base ?? 0;
  const steps = groups
    .map((_, at) => base(at) - base(at - 1))
    .filter((_, at) => at > 0 && coded[at] === true);
  return index > 0 && base(index) - base(index - 1) < 0.9 * median(steps);
}

function rowOf(lines: readonly CutLine[], xs: readonly number[], page: number): DraftCell[] {
  const line = boundsOf(lines.flatMap(({ words }) => words));
  const row = Array.from({ length: xs.length - 1 }, (_, index): DraftCell => ({
    text: '',
    page,
    box: { x0: xs[index] ?? 0, y0: line.y0, x1: xs[index + 1] ?? 0, y1: line.y1 },
    full: false,
  }));
  for (const { words } of lines) for (const word of words) placeWord(row, word, xs, page);
  return row;
}

/** A word over several columns is a merged cell; two words in one column are one text of two lines. */
function placeWord(row: DraftCell[], word: Word, xs: readonly number[], page: number): void {
  const middle = (word.x0 + word.x1) / 2;
  const first = xs.findIndex((x, index) => index + 1 < xs.length && overlaps(word, x, xs[index + 1] ?? 0));
  const at = first === -1 ? xs.findLastIndex((x, index) => index + 1 < xs.length && x <= middle) : first;
  const here = row[Math.max(at, 0)];
  if (here === undefined) return;
  const text = here.text === '' ? word.text : `${here.text}\n${word.text}`;
  const box = here.text === '' ? boundsOf([word]) : boundsOf([here.box, word]);
  const cell = { text, page, box, full: false };
  for (let index = Math.max(at, 0); index < row.length; index++) {
    if (index > at && !overlaps(word, xs[index] ?? 0, xs[index + 1] ?? 0)) break;
    row[index] = cell;
  }
}

function overlaps(word: Word, from: number, to: number): boolean {
  const shared = Math.min(word.x1, to) - Math.max(word.x0, from);
  return shared > Math.min(0.6 * word.em, 0.5 * (word.x1 - word.x0));
}
