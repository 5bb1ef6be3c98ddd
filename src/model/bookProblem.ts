import type { Language } from './language.ts';

/** A sentence in both languages; {field} stands for what the field is called. */
export type Words = Readonly<Record<Language, string>>;

export function words(zh: string, en: string): Words {
  return { zh, en };
}

/** Something in a book that must be put right before it is composed. */
export interface BookProblem {
  /** The field: facts[3].function. */
  readonly path: string;
  /** What to enter. */
  readonly message: Words;
  /** The cell of the workbook that holds the field. */
  readonly place?: BookCell;
  /** Another field that the message names as {other}, and what it is called without a workbook. */
  readonly other?: { readonly path: string; readonly words: Words };
}

const thisField: Words = { zh: '这一项', en: 'This field' };

/** What to enter; `title`: what the field is called, where it has a name. */
export function problemText(
  { message, other }: Pick<BookProblem, 'message' | 'other'>,
  language: Language,
  title: string | null = null,
): string {
  const field = title === null ? thisField[language] : `“${title}”`;
  const filled = message[language].replaceAll('{field}', () => field);
  return other === undefined ? filled : filled.replaceAll('{other}', () => other.words[language]);
}

/** A cell of the book's workbook, A1 style. */
export interface BookCell {
  readonly sheet: string;
  readonly cell: string;
}

/** Where a field stands: its own cell, else the first cell below it, else that of what holds it. */
export function cellOfPath(path: string, cells: ReadonlyMap<string, BookCell>): BookCell | null {
  const own = cells.get(path);
  if (own !== undefined) return own;
  for (const [known, cell] of cells) {
    if (known.startsWith(`${path}.`) || known.startsWith(`${path}[`)) return cell;
  }
  const above = path.replace(/(?:\.[^.[\]]+|\[\d+\])$/, '');
  return above === path || above === '' ? null : cellOfPath(above, cells);
}

/** One problem with a field. */
export function problem(path: string, zh: string, en: string): readonly BookProblem[] {
  return [{ path, message: words(zh, en) }];
}

/** 分 as 元 with separators: 22,060,000.00. */
export function yuan(fen: number): string {
  const size = Math.abs(fen);
  const whole = String(Math.floor(size / 100)).replace(/\B(?=(?:\d{3})+$)/g, ',');
  return `${fen < 0 ? '-' : ''}${whole}.${String(size % 100).padStart(2, '0')}`;
}
