import type { MoneyUnit } from './money.ts';
import type { Place } from './place.ts';

/** A printed amount and where it stands. */
export interface AmountAt {
  readonly text: string;
  readonly fen: number;
  readonly place: Place;
}

/** The words of this year's document that speak of a change. */
export interface Explanation {
  readonly text: string;
  readonly place: Place;
  /** It gives a reason, and does not only state the change. */
  readonly reason: boolean;
}

/** One amount of the tables in both years; `current` or `previous` null where only one year prints it. */
export interface AmountChange {
  readonly table: number;
  /** The row as printed, with its code, and the column where the table has several items in a row. */
  readonly name: string;
  readonly level: number;
  readonly unit: MoneyUnit;
  readonly current: AmountAt | null;
  readonly previous: AmountAt | null;
  /** Signed, in 分. */
  readonly changeFen: number;
  /** Change ÷ last year's amount; null where last year has none. */
  readonly rate: number | null;
  readonly explanation: Explanation | null;
  /** A total, a fund, a class, a public expense: its change needs a reason where it is large. */
  readonly headline: boolean;
}

/** What changed from last year's document to this year's. */
export interface YearChanges {
  readonly previousFile: string;
  readonly year: number;
  /** In the order of this year's tables; what ended stands at the end of its table. */
  readonly amounts: readonly AmountChange[];
  /** Amounts that both years print alike. */
  readonly unchanged: number;
}
