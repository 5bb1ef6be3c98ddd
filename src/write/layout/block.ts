import type { Place } from '../../model/place.ts';

/** A disclosure laid out as a document: what stands on paper in order, without fonts and file formats. */
export interface DocumentLayout {
  /** 2026年度部门预算公开. */
  readonly title: string;
  readonly department: string;
  readonly year: number | null;
  /** The words that mark every page of a draft; null for a document that may be published. */
  readonly draftMark: string | null;
  readonly blocks: readonly LayoutBlock[];
}

export type LayoutBlock =
  CoverBlock | ContentsBlock | HeadingBlock | ParagraphBlock | TableBlock | ChartBlock | GlossaryBlock;

/** A page of its own: the department's name above the title. */
export interface CoverBlock {
  readonly kind: 'cover';
  readonly department: string;
  readonly title: string;
}

/** The contents page; it and the cover stand before the numbered pages. */
export interface ContentsBlock {
  readonly kind: 'contents';
  readonly title: string;
  readonly entries: readonly ContentsLine[];
}

export interface ContentsLine {
  readonly title: string;
  /** 1 for the parts, 2 for tables and sections. */
  readonly level: 1 | 2;
  /** The `target` of the block that it leads to; null where nothing in the document answers to it. */
  readonly target: string | null;
  /** The page number as printed; null until the pages are laid out (see `withPages`). */
  readonly page: string | null;
}

export interface HeadingBlock {
  readonly kind: 'heading';
  /** 1 第一部分, 2 一、, 3 （一）, 4 1、; none is skipped, so that 1、 right under 一、 is 3. */
  readonly level: 1 | 2 | 3 | 4;
  readonly text: string;
  /** Unique in the document, letters, digits and hyphens; null where nothing leads here. */
  readonly target: string | null;
  readonly startsPage: boolean;
}

export interface ParagraphBlock {
  readonly kind: 'paragraph';
  readonly text: string;
}

export type Orientation = 'portrait' | 'landscape';

/** A table with what is printed above and below it. */
export interface TableBlock {
  readonly kind: 'table';
  readonly role: 'figures' | 'performance' | 'departmentGoal';
  /** The table's number, or the sheet's ordinal from 1. */
  readonly number: number;
  readonly target: string;
  /** 预算公开表1, above the title on the left. */
  readonly label: string | null;
  /** A heading of level 2 for a table of figures, of level 3 for a sheet. */
  readonly title: string;
  readonly titleLevel: 2 | 3;
  /** What a bookmark calls it: the title, or the project of a sheet. */
  readonly bookmark: string;
  /** Under the title in the middle: （2026年度）. */
  readonly subtitle: string | null;
  /** 部门名称：…, on the left of the line above the grid. */
  readonly departmentLine: string | null;
  /** 单位：万元, on its right. */
  readonly unitLine: string | null;
  readonly orientation: Orientation;
  /** Begins a new page. */
  readonly startsPage: boolean;
  /** One positive share for every column of the grid; they sum to 1. */
  readonly widths: readonly number[];
  /** Repeated on every page of the table; may be empty. */
  readonly head: readonly LayoutRow[];
  readonly body: readonly LayoutRow[];
  readonly notes: readonly string[];
}

export interface LayoutRow {
  /** Cells that begin in this row; positions covered by a cell above or on the left have none. */
  readonly cells: readonly LayoutCell[];
  /** A row of totals. */
  readonly total: boolean;
  /** So long that it may run over a page's end. */
  readonly mayBreak: boolean;
}

export interface LayoutCell {
  readonly text: string;
  /** First column, from 0. */
  readonly column: number;
  readonly colspan: number;
  readonly rowspan: number;
  /** `head` and `label` are headers of columns and rows; `amount` is money, `text` anything else. */
  readonly kind: 'head' | 'label' | 'text' | 'amount';
  readonly align: 'left' | 'center' | 'right';
  /** Steps of indentation, from 0. */
  readonly indent: number;
  /** The amount in 分; null for blanks and texts. */
  readonly fen: number | null;
  /** The figure's business key (table, row, column; or project); null for heads and labels. */
  readonly place: Place | null;
}

/** Bars of what a total is made of; the words beside it say the same. */
export interface ChartBlock {
  readonly kind: 'chart';
  readonly title: string;
  readonly unitLine: string;
  readonly items: readonly ChartItem[];
  /** The whole chart in words. */
  readonly alternative: string;
}

export interface ChartItem {
  readonly name: string;
  /** Amount in 分, greater than zero. */
  readonly fen: number;
  /** The amount as the table prints it. */
  readonly text: string;
  /** Part of the whole, from 0 to 1. */
  readonly share: number;
  /** The same as printed: 97.28%. */
  readonly shareText: string;
  /** The amount's cell in its table. */
  readonly place: Place;
}

export interface GlossaryBlock {
  readonly kind: 'glossary';
  readonly entries: readonly { readonly label: string; readonly term: string; readonly definition: string }[];
}
