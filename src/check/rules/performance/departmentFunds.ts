import type { DepartmentGoal, SheetAmount } from '../../../model/disclosure.ts';
import type { Figure } from '../../../model/figure.ts';
import type { Scope } from '../../../model/scope.ts';
import { relation, termsOfSame, termsOfSum, type Relation } from '../../relation.ts';
import type { Rule, RuleContext } from '../../rule.ts';
import { tableIndex } from '../../scopeIndex.ts';
import { sheetFigure } from '../../sheetFigures.ts';
import { goalsOf } from '../../../model/goals.ts';

const id = 'performance.departmentFunds';

/**
 * The money beside the goals of a whole department: 基本支出 and 项目支出 make the total, the tasks make
 * theirs, and all of it is what the tables print.
 */
export const departmentFunds: Rule = {
  id,
  severity: 'error',
  authority: 'arithmetic',
  check: (context) => ({
    observations: [],
    relations: goalsOf(context.disclosure).flatMap((goal) => [
      ...ownSums(goal, context),
      ...taskSums(goal, context),
      ...againstTables(goal, context),
    ]),
    pass: 0,
  }),
};

type Amounts = readonly (SheetAmount | null | undefined)[];

/** total = Σ parts, where all are printed. */
function sum(
  total: SheetAmount | null | undefined,
  parts: Amounts,
  holds: Relation['holds'],
  { ledger }: RuleContext,
): readonly Relation[] {
  const printed = parts.filter((part) => part !== null && part !== undefined);
  if (total === null || total === undefined || printed.length !== parts.length || parts.length === 0)
    return [];
  const addends = printed.map((part) => sheetFigure(ledger, part).id);
  return [relation(id, termsOfSum(sheetFigure(ledger, total).id, addends), { holds })];
}

/** Other kinds of expenditure than the two that the sheet prints. */
function hasOtherNature({ disclosure }: RuleContext): boolean {
  const others = ['business', 'toSuperior', 'toAffiliated'];
  return disclosure.figures.some(({ scope, fen }) => fen !== 0 && others.includes(scope.nature ?? ''));
}

function ownSums({ funds, tasksTotal }: DepartmentGoal, context: RuleContext): readonly Relation[] {
  const { total, basic, project } = funds;
  return [
    ...sum(total, [basic, project], hasOtherNature(context) ? 'unknown' : 'always', context),
    ...same(total, tasksTotal?.total, context),
  ];
}

/** The tasks may be those of the projects only: their sum may verify the total, and accuses nothing. */
function same(
  total: SheetAmount | null,
  tasks: SheetAmount | null | undefined,
  { ledger }: RuleContext,
): readonly Relation[] {
  if (total === null || tasks === null || tasks === undefined) return [];
  return [sameFigure(sheetFigure(ledger, total), sheetFigure(ledger, tasks), 'unknown')];
}

function sameFigure(a: Figure, b: Figure, holds: Relation['holds']): Relation {
  return relation(id, termsOfSame(a.id, b.id), { holds });
}

const taskColumns = ['total', 'fiscal', 'other'] as const;

function taskSums({ tasks = [], tasksTotal }: DepartmentGoal, context: RuleContext): readonly Relation[] {
  const rows = [...tasks, ...(tasksTotal ? [tasksTotal] : [])];
  return [
    ...taskColumns.flatMap((column) => {
      const parts = tasks.flatMap((task) => task[column] ?? []);
      // A task without an amount in a column of amounts has nothing there, unless all are left blank.
      return parts.length === 0 || (column === 'total' && parts.length < tasks.length)
        ? []
        : sum(tasksTotal?.[column], parts, 'always', context);
    }),
    ...rows.flatMap((row) => sum(row.total, [row.fiscal, row.other], 'always', context)),
  ];
}

/** Which money of the tables a sheet may speak of: everything, without 上年结转, 财政拨款, one fund. */
const bases: readonly Scope[] = [
  {},
  { vintage: 'current' },
  { fund: 'fiscal' },
  { fund: 'fiscal', vintage: 'current' },
  { fund: 'general' },
  { fund: 'general', vintage: 'current' },
];

interface Pair {
  readonly stated: SheetAmount;
  readonly printed: Figure;
}

/**
 * The sheet's amounts against the tables, in the reading under which most of them agree. With one agreement
 * that is not the total, or none, the sheet may speak of other money.
 */
function againstTables(goal: DepartmentGoal, context: RuleContext): readonly Relation[] {
  const readings = bases.map((base) => pairsIn(goal, base, context));
  const agreeing = readings.map((pairs) => pairs.filter(agree));
  const most = Math.max(...agreeing.map(({ length }) => length));
  const at = agreeing.findIndex(({ length }) => length === most);
  const pairs = readings[at] ?? [];
  const { total } = goal.funds;
  const sure = most >= 2 || (agreeing[at] ?? []).some(({ stated }) => stated === total);
  return pairs
    .filter((pair) => sure || agree(pair))
    .map(({ stated, printed }) => sameFigure(sheetFigure(context.ledger, stated), printed, 'always'));
}

function agree({ stated, printed }: Pair): boolean {
  return stated.fen !== 0 && 2 * Math.abs(stated.fen - printed.fen) <= stated.unitFen + printed.unitFen;
}

function pairsIn(goal: DepartmentGoal, base: Scope, { disclosure }: RuleContext): readonly Pair[] {
  const { total, basic, project } = goal.funds;
  const { byScope, coder } = tableIndex(disclosure);
  const stated = [
    [total ?? goal.tasksTotal?.total, {}],
    [basic, { nature: 'basic' }],
    [project, { nature: 'project' }],
  ] as const;
  return stated.flatMap(([amount, own]) => {
    if (amount === null || amount === undefined) return [];
    const year = disclosure.year === null ? {} : { year: String(disclosure.year) };
    const scope: Scope = {
      ...year,
      stage: disclosure.stage,
      flow: 'expenditure',
      use: 'spent',
      ...base,
      ...own,
    };
    const printed = byScope.get(coder.encode(scope))?.[0];
    return printed === undefined ? [] : [{ stated: amount, printed }];
  });
}
