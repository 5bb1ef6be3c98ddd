import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Language } from '../../model/language.ts';
import { readSource } from '../../read/open.ts';
import { problemSentence } from '../../read/problems.ts';

/** What a worker process reads of a spreadsheet that is no disclosure. */
export interface RowsTask {
  readonly kind: 'rows';
  readonly folder: string;
  readonly file: string;
  readonly language: Language;
  /** The first of them are read. */
  readonly most: number;
}

/** The cells of all tables as they are displayed, or why the file cannot be read. */
export type FileRows = { readonly rows: readonly (readonly string[])[] } | { readonly refused: string };

export async function rowsTask({ folder, file, language, most }: RowsTask): Promise<FileRows> {
  try {
    const read = await readSource({ name: file, bytes: await readFile(join(folder, file)) });
    if (!read.ok) return { refused: problemSentence(read.problem, language) };
    const rows = read.source.blocks.flatMap((block) =>
      block.kind === 'grid' ? block.rows.map((cells) => cells.map(({ text }) => text)) : [],
    );
    return { rows: rows.slice(0, most) };
  } catch (error) {
    // A file that the reader fails on must not end the worker.
    return { refused: error instanceof Error ? error.message : String(error) };
  }
}
