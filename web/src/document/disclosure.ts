import type { Examined, Place as ApiPlace } from '../api/schema.ts';

/** A place in a document: by its business key, and in the file. */
export interface Place extends ApiPlace {
  readonly table?: number;
  readonly row?: string;
  readonly column?: string;
  readonly section?: string;
  readonly project?: string;
  readonly page?: number;
  readonly line?: number;
  readonly sheet?: string;
  readonly cell?: string;
  readonly block?: number;
  /** x, y, width, height in points from the page's top left. */
  readonly box?: readonly [number, number, number, number];
}

export interface Cell {
  readonly text: string;
  readonly fen: number | null;
  readonly place: Place;
}

export interface Row {
  readonly side: 'revenue' | 'expenditure' | null;
  readonly code: string | null;
  readonly name: string;
  readonly level: number;
  readonly cells: Readonly<Record<string, Cell>>;
  readonly place: Place;
}

export interface Column {
  readonly key: string;
  readonly title: readonly string[];
}

export interface Table {
  readonly number: number;
  readonly key: string;
  readonly label: string | null;
  readonly title: string;
  readonly unit: string | null;
  readonly note: string | null;
  readonly columns: readonly Column[];
  readonly rows: readonly Row[];
}

export interface Claim {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

export interface Paragraph {
  readonly text: string;
  readonly place: Place;
  readonly claims: readonly Claim[];
}

export interface Section {
  readonly section: string;
  readonly title: string;
  readonly paragraphs: readonly Paragraph[];
}

export interface Indicator {
  readonly horizon: 'period' | 'annual';
  readonly level1: string;
  readonly level2: string;
  readonly level3: string;
  readonly value: string;
}

export type SheetFunds = Readonly<Record<string, Cell | null>>;

export interface Sheet {
  readonly name: string;
  readonly unit: string | null;
  readonly attribute: string | null;
  readonly term: string | null;
  readonly funds: { readonly period: SheetFunds; readonly annual: SheetFunds };
  readonly texts: Readonly<Record<string, string | null>>;
  readonly indicators: readonly Indicator[];
  readonly filedAt: string | null;
  readonly place?: Place;
}

/** What of a disclosure is shown (the output of `read --format json` with its figures). */
export interface Disclosure {
  readonly department: { readonly name: string | null };
  readonly year: number | null;
  readonly overview: {
    readonly duties: string | null;
    readonly offices: readonly { readonly name: string; readonly text: string }[];
  };
  readonly tables: readonly Table[];
  readonly narrative: readonly Section[];
  readonly projects: readonly Sheet[];
  readonly glossary: readonly { readonly term: string; readonly definition: string }[];
}

export type FigureState = 'verified' | 'contradicted' | 'unverified';

export interface TracedFigure {
  readonly origin: 'cell' | 'sheet' | 'text';
  readonly text: string;
  readonly place: Place;
  readonly quote: string | null;
  readonly state: FigureState;
}

export interface TracedRelation {
  readonly rule: string;
  readonly outcome: 'exact' | 'rounding' | 'fail';
  readonly kind: 'same' | 'sum' | 'ratio';
  readonly terms: readonly { readonly figure: number; readonly weight: number; readonly role: string }[];
}

export interface Trace {
  readonly figures: readonly TracedFigure[];
  readonly relations: readonly TracedRelation[];
}

/** The API describes the disclosure and its trace as open records; these are their parts. */
export function disclosureOf({ disclosure }: Examined): Disclosure | null {
  return disclosure as Disclosure | null;
}

export function traceOf({ trace }: Examined): Trace {
  return (trace as Trace | null) ?? { figures: [], relations: [] };
}
