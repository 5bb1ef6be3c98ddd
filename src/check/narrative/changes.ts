import { scopeKey, withNode, type Dimension, type Scope } from '../../model/scope.ts';
import { relation, type Relation } from '../relation.ts';
import type { Term } from '../term.ts';
import type { Variable } from '../variable.ts';
import type { StatedClaim, StatedParagraph } from './claimFigures.ts';
import { meantSign, opposingRate } from './opposed.ts';
import { referred, signOf, type Context } from './references.ts';
import { tableFigure } from './tableReading.ts';

/** A stated change with what it belongs to: previous = current − signed change. */
export interface StatedChange {
  readonly stated: StatedClaim;
  readonly change: Variable;
  /** +1 增加, −1 减少, 0 持平; where its rate says the other direction, the one that fits the amounts. */
  readonly sign: number;
  readonly current: Variable | null;
  readonly previous: Variable | null;
}

const known = new WeakMap<StatedClaim, StatedChange | null>();

/** The change with its amounts; null when the direction or the number is not said. Several rules ask for it. */
export function changeOf(
  stated: StatedClaim,
  claims: readonly StatedClaim[],
  context: Context,
): StatedChange | null {
  const seen = known.get(stated);
  if (seen !== undefined) return seen;
  const change = findChange(stated, claims, context);
  known.set(stated, change);
  return change;
}

function findChange(
  stated: StatedClaim,
  claims: readonly StatedClaim[],
  context: Context,
): StatedChange | null {
  const opposing = opposingRate(stated, claims);
  const sign = opposing === null ? signOf(stated) : meantSign(stated, opposing, claims, context);
  const rate = rateOf(stated, claims);
  // Uncertain means that the rate fits no reading: then the change or the rate is wrong in every one.
  const undecided = stated.claim.roles.attachmentUncertain && rate === null;
  if (sign === null || stated.variable === null || undecided) return null;
  const previous = referred(stated, claims, 'previous')?.variable ?? null;
  const fitting = { change: stated.variable, sign, previous, rate };
  const current = referred(stated, claims, 'current')?.variable ?? tableFigure(fitting, stated, context);
  return { stated, change: stated.variable, sign, current, previous };
}

/** The rate that is stated for a change. */
function rateOf(stated: StatedClaim, claims: readonly StatedClaim[]): Variable | null {
  const rate = claims.find(
    (other) => other.claim.kind === 'rate' && referred(other, claims, 'change') === stated,
  );
  return rate?.variable ?? null;
}

/**
 * current − previous = signed change, where both are printed. 持平 is no number that could be put right: two equal
 * amounts confirm it, two that differ are told of each other.
 */
export function changeRelation(change: StatedChange | null): readonly Relation[] {
  if (change?.current == null || change.previous === null || contraryChange(change)) return [];
  const amounts: readonly Term[] = [
    { figure: change.current.id, weight: 1, role: 'part' },
    { figure: change.previous.id, weight: -1, role: 'base' },
  ];
  const own: Term = { figure: change.change.id, weight: -(change.sign || 1), role: 'part' };
  const whole = [...amounts, own];
  if (change.sign !== 0) return [relation('narrative.change', whole)];
  return [relation('narrative.change', amounts), relation('narrative.change', whole, { holds: 'unknown' })];
}

/** The amounts differ by just the stated change, the other way round: the word is wrong, not a number. */
export function contraryChange({ change, sign, current, previous }: StatedChange): boolean {
  if (current === null || previous === null || sign === 0 || change.value === 0) return false;
  return current.value - previous.value === -sign * change.value;
}

/**
 * A previous amount that is not printed follows from current and change; every way to get at the same
 * previous amount must agree, and with the printed one.
 */
export function impliedPrevious(
  paragraphs: readonly StatedParagraph[],
  context: Context,
): readonly Relation[] {
  const byScope = new Map<string, StatedChange[]>();
  for (const { claims } of paragraphs) {
    for (const stated of claims) {
      const { subject, basis } = stated.claim;
      if (stated.claim.kind !== 'change' || subject === null || stated.claim.roles.reason) continue;
      const change = changeOf(stated, claims, context);
      if (change?.current == null || change.sign === 0) continue;
      const reading = referred(stated, claims, 'current')?.scope ?? subject;
      const facts = withoutFrame(reading);
      const key = `${scopeKey(facts)}|${stated.claim.year}|${basis?.stage ?? ''}|${basis?.execution ?? false}`;
      byScope.set(key, [...(byScope.get(key) ?? []), change]);
    }
  }
  return [...byScope.values()].flatMap(([first, ...others]) =>
    first === undefined ? [] : others.flatMap((other) => samePrevious(first, other)),
  );
}

/**
 * The facts of a reading, whatever their side, year and stage: 收入合计 that the tables print as this year's is
 * this year's. What is left over is other money than what is spent.
 */
function withoutFrame(scope: Scope): Scope {
  const frame: readonly Dimension[] = ['flow', 'year', 'stage'];
  const spent = scope.use === 'spent' ? withNode(scope, 'use', '') : scope;
  return frame.reduce((left, dimension) => withNode(left, dimension, ''), spent);
}

function samePrevious(a: StatedChange, b: StatedChange): readonly Relation[] {
  if (a.current === null || b.current === null || a.change.id === b.change.id) return [];
  // Income and spending of one fund have the same history only where they are the same money now.
  const sameFlow = a.stated.claim.subject?.flow === b.stated.claim.subject?.flow;
  if (!sameFlow && a.current.value !== b.current.value) return [];
  const weights = new Map<number, number>();
  const add = (figure: number, weight: number): void => {
    weights.set(figure, (weights.get(figure) ?? 0) + weight);
  };
  add(a.current.id, 1);
  add(a.change.id, -a.sign);
  add(b.current.id, -1);
  add(b.change.id, b.sign);
  const terms = [...weights].flatMap(([figure, weight]): readonly Term[] =>
    weight === 0 ? [] : [{ figure, weight, role: 'part' }],
  );
  return terms.length < 2 ? [] : [relation('narrative.previous', terms)];
}
