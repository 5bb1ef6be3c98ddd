import type { Interval } from '../model/interval.ts';
import type { Figure } from '../model/figure.ts';

/**
 * A printed number as the engine sees it: an integer and the size of its last printed digit.
 * Amounts are in 分; rates and shares in millionths (1% = 10 000).
 */
export interface Variable {
  readonly id: number;
  readonly value: number;
  /** 0: exact by convention. */
  readonly unit: number;
  readonly figure: Figure;
}

/** The figure's interval, doubled so that half a digit is an integer. */
export function intervalOf(variable: Pick<Variable, 'value' | 'unit'>): Interval {
  return { low: 2 * variable.value - variable.unit, high: 2 * variable.value + variable.unit };
}
