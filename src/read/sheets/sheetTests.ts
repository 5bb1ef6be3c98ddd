import { fundSources } from '../../model/disclosure.ts';
import type { FundSource } from '../../model/disclosure.ts';
import type { HeadField, Horizon, IndicatorColumn, SheetForm } from './sheetForm.ts';
import { indicatorKey, remembered, wordTest } from './sheetWords.ts';
import type { WordTest } from './sheetWords.ts';

export type TextField = keyof SheetForm['texts'];

/** What a label stands for, outside funds, goals and indicators. */
export type FieldLabel =
  | { readonly kind: 'head'; readonly field: HeadField }
  | { readonly kind: 'text'; readonly field: TextField }
  | { readonly kind: 'filedAt' | 'ignored' | 'footer' };

/** What a label of the rows of funds stands for; `elsewhere` is a source without a slot of its own. */
export interface FundLabel {
  readonly slot: FundSource | 'elsewhere';
  readonly total: Horizon | 'neutral' | null;
}

export type GoalWord = 'both' | Horizon;

/** The words of a form as tests over folded labels. */
export interface SheetTests {
  readonly title: WordTest;
  readonly departmentTitle: WordTest;
  readonly departmentMark: WordTest;
  readonly field: (key: string) => FieldLabel | null;
  readonly fund: (key: string) => FundLabel | null;
  readonly fundHead: WordTest;
  readonly goal: (key: string) => GoalWord | null;
  readonly indicatorHead: WordTest;
  readonly columns: Readonly<Record<IndicatorColumn, WordTest>>;
  /** The column of indicators that a word heads; null for another word. */
  readonly column: (key: string) => IndicatorColumn | null;
  readonly level1: WordTest;
  readonly kind: WordTest;
  /** The first level under which a kind stands in this form; null for an unknown kind. */
  readonly level1Of: (key: string) => string | null;
  /** A word that heads a column in a table of projects, so that 项目名称 before it is no label. */
  readonly columnHead: WordTest;
  /** Any label that tells a sheet. */
  readonly sheetLabel: WordTest;
}

function tests<Key extends string>(
  words: Readonly<Record<Key, readonly string[]>>,
): Readonly<Record<Key, WordTest>> {
  const entries = Object.entries<readonly string[]>(words).map(([key, patterns]) => [
    key,
    wordTest(patterns),
  ]);
  return Object.fromEntries(entries) as Record<Key, WordTest>;
}

/** Compiles a form's words once. */
export function compileSheetForm(form: SheetForm): SheetTests {
  const kinds = form.kinds.map((kind) => ({ test: wordTest(kind.words), level1: kind.level1 }));
  const kind = wordTest(form.kinds.flatMap((entry) => entry.words));
  return {
    title: wordTest(form.titles),
    departmentTitle: wordTest(form.departmentTitles),
    departmentMark: wordTest(form.departmentMarks),
    field: fieldTest(form),
    fund: fundTest(form),
    fundHead: wordTest(form.fundHeads),
    goal: goalTest(form),
    indicatorHead: wordTest(form.indicatorHeads),
    columns: tests(form.columns),
    column: columnTest(form),
    level1: wordTest(form.level1),
    kind,
    level1Of: (key) => kinds.find((entry) => entry.test(key))?.level1 ?? null,
    columnHead: columnHeadTest(form),
    sheetLabel: sheetLabelTest(form),
  };
}

const headFields: readonly HeadField[] = ['name', 'department', 'unit', 'attribute', 'term'];
const textFields: readonly TextField[] = ['overview', 'basis', 'necessity', 'safeguards', 'plan'];

function fieldTest(form: SheetForm): (key: string) => FieldLabel | null {
  const head = tests(form.head);
  const texts = tests(form.texts);
  const other = tests({ filedAt: form.filedAt, footer: form.footer, ignored: form.ignored });
  return remembered((key) => {
    const field = headFields.find((name) => head[name](key));
    if (field !== undefined) return { kind: 'head', field };
    const text = textFields.find((name) => texts[name](key));
    if (text !== undefined) return { kind: 'text', field: text };
    const kind = (['filedAt', 'footer', 'ignored'] as const).find((name) => other[name](key));
    return kind === undefined ? null : { kind };
  });
}

function fundTest(form: SheetForm): (key: string) => FundLabel | null {
  const totals = tests(form.fundTotals);
  const sources = tests(form.sources);
  const elsewhere = wordTest(form.otherSources);
  return remembered((key) => {
    const total = (['period', 'annual', 'neutral'] as const).find((name) => totals[name](key));
    if (total !== undefined) return { slot: 'total', total };
    const slot = fundSources.find((source) => source !== 'total' && sources[source](key));
    if (slot !== undefined) return { slot, total: null };
    return elsewhere(key) ? { slot: 'elsewhere', total: null } : null;
  });
}

const columnRoles: readonly IndicatorColumn[] = [
  'level1',
  'level2',
  'level3',
  'comparison',
  'measure',
  'value',
  'other',
];

function columnTest(form: SheetForm): (key: string) => IndicatorColumn | null {
  const columns = tests(form.columns);
  return remembered((key) => columnRoles.find((role) => columns[role](key)) ?? null);
}

function goalTest(form: SheetForm): (key: string) => GoalWord | null {
  const goals = tests(form.goals);
  return remembered(
    (key) => (['period', 'annual', 'both'] as const).find((name) => goals[name](key)) ?? null,
  );
}

function columnHeadTest(form: SheetForm): WordTest {
  const words = Object.values(form.columns).flat();
  const money =
    '(?:一般公共预算|政府性基金(?:预算)?|国有资本经营预算)(?:拨款|支出|资金|收入)?|(?:本年|年度|项目)?预算(?:数|金额)?';
  return wordTest([
    ...words,
    money,
    '合计',
    '小计',
    '总计',
    '金额',
    '备注',
    '(?:本年|上年|项目)支出',
    '财政拨款.*',
  ]);
}

function sheetLabelTest(form: SheetForm): WordTest {
  const { level1, level2, level3, value } = form.columns;
  const texts = Object.values(form.texts).flat();
  const kinds = form.kinds.flatMap((kind) => kind.words);
  const totals = [...form.fundTotals.period, ...form.fundTotals.annual];
  const label = wordTest([
    ...level1,
    ...level2,
    ...level3,
    ...value,
    ...texts,
    ...kinds,
    ...form.level1,
    ...totals,
  ]);
  return (key) => label(key) || label(indicatorKey(key));
}
