import { decimalsOf, formatAmount, type MoneyUnit } from '../../model/money.ts';
import type { FigureChange } from '../../model/diff/comparison.ts';

/** The change with its sign, in the unit and with the decimals that the amounts are printed with. */
export function changeText({ changeFen, unit, old, new: fresh }: FigureChange): string {
  const decimals = Math.max(decimalsOf(old?.text ?? ''), decimalsOf(fresh?.text ?? ''));
  return signed(changeFen, unit, decimals);
}

/** A real minus: it stands as high as a plus. */
export function signed(fen: number, unit: MoneyUnit, decimals: number): string {
  return `${fen < 0 ? '−' : '+'}${formatAmount(Math.abs(fen), unit, decimals)}`;
}

/** An amount in 万元; a dash where there is none. */
export function inWan(fen: number | null): string {
  return fen === null ? '—' : formatAmount(fen, '万元', 2);
}

/** Changes by the part that they stand in, in order. */
export function byPart<T extends { readonly part: string }>(
  changes: readonly T[],
): readonly (readonly [part: string, changes: readonly T[]])[] {
  const parts = new Map<string, T[]>();
  for (const change of changes) {
    const own = parts.get(change.part) ?? [];
    own.push(change);
    parts.set(change.part, own);
  }
  return [...parts];
}
