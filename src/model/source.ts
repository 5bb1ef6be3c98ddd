import type { Place } from './place.ts';

/** One cell as printed. A merged cell is one object that stands at every position it covers. */
export interface SourceCell {
  /** Text as displayed, line breaks inside a cell kept as "\n". */
  readonly text: string;
  readonly place: Place;
  /** In a row or column that the file hides. */
  readonly hidden?: boolean;
}

/**
 * A table as printed: a rectangular matrix, `rows[r][c]`. A merged cell is the same object at every
 * position it covers, so `rows[r][c] === rows[r][c + 1]` means "merged"; a blank cell has text "".
 * A table that runs over pages is one grid where the reader can tell; else recognition joins the parts.
 */
export interface Grid {
  readonly kind: 'grid';
  readonly rows: readonly (readonly SourceCell[])[];
  readonly place: Place;
}

/** A stretch of a paragraph's text, [start, end), and where it stands. */
export interface Span {
  readonly start: number;
  readonly end: number;
  readonly place: Place;
}

/**
 * A paragraph as the author wrote it: lines and pages rejoined where the reader can tell.
 * `spans` cover the text in order, so a character offset leads to its line or box.
 */
export interface Paragraph {
  readonly kind: 'paragraph';
  readonly text: string;
  readonly place: Place;
  readonly spans: readonly Span[];
  /** Heading level given by the file itself (a Word style, an HTML h1), from 1. */
  readonly heading?: number;
}

export type Block = Grid | Paragraph;

/** What a reader makes of a file: no knowledge of budgets in it. */
export interface SourceDocument {
  readonly file: string;
  readonly format: SourceFormat;
  readonly blocks: readonly Block[];
  /** Running headers and footers, page numbers: kept apart from the content. */
  readonly margins: readonly Paragraph[];
  readonly pages?: number;
  /** Things a person should know about the reading (a hidden row, a deleted revision, a page picture). */
  readonly notes: readonly SourceNote[];
}

export type SourceFormat = 'text' | 'docx' | 'pdf' | 'xlsx' | 'html' | 'csv';

export interface SourceNote {
  readonly code:
    | 'hiddenCells'
    | 'revisionsAccepted'
    | 'picturePage'
    | 'uncertainLayout'
    | 'alignedTable'
    | 'formulaWithoutResult'
    | 'convertedByOffice'
    | 'lossyEncoding';
  readonly place: Place;
  readonly detail?: string;
}
