import { plain } from '../../../model/diff/figures.ts';
import {
  fundSources,
  type Disclosure,
  type ProjectSheet,
  type SheetAmount,
} from '../../../model/disclosure.ts';
import { decimalsOf, fenPerUnit, type MoneyUnit } from '../../../model/money.ts';
import { horizonTerms } from '../../../model/words/terms.ts';
import type { CorrectedFigure, PrintedAmount } from './corrected.ts';

/** The amounts of performance sheets that differ; a sheet is the same one by its project's name. */
export function correctedSheets(before: Disclosure, after: Disclosure): readonly CorrectedFigure[] {
  const [old, fresh] = [sheetAmounts(before), sheetAmounts(after)];
  const keys = [...new Set([...fresh.keys(), ...old.keys()])];
  return keys.flatMap((key) => corrected(old.get(key), fresh.get(key)));
}

interface NamedAmount {
  readonly part: string;
  readonly row: string;
  readonly column: string;
  readonly amount: SheetAmount;
}

function corrected(old: NamedAmount | undefined, fresh: NamedAmount | undefined): readonly CorrectedFigure[] {
  const shown = fresh ?? old;
  const changeFen = (fresh?.amount.fen ?? 0) - (old?.amount.fen ?? 0);
  if (shown === undefined || changeFen === 0) return [];
  const { part, row, column, amount } = shown;
  const unit = unitOf(amount);
  return [{ part, row, column, unit, before: printed(old), after: printed(fresh), changeFen }];
}

function printed(named: NamedAmount | undefined): PrintedAmount | null {
  if (named === undefined) return null;
  const { text, fen, place } = named.amount;
  return { text, fen, place };
}

/** The unit that the sheet prints in, by what its last digit counts. */
function unitOf({ text, unitFen }: SheetAmount): MoneyUnit {
  const one = unitFen * 10 ** decimalsOf(text);
  return (Object.keys(fenPerUnit) as MoneyUnit[]).find((unit) => fenPerUnit[unit] === one) ?? '元';
}

const fundWords: Readonly<Record<(typeof fundSources)[number], string>> = {
  total: '资金总额',
  central: '中央资金',
  provincial: '省级资金',
  local: '市县资金',
  own: '单位自筹',
  other: '其他资金',
};

/** Every amount of the sheets by project, horizon and source; a project's second sheet is another one. */
function sheetAmounts({ projects, departmentGoal }: Disclosure): ReadonlyMap<string, NamedAmount> {
  const amounts = new Map<string, NamedAmount>();
  const seen = new Map<string, number>();
  for (const sheet of projects) {
    const nth = (seen.get(plain(sheet.name)) ?? 0) + 1;
    seen.set(plain(sheet.name), nth);
    for (const named of amountsOfSheet(sheet))
      amounts.set([plain(sheet.name), nth, named.row, named.column].join('\n'), named);
  }
  const goal = departmentGoal?.title ?? '';
  for (const [row, amount] of goalAmounts(departmentGoal))
    amounts.set(`\n${row}`, { part: goal, row, column: '', amount });
  return amounts;
}

function amountsOfSheet({ name, funds, otherFunds = [] }: ProjectSheet): readonly NamedAmount[] {
  const part = `绩效目标表 ${name}`;
  const slots = (['period', 'annual'] as const).flatMap((horizon) =>
    fundSources.flatMap((source) => {
      const amount = funds[horizon][source];
      return amount === null ? [] : [{ part, row: fundWords[source], column: horizonTerms[horizon], amount }];
    }),
  );
  const others = otherFunds.map(({ horizon, label, amount }) => {
    return { part, row: label, column: horizonTerms[horizon], amount };
  });
  return [...slots, ...others];
}

function goalAmounts(goal: Disclosure['departmentGoal']): readonly (readonly [string, SheetAmount])[] {
  if (goal === undefined) return [];
  const { total, basic, project } = goal.funds;
  const funds = [
    ['资金总额', total],
    ['基本支出', basic],
    ['项目支出', project],
  ] as const;
  return [
    ...funds.flatMap(([row, amount]) => (amount === null ? [] : [[row, amount] as const])),
    ...(goal.otherFunds ?? []).map(({ label, amount }) => [label, amount] as const),
    ...(goal.tasks ?? []).flatMap(({ name, total: amount }) =>
      amount === null ? [] : [[name, amount] as const],
    ),
  ];
}
