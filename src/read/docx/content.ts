import type { XmlReader } from '../../file/xml.ts';
import type { SourceCell, SourceNote } from '../../model/source.ts';
import type { Numbering } from './numbering.ts';
import type { ParagraphProperties } from './properties.ts';
import type { Styles } from './styles.ts';

/** A paragraph of a docx before it gets its place. */
export interface WordParagraph {
  readonly kind: 'paragraph';
  readonly text: string;
  readonly heading: number | undefined;
}

export interface WordTable {
  readonly kind: 'table';
  readonly rows: readonly (readonly SourceCell[])[];
}

export type WordBlock = WordParagraph | WordTable;

/** Reads the blocks in the element just opened; `visitOther` gets its children that are no blocks. */
export type ReadBlocks = (reader: XmlReader, visitOther?: (name: string) => void) => WordBlock[];

/** Why a walk stopped early. */
export type WalkProblem = 'tooComplex';

/** What the walk through one part of a docx needs and notes. */
export interface Walk {
  readonly file: string;
  readonly styles: Styles;
  readonly numbering: Numbering;
  readonly notes: Map<SourceNote['code'], SourceNote>;
  /** The nth element of the body, from 0; undefined in headers and footers. */
  block: number | undefined;
  /** Paragraphs' properties already read, by their source. */
  readonly known: Map<string, ParagraphProperties>;
  /** Cells made so far. */
  cells: number;
  /** Tables around the place that is being read. */
  tablesOpen: number;
  /** Paragraphs seen so far. */
  paragraphs: number;
  problem: WalkProblem | undefined;
}

/** Keeps the first place of each kind of note. */
export function note(walk: Walk, code: SourceNote['code']): void {
  if (!walk.notes.has(code)) walk.notes.set(code, { code, place: placeOf(walk) });
}

export function placeOf(walk: Walk): SourceCell['place'] {
  return walk.block === undefined ? { file: walk.file } : { file: walk.file, block: walk.block };
}
