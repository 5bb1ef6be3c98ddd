import type { PrintedValue } from '../../model/finding.ts';
import { contains, withNode, type Scope } from '../../model/scope.ts';
import type { Observation, Rule } from '../rule.ts';
import { changeOf, type StatedChange } from './changes.ts';
import { culpritAt, evidenceAt, quoteOf } from './observed.ts';
import { statedNarrative } from './stated.ts';

interface Implied {
  readonly change: StatedChange;
  readonly scope: Scope;
  readonly paragraph: number;
  /** The previous amount that current and change imply, in 分, and how far it may be off. */
  readonly previous: number;
  readonly slack: number;
}

/** A part's implied previous amount that exceeds the implied previous amount of the whole. */
export const previousExceedsRule: Rule = {
  id: 'narrative.previousExceeds',
  severity: 'error',
  authority: '算术',
  check(context) {
    const narrative = statedNarrative(context);
    const changes = narrative.paragraphs.flatMap(({ claims }, paragraph) =>
      claims.flatMap((stated) => {
        const { kind, roles, subject } = stated.claim;
        if (kind !== 'change' || roles.reason || subject === null) return [];
        const change = changeOf(stated, claims, narrative);
        return change === null ? [] : [impliedBy(change, subject, paragraph)];
      }),
    );
    const implied = changes.filter(({ change }) => change.current !== null);
    const found = new Map<string, Observation>();
    for (const part of implied) {
      const whole = implied.find((other) => isWholeOf(other, part) && exceedsClearly(part, other));
      if (whole === undefined) continue;
      const key = `${part.scope.function ?? ''} ${part.change.change.value}`;
      const known = found.get(key);
      const mention = evidenceAt(part.change.change, 'mention');
      if (known === undefined) found.set(key, observationOf(part, whole, changes));
      else found.set(key, { ...known, evidence: [...(known.evidence ?? []), mention] });
    }
    return { observations: [...found.values()], pass: implied.length - found.size };
  },
};

function impliedBy(change: StatedChange, scope: Scope, paragraph: number): Implied {
  const current = change.current ?? change.change;
  return {
    change,
    scope: withNode(scope, 'use', ''),
    paragraph,
    previous: current.value - change.sign * change.change.value,
    slack: (current.unit + change.change.unit) / 2,
  };
}

/** The whole is the same money before it is divided by function; all its other dimensions contain the part's. */
function isWholeOf(whole: Implied, part: Implied): boolean {
  const divided = part.scope.function !== undefined && whole.scope.function === undefined;
  const sameYear = whole.change.stated.claim.year === part.change.stated.claim.year;
  return (
    divided && sameYear && sameBasis(whole, part) && contains(withNode(whole.scope, 'flow', ''), part.scope)
  );
}

/** Last year's accounts and this year's budget are two bases; what is left over is no whole. */
function sameBasis(whole: Implied, part: Implied): boolean {
  const [a, b] = [whole, part].map(({ change }) => change.stated.claim.basis);
  const { use } = whole.change.stated.claim.subject ?? {};
  const spent = use === undefined || use === 'spent';
  return (
    spent && (a?.stage ?? null) === (b?.stage ?? null) && (a?.execution ?? false) === (b?.execution ?? false)
  );
}

function exceedsClearly(part: Implied, whole: Implied): boolean {
  return whole.previous >= 0 && part.previous > whole.previous + part.slack + whole.slack;
}

function observationOf(part: Implied, whole: Implied, all: readonly Implied[]): Observation {
  const expected = complement(part, whole, all);
  const { change, current } = part.change;
  return {
    rule: 'narrative.previousExceeds',
    severity: 'error',
    ...(expected === null ? {} : { variant: 'complement' }),
    params: {
      ...quoteOf(change),
      previous: change.express(part.previous).text,
      whole: change.express(whole.previous).text,
      ...(expected === null ? {} : { complement: expected.signed }),
    },
    culprits: [culpritAt(change, expected?.printed ?? null)],
    unless: [change, current, whole.change.change, whole.change.current].flatMap(
      (amount) => amount?.id ?? [],
    ),
    evidence: [
      ...(current === null ? [] : [evidenceAt(current, 'part')]),
      ...(whole.change.current === null ? [] : [evidenceAt(whole.change.current, 'total')]),
      evidenceAt(whole.change.change, 'base'),
    ],
  };
}

/** What the paragraph's own total change leaves for the part once its other parts are taken off. */
function complement(
  part: Implied,
  whole: Implied,
  all: readonly Implied[],
): { printed: PrintedValue; signed: string } | null {
  const own = whole.scope.flow;
  const sameParagraph = all.filter(
    (other) => other.paragraph === whole.paragraph && other.scope.flow === own,
  );
  const parts = sameParagraph.filter((other) => other.scope.function !== undefined);
  const others = parts.filter((other) => other.scope.function !== part.scope.function);
  const hasPart = parts.length > others.length;
  if (!hasPart || others.length < 2) return null;
  const signed = (implied: Implied): number => implied.change.sign * implied.change.change.value;
  const left = others.reduce((sum, other) => sum - signed(other), signed(whole));
  const printed = part.change.change.express(Math.abs(left));
  return { printed, signed: part.change.change.express(left).text };
}
