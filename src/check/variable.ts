import type { Figure } from '../model/figure.ts';
import type { PrintedValue } from '../model/finding.ts';
import type { MoneyUnit } from '../model/money.ts';
import type { Place } from '../model/place.ts';
import { amountInUnit, printedAs } from './printed.ts';
import type { Values } from './term.ts';

/**
 * A printed number as the engine sees it: an integer and the size of its last printed digit.
 * Amounts are in 分; rates and shares in millionths (1% = 10 000); counts in thousandths.
 */
export interface Variable {
  readonly id: number;
  readonly kind: 'amount' | 'rate' | 'count';
  readonly origin: Figure['origin'];
  readonly value: number;
  /** 0: exact by convention. */
  readonly unit: number;
  /** As printed, "" for a blank. */
  readonly text: string;
  readonly place: Place;
  /** The words around it, where it stands in a sentence. */
  readonly quote?: string;
  /** What an amount is printed in. */
  readonly moneyUnit?: MoneyUnit;
  /** How another value would be printed in this place. */
  readonly express: (value: number) => PrintedValue;
  /** A doubled value as decimals in the printed unit. */
  readonly decimals: (doubled: number) => string;
}

/** What one piece counts for in the value of a count. */
export const perPiece = 1_000;

/** An amount as a variable. */
export function amountVariable(figure: Figure): Variable {
  return {
    id: figure.id,
    kind: 'amount',
    origin: figure.origin,
    value: figure.fen,
    unit: figure.unitFen,
    text: figure.text,
    place: figure.place,
    moneyUnit: figure.unit,
    express: (value) => printedAs(figure, value),
    decimals: (doubled) => amountInUnit(figure, doubled),
  };
}

/** What is printed; null for a blank: then something is missing. */
export function reportedOf(variable: Variable): PrintedValue | null {
  if (variable.text === '') return null;
  return { text: variable.text, fen: variable.kind === 'amount' ? variable.value : null };
}

/** The printed values of these figures alone; any other is exactly nothing. */
export function valuesOf(figures: readonly Variable[]): Values {
  const byId = new Map(figures.map((figure) => [figure.id, figure] as const));
  return { value: (id) => byId.get(id)?.value ?? 0, unit: (id) => byId.get(id)?.unit ?? 0 };
}
