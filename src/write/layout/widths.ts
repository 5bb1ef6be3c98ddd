import type { LayoutRow, Orientation } from './block.ts';
import { textWidth } from './grid.ts';

/** Widths in halves of a full-width character: what a column needs, and what is too much for one. */
const least = 7;
const widestLabel = 34;
const room = 2;

/** Halves of characters that a portrait page holds beside each other in the type of tables. */
const portraitCapacity = 98;

/**
 * What each column needs: amounts and codes are never broken; names and heads may be, so that they count up to a
 * bound only.
 */
export function widthsOf(
  count: number,
  head: readonly LayoutRow[],
  body: readonly LayoutRow[],
): readonly number[] {
  const widths = Array.from({ length: count }, () => least);
  for (const { cells } of [...head, ...body]) {
    for (const { column, colspan, kind, text, indent } of cells) {
      if (colspan > 1) continue;
      const own = textWidth(text) + room + indent * 2;
      const needed =
        kind === 'amount' ? own : kind === 'head' ? Math.ceil(own / 2) : Math.min(own, widestLabel);
      widths[column] = Math.max(widths[column] ?? least, needed);
    }
  }
  return widths;
}

/** Landscape where a portrait page would be too narrow. */
export function orientationFor(widths: readonly number[]): Orientation {
  return widths.reduce((sum, width) => sum + width, 0) > portraitCapacity ? 'landscape' : 'portrait';
}

/** Shares of the whole; a form's own widths count where it has one for every column that is printed. */
export function sharesOf(widths: readonly number[], own?: readonly number[]): readonly number[] {
  const chosen = own?.length === widths.length ? own : widths;
  const whole = chosen.reduce((sum, width) => sum + width, 0);
  return chosen.map((width) => width / whole);
}
