import type { Extent } from '../../file/pdfFrame.ts';
import type { Word } from './glyphLines.ts';

/** A cell while tables are still being joined; boxes are points of the page as it is read. */
export interface DraftCell {
  readonly text: string;
  readonly page: number;
  /** Of the text, or of the cell when it is blank. */
  readonly box: Extent;
  /** The last line of the text reaches the cell's right border, so that more may follow. */
  readonly full: boolean;
}

/** A table on one page, or joined from several. */
export interface DraftGrid {
  readonly kind: 'grid';
  readonly page: number;
  readonly box: Extent;
  /** Borders of the columns. */
  readonly xs: readonly number[];
  /** Borders of the rows on its first page; none where no lines part them. */
  readonly ys: readonly number[];
  readonly rows: readonly (readonly DraftCell[])[];
  /** Lines drawn around the cells, not only columns that align. */
  readonly ruled: boolean;
}

/** A stretch of text on one line of a page. */
export interface DraftLine extends Extent {
  readonly kind: 'line';
  readonly page: number;
  readonly text: string;
  readonly em: number;
  readonly base: number;
  /** Stands on one line with others, far from them. */
  readonly apart: boolean;
  readonly words: readonly Word[];
}

export type DraftBlock = DraftGrid | DraftLine;

/** What stands on a page, from the top. */
export interface PageLayout {
  readonly page: number;
  readonly width: number;
  readonly height: number;
  readonly blocks: readonly DraftBlock[];
  readonly characters: number;
  /** Share of the page that pictures cover, from 0 to 1. */
  readonly pictured: number;
  /** How many pieces of lines, curves and pictures are drawn. */
  readonly segments: number;
  /** Many characters whose meaning the file does not tell. */
  readonly garbled: boolean;
  readonly uncertain: boolean;
  /** From the reading frame to the page as shown. */
  readonly shown: (box: Extent) => Extent;
}

/** A page with fewer characters and a picture over most of it is a picture of a page. */
const fewCharacters = 12;
/** More pieces of outlines than any ruling has: letters drawn as curves. */
const manySegments = 3000;

/** True when a page shows a picture, or letters drawn as curves, and hardly any text. */
export function isPicture(page: PageLayout): boolean {
  return page.characters < fewCharacters && (page.pictured > 0.4 || page.segments > manySegments);
}
