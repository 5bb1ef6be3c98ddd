import type { Interval } from '../model/interval.ts';
import { decidingRelations, unitOf, usualFinerUnit, withValue, type Network } from './network.ts';
import { nominalRate } from './ratio.ts';
import { evaluate } from './relation.ts';
import { inOtherUnits, isLostDigit, isSimpleSlip, slipOf, slipsOf } from './slip.ts';
import type { Values } from './term.ts';
import { perPiece, type Variable } from './variable.ts';

/**
 * The printable value inside a doubled interval: the only one, else of those that are a common slip away from what
 * is printed, or of all, the one that most relations meet exactly.
 */
export function printableIn(
  network: Network,
  figure: number,
  interval: Interval,
  values: Values,
): number | null {
  const unit = printedStep(network, figure);
  const first = Math.ceil(interval.low / 2 / unit);
  const last = Math.floor(interval.high / 2 / unit);
  if (last < first) return null;
  const printed = values.value(figure);
  const inside = (k: number): boolean => k * unit !== printed;
  const lost = lostDigitIn(network, figure, interval, printed);
  if (lost !== null) return lost;
  const isAmount = network.variables[figure]?.kind === 'amount';
  const meant = isAmount ? inOtherUnit(printed, unitOf(network, figure), interval) : null;
  if (meant !== null) return meant;
  if (last === first) return inside(first) ? first * unit : null;
  const nominal = nominalStep(network, figure, unit, values);
  const middle = nominal ?? Math.round((interval.low + interval.high) / 4 / unit);
  const near = Array.from(
    { length: Math.min(2 * (last - first) + 1, 41) },
    (_, i) => middle + (i % 2 === 0 ? i / 2 : -(i + 1) / 2),
  );
  const choices = near.filter((k) => k >= first && k <= last && inside(k));
  const digits = Math.round(printed / digitStep(network, figure, unit));
  const slips = choices.filter((k) => slipOf(digits, k, []) !== null);
  if (nominal !== null && choices[0] === nominal && (slips.length === 0 || slips.includes(nominal)))
    return nominal * unit;
  const wide = 2 * (last - first) + 1 > near.length;
  const far =
    wide && slips.length === 0 ? slipsOf(digits).find((k) => k >= first && k <= last && inside(k)) : null;
  if (far != null) return far * unit;
  const exact = (k: number): number => exactWith(network, figure, k * unit, values);
  const [chosen] = (slips.length > 0 ? slips : choices)
    .map((k) => ({
      ...{ k, exact: exact(k), shift: Number(slipOf(digits, k, []) === 'decimal') },
      simple: Number(isSimpleSlip(digits, k)),
    }))
    .sort((a, b) => b.exact - a.exact || b.shift - a.shift || b.simple - a.simple);
  return chosen === undefined ? null : chosen.k * unit;
}

/** What a rate's amounts give as they are printed, in its last digits: of all that rounding allows the likeliest. */
function nominalStep(network: Network, figure: number, unit: number, values: Values): number | null {
  const ratios = decidingRelations(network, figure).filter(({ ratio }) => ratio?.rate === figure);
  const [only] = ratios;
  const rate = only?.ratio === undefined || ratios.length > 1 ? null : nominalRate(only.ratio, values);
  return rate === null ? null : Math.round(rate / unit);
}

/**
 * The same digits in 万元 for 元, 亿元 for 万元 or the reverse, where the doubled interval allows them and is narrow
 * enough for that to mean something.
 */
function inOtherUnit(printed: number, unit: number, interval: Interval): number | null {
  const { low, high } = withoutRounding(interval, unit);
  const fits = (value: number): boolean =>
    2 * value >= low && 2 * value <= high && 10 * (high - low) <= Math.abs(value);
  return inOtherUnits(printed).find(fits) ?? null;
}

/** The interval without the room for the figure's own last digit, which in another unit is another one. */
function withoutRounding({ low, high }: Interval, unit: number): Interval {
  return high - low >= 2 * unit ? { low: low + unit, high: high - unit } : { low, high };
}

/** How many of the figure's relations hold to the last digit when it has the value. */
function exactWith(network: Network, figure: number, value: number, values: Values): number {
  const trial = withValue(values, figure, value);
  return decidingRelations(network, figure).filter((relation) => evaluate(relation, trial) === 'exact')
    .length;
}

/** The value that a number in a sentence had before it lost a digit, in its own last digits: 10.86 for 10.6. */
function lostDigitIn(network: Network, figure: number, interval: Interval, printed: number): number | null {
  const unit = unitOf(network, figure);
  const finer = usualFinerUnit(network, figure);
  if (finer === null) return null;
  // The interval allows for the rounding of the last printed digit, which is a finer one then.
  const first = Math.ceil((interval.low + unit - finer) / 2 / finer);
  const last = Math.min(Math.floor((interval.high - unit + finer) / 2 / finer), first + 40);
  for (let k = first; k <= last; k += 1) {
    if (isLostDigit(Math.round(printed / unit), k * finer, unit)) return k * finer;
  }
  return null;
}

/**
 * The size of the last digit that a correction would be printed with: the figure's own, but in a table the
 * finest of the cells that it stands in relations with, because a digit may have been dropped.
 */
export function printedStep(network: Network, figure: number): number {
  const known = stepsOf.get(network) ?? new Map<number, number>();
  stepsOf.set(network, known);
  const step = known.get(figure) ?? finestStep(network, figure);
  known.set(figure, step);
  return step;
}

/** The step of a figure is asked for at every trial; a hostile table has thousands of cells in one relation. */
const stepsOf = new WeakMap<Network, Map<number, number>>();

function finestStep(network: Network, figure: number): number {
  const own = network.variables[figure];
  // A count without decimals is exact, and the next one is a whole piece away.
  if (own?.kind === 'count') return own.unit > 0 ? own.unit : perPiece;
  if (own !== undefined && own.unit > 0 && own.origin !== 'cell') return own.unit;
  const related = network
    .relationsOf(figure)
    .flatMap((r) =>
      (network.relations[r]?.terms ?? []).flatMap((term) => network.variables[term.figure] ?? []),
    );
  const beside =
    own === undefined || own.unit === 0 ? related : related.filter((other) => inTableOf(own, other));
  const units = [...beside, ...(own === undefined ? [] : [own])]
    .map(({ unit }) => unit)
    .filter((unit) => unit > 0);
  return units.length === 0 ? 1 : Math.min(...units);
}

/** The last digit that is printed: coarser than the correction's where a digit was dropped. */
export function digitStep(network: Network, figure: number, step: number): number {
  return Math.max(step, unitOf(network, figure));
}

function inTableOf(own: Variable, other: Variable): boolean {
  return other.origin === 'cell' && other.place.table === own.place.table;
}
