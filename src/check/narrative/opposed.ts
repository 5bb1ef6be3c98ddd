import type { Variable } from '../variable.ts';
import type { StatedClaim } from './claimFigures.ts';
import { referred, signOf, type Context } from './references.ts';
import { fitsChange, tableFigure } from './tableReading.ts';

/** The rate that goes with a change and says the other direction: 减少3万元，增长12%. */
export function opposingRate(stated: StatedClaim, claims: readonly StatedClaim[]): StatedClaim | null {
  const sign = signOf(stated);
  if (!sign || !isAboveZero(stated)) return null;
  const isOpposed = (other: StatedClaim): boolean =>
    other.claim.kind === 'rate' &&
    referred(other, claims, 'change') === stated &&
    signOf(other) === -sign &&
    isAboveZero(other);
  return claims.find(isOpposed) ?? null;
}

/** 增加0万元，下降0% contradicts nothing, and 增加-3万元 goes down. */
function isAboveZero({ variable }: StatedClaim): boolean {
  return variable !== null && variable.value > 0;
}

/** The direction under which the change fits its amounts and its rate; null where both or neither do. */
export function meantSign(
  stated: StatedClaim,
  rate: StatedClaim,
  claims: readonly StatedClaim[],
  context: Context,
): 1 | -1 | null {
  const { variable: change } = stated;
  if (change === null) return null;
  const previous = referred(stated, claims, 'previous')?.variable ?? null;
  const said = referred(stated, claims, 'current')?.variable ?? null;
  const fitting = ([1, -1] as const).filter((sign) => {
    const fit = { change, sign, previous, rate: rate.variable };
    const current = said ?? tableFigure(fit, stated, context);
    return current !== null && fitsChange(fit, current);
  });
  return fitting.length === 1 ? (fitting[0] ?? null) : null;
}

/** A list of changes that adds up to its total once one word is turned round: the claim with that word. */
export function reversedChange(list: StatedClaim, claims: readonly StatedClaim[]): StatedClaim | null {
  const total = referred(list, claims, 'total');
  const items = list.claim.refersTo.flatMap((r) => (r.role === 'item' ? (claims[r.claim] ?? []) : []));
  if (total?.claim.kind !== 'change' || items.some(({ claim }) => claim.kind !== 'change')) return null;
  const whole = signedValue(total);
  const values = items.map(signedValue);
  if (whole === null || values.some((value) => value === null)) return null;
  const gap = values.reduce((sum: number, value) => sum + (value ?? 0), 0) - whole;
  if (gap === 0) return null;
  const turned = items.filter((_, i) => 2 * (values[i] ?? 0) === gap);
  const all = -2 * whole === gap ? [total, ...turned] : turned;
  return all.length === 1 ? (all[0] ?? null) : null;
}

function signedValue(stated: StatedClaim): number | null {
  const sign = signOf(stated);
  return sign === null || stated.variable === null ? null : sign * stated.variable.value;
}

/** The two amounts of a rate that is right but for its word: 由8万元增加到10万元，下降25%. */
export function reversedRate(
  stated: StatedClaim,
  claims: readonly StatedClaim[],
): { readonly current: Variable; readonly previous: Variable } | null {
  const [current, previous] = (['current', 'previous'] as const).map(
    (role) => referred(stated, claims, role)?.variable ?? null,
  );
  const sign = signOf(stated);
  const rate = stated.variable;
  if (!current || !previous || rate === null || !sign || previous.value <= 0) return null;
  const actual = ((current.value - previous.value) / previous.value) * 1_000_000;
  return Math.abs(actual + sign * rate.value) <= rate.unit && isAboveZero(stated)
    ? { current, previous }
    : null;
}
