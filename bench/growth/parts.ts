import { documentFormats, type DocumentFormat } from '../../src/commands/documents.ts';
import type { Spent } from '../timing.ts';

export type PartName =
  'reading and checking' | 'composing' | 'importing' | `writing ${DocumentFormat}` | 'portal';

export const partNames: readonly PartName[] = [
  'reading and checking',
  'composing',
  'importing',
  ...documentFormats.map((format) => `writing ${format}` as const),
  'portal',
];

/** What a part of the work took at one size. */
export interface PartTold {
  /** Printed figures for what reckons with them; for what is written the disclosure's text, most of which are sheets of words. */
  readonly unit: 'cell' | 'figure' | 'KB of text';
  readonly count: number;
  readonly spent: Spent;
  /** What bounds it, in milliseconds by the clock. */
  readonly bound: { readonly name: string; readonly clock: number };
  readonly written: { readonly files: number; readonly bytes: number } | null;
  /** The largest memory of the whole process. */
  readonly megabytes: number;
}
