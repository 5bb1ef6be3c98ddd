import type {
  DepartmentGoal,
  DisclosureTable,
  NarrativeSection,
  SheetAmount,
  TableCell,
  TableRow,
} from '../model/disclosure.ts';
import type { Place } from '../model/place.ts';

/**
 * The goals of whole departments within the contract's own shapes: their money and tasks as a table with the
 * key `departmentGoal`, what is to be achieved as a section of that name. Tables are numbered after the others.
 */
export function goalTables(goals: readonly DepartmentGoal[], first: number): readonly DisclosureTable[] {
  return goals.map((goal, index) => goalTable(goal, first + index));
}

/** The columns of the money beside a goal: all of it, what the treasury grants, what else there is. */
export const goalColumns = [
  { key: 'total', title: ['总额'] },
  { key: 'fiscal', title: ['财政拨款'] },
  { key: 'other', title: ['其他资金'] },
] as const;

type Amounts = Readonly<Partial<Record<(typeof goalColumns)[number]['key'], SheetAmount | null>>>;

/** The money and tasks of one goal as a table with that number. */
export function goalTable(goal: DepartmentGoal, number: number): DisclosureTable {
  const { title, funds, otherFunds = [], tasks = [], tasksTotal } = goal;
  const place = goal.place ?? { file: '' };
  const row = (name: string, level: number, amounts: Amounts): TableRow => rowOf(name, level, amounts, place);
  const rows = [
    ...(funds.total === null ? [] : [row('年度资金总额', 0, { total: funds.total })]),
    ...(funds.basic === null ? [] : [row('基本支出', 1, { total: funds.basic })]),
    ...(funds.project === null ? [] : [row('项目支出', 1, { total: funds.project })]),
    ...otherFunds.map(({ label, amount }) => row(label, 1, { total: amount })),
    ...tasks.map((task) => row(task.name, 2, task)),
    ...(tasksTotal === null || tasksTotal === undefined ? [] : [row('金额合计', 2, tasksTotal)]),
  ];
  return {
    number,
    key: 'departmentGoal',
    label: null,
    title,
    unit: null,
    note: null,
    place,
    columns: goalColumns,
    rows,
  };
}

function rowOf(name: string, level: number, amounts: Amounts, place: Place): TableRow {
  const cells = goalColumns.map(({ key }) => [key, cellOf(amounts[key] ?? null, place)] as const);
  return { side: 'expenditure', code: null, name, level, cells: Object.fromEntries(cells), place };
}

function cellOf(amount: SheetAmount | null, place: Place): TableCell {
  return amount === null ? { text: '', fen: null, place } : amount;
}

/** The goal, then one paragraph an indicator: 产出指标 数量指标 路灯 50盏. */
export function goalSections(goals: readonly DepartmentGoal[]): readonly NarrativeSection[] {
  return goals.map((goal) => {
    const place = goal.place ?? { file: '' };
    const texts = [goal.periodGoal ?? '', goal.goal].filter((text) => text !== '');
    const stated = goal.indicators.map(({ level1, level2, level3, value, place: where }) =>
      paragraph([level1, level2, level3, value].filter((word) => word !== '').join(' '), where),
    );
    const paragraphs = [...texts.map((text) => paragraph(text, place)), ...stated];
    return { section: 'departmentGoal', title: goal.title, place, paragraphs };
  });
}

function paragraph(text: string, place: Place): NarrativeSection['paragraphs'][number] {
  return { text, place, spans: [], claims: [] };
}
