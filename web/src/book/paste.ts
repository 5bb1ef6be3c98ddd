import type { AmountUnit } from '../words/money.ts';
import type { GridColumn } from './columns.ts';
import type { CopiedCell, CopiedRange } from './copied.ts';
import type { Range } from './spots.ts';

/** A pasted cell that was not understood: its place keeps what was there. */
export interface RefusedCell {
  readonly row: number;
  readonly field: string;
  readonly title: string;
  readonly text: string;
}

export interface PastedRows<Row> {
  readonly rows: readonly Row[];
  readonly refused: readonly RefusedCell[];
  /** Lines that were put in. */
  readonly lines: number;
  /** Lines left out: heads of columns, and sums that the lines give themselves. */
  readonly heads: number;
  readonly sums: number;
  /** The unit that the heads name. */
  readonly unit: AmountUnit | null;
  /** The amounts of the lines that were put in, in 分. */
  readonly fen: readonly number[];
}

export interface PasteTask<Row> {
  readonly rows: readonly Row[];
  readonly columns: readonly GridColumn<Row>[];
  /** The chosen cells: the range begins at their corner; a single copied cell fills them all. */
  readonly at: Range;
  readonly copied: CopiedRange;
  readonly newRow: (above: Row | undefined) => Row;
  /** What amounts without a unit are in, where it is not that of their column. */
  readonly unit?: AmountUnit | null;
}

/**
 * Puts a copied range into the lines; lines that are missing are added. Columns that cannot be edited are left
 * out where the range fits better without them: a spreadsheet does not have them, a range copied here does.
 */
export function paste<Row>(task: PasteTask<Row>): PastedRows<Row> {
  const { columns, at, copied } = task;
  const [only] = copied.length === 1 && copied[0]?.length === 1 ? copied[0] : [];
  if (only !== undefined) return filled(task, only);
  const beside = columns.slice(at.left);
  const edited = pasted(
    task,
    beside.filter(({ fixed }) => fixed !== true),
  );
  if (edited.refused.length === 0 || beside.every(({ fixed }) => fixed !== true)) return edited;
  const whole = pasted(task, beside);
  return whole.refused.length < edited.refused.length ? whole : edited;
}

const none = { refused: [], heads: 0, sums: 0, unit: null, fen: [] } as const;

/** One cell for all that are chosen. */
function filled<Row>({ rows, columns, at }: PasteTask<Row>, cell: CopiedCell): PastedRows<Row> {
  const refused: RefusedCell[] = [];
  const chosen = columns.slice(at.left, at.right + 1);
  const changed = rows.map((row, i) =>
    i < at.top || i > at.bottom
      ? row
      : chosen.reduce((each, column) => putIn({ row: each, column, cell, at: i, refused, unit: null }), row),
  );
  return { ...none, rows: changed, refused, lines: at.bottom - at.top + 1 };
}

function pasted<Row>(task: PasteTask<Row>, targets: readonly GridColumn<Row>[]): PastedRows<Row> {
  const { rows, at, newRow } = task;
  const { lines, heads, sums, named } = usefulLines(task, targets);
  const unit = named ?? task.unit ?? null;
  const changed = [...rows];
  const refused: RefusedCell[] = [];
  const fen: number[] = [];
  for (const [i, cells] of lines.entries()) {
    const place = Math.min(at.top + i, changed.length);
    let row = changed[place] ?? newRow(changed[place - 1]);
    for (const [j, column] of targets.slice(0, cells.length).entries())
      row = putIn({ row, column, cell: cells[j], at: place, refused, unit });
    changed[place] = row;
    const amount = targets.slice(0, cells.length).find(({ fenOf }) => fenOf !== undefined);
    if (amount?.fenOf !== undefined) fen.push(amount.fenOf(row));
  }
  return { rows: changed, refused, lines: lines.length, heads, sums, unit: named, fen };
}

interface PutTask<Row> {
  readonly row: Row;
  readonly column: GridColumn<Row>;
  readonly cell: CopiedCell | undefined;
  readonly at: number;
  readonly refused: RefusedCell[];
  readonly unit: AmountUnit | null;
}

function putIn<Row>({ row, column, cell, at, refused, unit }: PutTask<Row>): Row {
  const put = column.put(row, textFor(column, cell, unit));
  const text = cell?.text.trim() ?? '';
  // Nothing to choose keeps what was chosen.
  if (put === null && text !== '') refused.push({ row: at, field: column.field, title: column.title, text });
  return put ?? row;
}

const unitWords: Readonly<Record<AmountUnit, string>> = { wan: '万元', yuan: '元' };

/** What a cell means in a column: an amount that is merged stands once; one without a unit gets that of its head. */
function textFor<Row>(
  column: GridColumn<Row>,
  cell: CopiedCell | undefined,
  unit: AmountUnit | null,
): string {
  if (cell === undefined) return '';
  if (column.amount !== true) return cell.text;
  if (cell.repeated) return '';
  const isPlain = unit !== null && /\d\s*\)?\s*$/.test(cell.text);
  return isPlain ? `${cell.text.trim()}${unitWords[unit]}` : cell.text;
}

interface UsefulLines {
  readonly lines: CopiedRange;
  readonly heads: number;
  readonly sums: number;
  readonly named: AmountUnit | null;
}

/** More lines than that are no heads. */
const mostHeads = 5;

/** The lines without those above that are heads, without sums, and without empty ones. */
function usefulLines<Row>(task: PasteTask<Row>, targets: readonly GridColumn<Row>[]): UsefulLines {
  const { copied, at, rows, newRow } = task;
  const sample = newRow(rows[at.top]);
  const first = copied.slice(0, mostHeads + 1).findIndex((line) => !isHead(line, targets, sample));
  const heads = first < 0 ? [] : copied.slice(0, first);
  const below = copied.slice(heads.length);
  const lines = below.filter((line) => !isSum(line) && line.some(({ text }) => text.trim() !== ''));
  const sums = below.filter(isSum).length;
  return { lines, heads: heads.length, sums, named: unitIn(heads) };
}

/** A line whose amount is a text, or which names the columns. */
function isHead<Row>(line: readonly CopiedCell[], targets: readonly GridColumn<Row>[], sample: Row): boolean {
  const amount = targets.findIndex(({ amount: is }) => is === true);
  const text = line[amount]?.text.trim() ?? '';
  if (amount >= 0 && amount < line.length && text !== '')
    return targets[amount]?.put(sample, text) === null && !/\d/.test(text);
  return line.some((cell, i) => cell.text.trim() !== '' && cell.text.trim() === targets[i]?.title);
}

function isSum(line: readonly CopiedCell[]): boolean {
  return line.some(({ text }) => /^(?:合计|小计|总计|共计)[：:]?$/.test(text.replace(/\s/g, '')));
}

function unitIn(heads: CopiedRange): AmountUnit | null {
  const words = heads.flat().map(({ text }) => text);
  if (words.some((text) => text.includes('万元'))) return 'wan';
  return words.some((text) => /[（(：:]\s*元/.test(text)) ? 'yuan' : null;
}

/** So many times less or more than the other lines: rather another unit than other amounts. */
const suspicious = 500;
/** Without other lines: no department's usual line is as small as that, in 分. */
const small = 100_000;

/**
 * The unit that pasted amounts rather are in, where they were taken to be in `unit`: with the amounts in 分 as
 * they were taken, and those that stood there. Null where there is no doubt.
 */
export function likelyUnit(
  unit: AmountUnit,
  fen: readonly number[],
  before: readonly number[],
): AmountUnit | null {
  const amounts = sizes(fen);
  if (amounts.length < 3) return null;
  const [usual, other] = [middle(amounts), sizes(before)];
  const least = other.length < 3 ? small : middle(other) / suspicious;
  if (unit === 'yuan') return usual < least ? 'wan' : null;
  return other.length >= 3 && usual > middle(other) * suspicious ? 'yuan' : null;
}

function sizes(fen: readonly number[]): readonly number[] {
  return fen.filter((each) => each !== 0).map(Math.abs);
}

function middle(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
}
