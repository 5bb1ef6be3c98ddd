import type { Reference, ReferenceRole } from '../../model/narrative/claim.ts';
import { scopeKey, type Scope } from '../../model/scope.ts';
import type { Relation } from '../relation.ts';
import type { ScopeIndex } from '../scopeIndex.ts';
import type { Term } from '../term.ts';
import type { Variable } from '../variable.ts';
import type { StatedClaim, StatedParagraph } from './claimFigures.ts';

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
export function claimRelations(
  paragraphs: readonly StatedParagraph[],
  tables: ScopeIndex,
  variableOf: (figure: number) => Variable | null,
): readonly Relation[] {
  const context: Context = { tables, variableOf };
  const perParagraph = paragraphs.flatMap(({ claims }) => [
    ...claims.flatMap((stated) => ofClaim(stated, claims, context)),
  ]);
  return [...perParagraph, ...impliedPrevious(paragraphs, context)];
}

interface Context {
  readonly tables: ScopeIndex;
  readonly variableOf: (figure: number) => Variable | null;
}

function ofClaim(stated: StatedClaim, claims: readonly StatedClaim[], context: Context): readonly Relation[] {
  const { kind } = stated.claim;
  if (kind === 'change') return changeRelation(changeOf(stated, claims, context));
  if (kind === 'rate') return rateRelation(stated, claims, context);
  if (kind === 'share') return shareRelation(stated, claims, context);
  return stated.claim.kind === 'list' || hasItems(stated) ? listRelation(stated, claims) : [];
}

function referred(stated: StatedClaim, claims: readonly StatedClaim[], role: ReferenceRole): StatedClaim | null {
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
  if (sign === null || stated.variable === null || stated.claim.roles.attachmentUncertain) return null;
  const current = referred(stated, claims, 'current')?.variable ?? tableFigure(stated, context);
  const previous = referred(stated, claims, 'previous')?.variable ?? null;
  return { stated, change: stated.variable, sign, current, previous };
}

/** The table's figure for the subject of a change that names no current amount. */
function tableFigure(stated: StatedClaim, context: Context): Variable | null {
  const { subject, stage } = stated.claim;
  if (subject === null || stated.claim.year === null) return null;
  const frame = { year: String(stated.claim.year), stage };
  const scopes: readonly Scope[] =
    subject.flow === 'expenditure'
      ? [{ ...subject, use: 'spent', ...frame }, { ...subject, ...frame }]
      : [{ ...subject, ...frame }];
  for (const scope of scopes) {
    const figure = context.tables.byScope.get(context.tables.coder.encode(scope))?.[0];
    if (figure !== undefined) return context.variableOf(figure.id);
  }
  return null;
}

function relation(rule: string, terms: readonly Term[], extra: Partial<Relation> = {}): Relation {
  return { rule, terms, holds: 'always', tail: 0, says: {}, ...extra };
}

/** current − previous = signed change, where both are printed. */
function changeRelation(change: StatedChange | null): readonly Relation[] {
  if (change?.current == null || change.previous === null) return [];
  return [
    relation('narrative.change', [
      { figure: change.current.id, weight: 1, role: 'part' },
      { figure: change.previous.id, weight: -1, role: 'base' },
      ...(change.sign === 0 ? [] : [{ figure: change.change.id, weight: -change.sign, role: 'part' as const }]),
    ]),
  ];
}

function rateRelation(stated: StatedClaim, claims: readonly StatedClaim[], context: Context): readonly Relation[] {
  const sign = signOf(stated);
  const rate = stated.variable;
  if (rate === null || sign === null || sign === 0) return [];
  const quotient = rateParts(stated, claims, context, sign);
  return quotient === null ? [] : [ratioRelation('narrative.rate', rate, quotient.part, quotient.whole)];
}

/** change ÷ previous, with what is missing taken from the other two. */
function rateParts(
  stated: StatedClaim,
  claims: readonly StatedClaim[],
  context: Context,
  sign: number,
): { part: readonly Weighted[]; whole: readonly Weighted[] } | null {
  const changed = referred(stated, claims, 'change');
  const change = changed === null ? null : changeOf(changed, claims, context);
  const current = referred(stated, claims, 'current')?.variable ?? change?.current ?? tableFigure(stated, context);
  const previous = referred(stated, claims, 'previous')?.variable ?? change?.previous ?? null;
  if (change !== null) {
    const part = [{ figure: change.change.id, weight: 1 }];
    if (previous !== null) return { part, whole: [{ figure: previous.id, weight: 1 }] };
    if (current === null || change.sign === 0) return null;
    return { part, whole: [{ figure: current.id, weight: 1 }, { figure: change.change.id, weight: -change.sign }] };
  }
  if (current === null || previous === null) return null;
  return {
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
): Relation {
  const terms = new Map<number, Term>([[rate.id, { figure: rate.id, weight: 0, role: 'part' }]]);
  for (const { figure, weight } of whole) terms.set(figure, { figure, weight, role: 'base' });
  for (const { figure, weight } of part) terms.set(figure, { figure, weight, role: 'part' });
  return relation(rule, [...terms.values()], { ratio: { rate: rate.id, part, whole } });
}

/** part ÷ whole; the whole may be a claim or, where the words name it, a figure of the tables. */
function shareRelation(stated: StatedClaim, claims: readonly StatedClaim[], context: Context): readonly Relation[] {
  const part = referred(stated, claims, 'part')?.variable ?? null;
  const whole = referred(stated, claims, 'whole')?.variable ?? wholeFigure(stated, context);
  if (stated.variable === null || part === null || whole === null || part.id === whole.id) return [];
  const rule = stated.claim.roles.completion ? 'narrative.completion' : 'narrative.share';
  return [
    ratioRelation(rule, stated.variable, [{ figure: part.id, weight: 1 }], [{ figure: whole.id, weight: 1 }]),
  ];
}

function wholeFigure(stated: StatedClaim, context: Context): Variable | null {
  const { whole, year, stage } = stated.claim;
  if (whole === null || year === null) return null;
  const frame = { year: String(year), stage };
  for (const scope of [{ ...whole, use: 'spent', ...frame }, { ...whole, ...frame }]) {
    const figure = context.tables.byScope.get(context.tables.coder.encode(scope))?.[0];
    if (figure !== undefined) return context.variableOf(figure.id);
  }
  return null;
}

function hasItems(stated: StatedClaim): boolean {
  return stated.claim.refersTo.some((reference) => reference.role === 'item');
}

/** A list that says it is complete: total = Σ items. */
function listRelation(stated: StatedClaim, claims: readonly StatedClaim[]): readonly Relation[] {
  const items = stated.claim.refersTo.flatMap((r) => (r.role === 'item' ? [claims[r.claim]] : []));
  const numbers = items.map((item) => item?.variable ?? null);
  const incomplete = stated.claim.roles.incomplete || items.some((item) => item?.claim.roles.incomplete === true);
  if (stated.variable === null || incomplete || numbers.length < 2 || numbers.some((n) => n === null)) return [];
  const total = stated.variable;
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
      const key = `${scopeKey(subject)}|${stated.claim.year}|${basis?.stage ?? ''}|${basis?.execution ?? false}`;
      byScope.set(key, [...(byScope.get(key) ?? []), change]);
    }
  }
  return [...byScope.values()].flatMap(([first, ...others]) =>
    first === undefined ? [] : others.flatMap((other) => samePrevious(first, other)),
  );
}

function samePrevious(a: StatedChange, b: StatedChange): readonly Relation[] {
  if (a.current === null || b.current === null || a.change.id === b.change.id) return [];
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
