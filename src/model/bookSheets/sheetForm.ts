import type { CellKind } from './cellKind.ts';

/** A cell with a label beside it. */
export interface BookField {
  /** The field of the book: dates.approved. A path that begins with # is the workbook's own. */
  readonly path: string;
  readonly title: string;
  readonly cell: CellKind;
  /** What to enter, beside the cell. */
  readonly hint: string;
  readonly required: boolean;
  /** What a blank cell means where the field must not be missing. */
  readonly blank?: string | number | null;
}

export interface BookColumn extends Omit<BookField, 'hint' | 'required'> {
  readonly width: number;
}

/**
 * Something that a row lacks. `column` is blank where it must not be, or filled where it must be blank,
 * when the column `when` holds one of the words.
 */
export interface RowRule {
  readonly column: string;
  readonly words: string;
  readonly when?: { readonly column: string; readonly in: readonly string[] };
  readonly mustBeBlank?: boolean;
}

/** A locked column that is computed. `{path}` in the formula is the row's cell of that column. */
export interface ComputedColumn {
  readonly key: 'projectSpending' | 'projectAnnual' | 'projectPeriod';
  readonly title: string;
  readonly width: number;
}

/** The head of the locked column that tells what a row lacks. */
export const checkTitle = '检查';

/** A list: one row for each entry. */
export interface BookList {
  /** The book's list: facts. Its entries are records, single texts, amounts by code, or indicators of projects. */
  readonly path: string;
  readonly entries: 'records' | 'texts' | 'amountsByCode' | 'indicators';
  readonly columns: readonly BookColumn[];
  readonly computed?: readonly ComputedColumn[];
  /** The computed columns stand behind this one. */
  readonly computedAfter?: string;
  readonly rules: readonly RowRule[];
  /** Rows ready to be filled in behind those that are filled. */
  readonly spare: number;
}

export interface BookSheetForm {
  readonly name: string;
  /** What the sheet is for and how it is filled in, one line each. */
  readonly hints: readonly string[];
  readonly fields: readonly BookField[];
  readonly list: BookList | null;
  /** Widths of the columns where the list does not give them. */
  readonly widths?: readonly number[];
  /** A workbook may lack it. */
  readonly optional?: boolean;
}
