import type { MoneyUnit } from './money.ts';
import type { Place } from './place.ts';
import type { Scope } from './scope.ts';

/**
 * A printed amount and the scope it stands for. A blank cell is a figure too: exactly zero.
 * `unitFen` is the value of the last printed digit in 分 (0 for a value that is exact by convention:
 * a blank, a dash, 无, a zero without decimals); the true value lies in [fen − unitFen/2, fen + unitFen/2].
 */
export interface Figure {
  readonly id: number;
  readonly origin: 'cell' | 'sheet' | 'text';
  readonly scope: Scope;
  /** As printed, "" for a blank. */
  readonly text: string;
  readonly fen: number;
  readonly unitFen: number;
  /** The unit that it is printed in. */
  readonly unit: MoneyUnit;
  readonly place: Place;
}
