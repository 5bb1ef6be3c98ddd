import type { Disclosure, NarrativeParagraph, NarrativeSection } from '../../model/disclosure.ts';
import type { Figure } from '../../model/figure.ts';
import { claimScope, type Claim } from '../../model/narrative/claim.ts';
import type { Place } from '../../model/place.ts';
import { withNode, type Scope } from '../../model/scope.ts';
import type { Ledger } from '../ledger.ts';
import type { ScopeIndex } from '../scopeIndex.ts';
import type { Variable } from '../variable.ts';
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
export function stateClaims(disclosure: Disclosure, ledger: Ledger, tables: ScopeIndex): readonly StatedParagraph[] {
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
  const isAmount = claim.fen !== null && claim.unitFen !== null;
  if (!isAmount) return { claim, place, scope: null, variable: numberVariable(claim, place, stating.ledger) };
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
  const figure = stating.ledger.addAmount(amount, { scoped: scope !== null });
  return { claim, place, scope, variable: stating.ledger.variables[figure.id] ?? null };
}

function placeOf(claim: Claim, { section, paragraph }: Stating): Place {
  const span = paragraph.spans.find(({ start, end }) => claim.start >= start && claim.start < end);
  return { ...(span?.place ?? paragraph.place), section: section.section };
}

/**
 * The reading of a subject that the tables print: the one whose figure has the stated value, else the
 * first one that is printed at all, else the grammar's own.
 */
function readingOf(claim: Claim, tables: ScopeIndex): Scope | null {
  const readings = readingsOf(claim);
  const printed = readings.flatMap((scope) => {
    const figure = tables.byScope.get(tables.coder.encode(scope))?.[0];
    return figure === undefined ? [] : [{ scope, figure }];
  });
  const agreeing = printed.find(({ figure }) => agrees(claim, figure));
  return agreeing?.scope ?? printed[0]?.scope ?? readings[0] ?? null;
}

function agrees(claim: Claim, figure: Figure): boolean {
  return 2 * Math.abs((claim.fen ?? 0) - figure.fen) <= (claim.unitFen ?? 0) + figure.unitFen;
}

/** The subject and what else its words allow; spending without a word on carry-over may mean either. */
export function readingsOf(claim: Claim): readonly Scope[] {
  const subject = claimScope(claim);
  if (subject === null) return [];
  const year = subject.year;
  const frame: Scope = { stage: claim.stage, ...(year === undefined ? {} : { year }) };
  const alternatives = claim.alternatives.map((scope): Scope => ({ ...scope, ...frame }));
  const all = [subject, ...alternatives].flatMap((scope) => [...asPrinted(scope)]);
  return [...all, ...all.flatMap(otherVintage)];
}

/** Tables print what is spent; a total of both sides is printed without it. */
function asPrinted(scope: Scope): readonly Scope[] {
  const whole = withNode(scope, 'use', '');
  return scope.flow === 'expenditure' ? [{ ...scope, use: scope.use ?? 'spent' }, whole] : [scope];
}

function otherVintage(scope: Scope): readonly Scope[] {
  if (scope.vintage === undefined) return [{ ...scope, vintage: 'current' }];
  return scope.vintage === 'current' ? [withNode(scope, 'vintage', '')] : [];
}
