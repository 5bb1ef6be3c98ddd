import type { Figure } from '../../model/figure.ts';
import type { Place } from '../../model/place.ts';
import type { Scope } from '../../model/scope.ts';
import { readingsOf, type StatedClaim } from '../narrative/claimFigures.ts';
import { changeOf } from '../narrative/changes.ts';
import { referred, signOf } from '../narrative/references.ts';
import { statedNarrative, type StatedNarrative } from '../narrative/stated.ts';
import { figuresInTables } from '../narrative/tableReading.ts';
import type { RuleContext } from '../rule.ts';
import type { Variable } from '../variable.ts';
import type { LastYear } from './lastYear.ts';

/** Bounds of an amount in 分. */
export interface Bounds {
  readonly low: number;
  readonly high: number;
}

/**
 * What this year's document says of a figure of last year: the amount itself (in a sentence or a cell), or
 * this year's amount with a change or a rate, from which last year's follows.
 */
export interface Statement {
  readonly kind: 'amount' | 'cell' | 'change' | 'flat' | 'rate';
  /** The number that is wrong when the statement is; null for words alone (持平). */
  readonly number: Variable | null;
  readonly place: Place;
  readonly text: string;
  readonly quote: string;
  /** +1 增加, −1 减少, 0 for the others. */
  readonly sign: number;
  /** This year's amount as this document's tables print it, where the statement starts from one. */
  readonly current: Variable | null;
  /** What last year's amount may be for the statement to hold, by each way to read this year's amount. */
  readonly allowed: readonly Bounds[];
  /** The scope that this year's amount beside it was read with: last year's has the same. */
  readonly paired: Scope | null;
  readonly scopes: readonly Scope[];
  readonly otherScopes: readonly Scope[];
  /** The document says outright that it compares with last year's figure of this stage. */
  readonly explicit: boolean;
}

/** Everything that the document says of last year's figures. */
export function statementsOf(context: RuleContext, lastYear: LastYear): readonly Statement[] {
  const narrative = statedNarrative(context);
  return [
    ...context.disclosure.figures.flatMap((figure) => cellStatement(figure, lastYear, context)),
    ...narrative.paragraphs.flatMap(({ claims, text }) =>
      claims.flatMap((stated) => claimStatement(stated, claims, text, { narrative, lastYear })),
    ),
  ];
}

/** A column of last year's amounts in one of this year's tables. */
function cellStatement(figure: Figure, lastYear: LastYear, { ledger }: RuleContext): readonly Statement[] {
  const { year, stage } = figure.scope;
  const number = ledger.variables[figure.id];
  if (year !== String(lastYear.year) || stage !== lastYear.disclosure.stage) return [];
  if (number === undefined || number.text === '') return [];
  return [
    {
      ...{ kind: 'cell', number, place: figure.place, text: figure.text, quote: '', sign: 0, current: null },
      allowed: [around(number)],
      paired: null,
      scopes: [figure.scope],
      otherScopes: [],
      explicit: true,
    },
  ];
}

interface Reading {
  readonly narrative: StatedNarrative;
  readonly lastYear: LastYear;
}

function claimStatement(
  stated: StatedClaim,
  claims: readonly StatedClaim[],
  text: string,
  reading: Reading,
): readonly Statement[] {
  const { claim } = stated;
  if (claim.subject === null || claim.roles.reason || claim.roles.execution) return [];
  if (isOtherBasis(stated, reading.lastYear) || /同口径|可比口径/.test(text)) return [];
  if (claim.kind === 'amount' || claim.kind === 'pair') return previousAmount(stated, claims, reading);
  if (claim.kind === 'change') return impliedByChange(stated, claims, text, reading);
  return claim.kind === 'rate' ? impliedByRate(stated, claims, reading) : [];
}

/** Compared with another year, with what was carried out, or with another stage. */
function isOtherBasis({ claim: { basis } }: StatedClaim, { year, disclosure }: LastYear): boolean {
  if (basis === null) return false;
  const otherStage = basis.stage !== null && basis.stage !== disclosure.stage;
  return basis.execution || otherStage || (basis.year !== null && basis.year !== year);
}

function common(
  stated: StatedClaim,
  claims: readonly StatedClaim[],
  { lastYear }: Reading,
): Omit<Statement, 'kind' | 'allowed'> {
  const { claim, variable, place } = stated;
  const { strict, loose } = readingsOf({
    ...claim,
    year: lastYear.year,
    stage: lastYear.disclosure.stage,
  });
  return {
    number: variable,
    place,
    text: claim.text,
    quote: variable?.quote ?? claim.text,
    sign: 0,
    current: null,
    paired: pairedScope(stated, claims),
    scopes: strict,
    otherScopes: loose,
    explicit: claim.basis?.stage === lastYear.disclosure.stage,
  };
}

/** What this year's amount of the same subject in the same paragraph was found to mean. */
function pairedScope({ claim }: StatedClaim, claims: readonly StatedClaim[]): Scope | null {
  const subject = JSON.stringify(claim.subject);
  const own = claims.find(
    (other) =>
      (other.claim.kind === 'amount' || other.claim.kind === 'pair') &&
      other.scope?.year !== undefined &&
      (claim.kind === 'change' || claim.kind === 'rate' || other.claim.year !== claim.year) &&
      JSON.stringify(other.claim.subject) === subject,
  );
  return own?.scope ?? null;
}

function previousAmount(
  stated: StatedClaim,
  claims: readonly StatedClaim[],
  reading: Reading,
): readonly Statement[] {
  const { claim, variable } = stated;
  if (claim.year !== reading.lastYear.year || variable?.kind !== 'amount') return [];
  if (claim.stage !== reading.lastYear.disclosure.stage) return [];
  return [{ ...common(stated, claims, reading), kind: 'amount', allowed: [around(variable)] }];
}

function impliedByChange(
  stated: StatedClaim,
  claims: readonly StatedClaim[],
  text: string,
  reading: Reading,
): readonly Statement[] {
  const sign = signOf(stated);
  if (sign === null || isVague(stated, text) || stated.claim.roles.attachmentUncertain) return [];
  if (referred(stated, claims, 'previous') !== null) return [];
  const printed = referred(stated, claims, 'current')?.variable ?? null;
  const change = stated.variable?.kind === 'amount' ? stated.variable : null;
  if (sign !== 0 && change === null) return [];
  const { current, all } = currentsOf(stated, claims, printed, reading);
  const allowed = all.map((amount) => minus(around(amount), sign, change));
  if (allowed.length === 0) return [];
  return [
    { ...common(stated, claims, reading), kind: sign === 0 ? 'flat' : 'change', sign, current, allowed },
  ];
}

/** 基本持平 leaves room. */
function isVague({ claim }: StatedClaim, text: string): boolean {
  return /(?:基本|大致|大体|约)$/.test(text.slice(Math.max(0, claim.start - 4), claim.start));
}

/** This year's amount: as the sentence says it and as the tables print it, which may differ by a mistake. */
function currentsOf(
  stated: StatedClaim,
  claims: readonly StatedClaim[],
  printed: Variable | null,
  { narrative }: Reading,
): { readonly current: Variable | null; readonly all: readonly Variable[] } {
  const resolved = stated.claim.kind === 'change' ? changeOf(stated, claims, narrative) : null;
  const { strict, loose } = readingsOf(stated.claim);
  const inTables = figuresInTables(strict, narrative);
  const all = [resolved?.current ?? null, printed, ...inTables, ...figuresInTables(loose, narrative)].filter(
    (amount): amount is Variable => amount !== null,
  );
  return { current: inTables[0] ?? resolved?.current ?? printed ?? all[0] ?? null, all };
}

/** A rate without the amount of the change: 比上年增长5%. */
function impliedByRate(
  stated: StatedClaim,
  claims: readonly StatedClaim[],
  reading: Reading,
): readonly Statement[] {
  const sign = signOf(stated);
  const rate = stated.variable;
  const isOwn = referred(stated, claims, 'change') === null && referred(stated, claims, 'previous') === null;
  if (sign === null || sign === 0 || rate === null || !isOwn || stated.claim.numberUnit === '倍') return [];
  const printed = referred(stated, claims, 'current')?.variable ?? null;
  const { current, all } = currentsOf(stated, claims, printed, reading);
  const allowed = all.flatMap((amount) => divided(around(amount), sign, rate));
  return allowed.length === 0
    ? []
    : [{ ...common(stated, claims, reading), kind: 'rate', sign, current, allowed }];
}

/** The printed digits, with a whole last digit of room: a sentence may cut off what a table rounds. */
function around({ value, unit }: Variable): Bounds {
  return { low: value - unit, high: value + unit };
}

function minus(current: Bounds, sign: number, change: Variable | null): Bounds {
  if (change === null || sign === 0) return current;
  const [a, b] = [sign * (change.value - change.unit), sign * (change.value + change.unit)];
  return { low: current.low - Math.max(a, b), high: current.high - Math.min(a, b) };
}

/** current ÷ (1 ± rate); rates are in millionths. */
function divided(current: Bounds, sign: number, { value, unit }: Variable): readonly Bounds[] {
  const factors = [value - unit / 2, value + unit / 2].map((rate) => 1 + (sign * rate) / 1_000_000);
  const [least, most] = [Math.min(...factors), Math.max(...factors)];
  return least <= 0 ? [] : [{ low: current.low / most, high: current.high / least }];
}
