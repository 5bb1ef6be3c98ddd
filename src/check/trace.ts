import type { FigureState, Trace, TracedOutcome, TracedRelation } from '../model/trace.ts';
import type { Arithmetic } from './arithmetic.ts';
import type { OutsideCheck } from './rule.ts';
import { isSame, type Outcome, type Relation } from './relation.ts';
import type { Variable } from './variable.ts';

/** The state of every number and the relations that said something about it. */
export function traceOf(
  variables: readonly Variable[],
  relations: readonly Relation[],
  arithmetic: Arithmetic,
  outside: readonly OutsideCheck[] = [],
): Trace {
  const told = outside.map(({ figure, holds, printed }) => {
    return { figure, holds, text: printed.text, place: printed.place };
  });
  return {
    ...(told.length === 0 ? {} : { outside: told }),
    figures: variables.map(({ id, origin, text, place, quote }) => ({
      origin,
      text,
      place,
      quote: quote ?? null,
      state: stateOf(id, arithmetic),
    })),
    relations: relations.flatMap((relation, r) => {
      const outcome = outcomeOf(arithmetic.states[r]);
      return outcome === null ? [] : [tracedRelation(relation, outcome)];
    }),
  };
}

/** Contradicted where a finding names the figure, verified where at least one relation holds. */
export function stateOf(
  figure: number,
  { contradicted, verifiedBy }: Pick<Arithmetic, 'contradicted' | 'verifiedBy'>,
): FigureState {
  if (contradicted.has(figure)) return 'contradicted';
  return verifiedBy(figure) > 0 ? 'verified' : 'unverified';
}

function outcomeOf(state: Outcome | undefined): TracedOutcome | null {
  if (state === undefined || state === 'notApplicable') return null;
  return state === 'tail' ? 'rounding' : state;
}

function tracedRelation(relation: Relation, outcome: TracedOutcome): TracedRelation {
  const { rule, terms, ratio } = relation;
  const kind = ratio !== undefined ? 'ratio' : isSame(relation) ? 'same' : 'sum';
  const traced = { rule, outcome, kind, terms, rate: ratio?.rate ?? null } as const;
  if (ratio === undefined) return traced;
  return { ...traced, quotient: { part: ratio.part, whole: ratio.whole } };
}
