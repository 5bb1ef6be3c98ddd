import type { Book, BookProject } from '../book.ts';
import { words as both, type BookProblem, type Words } from '../bookProblem.ts';
import { amountOfWords, figureAmounts, type FigureAmounts } from './amounts.ts';
import { figureTokens, readReference } from './reference.ts';
import { gather } from '../gather.ts';
import { hiddenBy } from './withheld.ts';

/** How a figure is printed in a sentence. */
export type PrintFigure = (fen: number, unit: '万元' | '元') => string;

/** The text with its references as printed figures; one that means nothing stays, so that it is seen. */
export function resolvedText(text: string, amounts: FigureAmounts, print: PrintFigure): string {
  let resolved = '';
  let at = 0;
  for (const { start, end, words } of figureTokens(text)) {
    const fen = amountOfWords(words, amounts);
    const unit = readReference(words)?.printedIn ?? '万元';
    resolved += text.slice(at, start) + (fen === null ? text.slice(start, end) : print(fen, unit));
    at = end;
  }
  return resolved + text.slice(at);
}

/** The book with every reference in its texts as a printed figure. */
export function withFigures(book: Book, print: PrintFigure): Book {
  if (!linkedTexts(book).some(({ text }) => text.includes('{{'))) return book;
  const amounts = figureAmounts(book);
  const told = (text: string): string => resolvedText(text, amounts, print);
  const { overview, reasons, departmentGoal } = book;
  return {
    ...book,
    overview: {
      duties: told(overview.duties),
      offices: overview.offices.map((office) => ({ ...office, text: told(office.text) })),
    },
    reasons: mapped(reasons, told),
    otherNotes: told(book.otherNotes),
    projects: book.projects.map((project) => withToldSheet(project, told)),
    ...(departmentGoal === undefined
      ? {}
      : { departmentGoal: { ...departmentGoal, goal: told(departmentGoal.goal) } }),
  };
}

function withToldSheet(project: BookProject, told: (text: string) => string): BookProject {
  const { sheet } = project;
  return sheet === undefined
    ? project
    : { ...project, sheet: { ...sheet, texts: mapped(sheet.texts, told) } };
}

function mapped<Texts extends Readonly<Partial<Record<string, string>>>>(
  texts: Texts,
  told: (text: string) => string,
): Texts {
  const entries = Object.entries(texts).map(([key, text]) => [key, text === undefined ? text : told(text)]);
  return Object.fromEntries(entries) as Texts;
}

interface LinkedText {
  readonly path: string;
  readonly text: string;
}

/** The texts that may hold references; `isWanted`: which projects' texts are asked for. */
export function linkedTexts(
  book: Book,
  isWanted: (texts: object) => boolean = () => true,
): readonly LinkedText[] {
  const { overview, departmentGoal } = book;
  const fields = (texts: object, path: string): readonly LinkedText[] =>
    Object.entries(texts).map(([key, text]: [string, unknown]) => ({
      path: `${path}.${key}`,
      text: String(text),
    }));
  return [
    { path: 'overview.duties', text: overview.duties },
    ...overview.offices.map(({ text }, i) => ({ path: `overview.offices[${i}].text`, text })),
    ...fields(book.reasons, 'reasons'),
    { path: 'otherNotes', text: book.otherNotes },
    ...gather(book.projects, ({ sheet }, i) =>
      sheet !== undefined && isWanted(sheet.texts) ? fields(sheet.texts, `projects[${i}].sheet.texts`) : [],
    ),
    ...(departmentGoal === undefined ? [] : [{ path: 'departmentGoal.goal', text: departmentGoal.goal }]),
  ];
}

/** Texts of projects that hold no reference; they are never changed in place, and an editor asks at every keystroke. */
const plain = new WeakSet<object>();

function mayBeLinked(texts: object): boolean {
  if (plain.has(texts)) return false;
  const isLinked = Object.values(texts).some((text: unknown) => String(text).includes('{{'));
  if (!isLinked) plain.add(texts);
  return isLinked;
}

/** References that mean nothing, that the book does not have, or that would tell what is withheld. */
export function figureProblems(book: Book): readonly BookProblem[] {
  const texts = linkedTexts(book, mayBeLinked).filter(({ text }) => text.includes('{{'));
  if (texts.length === 0) return [];
  const amounts = figureAmounts(book);
  return texts.flatMap(({ path, text }) =>
    figureTokens(text).flatMap(({ words }) => {
      const message = problemOf(words, book, amounts);
      return message === null ? [] : [{ path, message }];
    }),
  );
}

function problemOf(words: string, book: Book, amounts: FigureAmounts): Words | null {
  const reference = readReference(words);
  if (reference === null)
    return both(
      `“{{${words}}}”不是预算簿里的数，请改写成“{{支出·212}}”“{{上年·基本支出}}”这样，或直接写数字`,
      `“{{${words}}}” names no figure of a book: write it like “{{支出·212}}” or “{{上年·基本支出}}”, or put the number`,
    );
  if (amounts(reference) === null)
    return both(
      `预算簿里没有“{{${words}}}”这个数，请核对科目、项目或单位，或删去这处关联`,
      `The book has no figure “{{${words}}}”: check the code, project or unit, or remove the link`,
    );
  return hiddenBy(reference, book)
    ? both(
        `“{{${words}}}”会显露依决定不公开的金额，请改用类级科目或总数，或删去`,
        `“{{${words}}}” would tell an amount that is withheld: use a class or a total, or remove it`,
      )
    : null;
}
