import type { Annotated } from './annotated.ts';
import { annotateDocx } from './docx/annotateDocx.ts';
import type { Mark } from './marks.ts';
import { openPackage } from './package.ts';
import { annotatePdf } from './pdf/annotatePdf.ts';
import { annotateXlsx } from './xlsx/annotateXlsx.ts';

export type AnnotateResult =
  | { readonly ok: true; readonly annotated: Annotated }
  /** `format`: only docx, pdf and xlsx can carry annotations. `damaged`: the file could not be marked. */
  | { readonly ok: false; readonly problem: 'format' | 'damaged' };

/**
 * A copy of a document with the marks where they belong: comments and tracked changes in a docx, highlights
 * with notes in a PDF, cell notes in an xlsx. The format is told by the content, not by the name.
 */
export async function annotate(bytes: Uint8Array, marks: readonly Mark[]): Promise<AnnotateResult> {
  const annotator = annotatorOf(bytes);
  if (annotator === undefined) return { ok: false, problem: 'format' };
  const annotated = await annotator(bytes, marks);
  return annotated === undefined ? { ok: false, problem: 'damaged' } : { ok: true, annotated };
}

type Annotator = (
  bytes: Uint8Array,
  marks: readonly Mark[],
) => Annotated | undefined | Promise<Annotated | undefined>;

function annotatorOf(bytes: Uint8Array): Annotator | undefined {
  if (Buffer.from(bytes.subarray(0, 1024)).includes('%PDF-')) return annotatePdf;
  const names = openPackage(bytes)?.names ?? [];
  if (names.some((name) => /(?:^|\/)document\d*\.xml$/i.test(name))) return annotateDocx;
  if (names.some((name) => /(?:^|\/)workbook\d*\.xml$/i.test(name))) return annotateXlsx;
  return undefined;
}
