import { gather } from '../model/gather.ts';
import type { Figure } from '../model/figure.ts';
import { closedDimensions, closedOf, closedStepsDown, closedStepsUp, rowOf } from './codedScope.ts';
import { relation, termsOfSame, termsOfSum, type Relation } from './relation.ts';
import type { ScopeIndex } from './scopeIndex.ts';
import type { Zeros } from './zeros.ts';

/** Two figures of the same facts must agree. */
export function sameRelations(index: ScopeIndex, tailOf: (figure: Figure) => number): readonly Relation[] {
  return gather(index.byScope.values(), (figures) => {
    const [first, ...others] = figures;
    if (first === undefined) return [];
    return others.map((other) => same(first, other, tailOf));
  });
}

function same(a: Figure, b: Figure, tailOf: (figure: Figure) => number): Relation {
  const mention = b.origin === 'text';
  const rule = mention ? (a.origin === 'text' ? 'narrative.mention' : 'narrative.amount') : 'table.same';
  const tail = mention ? cutOff(a, b) : Math.max(tailOf(a), tailOf(b));
  return relation(rule, termsOfSame(a.id, b.id, mention ? 'mention' : 'same'), { tail });
}

/** A sentence in 万元 that cuts 元 off instead of rounding them differs by less than its last digit. */
function cutOff(a: Figure, b: Figure): number {
  if (a.unitFen === b.unitFen || a.unitFen === 0 || b.unitFen === 0) return 0;
  return 2 * Math.max(a.unitFen, b.unitFen) - 1;
}

/**
 * Every figure whose scope is partitioned by other printed figures, along the closed dimensions;
 * a part that is not printed must be known to be zero.
 */
export function partitionRelations(index: ScopeIndex, zeros: Zeros): readonly Relation[] {
  const cover = coverer(index, zeros);
  const relations = new Map<string, Relation>();
  for (const [scope, [total]] of index.byScope) {
    if (total === undefined) continue;
    for (const d of closedDimensions.keys()) {
      const parts = cover.split(scope, d, 3);
      if (parts === null || isTrivial(total, parts)) continue;
      const key = [total.id, ...parts.map((part) => part.id).sort((a, b) => a - b)].join(' ');
      if (!relations.has(key)) relations.set(key, partition(total, parts));
    }
  }
  return [...relations.values()];
}

/** Nothing but blanks, or one table's row that the table's own relations already cover. */
function isTrivial(total: Figure, parts: readonly Figure[]): boolean {
  if (total.text === '' && parts.every((part) => part.text === '')) return true;
  return parts.length > 1 && parts.every((part) => isInRowOf(total, part));
}

function isInRowOf(a: Figure, b: Figure): boolean {
  const inTable = a.origin === 'cell' && b.origin === 'cell';
  return (
    inTable && a.place.row === b.place.row && a.place.table === b.place.table && a.scope.flow === b.scope.flow
  );
}

function partition(total: Figure, parts: readonly Figure[]): Relation {
  const rule = [total, ...parts].some((figure) => figure.origin === 'text')
    ? 'narrative.amount'
    : 'table.across';
  return relation(
    rule,
    termsOfSum(
      total.id,
      parts.map(({ id }) => id),
    ),
  );
}

interface Coverer {
  /** The printed figures that make up the scope along a closed dimension; null when a part is unknown. */
  split(scope: number, d: number, depth: number): readonly Figure[] | null;
}

function coverer(index: ScopeIndex, zeros: Zeros): Coverer {
  const memo = new Map<number, readonly Figure[] | null>();
  const holdsPrinted = scopesAbovePrinted(index);
  const resolve = (scope: number, depth: number): readonly Figure[] | null => {
    const printed = index.byScope.get(scope)?.[0];
    if (printed !== undefined) return [printed];
    if (zeros.isZero(scope)) return [];
    if (depth === 0 || !holdsPrinted(scope)) return null;
    const key = scope * 4 + depth;
    const known = memo.get(key);
    if (known !== undefined) return known;
    memo.set(key, null);
    const parts = firstSplit(scope, depth);
    memo.set(key, parts);
    return parts;
  };
  const isHopeless = (scope: number): boolean =>
    !index.byScope.has(scope) && !holdsPrinted(scope) && !zeros.isZero(scope);
  const split: Coverer['split'] = (scope, d, depth) => {
    if (!holdsPrinted(scope)) return null;
    for (const step of closedStepsDown(scope, d)) if (isHopeless(scope + step)) return null;
    const parts: Figure[] = [];
    for (const step of closedStepsDown(scope, d)) {
      const covered = resolve(scope + step, depth - 1);
      if (covered === null) return null;
      parts.push(...covered);
    }
    return parts.length === 0 ? null : parts;
  };
  const firstSplit = (scope: number, depth: number): readonly Figure[] | null => {
    for (let d = 0; d < closedDimensions.length; d += 1) {
      const parts = split(scope, d, depth);
      if (parts !== null) return parts;
    }
    return null;
  };
  return { split };
}

/**
 * Has a scope a printed figure somewhere below it along the closed dimensions? Only such scopes can be summed.
 * Most rows print the same columns: what lies above them is found once.
 */
function scopesAbovePrinted({ byScope }: ScopeIndex): (scope: number) => boolean {
  const printed = new Map<number, number[]>();
  for (const scope of byScope.keys()) {
    const row = printed.get(rowOf(scope));
    if (row === undefined) printed.set(rowOf(scope), [closedOf(scope)]);
    else row.push(closedOf(scope));
  }
  const known = new Map<string, ReadonlySet<number>>();
  const above = new Map<number, ReadonlySet<number>>();
  for (const [row, closed] of printed) {
    const columns = closed.join(' ');
    const found = known.get(columns) ?? aboveAll(closed);
    known.set(columns, found);
    above.set(row, found);
  }
  return (scope) => above.get(rowOf(scope))?.has(closedOf(scope)) ?? false;
}

/** Every closed part above one of these. */
function aboveAll(closed: readonly number[]): ReadonlySet<number> {
  const above = new Set<number>();
  const climb = (part: number): void => {
    for (let d = 0; d < closedDimensions.length; d += 1) {
      const [step] = closedStepsUp(part, d);
      if (step === undefined || above.has(part + step)) continue;
      above.add(part + step);
      climb(part + step);
    }
  };
  closed.forEach(climb);
  return above;
}

/**
 * Remainders that an exact sum leaves nothing for: where all parts but some are printed and add up
 * exactly, the others are zero.
 */
export function addExactZeros(index: ScopeIndex, zeros: Zeros): void {
  for (const [scope, [total]] of index.byScope) {
    if (total === undefined || total.fen <= 0) continue;
    for (let d = 0; d < closedDimensions.length; d += 1) {
      for (const part of emptyParts(scope, total.fen, d, index)) if (!zeros.isZero(part)) zeros.add(part);
    }
  }
}

/** The parts that are not printed, where the printed ones add up to the total exactly. */
function emptyParts(scope: number, total: number, d: number, { byScope }: ScopeIndex): readonly number[] {
  const unknown: number[] = [];
  let sum = 0;
  for (const step of closedStepsDown(scope, d)) {
    const printed = byScope.get(scope + step)?.[0];
    if (printed === undefined) unknown.push(scope + step);
    else if (printed.fen < 0) return [];
    else sum += printed.fen;
  }
  return sum === total ? unknown : [];
}
