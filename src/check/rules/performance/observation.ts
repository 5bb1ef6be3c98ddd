import type { Culprit, Evidence, PrintedValue, Severity } from '../../../model/finding.ts';
import type { Place } from '../../../model/place.ts';
import type { Observation, RuleResult } from '../../rule.ts';

export type Params = Readonly<Record<string, string | number>>;

/** The one place that an observation points at. */
export function culpritAt(place: Place, text: string | null, expected: PrintedValue | null = null): Culprit {
  return { reported: text === null ? null : { text, fen: null }, expected, support: 0, slip: null, place };
}

export function textEvidence(place: Place, text: string): Evidence {
  return { role: 'text', text, fen: null, place };
}

/** An observation about one place. */
export function observe(
  rule: string,
  severity: Severity,
  culprit: Culprit,
  more: { readonly variant?: string; readonly params?: Params; readonly evidence?: readonly Evidence[] } = {},
): Observation {
  return { rule, severity, culprits: [culprit], ...more };
}

/** More pieces of advice of one kind than this make one finding with all their places. */
const mostSingle = 5;

/**
 * Advice: a few pieces one by one, many as one finding. The first place stands for all; the evidence holds
 * every place, and the message the count.
 */
export function advice(
  observations: readonly Observation[],
  pass: number,
  most: number = mostSingle,
): RuleResult {
  const [first] = observations;
  if (first === undefined || observations.length <= most) return { observations, pass };
  const evidence = observations.flatMap((observation) => observation.culprits.map(placeOf));
  const many: Observation = {
    rule: first.rule,
    severity: first.severity,
    variant: first.variant === undefined ? 'many' : `${first.variant}Many`,
    params: { ...first.params, count: observations.length },
    culprits: first.culprits.slice(0, 1),
    evidence,
  };
  return { observations: [many], pass };
}

function placeOf(culprit: Culprit): Evidence {
  return textEvidence(culprit.place, culprit.reported?.text ?? '');
}

const longestQuote = 40;

/** A text short enough for a message. */
export function quoted(text: string): string {
  const line = text.replace(/\s+/g, ' ');
  return line.length <= longestQuote ? line : `${line.slice(0, longestQuote - 1)}…`;
}
