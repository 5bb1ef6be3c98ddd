import type { Uncertain } from '../../model/disclosure.ts';
import type { Horizon } from './sheetForm.ts';
import type { RowCell, SheetRow } from './sheetRows.ts';
import type { GoalWord, SheetTests } from './sheetTests.ts';

export interface GoalCell {
  readonly horizon: Horizon;
  readonly cell: RowCell;
}

/** The columns of the heads 实施期目标 and 年度目标; null where a head is not printed. */
export type GoalHeads = Readonly<Record<Horizon | 'done', number | null>>;

export const noGoalHeads: GoalHeads = { period: null, annual: null, done: null };

/** A report on a project prints what was achieved beside what was aimed at. */
const achieved = /^(?:目标)?(?:实际)?(?:总体)?(?:目标)?完成情况/;

/** The heads of the goals, when a row holds nothing but goal words and names at least one horizon. */
export function goalHeads(row: SheetRow, tests: SheetTests): GoalHeads | null {
  const words: (GoalWord | 'done')[] = [];
  for (const { key } of row.cells) {
    const word = achieved.test(key) ? 'done' : tests.goal(key);
    if (word === null) return null;
    words.push(word);
  }
  const column = (word: Horizon | 'done'): number | null => row.cells[words.indexOf(word)]?.column ?? null;
  const heads = { period: column('period'), annual: column('annual'), done: column('done') };
  return heads.period === null && heads.annual === null ? null : heads;
}

/** Does the row begin with a goal's label and its text? */
export function startsWithGoal(row: SheetRow, tests: SheetTests): boolean {
  const [first, second] = row.cells;
  return first !== undefined && second !== undefined && tests.goal(first.key) !== null;
}

/**
 * The goals of a row: a text after a label of its own horizon, else by order, and a single text under two
 * heads by its column, which is then uncertain.
 */
export function readGoals(
  row: SheetRow,
  heads: GoalHeads,
  tests: SheetTests,
): { readonly goals: readonly GoalCell[]; readonly uncertain: readonly Uncertain[] } {
  const goals: GoalCell[] = [];
  let texts: RowCell[] = [];
  let named: Horizon | null = null;
  for (const cell of row.cells) {
    if (heads.done !== null && cell.column >= heads.done) break;
    const word = tests.goal(cell.key);
    if (word === 'period' || word === 'annual') named = word;
    else if (word === null && named !== null) goals.push({ horizon: named, cell });
    else if (word === null) texts = [...texts, cell];
  }
  if (texts.length === 0) return { goals, uncertain: [] };
  if (heads.annual !== null && heads.period === null)
    return { goals: assign(texts, 'annual'), uncertain: [] };
  const [first, second] = texts;
  if (heads.annual !== null && first !== undefined && second === undefined)
    return single(first, heads.annual);
  return {
    goals: texts.map((cell, index) => ({ horizon: index === 0 ? 'period' : 'annual', cell })),
    uncertain: [],
  };
}

function assign(cells: readonly RowCell[], horizon: Horizon): GoalCell[] {
  return cells.map((cell) => ({ horizon, cell }));
}

function single(cell: RowCell, annualColumn: number): ReturnType<typeof readGoals> {
  const horizon: Horizon = cell.column >= annualColumn ? 'annual' : 'period';
  const name = horizon === 'period' ? '实施期目标' : '年度目标';
  const covers = cell.end > annualColumn && cell.column < annualColumn;
  const reason = covers ? '总体目标只印了一段，跨实施期和年度两栏' : `总体目标只印了一段，按位置记为${name}`;
  return { goals: [{ horizon, cell }], uncertain: [{ place: cell.place, reason }] };
}
