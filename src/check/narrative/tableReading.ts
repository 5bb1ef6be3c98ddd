import type { Figure } from '../../model/figure.ts';
import type { Scope } from '../../model/scope.ts';
import { ratioHolds } from '../ratio.ts';
import { valuesOf, type Variable } from '../variable.ts';
import { readingsOf, type StatedClaim } from './claimFigures.ts';
import type { Context } from './references.ts';

export interface Fitting {
  readonly change: Variable;
  readonly sign: number;
  readonly previous: Variable | null;
  readonly rate: Variable | null;
}

/**
 * The table's figure for the subject of a change that names no current amount: the reading under which
 * the change fits the printed previous amount or its own rate, or these two fit each other, else the only one that
 * is printed.
 */
export function tableFigure(change: Fitting, stated: StatedClaim, context: Context): Variable | null {
  const { strict, loose } = readingsOf(stated.claim);
  const own = figuresInTables(strict, context);
  const other = figuresInTables(loose, context);
  const all = [...own, ...other];
  const fitting =
    all.find((current) => fitsChange(change, current)) ?? all.find((current) => fitsRate(change, current));
  if (fitting !== undefined) return fitting;
  // What the sentences say of the same quantity elsewhere tells which of its printings is meant.
  const [said] = strict.flatMap((scope) => inSentences(scope, context));
  const meant = said === undefined ? undefined : all.find(({ value }) => value === said.value);
  if (meant !== undefined) return meant;
  const inTables = own.length > 0 ? own : other;
  const printed = inTables.length > 0 ? inTables : figuresOf(strict, context);
  return new Set(printed.map((variable) => variable.value)).size === 1 ? (printed[0] ?? null) : null;
}

/** Within the tails of what is printed: a change in 万元 leaves a small previous amount in 元 wide open. */
export function fitsChange({ change, sign, previous, rate }: Fitting, current: Variable): boolean {
  const base = current.value - sign * change.value;
  const tail = (current.unit + change.unit) / 2;
  if (previous !== null)
    return Math.abs(base - previous.value) <= Math.max(previous.unit, tail + previous.unit / 2);
  if (rate === null || base <= tail) return false;
  const low = (change.value - change.unit / 2) / (base + tail);
  const high = (change.value + change.unit / 2) / (base - tail);
  const half = rate.unit / 2;
  return low * 1_000_000 <= rate.value + half && rate.value - half <= high * 1_000_000;
}

/** The previous amount and the rate fit, whatever the change between them is printed as. */
function fitsRate({ sign, previous, rate }: Fitting, current: Variable): boolean {
  if (previous === null || rate === null || rate.value === 0 || previous.value === 0) return false;
  const part = [
    { figure: current.id, weight: sign },
    { figure: previous.id, weight: -sign },
  ];
  const ratio = { rate: rate.id, part, whole: [{ figure: previous.id, weight: 1 }] };
  return ratioHolds(ratio, valuesOf([rate, previous, current]));
}

/** The tables' figures for the scopes; what the sentences say of them where the tables print none of them. */
export function figuresOf(scopes: readonly Scope[], context: Context): readonly Variable[] {
  const printed = figuresInTables(scopes, context);
  return printed.length > 0 ? printed : scopes.flatMap((scope) => inSentences(scope, context));
}

/** Sentences that differ say nothing certain. */
function inSentences(scope: Scope, { tables, said }: Context): readonly Variable[] {
  const [first, ...others] = said.get(tables.coder.encode(scope)) ?? [];
  return first !== undefined && others.every(({ value }) => value === first.value) ? [first] : [];
}

/** What the tables print for the scopes. */
export function figuresInTables(
  scopes: readonly Scope[],
  { tables, variableOf }: Context,
): readonly Variable[] {
  return scopes.flatMap((scope) => {
    const figure = agreed(tables.byScope.get(tables.coder.encode(scope)) ?? []);
    return figure === null ? [] : (variableOf(figure.id) ?? []);
  });
}

/** What the tables print for one scope, by majority where a printing differs; null for a draw. */
function agreed(figures: readonly Figure[]): Figure | null {
  const [first] = figures;
  if (first === undefined || figures.every((figure) => figure.fen === first.fen)) return first ?? null;
  const votes = (figure: Figure): number => figures.filter((other) => other.fen === figure.fen).length;
  return figures.find((figure) => votes(figure) * 2 > figures.length) ?? null;
}
