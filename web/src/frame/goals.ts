import type { Filing } from '../api/schema.ts';
import { initialsAt, readingsOf } from '../book/codes.ts';

/** Where one can go: a budget or a screen. */
export interface Goal {
  readonly path: string;
  readonly code: string;
  readonly name: string;
  readonly more: string;
}

const most = 12;

/** Screens and budgets whose name, code or initials of pinyin the text is part of; the newest budgets first. */
export function foundIn(text: string, filings: readonly Filing[], pages: readonly Goal[]): readonly Goal[] {
  const wanted = text.normalize('NFKC').trim().toUpperCase();
  const budgets = filings
    .toSorted((a, b) => b.year - a.year || (a.changedAt < b.changedAt ? 1 : -1))
    .map(goalOf);
  return [...budgets, ...pages].filter((goal) => fits(goal, wanted)).slice(0, most);
}

function goalOf({ id, departmentCode, departmentName, unitName, year, stateName }: Filing): Goal {
  return {
    path: `/filings/${id}`,
    code: departmentCode,
    name: unitName ?? departmentName,
    more: `${year} ${stateName}`,
  };
}

/** Every word of the text: `住建 2027` is the budget of that year. */
function fits({ code, name, more }: Goal, wanted: string): boolean {
  const shown = `${code} ${name} ${more}`.toUpperCase();
  return wanted
    .split(/\s+/)
    .every(
      (word) => shown.includes(word) || (/^[A-Z]+$/.test(word) && initialsAt(readingsOf(name), word) >= 0),
    );
}
