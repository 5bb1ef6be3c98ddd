import type { LayoutCell, LayoutRow, Orientation } from './block.ts';
import { textWidth } from './grid.ts';

// Widths are counted in halves of a full-width character, room at both sides included.

/** What a column needs. */
export interface ColumnNeed {
  /** Names broken as much as can be. */
  readonly least: number;
  readonly usual: number;
  /** The head on one line. */
  readonly head: number;
  /** All names on one line each. */
  readonly most: number;
}

const room = 2;
const narrowest = 7;
const narrowestName = 16;
const usualName = 34;
const widestName = 90;
const longestHead = 12;

/** A digit is a little wider than half of a Chinese character. */
const digitWidth = 1.12;

/** Halves of characters of 9 points that stand beside each other on a page. */
const capacity: Readonly<Record<Orientation, number>> = { portrait: 106, landscape: 160 };

/** What each column of a grid needs: amounts and codes are never broken, names and heads may be. */
export function columnNeeds(
  count: number,
  head: readonly LayoutRow[],
  body: readonly LayoutRow[],
): readonly ColumnNeed[] {
  const needs = Array.from({ length: count }, () => ({ ...same(narrowest) }));
  for (const { cells } of [...head, ...body]) {
    for (const cell of cells) {
      const need = needs[cell.column];
      if (cell.colspan > 1 || need === undefined) continue;
      const own = cellNeed(cell);
      for (const key of ['least', 'usual', 'head', 'most'] as const)
        need[key] = Math.max(need[key], own[key]);
    }
  }
  return needs;
}

function cellNeed({ text, kind, indent }: LayoutCell): ColumnNeed {
  const own = textWidth(text) + room + indent * 2;
  if (kind === 'head') return { ...same(own > longestHead ? halfHead(text) : own), head: own };
  if (kind === 'amount' || /^[\d.,-]*$/.test(text)) return same(Math.ceil(own * digitWidth));
  return {
    least: Math.min(own, narrowestName),
    usual: Math.min(own, usualName),
    head: 0,
    most: Math.min(own, widestName),
  };
}

function same(width: number): ColumnNeed {
  return { least: width, usual: width, head: width, most: width };
}

/** A long head stands on two lines of the same length. */
function halfHead(text: string): number {
  return Math.ceil(textWidth(text) / 4) * 2 + room;
}

/** Landscape where a portrait page would be too narrow. */
export function orientationFor(needs: readonly ColumnNeed[]): Orientation {
  return sumOf(needs, 'usual') > capacity.portrait ? 'landscape' : 'portrait';
}

/**
 * Names give way where the page is narrow. Where it is wide, heads stand on one line if all of them can, and names
 * take what is left.
 */
export function fittedWidths(needs: readonly ColumnNeed[], orientation: Orientation): readonly number[] {
  const rest = capacity[orientation] - sumOf(needs, 'usual');
  const usual = needs.map((need) => need.usual);
  if (rest < 0) return stretched(usual, needs, 'least', -rest);
  const headed = needs.map((need) => Math.max(need.usual, need.head));
  const left = rest - headed.reduce((sum, width, i) => sum + width - (usual[i] ?? 0), 0);
  return left < 0 ? stretched(usual, needs, 'most', rest) : stretched(headed, needs, 'most', left);
}

/** Widths on the way to what is needed by `key`, as far as the room goes. */
function stretched(
  widths: readonly number[],
  needs: readonly ColumnNeed[],
  key: keyof ColumnNeed,
  space: number,
): readonly number[] {
  const ways = widths.map((width, i) => {
    const goal = needs[i]?.[key] ?? width;
    return key === 'least' ? Math.min(0, goal - width) : Math.max(0, goal - width);
  });
  const whole = Math.abs(ways.reduce((sum, way) => sum + way, 0));
  const part = whole === 0 ? 0 : Math.min(1, space / whole);
  return widths.map((width, i) => width + part * (ways[i] ?? 0));
}

function sumOf(needs: readonly ColumnNeed[], key: keyof ColumnNeed): number {
  return needs.reduce((sum, need) => sum + need[key], 0);
}

/** Shares of the whole; a form's own widths count where it has one for every column that is printed. */
export function sharesOf(widths: readonly number[], own?: readonly number[]): readonly number[] {
  const chosen = own?.length === widths.length ? own : widths;
  const whole = chosen.reduce((sum, width) => sum + width, 0);
  return chosen.map((width) => width / whole);
}
