import { claimScope } from '../../model/narrative/claim.ts';
import { childNodes, type Scope } from '../../model/scope.ts';
import { relation, termsOfSum, type Relation } from '../relation.ts';
import type { Term } from '../term.ts';
import type { Variable } from '../variable.ts';
import { changeOf, type StatedChange } from './changes.ts';
import type { StatedNarrative } from './stated.ts';
import { figuresOf } from './tableReading.ts';

/**
 * 三公经费 = 因公出国 + 接待 + 用车, 用车 = 购置 + 运行, 采购 = 货物 + 工程 + 服务, wherever in the text they stand: an amount
 * that sentences state against all its parts, and its change against the changes of the parts. A part that is
 * said to be none is zero; one that nobody states leaves the sum open. Amounts of one year and stage only.
 */
export function itemSums(narrative: StatedNarrative): readonly Relation[] {
  const sums: Sums = { narrative, none: saidNone(narrative), changes: changesByScope(narrative) };
  const seen = new Set<number>();
  return narrative.paragraphs
    .flatMap(({ claims }) => claims)
    .flatMap(({ claim, scope, variable }) => {
      const key = scope === null ? -1 : narrative.tables.coder.encode(scope);
      const isAmount = claim.kind === 'amount' || claim.kind === 'pair';
      if (scope === null || variable === null || !isAmount || claim.roles.reason || seen.has(key)) return [];
      seen.add(key);
      // Sentences that differ about the total are told as such.
      if (figuresOf([scope], narrative).length === 0) return [];
      const parts = partsOf(scope, sums);
      if (parts === null) return largerParts(scope, variable, sums);
      if (namesMore(variable, parts, sums)) return [];
      return [...sumOf(variable, parts), ...changesOf(scope, parts, sums)];
    })
    .concat(fundChanges(sums));
}

/**
 * The change of 财政拨款 is the sum of its funds' changes against one basis, where the funds' amounts add up to its own. A
 * fund that is nothing now and of whose change nothing is said leaves the sum open: then it only confirms.
 */
function fundChanges({ narrative, changes }: Sums): readonly Relation[] {
  const amountOf = (scope: Scope): Variable | null => figuresOf([scope], narrative)[0] ?? null;
  return [...changes].flatMap(([key, whole]) => {
    const scope = whole === null ? null : claimScope(whole.stated.claim);
    if (whole === null || scope?.fund === undefined || scope.item !== undefined) return [];
    const basis = key.slice(key.indexOf(' '));
    const parts = (childNodes('fund', scope.fund) ?? []).map((fund): Scope => ({ ...scope, fund }));
    const amounts = parts.map(amountOf);
    const found = parts.map((part) => changes.get(`${narrative.tables.coder.encode(part)}${basis}`) ?? null);
    const known = found.every((change, i) => change !== null || amounts[i]?.value === 0);
    if (parts.length < 2 || !known || !addUp(amountOf(scope), amounts)) return [];
    return sumOfChanges(whole, found, found.includes(null) ? 'unknown' : 'always');
  });
}

interface Sums {
  readonly narrative: StatedNarrative;
  readonly none: ReadonlySet<number>;
  readonly changes: ReadonlyMap<string, StatedChange | null>;
}

/** An amount that a part has, with its scope. */
interface Part {
  readonly scope: Scope;
  readonly amount: Variable;
}

/** What is said not to be there (无公务接待费). */
function saidNone({ paragraphs, tables }: StatedNarrative): ReadonlySet<number> {
  return new Set(
    paragraphs
      .flatMap(({ claims }) => claims)
      .flatMap(({ claim }) => {
        const scope = claim.kind === 'zero' ? claimScope(claim) : null;
        return scope === null ? [] : [tables.coder.encode(scope)];
      }),
  );
}

const noForeigners: Readonly<Record<string, readonly string[]>> = {
  reception: ['reception/domestic', 'reception/foreign'],
};

/** The amounts of all parts of an item; null where one of them is not known. */
function partsOf(scope: Scope, sums: Sums): readonly Part[] | null {
  const item = scope.item ?? '';
  const children = noForeigners[item] ?? (item === '' ? null : childNodes('item', item));
  if (children === null) return null;
  const parts: Part[] = [];
  for (const child of children) {
    const part = amountsOf({ ...scope, item: child }, sums);
    if (part === null) return null;
    parts.push(...part);
  }
  return parts;
}

/** Where a part is not known, those that are may be less than the whole, never more. */
function largerParts(scope: Scope, total: Variable, sums: Sums): readonly Relation[] {
  const children = scope.item === undefined ? null : childNodes('item', scope.item);
  const known = (children ?? []).flatMap((item) => amountsOf({ ...scope, item }, sums) ?? []);
  const sum = known.reduce((all, { amount }) => all + amount.value, 0);
  return sum > total.value && !areListed(total, known, sums) ? sumOf(total, known) : [];
}

/** A list of all parts, known or not, says more than that those which are known exceed the whole. */
function areListed(total: Variable, known: readonly Part[], { narrative }: Sums): boolean {
  return narrative.paragraphs.some(({ claims }) =>
    claims.some(({ claim }) => {
      if (claim.kind !== 'list' || claim.roles.incomplete) return false;
      const ids = new Set(claim.refersTo.map(({ claim: index }) => claims[index]?.variable?.id));
      return ids.has(total.id) && known.every(({ amount }) => ids.has(amount.id));
    }),
  );
}

/** A list of the whole that names more than its usual parts (其他交通费用 beside 购置 and 运行) adds up by itself. */
function namesMore(total: Variable, parts: readonly Part[], { narrative }: Sums): boolean {
  return narrative.paragraphs.some(({ claims }) =>
    claims.some(({ claim }) => {
      if (claim.kind !== 'list') return false;
      const ids = new Set(claim.refersTo.map(({ claim: index }) => claims[index]?.variable?.id));
      const isOfParts = ids.has(total.id) && parts.every(({ amount }) => ids.has(amount.id));
      return isOfParts && ids.size > parts.length + 1;
    }),
  );
}

/** Are these the parts of the amount, within their last digits? */
function addUp(total: Variable | null, parts: readonly (Variable | null)[]): boolean {
  if (total === null || parts.includes(null)) return false;
  const gap = parts.reduce((left, part) => left - (part?.value ?? 0), total.value);
  return 2 * Math.abs(gap) <= parts.reduce((slack, part) => slack + (part?.unit ?? 0), total.unit);
}

/** What is stated for a part, else its own parts; nothing where it is said to be none. */
function amountsOf(scope: Scope, sums: Sums): readonly Part[] | null {
  const [stated] = figuresOf([scope], sums.narrative);
  if (stated !== undefined) return [{ scope, amount: stated }];
  return sums.none.has(sums.narrative.tables.coder.encode(scope)) ? [] : partsOf(scope, sums);
}

function sumOf(total: Variable, parts: readonly Part[]): readonly Relation[] {
  const distinct = new Set([total.id, ...parts.map(({ amount }) => amount.id)]).size > parts.length;
  if (parts.length === 0 || !distinct) return [];
  const addends = parts.map(({ amount }) => amount.id);
  return [relation('narrative.list', termsOfSum(total.id, addends))];
}

/** The change that the sentences state for each quantity against each basis; null where they differ. */
function changesByScope(narrative: StatedNarrative): ReadonlyMap<string, StatedChange | null> {
  const changes = new Map<string, StatedChange | null>();
  for (const { claims } of narrative.paragraphs) {
    for (const stated of claims) {
      if (stated.claim.kind !== 'change' || stated.claim.roles.reason) continue;
      const scope = claimScope(stated.claim);
      const divided = scope?.item ?? scope?.fund;
      const change = divided === undefined ? null : changeOf(stated, claims, narrative);
      if (scope === null || change === null) continue;
      const key = changeKey(scope, change, narrative);
      const known = changes.get(key);
      changes.set(key, known === undefined || isSameChange(known, change) ? change : null);
    }
  }
  return changes;
}

function isSameChange(a: StatedChange | null, b: StatedChange): boolean {
  return a !== null && a.sign * a.change.value === b.sign * b.change.value;
}

function changeKey(scope: Scope, { stated }: StatedChange, { tables }: StatedNarrative): string {
  const { basis } = stated.claim;
  const year = basis?.year ?? '';
  return `${tables.coder.encode(scope)} ${year} ${basis?.stage ?? ''} ${basis?.execution ?? false}`;
}

/** Against one basis the parts' changes add up to the whole's; a part whose change nobody states leaves it open. */
function changesOf(scope: Scope, parts: readonly Part[], sums: Sums): readonly Relation[] {
  const own = `${sums.narrative.tables.coder.encode(scope)} `;
  return [...sums.changes].flatMap(([key, whole]) => {
    if (whole === null || !key.startsWith(own) || parts.length < 2) return [];
    const found = parts.map((part) => changesBelow(part.scope, key.slice(own.length), sums));
    return found.includes(null)
      ? []
      : sumOfChanges(
          whole,
          found.flatMap((changes) => changes ?? []),
        );
  });
}

/** The change that is stated of a quantity, else those of all its parts; null where one is not known. */
function changesBelow(scope: Scope, basis: string, sums: Sums): readonly StatedChange[] | null {
  const own = sums.changes.get(`${sums.narrative.tables.coder.encode(scope)} ${basis}`) ?? null;
  if (own !== null) return [own];
  const { item = '' } = scope;
  const children = noForeigners[item] ?? childNodes('item', item) ?? [];
  const below = children.map((child) => changesBelow({ ...scope, item: child }, basis, sums));
  return below.length === 0 || below.includes(null) ? null : below.flatMap((changes) => changes ?? []);
}

function sumOfChanges(
  whole: StatedChange,
  parts: readonly (StatedChange | null)[],
  holds: Relation['holds'] = 'always',
): readonly Relation[] {
  const signed = [
    { change: whole, weight: -whole.sign, role: 'total' as const },
    ...parts.flatMap((change) =>
      change === null ? [] : [{ change, weight: change.sign, role: 'addend' as const }],
    ),
  ];
  const terms = signed.map(({ change, weight, role }): Term => ({ figure: change.change.id, weight, role }));
  if (new Set(terms.map(({ figure }) => figure)).size < terms.length) return [];
  // 持平: the change is none, whatever its number is; that all of them are confirms the word.
  const moved = terms.filter(({ weight }) => weight !== 0);
  if (moved.length > 0) return [relation('narrative.list', moved, { holds })];
  return [
    relation(
      'narrative.list',
      terms.map((term) => ({ ...term, weight: 1 })),
      { holds: 'unknown' },
    ),
  ];
}
