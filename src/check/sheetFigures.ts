import type { ProjectSheet, SheetAmount } from '../model/disclosure.ts';
import type { Figure } from '../model/figure.ts';
import type { Ledger } from './ledger.ts';

const added = new WeakMap<Ledger, Map<SheetAmount, Figure>>();

/**
 * The figure of a sheet's amount in the ledger, added once however many rules ask for it. It has no scope of
 * its own: the rules say what it is compared with.
 */
export function sheetFigure(ledger: Ledger, amount: SheetAmount): Figure {
  const figures = added.get(ledger) ?? new Map<SheetAmount, Figure>();
  added.set(ledger, figures);
  const known = figures.get(amount);
  if (known !== undefined) return known;
  const { text, fen, unitFen, place } = amount;
  const unit = unitOf(amount);
  const figure = ledger.addAmount(
    { origin: 'sheet', scope: {}, text, fen, unitFen, unit, place },
    { scoped: false },
  );
  figures.set(amount, figure);
  return figure;
}

/** The unit that a sheet's amount is printed in: its digits say how many 分 the last one stands for. */
function unitOf({ text, fen, unitFen }: SheetAmount): Figure['unit'] {
  const printed = Number(text.replace(/[^\d.-]/g, ''));
  if (printed === 0) return unitFen > 100 ? '万元' : '元';
  return Math.round(Math.abs(fen / printed)) > 100 ? '万元' : '元';
}

export type SheetHorizon = keyof ProjectSheet['funds'];
export const sheetHorizons: readonly SheetHorizon[] = ['period', 'annual'];
