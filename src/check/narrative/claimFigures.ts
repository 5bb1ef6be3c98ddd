import { gather } from '../../model/gather.ts';
import { extend } from '../../model/extend.ts';
import type { Disclosure, NarrativeParagraph, NarrativeSection } from '../../model/disclosure.ts';
import type { Figure } from '../../model/figure.ts';
import { claimScope, type Claim } from '../../model/narrative/claim.ts';
import type { Place } from '../../model/place.ts';
import { withNode, type Scope } from '../../model/scope.ts';
import type { Ledger } from '../ledger.ts';
import type { ScopeIndex } from '../scopeIndex.ts';
import type { Variable } from '../variable.ts';
import { slipOf, unitSlipTo } from '../slip.ts';
import { numberVariable } from './numberVariable.ts';

/** A claim with the number that it added to the ledger; null for a claim without a printed number. */
export interface StatedClaim {
  readonly claim: Claim;
  readonly variable: Variable | null;
  /** The reading of its subject that was taken; null when it is not resolved. */
  readonly scope: Scope | null;
  readonly place: Place;
}

/** One paragraph's claims, in order: `refersTo` indexes this list. */
export interface StatedParagraph {
  readonly section: string;
  readonly text: string;
  readonly claims: readonly StatedClaim[];
}

/** Enters every number of the narrative into the ledger. */
export function stateClaims(
  disclosure: Disclosure,
  ledger: Ledger,
  tables: ScopeIndex,
): readonly StatedParagraph[] {
  return disclosure.narrative.flatMap((section) =>
    section.paragraphs.map((paragraph) => ({
      section: section.section,
      text: paragraph.text,
      claims: paragraph.claims.map((claim) => stateClaim(claim, { section, paragraph, ledger, tables })),
    })),
  );
}

interface Stating {
  readonly section: NarrativeSection;
  readonly paragraph: NarrativeParagraph;
  readonly ledger: Ledger;
  readonly tables: ScopeIndex;
}

function stateClaim(claim: Claim, stating: Stating): StatedClaim {
  const place = placeOf(claim, stating);
  const quote = quoteOf(claim, stating.paragraph.text);
  const isAmount = claim.fen !== null && claim.unitFen !== null;
  if (!isAmount)
    return { claim, place, scope: null, variable: numberVariable(claim, place, quote, stating.ledger) };
  const isQuantity = claim.kind !== 'change' && claim.subject !== null && !claim.roles.execution;
  const scope = isQuantity ? readingOf(claim, stating.tables) : null;
  const amount: Omit<Figure, 'id'> = {
    origin: 'text',
    scope: scope ?? {},
    text: claim.text,
    fen: claim.fen,
    unitFen: claim.unitFen,
    unit: claim.moneyUnit ?? '万元',
    place,
  };
  const figure = stating.ledger.addAmount(amount, { scoped: scope !== null, quote });
  return { claim, place, scope, variable: stating.ledger.variables[figure.id] ?? null };
}

const clauseEnd = /[，。；：,;:、\n]/;

/** The clause that the number stands in, at most some twenty characters of it on either side. */
function quoteOf({ start, end }: Claim, text: string): string {
  let from = start;
  while (from > 0 && start - from < 22 && !clauseEnd.test(text.charAt(from - 1))) from -= 1;
  let to = end;
  while (to < text.length && to - end < 8 && !clauseEnd.test(text.charAt(to))) to += 1;
  // The message puts the clause in quotation marks of its own.
  return text.slice(from, to).replace(/[“”"]/g, '').trim();
}

function placeOf(claim: Claim, { section, paragraph }: Stating): Place {
  const span = paragraph.spans.find(({ start, end }) => claim.start >= start && claim.start < end);
  const offset = claim.start - (span?.start ?? 0);
  return extend(span?.place ?? paragraph.place, { offset, section: section.section });
}

/**
 * The reading of a subject that the tables print: the one whose figure has the stated value, else one
 * that a common slip leads to, else the only one that is printed. Readings that differ decide nothing.
 */
function readingOf(claim: Claim, tables: ScopeIndex): Scope | null {
  const { strict, loose } = readingsOf(claim);
  const own = printedReadings(strict, tables);
  const plainly = own.find(({ figure }) => agrees(claim, figure));
  if (plainly !== undefined) return plainly.scope;
  const all = [...own, ...printedReadings(loose, tables)];
  const fen = claim.fen ?? 0;
  const unit = Math.max(1, claim.unitFen ?? 1);
  const agreeing = all.find(({ figure }) => agrees(claim, figure));
  const slipped = all.find(
    ({ figure }) =>
      unitSlipTo(fen, figure.fen) !== null ||
      slipOf(Math.round(fen / unit), Math.round(figure.fen / unit), []) !== null,
  );
  if (agreeing !== undefined || slipped !== undefined) return (agreeing ?? slipped)?.scope ?? null;
  const plain = printedReadings(asPrinted(strict[0] ?? {}), tables);
  const values = new Set((plain.length > 0 ? plain : own).map(({ figure }) => figure.fen));
  if (values.size > 1) return null;
  return plain[0]?.scope ?? own[0]?.scope ?? unprinted(strict[0]);
}

/** What no table prints. Of a total of expenditure the words alone do not say whether leftovers belong to it. */
function unprinted(scope: Scope | undefined): Scope | null {
  return scope === undefined || (scope.flow === 'expenditure' && scope.use === undefined) ? null : scope;
}

interface PrintedReading {
  readonly scope: Scope;
  readonly figure: Figure;
}

function printedReadings(readings: readonly Scope[], tables: ScopeIndex): readonly PrintedReading[] {
  return gather(readings, (scope) => {
    const figure = tables.byScope.get(tables.coder.encode(scope))?.[0];
    return figure === undefined ? [] : [{ scope, figure }];
  });
}

function agrees(claim: Claim, figure: Figure): boolean {
  return 2 * Math.abs((claim.fen ?? 0) - figure.fen) <= (claim.unitFen ?? 0) + figure.unitFen;
}

export interface Readings {
  /** What the words say. */
  readonly strict: readonly Scope[];
  /** What an author may mean by them: with or without carry-over, income for a purpose as its spending. */
  readonly loose: readonly Scope[];
}

const known = new WeakMap<Claim, Readings>();

/** The subject and what else its words allow, with year and stage. */
export function readingsOf(claim: Claim): Readings {
  const readings = known.get(claim) ?? findReadings(claim);
  known.set(claim, readings);
  return readings;
}

function findReadings(claim: Claim): Readings {
  const subject = claimScope(claim);
  if (subject === null) return { strict: [], loose: [] };
  const frame: Scope = { stage: claim.stage, ...(subject.year === undefined ? {} : { year: subject.year }) };
  const alternatives = claim.alternatives.map((scope): Scope => extend(scope, frame));
  const strict = gather([subject, ...alternatives], asPrinted);
  const spent = gather(strict, (scope) => [extend(scope, { use: 'spent' }), withNode(scope, 'use', '')]);
  return { strict, loose: [...spent, ...gather(spent, otherVintage)] };
}

/** Tables print what is spent; a total of both sides is printed without it. */
function asPrinted(scope: Scope): readonly Scope[] {
  const whole = withNode(scope, 'use', '');
  if (scope.flow !== 'expenditure') return [scope];
  return scope.use === undefined ? [whole, extend(scope, { use: 'spent' })] : [scope, whole];
}

function otherVintage(scope: Scope): readonly Scope[] {
  if (scope.vintage === undefined) return [extend(scope, { vintage: 'current' })];
  return scope.vintage === 'current' ? [withNode(scope, 'vintage', '')] : [];
}

/** The sentences' amounts by coded scope; of 执行数 under the stage that tables of last year's execution have. */
export function saidAmounts(
  paragraphs: readonly StatedParagraph[],
  tables: ScopeIndex,
): ReadonlyMap<number, readonly Variable[]> {
  const said = new Map<number, Variable[]>();
  for (const { claim, variable } of paragraphs.flatMap(({ claims }) => claims)) {
    const scope = claimScope(claim);
    const isAmount = claim.kind === 'amount' || claim.kind === 'pair';
    if (scope === null || variable === null || !isAmount || claim.roles.reason) continue;
    const key = tables.coder.encode(claim.roles.execution ? extend(scope, { stage: 'executed' }) : scope);
    said.set(key, [...(said.get(key) ?? []), variable]);
  }
  return said;
}
