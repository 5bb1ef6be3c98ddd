/** A rectangle in PDF points: left, top (from the page's top after rotation), width, height. */
export type Box = readonly [x: number, y: number, width: number, height: number];

/**
 * Where something stands, in the reader's own coordinates and by business key.
 * Every figure keeps one; a report leads back to it.
 */
export interface Place {
  readonly file: string;
  /** Physical page, from 1. */
  readonly page?: number;
  /** The page number as printed on the page. */
  readonly printedPage?: number;
  /** Line of a text file, from 1. */
  readonly line?: number;
  readonly sheet?: string;
  /** A1 address in a spreadsheet, or inside the table that is the docx block. */
  readonly cell?: string;
  /** The nth element of a docx (or html) body, from 0. */
  readonly block?: number;
  /** Characters before it in the paragraph, line or box that the other coordinates name; labels of lists count. */
  readonly offset?: number;
  /** The table's number in its form. */
  readonly table?: number;
  /** The row's code, else its name; the nth repetition is `name#2`. */
  readonly row?: string;
  /** The column key. */
  readonly column?: string;
  readonly section?: string;
  readonly project?: string;
  readonly box?: Box;
}

/** The sections of places in the overview and the glossary, which are no sections of the narrative. */
export const dutiesSection = '部门职责';
export const glossarySection = '名词解释';

/** The keys of a place, in the order of the JSON contracts. */
export const placeKeys = [
  'file',
  'page',
  'printedPage',
  'line',
  'sheet',
  'cell',
  'block',
  'table',
  'row',
  'column',
  'section',
  'project',
  'box',
] as const satisfies readonly (keyof Place)[];

/** Both lead to the same spot of a document; the file and the page's printed number do not tell spots apart. */
export function isSamePlace(a: Place, b: Place): boolean {
  return placeKeys
    .filter((key) => key !== 'file' && key !== 'printedPage')
    .every((key) => (key === 'box' ? a.box?.join() === b.box?.join() : a[key] === b[key]));
}
