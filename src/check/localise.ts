import type { Slip } from '../model/finding.ts';
import { intersection, type Interval } from '../model/interval.ts';
import { copiedMistakes } from './copies.ts';
import type { Change, Explanation } from './explanation.ts';
import { withoutGuesses } from './guesses.ts';
import {
  decidingRelations,
  lacksDigit,
  unitOf,
  usualFinerUnit,
  valuesWith,
  withValue,
  type Network,
} from './network.ts';
import { digitStep, printableIn, printedStep } from './printableValue.ts';
import { evaluate, impliedInterval, type Relation } from './relation.ts';
import type { Values } from './term.ts';
import { slipOf, unitSlipTo } from './slip.ts';

/** All equally good explanations of one group, best first; none when it stays undecided. */
export interface Localised {
  readonly group: readonly number[];
  readonly explanations: readonly Explanation[];
}

const MAX_CHANGES = 3;
const MAX_TRIALS = 6_000;
const MAX_BRANCHES = 14;

export type Neighbours = (figure: number) => readonly number[];

/** Finds the smallest explanations of a group of contradicted relations. */
export function localise(network: Network, group: readonly number[], neighbours: Neighbours): Localised {
  const search: Search = { network, neighbours, trials: MAX_TRIALS };
  for (let size = 1; size <= MAX_CHANGES; size += 1) {
    const explanations = bestOf(search, group, size);
    if (explanations !== null) return { group, explanations };
    const copied = size === 1 ? copiedMistakes(network, group) : [];
    if (copied.length > 0) return { group: withCopies(network, group, copied), explanations: copied };
  }
  return { group, explanations: [] };
}

/** The figures whose change alone satisfies the relations and breaks none, best first; one when it is certain. */
export function singleChanges(
  network: Network,
  relations: readonly number[],
  neighbours: Neighbours,
): readonly Explanation[] {
  const search: Search = { network, neighbours, trials: MAX_TRIALS };
  return bestOf(search, relations, 1) ?? [];
}

/** The best explanations by as many changes; null where there are none, guesses included. */
function bestOf(search: Search, group: readonly number[], size: number): readonly Explanation[] | null {
  const found = explanationsOf(search, group, new Map(), size);
  return found.length === 0 ? null : best(search, withoutGuesses(search.network, distinct(found)));
}

/** The group with what else the copies of a misprint contradict. */
function withCopies(
  network: Network,
  group: readonly number[],
  explanations: readonly Explanation[],
): readonly number[] {
  const values = valuesWith(network, new Map());
  const own = explanations
    .flatMap(({ changes }) => changes)
    .flatMap(({ figure }) =>
      network.relationsOf(figure).filter((r) => {
        const relation = network.relations[r];
        return relation !== undefined && evaluate(relation, values) === 'fail';
      }),
    );
  return [...new Set([...group, ...own])];
}

interface Search {
  readonly network: Network;
  readonly neighbours: Neighbours;
  trials: number;
}

function explanationsOf(
  search: Search,
  failing: readonly number[],
  changes: ReadonlyMap<number, number>,
  size: number,
): readonly Explanation[] {
  const values = valuesWith(search.network, changes);
  if (failing.length === 0) return [{ changes: describe(search, changes) }];
  if (size === 0) return [];
  const found: Explanation[] = [];
  for (const figure of candidates(search.network, failing, changes, size)) {
    for (const expected of proposals(search, figure, failing, values, size)) {
      search.trials -= 1;
      if (search.trials < 0) return found;
      const next = new Map(changes).set(figure, expected);
      const left = stillFailing(search.network, failing, figure, next);
      found.push(...explanationsOf(search, left, next, size - 1));
    }
  }
  return found;
}

/** With one change left every failing relation must hold the figure; before, one relation must. */
function candidates(
  network: Network,
  failing: readonly number[],
  changes: ReadonlyMap<number, number>,
  size: number,
): readonly number[] {
  const relations = failing.map((r) => network.relations[r]).filter((r) => r !== undefined);
  const counts = new Map<number, number>();
  for (const relation of relations) {
    for (const { figure } of relation.terms) {
      if (!changes.has(figure)) counts.set(figure, (counts.get(figure) ?? 0) + 1);
    }
  }
  if (size === 1) return [...counts].flatMap(([figure, n]) => (n === relations.length ? [figure] : []));
  const shortest = relations.reduce((a, b) => (b.terms.length < a.terms.length ? b : a));
  const own = shortest.terms.map((term) => term.figure).filter((figure) => !changes.has(figure));
  return own.sort((a, b) => (counts.get(b) ?? 0) - (counts.get(a) ?? 0)).slice(0, MAX_BRANCHES);
}

/** Values that the figure could have: one that satisfies all its relations, or the most supported ones. */
function proposals(
  search: Search,
  figure: number,
  failing: readonly number[],
  values: Values,
  size: number,
): readonly number[] {
  const relations = decidingRelations(search.network, figure);
  if (size === 1) {
    const all = relations.reduce<Interval | null>((interval, relation) => {
      const implied = impliedInterval(relation, figure, values);
      return interval === null || implied === null ? null : intersection(interval, implied);
    }, everything);
    const value = all === null ? null : printableIn(search.network, figure, all, values);
    return value === null ? [] : [value];
  }
  const involved = new Set(failing.map((r) => search.network.relations[r]));
  const proposed = relations
    .filter((relation) => involved.has(relation))
    .map((relation) => impliedInterval(relation, figure, values))
    .map((implied) => (implied === null ? null : printableIn(search.network, figure, implied, values)))
    .filter((value) => value !== null);
  return mostSupported(search.network, figure, [...new Set(proposed)], values);
}

const everything: Interval = { low: -Number.MAX_SAFE_INTEGER, high: Number.MAX_SAFE_INTEGER };

function mostSupported(
  network: Network,
  figure: number,
  proposed: readonly number[],
  values: Values,
): readonly number[] {
  const scored = proposed.map((value) => ({ value, support: supportOf(network, figure, value, values) }));
  return scored
    .sort((a, b) => b.support - a.support)
    .slice(0, 2)
    .map(({ value }) => value);
}

/** How many of the figure's relations hold when it has the value. */
function supportOf(network: Network, figure: number, value: number, values: Values): number {
  const trial = withValue(values, figure, value);
  return decidingRelations(network, figure).filter((relation) => holds(relation, trial)).length;
}

function holds(relation: Relation, values: Values): boolean {
  const outcome = evaluate(relation, values);
  return outcome === 'exact' || outcome === 'rounding' || outcome === 'tail';
}

function stillFailing(
  network: Network,
  failing: readonly number[],
  figure: number,
  changes: ReadonlyMap<number, number>,
): readonly number[] {
  const values = valuesWith(network, changes);
  const affected = new Set([...failing, ...network.relationsOf(figure)]);
  return [...affected].filter((r) => {
    const relation = network.relations[r];
    return relation !== undefined && evaluate(relation, values) === 'fail';
  });
}

function describe(search: Search, changes: ReadonlyMap<number, number>): readonly Change[] {
  const values = valuesWith(search.network, changes);
  return [...changes].map(([figure, expected]) => ({
    figure,
    expected,
    support: supportOf(search.network, figure, expected, values),
    slip: slipFor(search, figure, expected),
  }));
}

function slipFor(search: Search, figure: number, expected: number): Slip | null {
  const own = search.network.variables[figure];
  if (own?.kind === 'amount' && unitSlipTo(own.value, expected) !== null) return 'unit';
  const usual = printedStep(search.network, figure);
  const step = expected % usual === 0 ? usual : (usualFinerUnit(search.network, figure) ?? usual);
  const printed = own?.value ?? 0;
  const near = search.neighbours(figure).map((value) => Math.round(value / step));
  const digits = Math.round(printed / digitStep(search.network, figure, usual));
  // A lone digit where nothing belongs: typed into an amount by mistake, or in place of a zero of 0.00.
  const lone =
    own?.origin === 'text'
      ? /^(?:\d(?:\.0+)?|0\.0*\d0*)$/.test(own.text)
      : Math.abs(printed) < 10 * unitOf(search.network, figure);
  const stray = expected === 0 && lone && own?.kind === 'amount';
  // Small counts have one digit, which is as easily mistyped as one of two.
  const few = own?.kind === 'count' && Math.max(printed, expected) < 10 * step;
  return stray || few ? 'digits' : slipOf(digits, Math.round(expected / step), near);
}

function distinct(explanations: readonly Explanation[]): readonly Explanation[] {
  const byKey = new Map(
    explanations.map(
      (e) =>
        [
          e.changes
            .map((c) => `${c.figure}=${c.expected}`)
            .sort()
            .join(),
          e,
        ] as const,
    ),
  );
  return [...byKey.values()];
}

/** More printable values than these and some slip away from what is printed is among them by chance. */
const mostPinned = 12;

/** Do its relations leave the figure few values, so that a slip among them means something? */
function isPinned({ network }: Search, { figure, expected, slip }: Change): boolean {
  // 2.45元 for 2.45万元: no other value has the same digits.
  if (slip === 'unit') return true;
  const values = valuesWith(network, new Map([[figure, expected]]));
  const allowed = decidingRelations(network, figure).reduce<Interval | null>((interval, relation) => {
    const implied = impliedInterval(relation, figure, values);
    if (implied === null || interval === null) return interval;
    return intersection(interval, implied) ?? interval;
  }, everything);
  const step = printedStep(network, figure);
  return allowed === null || (allowed.high - allowed.low) / 2 / step <= mostPinned;
}

/**
 * No amount turned negative, then a digit that is missing for all to see, then a likely slip, then more support;
 * what is equal stays undecided. A slip goes before support: the relations of a figure that hold with either value prove nothing for it.
 */
function best(search: Search, explanations: readonly Explanation[]): readonly Explanation[] {
  const isTurned = ({ figure, expected }: Change): boolean =>
    expected < 0 && (search.network.variables[figure]?.value ?? 0) >= 0;
  /** A rate wrong in its last digit only was probably cut off: named first, but it decides nothing. */
  const isCutOffRate = ({ figure, expected }: Change): boolean => {
    const variable = search.network.variables[figure];
    return variable?.kind === 'rate' && Math.abs(expected - variable.value) === variable.unit;
  };
  const turned = (e: Explanation): number => e.changes.filter(isTurned).length;
  const support = (e: Explanation): number => Math.min(...e.changes.map((c) => c.support));
  const slips = (e: Explanation): number => e.changes.filter((c) => c.slip !== null).length;
  const cutOff = (e: Explanation): number => e.changes.filter(isCutOffRate).length;
  const upright = most(explanations, (e) => -turned(e));
  const lost = upright.filter((e) =>
    e.changes.every((c) => c.slip === 'dropped' && lacksDigit(search.network, c.figure)),
  );
  if (lost.length > 0) return lost;
  const slipped = most(upright, slips);
  const supported = most(upright, support);
  // A slip that is there by chance proves nothing against the others that a slip does not explain.
  const proven = slipped.some((e) => slips(e) > 0 && e.changes.every((c) => isPinned(search, c)));
  return [...(proven ? slipped : supported)].sort(
    (a, b) => support(b) - support(a) || slips(b) - slips(a) || cutOff(b) - cutOff(a),
  );
}

/** Those that score highest. */
function most<T>(all: readonly T[], score: (each: T) => number): readonly T[] {
  const highest = Math.max(...all.map(score));
  return all.filter((each) => score(each) === highest);
}
