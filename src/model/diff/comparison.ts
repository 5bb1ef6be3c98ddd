import type { MoneyUnit } from '../money.ts';
import type { ChangedText } from './paragraphs.ts';

/** What is compared: a file with its department and year. */
export interface Compared {
  readonly file: string;
  readonly kind: 'book' | 'disclosure';
  readonly department: string | null;
  readonly year: number | null;
  readonly form: string | null;
}

/** An amount that differs; null where it is not there. Amounts in 分. */
export interface FigureChange {
  /** The table, or the part of the book. */
  readonly part: string;
  readonly row: string;
  readonly column: string;
  readonly unit: MoneyUnit;
  readonly old: { readonly text: string; readonly fen: number } | null;
  readonly new: { readonly text: string; readonly fen: number } | null;
  /** new − old, what is not there counting as nothing. */
  readonly changeFen: number;
}

export interface ProjectChange {
  readonly change: 'new' | 'ended' | 'renamed' | 'changed';
  readonly name: string;
  /** The former name of a renamed project. */
  readonly oldName: string | null;
  /** Its money of the year; null where it is not there. */
  readonly oldFen: number | null;
  readonly newFen: number | null;
}

export interface IndicatorChange {
  readonly project: string;
  readonly horizon: 'period' | 'annual';
  /** 一级, 二级 and 三级指标. */
  readonly path: readonly string[];
  readonly old: string | null;
  readonly new: string | null;
}

export interface TextChange extends ChangedText {
  /** Where it stands, outermost first. */
  readonly where: readonly string[];
}

/** What differs between two books or two disclosures, in the order of the new one. */
export interface Comparison {
  readonly old: Compared;
  readonly new: Compared;
  readonly figures: readonly FigureChange[];
  readonly projects: readonly ProjectChange[];
  readonly indicators: readonly IndicatorChange[];
  readonly texts: readonly TextChange[];
}

/** Nothing differs. */
export function isSame({ figures, projects, indicators, texts }: Comparison): boolean {
  return figures.length + projects.length + indicators.length + texts.length === 0;
}
