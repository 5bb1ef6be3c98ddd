import type { Disclosure, TableRow } from '../../../model/disclosure.ts';
import type { Figure } from '../../../model/figure.ts';
import { withoutNumbering, fold } from '../../../model/fold.ts';
import type { Place } from '../../../model/place.ts';
import type { Trace } from '../../../model/trace.ts';
import { scopeKey, withNode, type Scope } from '../../../model/scope.ts';

/** The published amounts of one disclosure by scope; scopes are given without year and stage. */
export interface AmountIndex {
  /** The first printing of the scope's amount that is not contradicted, for the disclosure's own year; blanks are not printed. */
  find(scope: Scope): Figure | null;
  /** All printed amounts of the disclosure's own year, in printed order. */
  readonly figures: readonly Figure[];
  /** 收入总计 and 支出总计, or what stands for them in the form. */
  readonly revenue: Figure | null;
  readonly expenditure: Figure | null;
  /** The name of the row that a place of a table is in, without numbering. */
  rowName(place: Place): string | null;
}

/** A disclosure with the states of its numbers. */
export interface Checked {
  readonly disclosure: Disclosure;
  readonly trace: Trace;
}

const known = new WeakMap<Disclosure, AmountIndex>();

/** The index of a disclosure, made once. */
export function amountsOf(checked: Checked): AmountIndex {
  const found = known.get(checked.disclosure) ?? indexOf(checked);
  known.set(checked.disclosure, found);
  return found;
}

function indexOf({ disclosure, trace }: Checked): AmountIndex {
  const { year, stage } = disclosure;
  const wrong = contradictedIn(trace);
  const own = disclosure.figures.filter(
    ({ scope, text, origin }) =>
      text !== '' && origin === 'cell' && scope.year === String(year) && scope.stage === stage,
  );
  const byScope = new Map<string, Figure>();
  // Of two printings that differ, the one that the other figures contradict is not taken.
  for (const figure of [...own].sort((a, b) => wrong(a) - wrong(b))) {
    const key = scopeKey(timeless(figure.scope));
    if (!byScope.has(key)) byScope.set(key, figure);
  }
  const rows = rowsByPlace(disclosure);
  const find = (scope: Scope): Figure | null => byScope.get(scopeKey(scope)) ?? null;
  const first = (...scopes: readonly Scope[]): Figure | null =>
    scopes.map(find).find((figure) => figure !== null) ?? null;
  return {
    find,
    figures: own,
    revenue: first({ flow: 'revenue' }, { flow: 'revenue', vintage: 'current' }),
    expenditure: first({ flow: 'expenditure' }, { flow: 'expenditure', use: 'spent' }),
    rowName: ({ table, row }) => {
      const name = rows.get(`${table} ${row}`)?.name;
      return name === undefined ? null : withoutNumbering(fold(name));
    },
  };
}

/** 1 for a contradicted figure, else 0. */
function contradictedIn({ figures }: Trace): (figure: Figure) => number {
  const key = ({ table, row, column }: Place): string => `${table} ${row} ${column}`;
  const wrong = new Set(
    figures
      .filter(({ state, origin }) => state === 'contradicted' && origin === 'cell')
      .map(({ place }) => key(place)),
  );
  return ({ place }) => (wrong.has(key(place)) ? 1 : 0);
}

/** A scope without year and stage, as comparisons over years name it. */
export function timeless(scope: Scope): Scope {
  return withNode(withNode(scope, 'year', ''), 'stage', '');
}

function rowsByPlace({ tables }: Disclosure): ReadonlyMap<string, TableRow> {
  return new Map(
    tables.flatMap((table) => table.rows.map((row) => [`${table.number} ${row.place.row}`, row] as const)),
  );
}
