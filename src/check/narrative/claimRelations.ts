import type { Figure } from '../../model/figure.ts';
import type { Reference, ReferenceRole } from '../../model/narrative/claim.ts';
import { scopeKey, withNode, type Scope } from '../../model/scope.ts';
import type { Relation } from '../relation.ts';
import type { Term } from '../term.ts';
import type { Variable } from '../variable.ts';
import { readingsOf, type StatedClaim, type StatedParagraph } from './claimFigures.ts';
import type { StatedNarrative } from './stated.ts';

type Weighted = Pick<Term, 'figure' | 'weight'>;

/** A stated change with what it belongs to: previous = current − signed change. */
export interface StatedChange {
  readonly stated: StatedClaim;
  readonly change: Variable;
  /** +1 增加, −1 减少, 0 持平. */
  readonly sign: number;
  readonly current: Variable | null;
  readonly previous: Variable | null;
}

/** Relations that the sentences state themselves: changes, rates, shares, lists. */
export function claimRelations(context: StatedNarrative): readonly Relation[] {
  const { paragraphs } = context;
  const perParagraph = paragraphs.flatMap(({ claims }) => [
    ...claims.flatMap((stated) => ofClaim(stated, claims, context)),
  ]);
  return [
    ...perParagraph,
    ...impliedPrevious(paragraphs, context),
    ...sameRates(paragraphs, perParagraph, context),
    ...publishedAmounts(paragraphs),
  ];
}

type Context = Pick<StatedNarrative, 'tables' | 'variableOf'>;

function ofClaim(stated: StatedClaim, claims: readonly StatedClaim[], context: Context): readonly Relation[] {
  const { kind } = stated.claim;
  if (kind === 'change') return changeRelation(changeOf(stated, claims, context));
  if (kind === 'rate') return rateRelation(stated, claims, context);
  if (kind === 'share') return shareRelation(stated, claims, context);
  return kind === 'list' ? listRelation(stated, claims) : [];
}

/** The claim of the paragraph that stands in a role to another; null when none does. */
export function referred(
  stated: StatedClaim,
  claims: readonly StatedClaim[],
  role: ReferenceRole,
): StatedClaim | null {
  const reference: Reference | undefined = stated.claim.refersTo.find((r) => r.role === role);
  return reference === undefined ? null : (claims[reference.claim] ?? null);
}

function signOf(stated: StatedClaim): number | null {
  const { direction } = stated.claim;
  if (direction === null) return null;
  return direction === 'increase' ? 1 : direction === 'decrease' ? -1 : 0;
}

/** The change with its amounts; null when the direction or the number is not said. */
export function changeOf(
  stated: StatedClaim,
  claims: readonly StatedClaim[],
  context: Context,
): StatedChange | null {
  const sign = signOf(stated);
  const rate = rateOf(stated, claims);
  // Uncertain means that the rate fits no reading: then the change or the rate is wrong in every one.
  const undecided = stated.claim.roles.attachmentUncertain && rate === null;
  if (sign === null || stated.variable === null || undecided) return null;
  const previous = referred(stated, claims, 'previous')?.variable ?? null;
  const fitting = { change: stated.variable.value, sign, previous, rate };
  const current = referred(stated, claims, 'current')?.variable ?? tableFigure(fitting, stated, context);
  return { stated, change: stated.variable, sign, current, previous };
}

/**
 * The table's figure for the subject of a change that names no current amount: the reading under which
 * the change fits the printed previous amount or its own rate, else the only one that is printed.
 */
function tableFigure(change: Fitting, stated: StatedClaim, context: Context): Variable | null {
  const { strict, loose } = readingsOf(stated.claim);
  const own = figuresOf(strict, context);
  const other = figuresOf(loose, context);
  const fitting = [...own, ...other].find((current) => fits(change, current));
  if (fitting !== undefined) return fitting;
  const printed = own.length > 0 ? own : other;
  return new Set(printed.map((variable) => variable.value)).size === 1 ? (printed[0] ?? null) : null;
}

interface Fitting {
  readonly change: number;
  readonly sign: number;
  readonly previous: Variable | null;
  readonly rate: Variable | null;
}

function fits({ change, sign, previous, rate }: Fitting, current: Variable): boolean {
  if (previous !== null) return Math.abs(current.value - previous.value - sign * change) <= previous.unit;
  const base = current.value - sign * change;
  if (rate === null || base <= 0) return false;
  return Math.abs((change / base) * 1_000_000 - rate.value) <= rate.unit / 2;
}

/** The rate that is stated for a change. */
function rateOf(stated: StatedClaim, claims: readonly StatedClaim[]): Variable | null {
  const rate = claims.find(
    (other) => other.claim.kind === 'rate' && referred(other, claims, 'change') === stated,
  );
  return rate?.variable ?? null;
}

function figuresOf(scopes: readonly Scope[], { tables, variableOf }: Context): readonly Variable[] {
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

function relation(rule: string, terms: readonly Term[], extra: Partial<Relation> = {}): Relation {
  return { rule, terms, holds: 'always', tail: 0, says: {}, ...extra };
}

/** current − previous = signed change, where both are printed. */
function changeRelation(change: StatedChange | null): readonly Relation[] {
  if (change?.current == null || change.previous === null || contraryChange(change)) return [];
  return [
    relation('narrative.change', [
      { figure: change.current.id, weight: 1, role: 'part' },
      { figure: change.previous.id, weight: -1, role: 'base' },
      ...(change.sign === 0
        ? []
        : [{ figure: change.change.id, weight: -change.sign, role: 'part' as const }]),
    ]),
  ];
}

/** The amounts differ by just the stated change, the other way round: the word is wrong, not a number. */
export function contraryChange({ change, sign, current, previous }: StatedChange): boolean {
  if (current === null || previous === null || sign === 0 || change.value === 0) return false;
  return current.value - previous.value === -sign * change.value;
}

function rateRelation(
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
  if (current === null || previous === null) return null;
  return {
    current,
    part: [
      { figure: current.id, weight: sign },
      { figure: previous.id, weight: -sign },
    ],
    whole: [{ figure: previous.id, weight: 1 }],
  };
}

function ratioRelation(
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

export interface ShareParts {
  readonly rate: Variable;
  readonly part: Variable;
  readonly whole: Variable;
}

/** part ÷ whole; the whole may be a claim or, where the words name it, a figure of the tables. */
export function shareParts(
  stated: StatedClaim,
  claims: readonly StatedClaim[],
  context: Context,
): ShareParts | null {
  const part = referred(stated, claims, 'part')?.variable ?? null;
  const whole = referred(stated, claims, 'whole')?.variable ?? wholeFigure(stated, context);
  if (stated.variable === null || part === null || whole === null || part.id === whole.id) return null;
  return { rate: stated.variable, part, whole };
}

/** Larger even when both are taken at the friendly end of their last digits. */
export function exceeds(part: Variable, whole: Variable): boolean {
  return 2 * part.value - part.unit > 2 * whole.value + whole.unit;
}

function shareRelation(
  stated: StatedClaim,
  claims: readonly StatedClaim[],
  context: Context,
): readonly Relation[] {
  const share = shareParts(stated, claims, context);
  const { completion } = stated.claim.roles;
  if (share === null || (exceeds(share.part, share.whole) && !completion)) return [];
  const part = [{ figure: share.part.id, weight: 1 }];
  const whole = [{ figure: share.whole.id, weight: 1 }];
  return [ratioRelation(completion ? 'narrative.completion' : 'narrative.share', share.rate, part, whole)];
}

/** The whole that the words name; for a degree of completion the same scope in the budget. */
function wholeFigure(stated: StatedClaim, context: Context): Variable | null {
  const { whole, subject, year, stage, roles, basis } = stated.claim;
  const meant = whole ?? (roles.completion ? subject : null);
  if (meant === null || year === null) return null;
  const frame = { year: String(year), stage: roles.completion ? (basis?.stage ?? 'budget') : stage };
  return (
    figuresOf(
      [
        { ...meant, use: 'spent', ...frame },
        { ...meant, ...frame },
      ],
      context,
    )[0] ?? null
  );
}

/** A list that says it is complete: total = Σ items. */
function listRelation(stated: StatedClaim, claims: readonly StatedClaim[]): readonly Relation[] {
  const items = stated.claim.refersTo.flatMap((r) => (r.role === 'item' ? [claims[r.claim]] : []));
  const numbers = items.map((item) => item?.variable ?? null);
  const total = referred(stated, claims, 'total')?.variable ?? null;
  const incomplete =
    stated.claim.roles.incomplete || items.some((item) => item?.claim.roles.incomplete === true);
  if (total === null || incomplete || numbers.length < 2 || numbers.some((n) => n === null)) return [];
  const parts = numbers.flatMap((n) => (n === null || n.kind !== total.kind ? [] : [n]));
  if (parts.length !== numbers.length) return [];
  return [
    relation('narrative.list', [
      { figure: total.id, weight: -1, role: 'total' },
      ...parts.map((part): Term => ({ figure: part.id, weight: 1, role: 'addend' })),
    ]),
  ];
}

/**
 * A previous amount that is not printed follows from current and change; every way to get at the same
 * previous amount must agree, and with the printed one.
 */
function impliedPrevious(paragraphs: readonly StatedParagraph[], context: Context): readonly Relation[] {
  const byScope = new Map<string, StatedChange[]>();
  for (const { claims } of paragraphs) {
    for (const stated of claims) {
      const { subject, basis } = stated.claim;
      if (stated.claim.kind !== 'change' || subject === null || stated.claim.roles.reason) continue;
      const change = changeOf(stated, claims, context);
      if (change?.current == null || change.sign === 0) continue;
      const facts = withNode(withNode(subject, 'flow', ''), 'use', '');
      const key = `${scopeKey(facts)}|${stated.claim.year}|${basis?.stage ?? ''}|${basis?.execution ?? false}`;
      byScope.set(key, [...(byScope.get(key) ?? []), change]);
    }
  }
  return [...byScope.values()].flatMap(([first, ...others]) =>
    first === undefined ? [] : others.flatMap((other) => samePrevious(first, other)),
  );
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

/** The same change over the same base is the same rate, however many decimals it is printed with. */
function sameRates(
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
    return [
      relation('narrative.mention', [
        { figure: known, weight: -1, role: 'same' },
        { figure: ratio.rate, weight: 1, role: 'mention' },
      ]),
    ];
  });
}

/** Where as many project sheets are published as there are projects, their amounts are the same ones. */
function publishedAmounts(paragraphs: readonly StatedParagraph[]): readonly Relation[] {
  const stated = paragraphs.flatMap(({ claims }) => claims);
  const find = (item: string, nature: string, kind: 'count' | 'amount'): Variable | null =>
    stated.find(
      ({ claim }) => claim.kind === kind && claim.subject?.item === item && claim.subject.nature === nature,
    )?.variable ?? null;
  return ['project', 'otherOperating', 'specificTarget'].flatMap((nature) => {
    const counts = ['performance', 'performance/published'].map((item) => find(item, nature, 'count')?.value);
    const [all, published] = ['performance', 'performance/published'].map((item) =>
      find(item, nature, 'amount'),
    );
    if (counts[0] === undefined || counts[0] !== counts[1] || all == null || published == null) return [];
    return [
      relation('narrative.mention', [
        { figure: all.id, weight: -1, role: 'same' },
        { figure: published.id, weight: 1, role: 'mention' },
      ]),
    ];
  });
}
