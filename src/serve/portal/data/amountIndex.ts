import type { Disclosure, TableRow } from '../../../model/disclosure.ts';
import type { Figure } from '../../../model/figure.ts';
import { withoutNumbering, fold } from '../../../model/fold.ts';
import type { Place } from '../../../model/place.ts';
import { scopeKey, withNode, type Scope } from '../../../model/scope.ts';

/** The published amounts of one disclosure by scope; scopes are given without year and stage. */
export interface AmountIndex {
  /** The first printing of the scope's amount for the disclosure's own year; blanks are not printed. */
  find(scope: Scope): Figure | null;
  /** All printed amounts of the disclosure's own year, in printed order. */
  readonly figures: readonly Figure[];
  /** 收入总计 and 支出总计, or what stands for them in the form. */
  readonly revenue: Figure | null;
  readonly expenditure: Figure | null;
  /** The name of the row that a place of a table is in, without numbering. */
  rowName(place: Place): string | null;
}

const known = new WeakMap<Disclosure, AmountIndex>();

/** The index of a disclosure, made once. */
export function amountsOf(disclosure: Disclosure): AmountIndex {
  const found = known.get(disclosure) ?? indexOf(disclosure);
  known.set(disclosure, found);
  return found;
}

function indexOf(disclosure: Disclosure): AmountIndex {
  const { year, stage } = disclosure;
  const own = disclosure.figures.filter(
    ({ scope, text, origin }) =>
      text !== '' && origin === 'cell' && scope.year === String(year) && scope.stage === stage,
  );
  const byScope = new Map<string, Figure>();
  for (const figure of own) {
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

/** A scope without year and stage, as comparisons over years name it. */
export function timeless(scope: Scope): Scope {
  return withNode(withNode(scope, 'year', ''), 'stage', '');
}

function rowsByPlace({ tables }: Disclosure): ReadonlyMap<string, TableRow> {
  return new Map(
    tables.flatMap((table) => table.rows.map((row) => [`${table.number} ${row.place.row}`, row] as const)),
  );
}
