import { unzipSync } from 'fflate';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { checkFile } from '../../commands/checkFile.ts';
import { annotationsOf } from '../../file/pdfAnnotations.ts';
import { openPdf } from '../../file/pdfium.ts';
import { annotate } from './annotate.ts';
import { marksOf, type Mark } from './marks.ts';

const corpus = process.env['MINGSUAN_CORPUS'];
if (corpus === undefined) console.warn('MINGSUAN_CORPUS is not set: no real document is annotated.');

interface Copy {
  readonly marks: readonly Mark[];
  readonly findings: number;
  readonly placed: number;
  readonly annotations: number;
  readonly bytes: Uint8Array;
}

async function copyOf(name: string): Promise<Copy> {
  const file = join(corpus ?? '', name);
  const { findings } = await checkFile(file, 'zh');
  const marks = marksOf(findings, { language: 'zh', titleOf: (rule) => rule, rulesPage: 'rules.html' });
  const result = await annotate(readFileSync(file), marks);
  if (!result.ok) throw new Error(result.problem);
  const counted = findings.filter(({ severity, culprits }) => severity !== 'info' && culprits.length > 0);
  return { marks, findings: counted.length, ...result.annotated };
}

/** The notes in the copy of a PDF. */
async function pdfNotes(bytes: Uint8Array): Promise<readonly string[]> {
  const opened = await openPdf(bytes);
  if (!opened.ok) throw new Error(opened.problem);
  const { document } = opened;
  const pages = Array.from({ length: document.pageCount }, (_, page) => annotationsOf(document, page));
  document.close();
  return pages.flat().map(({ text }) => text);
}

describe.skipIf(corpus === undefined)('copies of real documents', () => {
  it('the reference document: every error and warning is a comment, certain corrections are changes', async () => {
    const { marks, findings, placed, annotations, bytes } = await copyOf('pinglu-housing-2026.docx');
    const parts = unzipSync(bytes);
    const text = (name: string): string => new TextDecoder().decode(parts[`word/${name}.xml`]);
    expect(placed).toBe(marks.length);
    expect(marks.filter(({ severity }) => severity !== 'info').length).toBeGreaterThanOrEqual(findings);
    expect(text('comments').match(/<w:comment /g)).toHaveLength(annotations);
    expect(text('document').match(/<w:commentReference /g)).toHaveLength(annotations);
    expect(text('document')).toMatch(/<w:delText[^>]*>37807.13<\/w:delText>.*?<w:ins [^>]*>.*?38707.17/s);
  }, 120_000);

  it.each(['putuo-planning-2024-final-accounts.pdf', 'putuo-wanli-2024-department.pdf'])(
    'every error and warning is a highlight: %s',
    async (name) => {
      const { marks, findings, placed, annotations, bytes } = await copyOf(name);
      const notes = await pdfNotes(bytes);
      expect(placed).toBe(marks.length);
      expect(marks.filter(({ severity }) => severity !== 'info').length).toBeGreaterThanOrEqual(findings);
      expect(notes).toHaveLength(annotations);
      expect(marks.filter(({ note }) => !notes.some((said) => said.includes(note)))).toEqual([]);
    },
    120_000,
  );
});
