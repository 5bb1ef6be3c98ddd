import type { Verdict } from './judging.ts';

/** Counts of verdicts. Rates are over what they can be asked of. */
export interface Tally {
  readonly planted: number;
  /** Plants that leave some relation's rounding interval. */
  readonly visible: number;
  readonly found: number;
  /** Of the visible ones found: the planted figure is the first culprit. */
  readonly first: number;
  /** Of the visible ones found: the planted figure stands in a tied set. */
  readonly tied: number;
  readonly corrected: number;
  /** Visible plants that one figure alone explains, by brute force; how many were named first, and corrected. */
  readonly decidable: number;
  readonly decidableFirst: number;
  readonly decidableCorrected: number;
  /** Found though no relation tells: a rule of another kind saw it. */
  readonly otherwise: number;
  readonly falseAlarms: number;
}

export function tallyOf(verdicts: readonly Verdict[]): Tally {
  const count = (is: (verdict: Verdict) => boolean): number => verdicts.filter(is).length;
  return {
    planted: verdicts.length,
    visible: count((v) => v.visible),
    found: count((v) => v.visible && v.found),
    first: count((v) => v.visible && v.found && v.first),
    tied: count((v) => v.visible && v.found && v.tied),
    corrected: count((v) => v.visible && v.found && v.corrected),
    decidable: count((v) => v.visible && v.decidable),
    decidableFirst: count((v) => v.visible && v.decidable && v.first),
    decidableCorrected: count((v) => v.visible && v.decidable && v.corrected),
    otherwise: count((v) => !v.visible && v.found),
    falseAlarms: verdicts.reduce((sum, v) => sum + v.alarms.length, 0),
  };
}

/** A part of a whole as printed in the tables: 98.7%, or a dash for nothing of nothing. */
export function share(part: number, whole: number): string {
  return whole === 0 ? '–' : `${((100 * part) / whole).toFixed(1)}%`;
}

export const tallyHead = [
  'planted',
  'visible',
  'found',
  'first',
  'tied',
  'corrected',
  'decidable',
  'its first',
  'its corrected',
  'false',
] as const;

/** One line under the head. */
export function tallyCells(tally: Tally): readonly string[] {
  const { planted, visible, found, first, tied, corrected, decidable, falseAlarms } = tally;
  return [
    String(planted),
    String(visible),
    share(found, visible),
    share(first, found),
    share(tied, found),
    share(corrected, found),
    String(decidable),
    share(tally.decidableFirst, decidable),
    share(tally.decidableCorrected, decidable),
    String(falseAlarms),
  ];
}
