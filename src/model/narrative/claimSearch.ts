import { scopeKey, type Scope } from '../scope.ts';
import type { Reference, ReferenceRole } from './claim.ts';
import type { Draft } from './walk.ts';

/** Adds what another claim is to this one; null adds nothing. */
export function refer(draft: Draft, role: ReferenceRole, claim: number | null): void {
  if (claim !== null) draft.refersTo = [...draft.refersTo, { role, claim } satisfies Reference];
}

/** An amount of money, alone or of a pair. */
export const isAmount = (draft: Draft): boolean => draft.kind === 'amount' || draft.kind === 'pair';

/** The same subject; claims of one topic share it even when nobody knows it. */
export function sameSubject(a: Draft, b: Draft): boolean {
  if (a.topic !== null && a.topic.id === b.topic?.id) return true;
  return a.subject !== null && b.subject !== null && keyOf(a.subject) === keyOf(b.subject);
}

const keys = new WeakMap<Scope, string>();

/** A scope is compared many times over; its key is built once. */
function keyOf(scope: Scope): string {
  const known = keys.get(scope);
  if (known !== undefined) return known;
  const key = scopeKey(scope);
  keys.set(scope, key);
  return key;
}

/** Claims of one stretch about one thing. */
export const sameTopic = (a: Draft, b: Draft): boolean => a.topic !== null && a.topic.id === b.topic?.id;

/** Related claims stand close together; a paragraph of thousands of figures is searched no further. */
const searchWidth = 150;

/** The last claim before `index` that a test accepts. */
export function before(
  drafts: readonly Draft[],
  index: number,
  test: (draft: Draft) => boolean,
): number | null {
  const first = Math.max(0, index - searchWidth);
  for (let i = index - 1; i >= first; i -= 1) if (matches(drafts, i, test)) return i;
  return null;
}

/** The last claim before `index`, else the first after it, that a test accepts. */
export function nearest(
  drafts: readonly Draft[],
  index: number,
  test: (draft: Draft) => boolean,
): number | null {
  const found = before(drafts, index, test);
  if (found !== null) return found;
  const last = Math.min(drafts.length, index + searchWidth);
  for (let i = index + 1; i < last; i += 1) if (matches(drafts, i, test)) return i;
  return null;
}

/** Does the claim at an index satisfy the test? */
export function matches(drafts: readonly Draft[], index: number, test: (draft: Draft) => boolean): boolean {
  const draft = drafts[index];
  return draft !== undefined && test(draft);
}

/** The same year and stage. */
export const sameTime = (a: Draft, b: Draft): boolean =>
  a.year === b.year && a.stage === b.stage && a.roles.execution === b.roles.execution;
