import { relation, termsOfSame, type Relation } from '../relation.ts';
import type { Term } from '../term.ts';
import type { Variable } from '../variable.ts';
import { changeOf } from './changes.ts';
import type { StatedClaim, StatedParagraph } from './claimFigures.ts';
import { opposingRate, reversedRate } from './opposed.ts';
import { referred, signOf, type Context, type Weighted } from './references.ts';

export function rateRelation(
  stated: StatedClaim,
  claims: readonly StatedClaim[],
  context: Context,
): readonly Relation[] {
  const sign = signOf(stated);
  const rate = stated.variable;
  if (rate === null || sign === null || sign === 0) return [];
  const quotient = rateParts(stated, claims, context, sign);
  if (quotient === null) return [];
  const others = quotient.current === null ? [] : [quotient.current.id];
  return [ratioRelation('narrative.rate', rate, quotient.part, quotient.whole, others)];
}

/** change ÷ previous, with what is missing taken from the other two. */
function rateParts(
  stated: StatedClaim,
  claims: readonly StatedClaim[],
  context: Context,
  sign: number,
): { part: readonly Weighted[]; whole: readonly Weighted[]; current: Variable | null } | null {
  const changed = referred(stated, claims, 'change');
  const change = changed === null ? null : changeOf(changed, claims, context);
  if (changed !== null && change === null && opposingRate(changed, claims) !== null) return null;
  const current = referred(stated, claims, 'current')?.variable ?? change?.current ?? null;
  const previous = referred(stated, claims, 'previous')?.variable ?? change?.previous ?? null;
  if (change !== null) {
    const part = [{ figure: change.change.id, weight: 1 }];
    if (previous !== null) return { part, current, whole: [{ figure: previous.id, weight: 1 }] };
    if (current === null || change.sign === 0) return null;
    const whole = [
      { figure: current.id, weight: 1 },
      { figure: change.change.id, weight: -change.sign },
    ];
    return { part, current, whole };
  }
  if (current === null || previous === null || reversedRate(stated, claims) !== null) return null;
  return {
    current,
    part: [
      { figure: current.id, weight: sign },
      { figure: previous.id, weight: -sign },
    ],
    whole: [{ figure: previous.id, weight: 1 }],
  };
}

export function ratioRelation(
  rule: string,
  rate: Variable,
  part: readonly Weighted[],
  whole: readonly Weighted[],
  otherWholes: readonly number[] = [],
): Relation {
  const terms = new Map<number, Term>([[rate.id, { figure: rate.id, weight: 0, role: 'part' }]]);
  for (const { figure, weight } of whole) terms.set(figure, { figure, weight, role: 'base' });
  for (const { figure, weight } of part) terms.set(figure, { figure, weight, role: 'part' });
  return relation(rule, [...terms.values()], {
    ratio: { rate: rate.id, part, whole, otherWholes },
  });
}

/** The same change over the same base is the same rate, however many decimals it is printed with. */
export function sameRates(
  paragraphs: readonly StatedParagraph[],
  relations: readonly Relation[],
  { variableOf }: Context,
): readonly Relation[] {
  const functions = new Map<number, string>();
  for (const { claim, variable } of paragraphs.flatMap(({ claims }) => claims)) {
    if (variable !== null) functions.set(variable.id, claim.subject?.function ?? '');
  }
  const first = new Map<string, number>();
  return relations.flatMap(({ rule, ratio }) => {
    if (rule !== 'narrative.rate' || ratio === undefined) return [];
    const amounts = [...ratio.part, ...ratio.whole].map(
      ({ figure, weight }) => weight * (variableOf(figure)?.value ?? 0),
    );
    const key = `${functions.get(ratio.rate) ?? ''} ${amounts.join(' ')}`;
    const known = first.get(key);
    if (known === undefined) {
      first.set(key, ratio.rate);
      return [];
    }
    return [relation('narrative.mention', termsOfSame(known, ratio.rate, 'mention'))];
  });
}
