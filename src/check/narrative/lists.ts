import { childNodes } from '../../model/scope.ts';
import { relation, termsOfSame, termsOfSum, type Relation } from '../relation.ts';
import type { Term } from '../term.ts';
import { perPiece, type Variable } from '../variable.ts';
import type { StatedClaim, StatedParagraph } from './claimFigures.ts';
import { opposingRate, reversedChange } from './opposed.ts';
import { namesSomeOnly } from './partialList.ts';
import { referred, signOf, type Context } from './references.ts';

/** A list that says it is complete: total = Σ items; of changes each with its direction. */
export function listRelation(
  stated: StatedClaim,
  claims: readonly StatedClaim[],
  context: Context,
): readonly Relation[] {
  const items = stated.claim.refersTo.flatMap((r) => (r.role === 'item' ? [claims[r.claim]] : []));
  const numbers = items.map((item) => item?.variable ?? null);
  const whole = referred(stated, claims, 'total');
  const total = whole?.variable ?? null;
  const signs = items.map((item) => signOfItem(item, claims));
  const sign = signOfItem(whole ?? undefined, claims);
  const incomplete =
    !isWholeSet(whole, items) &&
    (stated.claim.roles.incomplete || items.some((item) => item?.claim.roles.incomplete === true));
  const least = whole?.claim.roles.bothFlows === true ? 1 : 2;
  if (total === null || incomplete || numbers.length < least || numbers.some((n) => n === null)) return [];
  const parts = numbers.flatMap((n) => (n === null || n.kind !== total.kind ? [] : [n]));
  if (parts.length !== numbers.length || sign === null || signs.includes(null)) return [];
  if (reversedChange(stated, claims) !== null) return [];
  const addends = parts.flatMap(({ id }, i): readonly Term[] => {
    const weight = signs[i] ?? 0;
    return weight === 0 ? [] : [{ figure: id, weight, role: 'addend' }];
  });
  if (sign === 0 && addends.length === 0) return [];
  const complete = isWholeSet(whole, items) || isCounted(whole, items, claims);
  const isOpen = (): boolean => items.some(isOpenItem) || namesSomeOnly(items, whole, context);
  const holds = !complete && fallsShort(total, parts) && isOpen() ? 'unknown' : 'always';
  const terms: readonly Term[] = [
    { figure: total.id, weight: sign === 0 ? -1 : -sign, role: 'total' },
    ...addends,
  ];
  return [relation('narrative.list', terms, { holds })];
}

/** 其中 and one part only: it may be less than the whole, never more. */
export function largerThanWhole(stated: StatedClaim, claims: readonly StatedClaim[]): readonly Relation[] {
  const { claim, variable } = stated;
  const whole = claim.kind === 'amount' || claim.kind === 'pair' ? referred(stated, claims, 'total') : null;
  const total = whole?.variable ?? null;
  if (total === null || variable === null || claim.unresolved !== null || isListed(stated, claims)) return [];
  if (2 * variable.value - variable.unit <= 2 * total.value + total.unit) return [];
  return [relation('narrative.list', termsOfSum(total.id, [variable.id]))];
}

function isListed(stated: StatedClaim, claims: readonly StatedClaim[]): boolean {
  const index = claims.indexOf(stated);
  return claims.some(({ claim }) => claim.refersTo.some((r) => r.role === 'item' && r.claim === index));
}

/** All parts of a closed set are listed (货物、工程、服务; 其他运转类、特定目标类), whatever 等 follows them. */
function isWholeSet(whole: StatedClaim | null, items: readonly (StatedClaim | undefined)[]): boolean {
  if (whole?.claim.kind === 'change') return false;
  return (['item', 'nature'] as const).some((dimension) => {
    const children = childNodes(dimension, whole?.claim.subject?.[dimension] ?? '');
    const listed = new Set(items.map((item) => item?.claim.subject?.[dimension]));
    return (
      children !== null && children.length === items.length && children.every((node) => listed.has(node))
    );
  });
}

/** How far before the total the number of what is listed may stand. */
const nearCount = 40;

/** 项目共4个，涉及资金10万元。其中：… and four items: as many are listed as there are. */
function isCounted(
  whole: StatedClaim | null,
  items: readonly (StatedClaim | undefined)[],
  claims: readonly StatedClaim[],
): boolean {
  const start = whole?.claim.start ?? 0;
  return claims.some(
    ({ claim, variable }) =>
      claim.kind === 'count' &&
      /^[个项]$/.test(claim.numberUnit ?? '') &&
      claim.end <= start &&
      start - claim.end <= nearCount &&
      variable?.value === items.length * perPiece,
  );
}

/** What 其中 may name some of only: projects, items of an economic class, what nobody knows. */
function isOpenItem(item: StatedClaim | undefined): boolean {
  const subject = item?.claim.subject;
  if (subject == null || subject.project !== undefined) return true;
  if (item?.claim.kind === 'count') return subject.item?.includes('Vehicles') !== true;
  const economic = subject.deptEconomic ?? subject.govEconomic ?? '';
  return economic.length > 3;
}

function fallsShort(total: Variable, parts: readonly Variable[]): boolean {
  return parts.reduce((sum, { value }) => sum + value, 0) < total.value;
}

/** +1 or −1 for a change by its direction, 0 for 持平, +1 for any other item; null where nothing, or two things, are said. */
function signOfItem(item: StatedClaim | undefined, claims: readonly StatedClaim[]): number | null {
  if (item === undefined || opposingRate(item, claims) !== null) return null;
  return item.claim.kind === 'change' ? signOf(item) : 1;
}

/** Where as many project sheets are published as there are projects, their amounts are the same ones. */
export function publishedAmounts(paragraphs: readonly StatedParagraph[]): readonly Relation[] {
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
    return [relation('narrative.mention', termsOfSame(all.id, published.id, 'mention'))];
  });
}
