import { gather } from '../model/gather.ts';
import { consequences } from './consequences.ts';
import type { Change } from './explanation.ts';
import { nominalRate, opennessOf, ratioHolds } from './ratio.ts';
import { outcomes, ownValues, unitOf, usualUnit, valuesWith, type Network } from './network.ts';
import { evaluate, isSame, type Outcome } from './relation.ts';
import { slipOf, unitSlipTo } from './slip.ts';
import type { Ratio, Values } from './term.ts';

/**
 * A failing rate that fits another base, as it is printed or put right: the author divided by the wrong
 * amount.
 */
export function wrongBases(printed: Network, network: Network): readonly MentionFault[] {
  const values = ownValues(network);
  const asWritten = ownValues(printed);
  const states = outcomes(network, values);
  return gather(network.relations, (relation, r) => {
    const { ratio } = relation;
    if (states[r] !== 'fail' || ratio?.otherWholes === undefined) return [];
    if (ratio.part.some(({ figure }) => isAccused(network, states, figure, r))) return [];
    const fits = ratio.otherWholes.some((figure) => {
      const other = { ...ratio, whole: [{ figure, weight: 1 }] };
      if (asWritten.value(figure) <= 0 || !areApart(ratio, other, values)) return false;
      return ratioHolds(other, asWritten) || ratioHolds(other, values);
    });
    const nominal = fits ? nominalRate(ratio, values) : null;
    if (nominal === null) return [];
    const right = changeTo(network, ratio.rate, nominal, 1);
    const [part] = ratio.part;
    const alternative = part === undefined ? null : swappedBack(network, part.figure);
    const open = alternative === null ? {} : { alternative };
    return [{ relation: r, changes: [right], ...open, repeated: [], settled: [] }];
  });
}

/** Coarsely printed amounts leave a quotient so open that another base fits by chance. */
function areApart(one: Ratio, other: Ratio, values: Values): boolean {
  const [a, b] = [nominalRate(one, values), nominalRate(other, values)];
  const open = opennessOf(other, values);
  return a !== null && b !== null && open !== null && open <= Math.abs(a - b);
}

/** The amount with two digits the other way round, where all its relations hold then. */
function swappedBack(network: Network, figure: number): Change | null {
  const unit = Math.max(1, unitOf(network, figure));
  const digits = String(Math.round((network.variables[figure]?.value ?? 0) / unit));
  const own = network.relationsOf(figure).flatMap((r) => network.relations[r] ?? []);
  for (let i = 1; i < digits.length; i += 1) {
    const swapped = `${digits.slice(0, i - 1)}${digits.charAt(i)}${digits.charAt(i - 1)}${digits.slice(i + 1)}`;
    const expected = Number(swapped) * unit;
    const values = valuesWith(network, new Map([[figure, expected]]));
    const holds = swapped !== digits && own.every((relation) => evaluate(relation, values) !== 'fail');
    if (holds) return { figure, expected, support: own.length, slip: 'digits' };
  }
  return null;
}

/** Does another relation contradict the figure? Then a rate that fits by chance proves nothing. */
function isAccused(network: Network, states: readonly Outcome[], figure: number, besides: number): boolean {
  return network.relationsOf(figure).some((r) => r !== besides && states[r] === 'fail');
}

/** A sentence's amount that disagrees with a table whose own relations hold, and what follows from it. */
export interface MentionFault {
  readonly relation: number;
  readonly changes: readonly Change[];
  /** The table's figure with what the sentence says, where its own relations hold as well with it: undecided. */
  readonly alternative?: Change;
  /** Other mentions of the same wrong amount, put right with it: evidence, not findings of their own. */
  readonly repeated: readonly Change[];
  /** Relations that the follow-up corrections deal with: nothing else is to be read from them. */
  readonly settled: readonly number[];
}

/**
 * Finds amounts in sentences that contradict a confirmed figure of a table: the sentence is wrong.
 * A change and a rate that were computed from the wrong amount are wrong with it: the previous amount
 * that they imply stays.
 */
export function mentionFaults(network: Network, states: readonly Outcome[]): readonly MentionFault[] {
  const faults = new Map<string, MentionFault>();
  network.relations.forEach((relation, r) => {
    if (states[r] !== 'fail' || !isSame(relation)) return;
    const [table, mention] = relation.terms;
    if (table === undefined || mention?.role !== 'mention') return;
    if (!isConfirmed(network, states, table.figure)) return;
    const expected = network.variables[table.figure]?.value ?? 0;
    const own = changeTo(network, mention.figure, expected, confirmations(network, states, table.figure));
    const said = standingAs(network, table.figure, network.variables[mention.figure]?.value ?? 0);
    if (said === 'better') return;
    if (said === 'equal') {
      const other = changeTo(
        network,
        table.figure,
        network.variables[mention.figure]?.value ?? 0,
        own.support,
      );
      faults.set(String(r), { relation: r, changes: [own], alternative: other, repeated: [], settled: [] });
      return;
    }
    const key = `${table.figure} ${network.variables[mention.figure]?.text ?? ''}`;
    const known = faults.get(key);
    const follow = consequences(network, states, { current: mention.figure, expected });
    const changes = follow.flatMap((consequence) => consequence.changes);
    const settled = follow.flatMap((consequence) => consequence.settled);
    if (known === undefined)
      faults.set(key, { relation: r, changes: [own, ...changes], repeated: [], settled });
    else
      faults.set(key, {
        ...known,
        changes: [...known.changes, ...changes],
        repeated: [...known.repeated, own],
        settled: [...known.settled, ...settled],
      });
  });
  return [...faults.values()];
}

/** A figure of a table with at least two relations that hold, and more that hold than fail outside the text. */
function isConfirmed(network: Network, states: readonly Outcome[], figure: number): boolean {
  if (network.variables[figure]?.origin === 'text') return false;
  const failing = network.relationsOf(figure).filter((r) => states[r] === 'fail' && !touchesText(network, r));
  return failing.length === 0 && confirmations(network, states, figure) >= 2;
}

/**
 * How the table's own relations would hold with what the sentence says: worse as a rule, since a sum of rounded
 * amounts may allow it too, then equal or better by how many hold exactly.
 */
function standingAs(network: Network, figure: number, said: number): 'worse' | 'equal' | 'better' {
  const [own, other] = [ownValues(network), valuesWith(network, new Map([[figure, said]]))];
  let balance = 0;
  for (const r of network.relationsOf(figure)) {
    const relation = network.relations[r];
    if (relation === undefined || touchesText(network, r)) continue;
    const outcome = evaluate(relation, other);
    if (outcome === 'fail') return 'worse';
    balance += Number(outcome === 'exact') - Number(evaluate(relation, own) === 'exact');
  }
  return balance < 0 ? 'worse' : balance === 0 ? 'equal' : 'better';
}

function confirmations(network: Network, states: readonly Outcome[], figure: number): number {
  return network
    .relationsOf(figure)
    .filter((r) => (states[r] === 'exact' || states[r] === 'rounding') && !touchesText(network, r)).length;
}

function touchesText(network: Network, r: number): boolean {
  return (
    network.relations[r]?.terms.some((term) => network.variables[term.figure]?.origin === 'text') ?? false
  );
}

/** The number of a sentence put right, in the digits that the document prints. */
export function changeTo(network: Network, figure: number, expected: number, support: number): Change {
  const { kind, value = 0 } = network.variables[figure] ?? {};
  const meant = kind === 'amount' ? unitSlipTo(value, expected) : null;
  if (meant !== null) return { figure, expected: meant, support, slip: 'unit' };
  const own = unitOf(network, figure);
  const usual = usualUnit(network, figure);
  const unit = usual !== null && (own === 0 || usual < own) ? usual : Math.max(1, own);
  const slip = slipOf(Math.round(value / Math.max(1, own)), Math.round(expected / unit), []);
  return { figure, expected: Math.round(expected / unit) * unit, support, slip };
}
