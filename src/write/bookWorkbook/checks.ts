import type { Book, BookProject } from '../../model/book.ts';
import { projectKey } from '../../model/book.ts';
import { sumFen } from '../../model/bookAmounts.ts';
import type { BookColumn, BookList, ComputedColumn, RowRule } from '../../model/bookSheets/sheetForm.ts';
import { fenPerUnit } from '../../model/money.ts';
import { columnRange, type PlacedSheet } from './placed.ts';
import { contentOf, entryValue, type CellContent, type Showing } from './values.ts';

/** A formula with the result that it gives for the book. */
export interface Computed {
  readonly formula: string;
  readonly result: string | number;
}

export const complete = '✓';

/** What the row lacks, in words, the first thing first. */
export function rowCheck(sheet: PlacedSheet, row: number, entry: unknown, showing: Showing): Computed {
  const { list } = sheet.form;
  if (list === null) return { formula: '""', result: '' };
  const tests = [
    ...list.rules.map((rule) => [ruleTest(rule, sheet, row), rule.words] as const),
    ...(list.path === 'projects' ? projectTests(sheet, row) : []),
  ];
  const nested = tests.reduceRight(
    (rest, [test, words]) => `IF(${test},"${words}",${rest})`,
    `"${complete}"`,
  );
  const formula = `IF(COUNTA(${inputs(sheet, row)})=0,"",${nested})`;
  return { formula, result: entry === undefined ? '' : checkWords(list, entry, showing) };
}

/** The cells that the clerk fills in; computed ones stand between them. */
export function inputs({ form, columns }: PlacedSheet, row: number): string {
  const list = form.list;
  const letters = list?.columns.map(({ path }) => columns.get(path) ?? 'A') ?? [];
  const split = 1 + (list?.columns.findIndex(({ path }) => path === list.computedAfter) ?? -1);
  const groups = [letters.slice(0, split), letters.slice(split)].filter((group) => group.length > 0);
  return groups.map((group) => `$${group[0] ?? 'A'}${row}:$${group.at(-1) ?? 'A'}${row}`).join(',');
}

function cellOf({ columns }: PlacedSheet, path: string, row: number): string {
  return `$${columns.get(path) ?? 'A'}${row}`;
}

/** The formula that is true where the rule is broken. */
export function ruleTest({ column, when, mustBeBlank }: RowRule, sheet: PlacedSheet, row: number): string {
  const test = `${cellOf(sheet, column, row)}${mustBeBlank === true ? '<>' : '='}""`;
  if (when === undefined) return test;
  const words = when.in.map((word) => `${cellOf(sheet, when.column, row)}="${word}"`);
  return `AND(OR(${words.join(',')}),${test})`;
}

function projectTests(sheet: PlacedSheet, row: number): readonly (readonly [string, string])[] {
  const cell = (path: string): string => cellOf(sheet, path, row);
  const differs = `ABS(${cell('projectAnnual')}-${cell('projectSpending')})>0.0000005`;
  return [
    [`${cell('projectSpending')}=0`, '“支出”表没有金额'],
    [`AND(${cell('#sheet')}="是",${differs})`, '年度资金与支出不等'],
    [
      `AND(${cell('#sheet')}="是",${cell('projectPeriod')}<${cell('projectAnnual')}-0.0000005)`,
      '实施期资金少于年度',
    ],
  ];
}

function checkWords(list: BookList, entry: unknown, showing: Showing): string {
  const shown = (path: string): CellContent => {
    const column = list.columns.find((known) => known.path === path);
    return column === undefined ? null : shownContent(entry, column, showing);
  };
  const broken = list.rules.find(
    ({ column, when, mustBeBlank }) =>
      (shown(column) === null) !== (mustBeBlank === true) &&
      (when === undefined || when.in.includes(String(shown(when.column)))),
  );
  if (broken !== undefined) return broken.words;
  return list.path === 'projects' ? projectWords(entry as BookProject, showing) : complete;
}

/** The content of an entry's cell; amounts of lines are blank in a book that is to be filled in anew. */
export function shownContent(entry: unknown, column: BookColumn, showing: Showing): CellContent {
  const content = contentOf(entryValue(entry, column.path), column.cell, showing);
  return showing.blankAmounts && column.cell.kind === 'amount' && content === 0 ? null : content;
}

function projectWords(project: BookProject, { book }: Showing): string {
  const spending = projectAmount('projectSpending', project, book);
  const annual = projectAmount('projectAnnual', project, book);
  if (spending === 0) return '“支出”表没有金额';
  if (project.sheet === undefined) return complete;
  if (annual !== spending) return '年度资金与支出不等';
  return projectAmount('projectPeriod', project, book) < annual ? '实施期资金少于年度' : complete;
}

function projectAmount(key: ComputedColumn['key'], project: BookProject, book: Book): number {
  if (key === 'projectSpending')
    return sumFen(book.facts.filter((fact) => fact.project === projectKey(project)));
  const funds = project.sheet?.funds[key === 'projectAnnual' ? 'annual' : 'period'] ?? {};
  return Object.values(funds).reduce<number>((sum, fen) => sum + fen, 0);
}

/** A computed column's cell. */
export function computedCell(
  key: ComputedColumn['key'],
  sheet: PlacedSheet,
  row: number,
  entry: unknown,
  showing: Showing,
  facts: PlacedSheet,
): Computed {
  const sums: Readonly<Record<ComputedColumn['key'], () => string>> = {
    projectSpending: () => {
      const own = `IF(${cellOf(sheet, 'id', row)}="",${cellOf(sheet, 'name', row)},${cellOf(sheet, 'id', row)})`;
      return `SUMPRODUCT(--(${columnRange(facts, 'project')}=${own}),${columnRange(facts, 'fen')})`;
    },
    projectAnnual: () => fundsSum(sheet, row, 'annual'),
    projectPeriod: () => fundsSum(sheet, row, 'period'),
  };
  const formula = `IF(${cellOf(sheet, 'name', row)}="","",${sums[key]()})`;
  if (entry === undefined) return { formula, result: '' };
  const fen = projectAmount(key, entry as BookProject, showing.book);
  return { formula, result: fen / fenPerUnit[showing.unit] };
}

function fundsSum(sheet: PlacedSheet, row: number, horizon: string): string {
  const cells = ['central', 'other'].map((source) => cellOf(sheet, `sheet.funds.${horizon}.${source}`, row));
  return `SUM(${cells.join(':')})`;
}
