import type { EvaluatedFunds, Evaluation, EvaluationNumber, ScoredRow } from '../../../model/disclosure.ts';
import type { Ledger } from '../../ledger.ts';
import { relation, termsOfSum, type Relation } from '../../relation.ts';
import type { Observation, Rule } from '../../rule.ts';
import type { Term } from '../../term.ts';
import { sheetFigure } from '../../sheetFigures.ts';
import { culpritAt, observe } from './observation.ts';

const id = 'performance.selfEvaluation';

/**
 * A self-evaluation's own arithmetic: 执行率 = 执行数 ÷ 全年预算数, the total of the money = its sources, the total of
 * 分值 and of 得分 = the sums of their columns; and no row gets more than it is worth.
 */
export const selfEvaluation: Rule = {
  id,
  severity: 'error',
  authority: 'arithmetic',
  check: ({ disclosure, ledger }) => {
    const { evaluations = [] } = disclosure;
    return {
      observations: evaluations.flatMap(observationsOf),
      relations: evaluations.flatMap((evaluation) => relationsOf(evaluation, ledger)),
      pass: 0,
    };
  },
};

function observationsOf(evaluation: Evaluation): readonly Observation[] {
  const wrong = scoreSums(evaluation).filter((sum) => !holds(sum));
  return [...aboveWeight(evaluation), ...wrong.map(wrongTotal)].map((observation) => ({
    ...observation,
    params: { ...observation.params, ...sheetWords(evaluation) },
  }));
}

function relationsOf(evaluation: Evaluation, ledger: Ledger): readonly Relation[] {
  const { funds } = evaluation;
  const found = [
    ...funds.flatMap((row) => rateOf(row, ledger)),
    ...sourcesOf(funds, 'budget', ledger),
    ...sourcesOf(funds, 'spent', ledger),
    ...scoreSums(evaluation)
      .filter(holds)
      .map((sum) => sumOfScores(sum, ledger)),
  ];
  return found.map((each) => ({ ...each, says: sheetWords(evaluation) }));
}

/** What a finding calls the table. */
function sheetWords({ name }: Evaluation): { readonly sheet: string } {
  return { sheet: name === null ? '' : `“${name}”` };
}

function rateOf({ budget, spent, rate }: EvaluatedFunds, ledger: Ledger): readonly Relation[] {
  if (budget === null || spent === null || rate === null || budget.fen <= 0) return [];
  const figures = [budget, spent].map((amount) => sheetFigure(ledger, amount).id);
  const [whole = 0, part = 0] = figures;
  const quotient = rateVariable(ledger, rate);
  const terms: readonly Term[] = [
    { figure: quotient, weight: 0, role: 'part' },
    { figure: part, weight: 1, role: 'part' },
    { figure: whole, weight: 1, role: 'base' },
  ];
  const ratio = {
    rate: quotient,
    part: [{ figure: part, weight: 1 }],
    whole: [{ figure: whole, weight: 1 }],
  };
  return [relation(id, terms, { ratio })];
}

/** Sources that stand side by side; a row that says 其中 of another source is none of them. */
const sourceSets: readonly RegExp[] = [
  /^(?:其中[:：])?(?:(?:当年|本年|年度)财政拨款|上年结转(?:资金|结余)?|其他资金)$/,
  /^(?:其中[:：])?(?:财政(?:拨款|资金)|财政专户管理资金|单位资金|其他资金)$/,
];

function sourcesOf(
  funds: readonly EvaluatedFunds[],
  column: 'budget' | 'spent',
  ledger: Ledger,
): readonly Relation[] {
  const [first, ...sources] = funds;
  const total = first?.[column] ?? null;
  const isFlat = sourceSets.some((set) => sources.every(({ label }) => set.test(label)));
  const parts = sources.flatMap((row) => row[column] ?? []);
  const named = new Set(sources.map(({ label }) => label)).size === sources.length;
  if (total === null || !isFlat || !named || parts.length === 0) return [];
  const addends = parts.map((part) => sheetFigure(ledger, part).id);
  return [relation(id, termsOfSum(sheetFigure(ledger, total).id, addends))];
}

type Scores = Pick<Evaluation, 'execution' | 'indicators' | 'total'>;

interface ScoreSum {
  readonly total: EvaluationNumber;
  readonly rows: readonly EvaluationNumber[];
}

/** The totals of points with what they add up; a row without its number leaves its sum open. */
function scoreSums({ execution, indicators, total }: Scores): readonly ScoreSum[] {
  if (total === null || indicators.length === 0) return [];
  const all = execution === null ? indicators : [execution, ...indicators];
  const rows = total.weight !== null && isSum(total.weight, indicators) ? indicators : all;
  return (['weight', 'score'] as const).flatMap((column) => {
    const whole = total[column];
    const parts = rows.flatMap((row) => row[column] ?? []);
    return whole === null || parts.length !== rows.length || parts.length < 2
      ? []
      : [{ total: whole, rows: parts }];
  });
}

function holds({ total, rows }: ScoreSum): boolean {
  return rows.reduce((sum, row) => sum + thousandths(row), 0) === thousandths(total);
}

function sumOfScores({ total, rows }: ScoreSum, ledger: Ledger): Relation {
  const addends = rows.map((row) => scoreVariable(ledger, row));
  return relation(id, termsOfSum(scoreVariable(ledger, total), addends));
}

/** Rows are scored first and added up last: the total is what is looked at, its rows are the evidence. */
function wrongTotal({ total, rows }: ScoreSum): Observation {
  const sum = rows.reduce((all, row) => all + thousandths(row), 0) / 1000;
  const scale = Math.max(...[total, ...rows].map((row) => row.scale));
  const culprit = culpritAt(total.place, total.text, { text: sum.toFixed(scale), fen: null });
  const evidence = rows
    .slice(0, mostRows)
    .map(({ text, place }) => ({ role: 'addend', text, fen: null, place }) as const);
  return observe(id, 'error', culprit, { variant: 'total', evidence });
}

const mostRows = 12;

/** Some tables count the carrying out of the budget among the hundred points, some beside them. */
function isSum(total: EvaluationNumber, rows: readonly ScoredRow[]): boolean {
  const sum = rows.reduce((all, { weight }) => all + (weight === null ? 0 : thousandths(weight)), 0);
  return sum === thousandths(total);
}

function thousandths({ digits, scale }: EvaluationNumber): number {
  return Math.round((digits * 1000) / 10 ** scale);
}

function aboveWeight({ execution, indicators, total }: Evaluation): readonly Observation[] {
  const rows = [
    ...(execution === null ? [] : [execution]),
    ...indicators,
    ...(total === null ? [] : [total]),
  ];
  return rows.flatMap(({ label, weight, score }) => {
    if (weight === null || score === null || weight.percent !== score.percent) return [];
    if (thousandths(score) <= thousandths(weight)) return [];
    const culprit = culpritAt(score.place, score.text);
    return [observe(id, 'warning', culprit, { variant: 'above', params: { label, weight: weight.text } })];
  });
}

function scoreVariable(ledger: Ledger, number: EvaluationNumber): number {
  const { text, place, scale } = number;
  return ledger.addVariable({
    kind: 'count',
    origin: 'sheet',
    value: thousandths(number),
    // Points are given, not rounded.
    unit: 0,
    text,
    place,
    express: (value) => ({ text: (value / 1000).toFixed(scale), fen: null }),
    decimals: (doubled) => String(doubled / 2000),
  }).id;
}

/** 94.44%, 94.44 and 0.9444 are one rate: a number without its sign is a percentage where it is above one and a half. */
function rateVariable(ledger: Ledger, { text, place, digits, scale, percent }: EvaluationNumber): number {
  const printed = digits / 10 ** scale;
  const isPercent = percent || printed > 1.5;
  const per = isPercent ? 10_000 : 1_000_000;
  return ledger.addVariable({
    kind: 'rate',
    origin: 'sheet',
    value: Math.round(printed * per),
    unit: per / 10 ** scale,
    text,
    place,
    express: (value) => ({ text: `${(value / per).toFixed(scale)}${percent ? '%' : ''}`, fen: null }),
    decimals: (doubled) => String(doubled / 2 / per),
  }).id;
}
