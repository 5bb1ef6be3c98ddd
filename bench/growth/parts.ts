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
  readonly unit: 'cell' | 'figure';
  readonly count: number;
  readonly spent: Spent;
  /** What bounds it, in milliseconds by the clock. */
  readonly bound: { readonly name: string; readonly clock: number };
  readonly written: { readonly files: number; readonly bytes: number } | null;
  /** The largest memory of the whole process. */
  readonly megabytes: number;
}
