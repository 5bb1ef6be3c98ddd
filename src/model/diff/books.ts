import type { Book, BookFact } from '../book.ts';
import { projectKey } from '../book.ts';
import { bookSheets } from '../bookSheets/bookSheets.ts';
import type { BookField } from '../bookSheets/sheetForm.ts';
import { codeList } from '../codes/codes.ts';
import type { CodeAxis } from '../codes/entries.ts';
import { sheetTexts } from '../disclosure.ts';
import { addFen, formatAmount } from '../money.ts';
import {
  fundTerms,
  horizonTerms,
  itemTerms,
  natureTerms,
  sheetTextTerms,
  sourceTerms,
  vintageTerms,
} from '../words/terms.ts';
import type { Compared, Comparison, FigureChange, TextChange } from './comparison.ts';
import { newName, newNamesIn, type NewNames } from './figures.ts';
import { goalLines } from './goal.ts';
import { changedParagraphs, type ChangedText } from './paragraphs.ts';
import { changedProjects, lines, type ProjectFacts } from './projects.ts';

/** What differs between two books. */
export function compareBooks(
  before: Book,
  after: Book,
  files: { readonly old: string; readonly new: string },
): Comparison {
  const { projects, indicators, texts } = changedProjects(projectsOf(before), projectsOf(after));
  // A second unit, or another name of the only one, changes no amount of the lines that were there.
  const single = before.units.length < 2 && after.units.length < 2;
  const first = before.units.length === 1 ? before.units[0]?.name : undefined;
  const unitOf = (unit: string): string => (single || unit === first ? '' : unit);
  return {
    old: comparedOf(before, files.old),
    new: comparedOf(after, files.new),
    figures: changedAmounts(
      amountsOf(before, newNamesIn(projects), unitOf),
      amountsOf(after, new Map(), unitOf),
    ),
    projects,
    indicators,
    texts: [...changedFields(before, after), ...changedLists(before, after), ...texts],
  };
}

function comparedOf({ department, year, form }: Book, file: string): Compared {
  return { file, kind: 'book', department: department.name, year, form: form ?? null };
}

/** An amount of the book with the words that name it. */
interface Amount {
  readonly part: string;
  readonly row: string;
  readonly column: string;
  readonly fen: number;
}

/** How an amount names its unit; empty where it goes without saying. */
type UnitOf = (unit: string) => string;

function amountsOf(book: Book, renamed: NewNames, unitOf: UnitOf): readonly Amount[] {
  return [
    ...book.facts.map((fact) => factAmount(fact, book, renamed, unitOf)),
    ...book.revenue.map((line) => ({
      part: '收入',
      row: joined(codeWords('revenue', line.revenueCode, book), codeWords('function', line.function, book)),
      column: joined(fundTerms[line.fund], unitOf(line.unit)),
      fen: line.fen,
    })),
    ...book.threePublic.map(({ unit, item, fund, fen }) => ({
      part: '三公经费',
      row: itemTerms[item] ?? item,
      column: joined(fundTerms[fund], unitOf(unit)),
      fen,
    })),
    ...Object.entries(book.previous?.byClass ?? {}).map(([code, fen]) => ({
      part: '上年数',
      row: codeWords('function', code, book),
      column: '上年预算数',
      fen,
    })),
    ...fieldsOf('amount').flatMap(({ form, field }) => {
      const fen = valueAt(book, field.path);
      return typeof fen === 'number' ? [{ part: form, row: field.title, column: '金额', fen }] : [];
    }),
    ...book.projects.flatMap(({ name, sheet }) =>
      (['period', 'annual'] as const).flatMap((horizon) =>
        Object.entries(sheet?.funds[horizon] ?? {}).map(([source, fen]) => ({
          part: '项目资金',
          row: newName(name, renamed),
          column: joined(horizonTerms[horizon], sourceTerms[source]),
          fen,
        })),
      ),
    ),
  ];
}

function factAmount(fact: BookFact, book: Book, renamed: NewNames, unitOf: UnitOf): Amount {
  const { deptEconomic, govEconomic, nature, fund, vintage, unit, fen } = fact;
  const project = book.projects.find((own) => projectKey(own) === fact.project)?.name ?? fact.project;
  return {
    part: '支出',
    row: joined(
      codeWords('function', fact.function, book),
      project === undefined ? '' : newName(project, renamed),
    ),
    column: joined(
      natureTerms[nature],
      codeWords('deptEconomic', deptEconomic, book),
      codeWords('govEconomic', govEconomic, book),
      fundTerms[fund],
      vintageTerms[vintage],
      unitOf(unit),
    ),
    fen,
  };
}

function codeWords(axis: CodeAxis, code: string | undefined, book: Book): string {
  if (code === undefined) return '';
  const own = book.codes?.find((item) => item.axis === axis && item.code === code)?.name;
  const name = own ?? codeList(axis, book.year).find(code)?.name;
  return name === undefined ? code : `${code} ${name}`;
}

function joined(...words: readonly (string | undefined)[]): string {
  return words.filter((word) => word !== undefined && word !== '').join(' · ');
}

/** Amounts of the same words are one. */
function changedAmounts(before: readonly Amount[], after: readonly Amount[]): readonly FigureChange[] {
  const [old, fresh] = [summed(before), summed(after)];
  return [...new Set([...fresh.keys(), ...old.keys()])].flatMap((key) => {
    const [a, b] = [old.get(key), fresh.get(key)];
    const shown = b ?? a;
    const changeFen = (b?.fen ?? 0) - (a?.fen ?? 0);
    if (shown === undefined || changeFen === 0) return [];
    const { part, row, column } = shown;
    return [{ part, row, column, unit: '万元' as const, old: printed(a), new: printed(b), changeFen }];
  });
}

function printed(amount: Amount | undefined): FigureChange['old'] {
  return amount === undefined || amount.fen === 0
    ? null
    : { text: formatAmount(amount.fen, '万元', 2), fen: amount.fen };
}

function summed(amounts: readonly Amount[]): ReadonlyMap<string, Amount> {
  const sums = new Map<string, Amount>();
  for (const amount of amounts) {
    const key = `${amount.part}\n${amount.row}\n${amount.column}`;
    sums.set(key, { ...amount, fen: addFen(sums.get(key)?.fen ?? 0, amount.fen) });
  }
  return sums;
}

interface OwnField {
  readonly form: string;
  readonly field: BookField;
}

/** Single fields of the book: amounts, or everything else. */
function fieldsOf(kind: 'amount' | 'other'): readonly OwnField[] {
  return bookSheets.flatMap(({ name, fields }) =>
    fields
      .filter(({ path, cell }) => !path.startsWith('#') && (cell.kind === 'amount') === (kind === 'amount'))
      .map((field) => ({ form: name, field })),
  );
}

function valueAt(book: Book, path: string): unknown {
  return path
    .split('.')
    .reduce<unknown>(
      (value, key) =>
        typeof value === 'object' && value !== null ? (value as Record<string, unknown>)[key] : undefined,
      book,
    );
}

/** Names, dates, counts and texts that have a cell of their own. */
function changedFields(before: Book, after: Book): readonly TextChange[] {
  return fieldsOf('other').flatMap(({ form, field: { path, title } }) =>
    changedLines(lines(wordsOf(valueAt(before, path))), lines(wordsOf(valueAt(after, path)))).map(
      (change) => ({
        ...change,
        where: [form, title],
      }),
    ),
  );
}

/** One line that became another is one change, however little the two are alike. */
function changedLines(before: readonly string[], after: readonly string[]): readonly ChangedText[] {
  const [old, fresh] = [before[0], after[0]];
  const isOne = before.length === 1 && after.length === 1 && old !== undefined && fresh !== undefined;
  if (!isOne) return changedParagraphs(before, after);
  return old === fresh ? [] : [{ old, new: fresh }];
}

function wordsOf(value: unknown): string {
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean'
    ? String(value)
    : '';
}

/** Lists whose entries are told as a line each. */
function changedLists(before: Book, after: Book): readonly TextChange[] {
  const lists: readonly (readonly [title: string, of: (book: Book) => readonly string[]])[] = [
    [
      '单位',
      ({ units }) =>
        units.map(({ name, kind }) => `${name}（${kind === 'administrative' ? '行政、参公' : '事业'}）`),
    ],
    ['机构职责', ({ overview }) => overview.offices.map(({ name, text }) => `${name}：${text}`)],
    ['政府购买服务', ({ purchasedServices }) => purchasedServices],
    [
      '整体绩效指标',
      ({ departmentGoal }) =>
        goalLines(departmentGoal === undefined ? undefined : { ...departmentGoal, goal: '' }),
    ],
    ['名词解释', ({ glossary }) => glossary.map(({ term, definition = '' }) => joined(term, definition))],
    [
      '不公开决定',
      ({ decisions = [] }) => decisions.map(({ document, date, level }) => joined(document, date, level)),
    ],
    ['补充科目', ({ codes = [] }) => codes.map(({ axis, code, name }) => joined(axis, `${code} ${name}`))],
  ];
  return lists.flatMap(([title, of]) =>
    sameNames(changedParagraphs(of(before), of(after))).map((change) => ({ ...change, where: [title] })),
  );
}

/** Entries of a list under one name are one that changed. */
function sameNames(changes: readonly ChangedText[]): readonly ChangedText[] {
  const coming = new Map(
    changes.flatMap(({ old, new: fresh }) =>
      old === null && fresh !== null ? [[nameIn(fresh), fresh]] : [],
    ),
  );
  const going = new Set(
    changes.flatMap(({ old, new: fresh }) => (fresh === null ? [nameIn(old ?? '')] : [])),
  );
  return changes.flatMap((change) => {
    const { old, new: fresh } = change;
    if (fresh === null) return [{ old, new: coming.get(nameIn(old ?? '')) ?? null }];
    return old === null && going.has(nameIn(fresh)) ? [] : [change];
  });
}

/** What an entry of a list is called: 办公室 of 办公室：负责文电. */
function nameIn(entry: string): string {
  return entry.replace(/(?:：|（| · ).*$/su, '');
}

/** Projects with the money that their lines give them. */
function projectsOf(book: Book): readonly ProjectFacts[] {
  return book.projects.map((project) => {
    const { name, sheet } = project;
    const own = book.facts.filter((fact) => fact.project === projectKey(project));
    return {
      name,
      fen: own.reduce((sum, { fen }) => addFen(sum, fen), 0),
      indicators: sheet?.indicators ?? [],
      texts: [
        ['项目属性', sheet?.attribute ?? ''],
        ['项目期', sheet?.term ?? ''],
        ['填报日期', sheet?.filedAt ?? ''],
        ...sheetTexts.map((key) => [sheetTextTerms[key] ?? key, sheet?.texts[key] ?? ''] as const),
      ],
    };
  });
}
