import { escapeXml } from '../edits.ts';
import type { Edit } from '../edits.ts';
import type { Piece, ScannedParagraph } from './scan.ts';

/** The markup around stretches of one paragraph's text. */
export interface Wrap {
  /** Offsets in the paragraph's text. */
  readonly start: number;
  readonly end: number;
  /** Set before and behind the stretch, between runs. */
  readonly before: string;
  readonly after: string;
  /** The stretch becomes deleted text. */
  readonly deletes: boolean;
}

/**
 * The edits that set markup around stretches of a paragraph's text. Runs are split where a stretch begins or
 * ends inside them; both halves keep their properties. Each stretch must begin and end inside pieces.
 */
export function wrapStretches(
  paragraph: ScannedParagraph,
  wraps: readonly Wrap[],
  prefix: string,
): readonly Edit[] {
  return paragraph.pieces.flatMap((piece) => editPiece(piece, wraps, prefix));
}

function editPiece(piece: Piece, wraps: readonly Wrap[], prefix: string): readonly Edit[] {
  const from = piece.offset;
  const to = from + piece.text.length;
  const touching = wraps.filter(({ start, end }) => start < to && end > from);
  if (touching.length === 0) return [];
  const opens = (at: number): string =>
    touching
      .filter(({ start }) => start === at)
      .map(({ before }) => before)
      .join('');
  const closes = (at: number): string =>
    touching
      .filter(({ end }) => end === at)
      .map(({ after }) => after)
      .join('');
  const cuts = [...new Set([from, ...touching.flatMap(({ start, end }) => [start, end]), to])]
    .filter((cut) => cut >= from && cut <= to)
    .sort((a, b) => a - b);
  const split = (markup: string): string => `</${prefix}r>${markup}${piece.run.tag}${piece.run.properties}`;
  const edits: Edit[] = [];
  if (opens(from) !== '') edits.push(beforePiece(piece, opens(from), split));
  edits.push({
    start: piece.start,
    end: piece.end,
    text: segments(piece, cuts, wraps, prefix, (at) => split(closes(at) + opens(at))),
  });
  if (closes(to) !== '') edits.push(behindPiece(piece, closes(to), split));
  return edits;
}

function beforePiece(piece: Piece, markup: string, split: (markup: string) => string): Edit {
  const at = piece.first ? piece.run.start : piece.start;
  return { start: at, end: at, text: piece.first ? markup : split(markup) };
}

function behindPiece(piece: Piece, markup: string, split: (markup: string) => string): Edit {
  const at = piece.last ? piece.run.end : piece.end;
  return { start: at, end: at, text: piece.last ? markup : split(markup) };
}

function segments(
  piece: Piece,
  cuts: readonly number[],
  wraps: readonly Wrap[],
  prefix: string,
  between: (at: number) => string,
): string {
  return cuts
    .slice(1)
    .map((to, index) => {
      const from = cuts[index] ?? to;
      const deleted = wraps.some(({ start, end, deletes }) => deletes && from >= start && to <= end);
      const name = `${prefix}${deleted ? 'delText' : 't'}`;
      const text = piece.text.slice(from - piece.offset, to - piece.offset);
      const element = `<${name} xml:space="preserve">${escapeXml(text)}</${name}>`;
      return to === cuts.at(-1) ? element : element + between(to);
    })
    .join('');
}
