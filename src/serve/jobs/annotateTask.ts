import { readFile, writeFile } from 'node:fs/promises';
import type { Mark } from '../../write/annotate/marks.ts';
import { annotate } from '../../write/annotate/annotate.ts';

/** A file that is marked, and where the marked copy goes. */
export interface AnnotateTask {
  readonly kind: 'annotate';
  readonly from: string;
  readonly to: string;
  readonly marks: readonly Mark[];
}

export interface AnnotateAnswer {
  readonly annotated: 'done' | 'format' | 'damaged';
}

/** Writes the marked copy. A file that the program fails on is damaged. */
export async function annotateTask({ from, to, marks }: AnnotateTask): Promise<AnnotateAnswer> {
  try {
    const result = await annotate(await readFile(from), marks);
    if (!result.ok) return { annotated: result.problem === 'format' ? 'format' : 'damaged' };
    await writeFile(to, result.annotated.bytes);
    return { annotated: 'done' };
  } catch {
    // Whatever the file does to the writer: the caller learns that there is no copy.
    return { annotated: 'damaged' };
  }
}
