import type { SourceDocument } from '../model/source.ts';

/** A file in memory. `name` is the path that reports show. */
export interface FileBytes {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** Why a file cannot be read; `read/problems.ts` turns it into a sentence with the remedy. */
export type ReadProblemCode =
  | 'empty'
  | 'tooLarge'
  | 'wrongType'
  | 'binaryNoise'
  | 'damaged'
  | 'bomb'
  | 'encrypted'
  | 'scanned'
  | 'garbled'
  | 'needsOffice'
  | 'officeFailed'
  | 'notCalculated'
  | 'tooComplex'
  | 'noTables'
  | 'notADisclosure'
  | 'severalDisclosures'
  | 'notFound'
  | 'notReadable';

export interface ReadProblem {
  readonly code: ReadProblemCode;
  /** What exactly, in a few words or numbers (a size, a page, an inner error). */
  readonly detail?: string;
}

export type ReadResult =
  | { readonly ok: true; readonly source: SourceDocument }
  | { readonly ok: false; readonly problem: ReadProblem };

/**
 * Turns a file of one format into grids and paragraphs with places.
 * Expected bad input is a `ReadProblem`, never an exception; time and memory are bounded.
 */
export interface Reader {
  readonly id: string;
  /** Decides by the content's first bytes, then by the name's ending. */
  accepts(file: FileBytes): boolean;
  read(file: FileBytes): Promise<ReadResult>;
}
