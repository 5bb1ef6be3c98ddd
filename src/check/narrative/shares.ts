import type { Scope } from '../../model/scope.ts';
import { impliedInRatio, ratioHolds } from '../ratio.ts';
import type { Relation } from '../relation.ts';
import { likelyIn } from '../slip.ts';
import type { Ratio } from '../term.ts';
import { valuesOf, type Variable } from '../variable.ts';
import type { StatedClaim } from './claimFigures.ts';
import { changeOf } from './changes.ts';
import { ratioRelation } from './rates.ts';
import { referred, type Context } from './references.ts';
import { figuresOf } from './tableReading.ts';

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
  const part = referred(stated, claims, 'part')?.variable ?? partFigure(stated, context);
  const whole = referred(stated, claims, 'whole')?.variable ?? wholeFigure(stated, context, part);
  if (stated.variable === null || part === null || whole === null || part.id === whole.id) return null;
  return { rate: stated.variable, part, whole };
}

/** Larger even when both are taken at the friendly end of their last digits. */
export function exceeds(part: Variable, whole: Variable): boolean {
  return 2 * part.value - part.unit > 2 * whole.value + whole.unit;
}

export function shareRelation(
  stated: StatedClaim,
  claims: readonly StatedClaim[],
  context: Context,
): readonly Relation[] {
  const { completion } = stated.claim.roles;
  const against = completion ? completionByChange(stated, claims, context) : null;
  if (against !== null) return [against];
  const share = shareParts(stated, claims, context);
  if (share === null || (!completion && isImpossible(share))) return [];
  const { part, whole } = ratioOf(share);
  return [ratioRelation(completion ? 'narrative.completion' : 'narrative.share', share.rate, part, whole)];
}

/** A part larger than its whole, neither of which a slip away from what the share asks for: another rule tells it. */
function isImpossible(share: ShareParts): boolean {
  const { part, whole } = share;
  if (!exceeds(part, whole)) return false;
  const values = valuesOf([share.rate, part, whole]);
  const ratio = ratioOf(share);
  return [part, whole].every((figure) => {
    const implied = impliedInRatio(ratio, figure.id, values);
    return implied === null || likelyIn(figure.value, figure.unit, implied) === null;
  });
}

function ratioOf({ rate, part, whole }: ShareParts): Ratio {
  return {
    rate: rate.id,
    part: [{ figure: part.id, weight: 1 }],
    whole: [{ figure: whole.id, weight: 1 }],
  };
}

/** Spent ÷ (spent − change against the budget), where the budget itself is not printed. */
function completionByChange(
  stated: StatedClaim,
  claims: readonly StatedClaim[],
  context: Context,
): Relation | null {
  const spent = referred(stated, claims, 'part')?.variable ?? null;
  const against = referred(stated, claims, 'change');
  const change = against === null ? null : changeOf(against, claims, context);
  if (spent === null || stated.variable === null || change === null || change.sign === 0) return null;
  const whole = [
    { figure: spent.id, weight: 1 },
    { figure: change.change.id, weight: -change.sign },
  ];
  return ratioRelation('narrative.completion', stated.variable, [{ figure: spent.id, weight: 1 }], whole);
}

/** What a share that states no amount is of: 城乡社区支出占支出预算的80%. */
function partFigure({ claim }: StatedClaim, context: Context): Variable | null {
  const { subject, year, stage, roles } = claim;
  if (subject === null || year === null || roles.completion || claim.refersTo.length > 0) return null;
  const frame = { year: String(year), stage };
  const scopes = [
    { ...subject, use: 'spent', ...frame },
    { ...subject, ...frame },
  ];
  return figuresOf(scopes, context)[0] ?? null;
}

/** The whole that the words name, as they most likely mean it; for a degree of completion the same scope in the budget. */
function wholeFigure(stated: StatedClaim, context: Context, part: Variable | null): Variable | null {
  const { whole, subject, year, stage, roles, basis } = stated.claim;
  const meant = whole ?? (roles.completion ? subject : null);
  if (meant === null || year === null) return null;
  const frame = { year: String(year), stage: roles.completion ? (basis?.stage ?? 'budget') : stage };
  const ownFund = meant.fund === undefined ? subject?.fund : undefined;
  // 占基本支出的P% in a section about one fund: that fund's, where the whole is nowhere else.
  const wholes = ownFund === undefined ? [meant] : [meant, { ...meant, fund: ownFund }];
  const [first = null] = figuresOfWholes(wholes, frame, context);
  const ownVintage = meant.vintage === undefined ? subject?.vintage : undefined;
  if (first === null || ownVintage === undefined || isShareOf(stated.variable, part, first)) return first;
  // 占收入的P% of a part of this year's income: it may be this year's.
  const ofVintage = figuresOfWholes([{ ...meant, vintage: ownVintage }], frame, context);
  return ofVintage.find((other) => isShareOf(stated.variable, part, other)) ?? first;
}

function figuresOfWholes(
  wholes: readonly Scope[],
  frame: Pick<Scope, 'year' | 'stage'>,
  context: Context,
): readonly Variable[] {
  const scopes = wholes.flatMap((scope) => [
    { ...scope, use: 'spent', ...frame },
    { ...scope, ...frame },
  ]);
  return figuresOf(scopes, context);
}

function isShareOf(rate: Variable | null, part: Variable | null, whole: Variable): boolean {
  if (rate === null || part === null || part.id === whole.id) return false;
  return ratioHolds(ratioOf({ rate, part, whole }), valuesOf([rate, part, whole]));
}
