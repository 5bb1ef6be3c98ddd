import type { Verdict } from './planting.ts';

/** Counts of verdicts. Rates are over what they can be asked of. */
export interface Tally {
  readonly planted: number;
  /** Plants that leave some relation's rounding interval. */
  readonly visible: number;
  readonly found: number;
  /** Of the visible ones found: the planted figure is the first culprit, or in the tied set. */
  readonly located: number;
  readonly tied: number;
  /** Of those found and not tied: the expected value is the original. */
  readonly corrected: number;
  /** Plants that one figure alone explains, by brute force; how many were located first and corrected. */
  readonly decidable: number;
  readonly decided: number;
  readonly falseAlarms: number;
}

export function tallyOf(verdicts: readonly Verdict[]): Tally {
  const count = (is: (verdict: Verdict) => boolean): number => verdicts.filter(is).length;
  return {
    planted: verdicts.length,
    visible: count((v) => v.visible),
    found: count((v) => v.visible && v.found),
    located: count((v) => v.visible && v.found && (v.first || v.tied)),
    tied: count((v) => v.visible && v.found && v.tied),
    corrected: count((v) => v.visible && v.found && !v.tied && v.corrected),
    decidable: count((v) => v.visible && v.decidable),
    decided: count((v) => v.visible && v.decidable && v.first && v.corrected),
    falseAlarms: verdicts.reduce((sum, v) => sum + v.falseAlarms, 0),
  };
}

/** A part of a whole as printed in the tables: 98.7%, or a dash for nothing of nothing. */
export function share(part: number, whole: number): string {
  return whole === 0 ? '–' : `${((100 * part) / whole).toFixed(1)}%`;
}

const columnWidths = [12, 8, 8, 8, 8, 8, 10, 10, 8];

/** One line of a plain table. */
export function tableLine(cells: readonly (string | number)[]): string {
  return cells.map((cell, i) => String(cell).padStart(columnWidths[i] ?? 8)).join(' ');
}

export const tallyHead = tableLine([
  'kind',
  'planted',
  'visible',
  'found',
  'located',
  'tied',
  'corrected',
  'decided',
  'false',
]);

export function tallyLine(name: string, tally: Tally): string {
  const { planted, visible, found, located, tied, corrected, decidable, decided, falseAlarms } = tally;
  return tableLine([
    name,
    planted,
    visible,
    share(found, visible),
    share(located, found),
    share(tied, found),
    share(corrected, found - tied),
    share(decided, decidable),
    falseAlarms,
  ]);
}
