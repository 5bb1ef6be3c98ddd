import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { composeDisclosure } from '../../src/compose/compose.ts';
import type { Disclosure } from '../../src/model/disclosure.ts';
import { readSource } from '../../src/read/open.ts';
import { recognise } from '../../src/read/recognise/recognise.ts';
import { docxDocument } from '../../src/write/docx/docxDocument.ts';
import { htmlDocument } from '../../src/write/html/htmlDocument.ts';
import { documentLayout } from '../../src/write/layout/documentLayout.ts';
import { pdfDocument } from '../../src/write/pdf/pdfDocument.ts';
import { xlsxDocument } from '../../src/write/xlsx/xlsxDocument.ts';
import { exampleBook, faultsOf, formNamed, plainTables, plainTexts } from './bookFixture.ts';
import { books } from './generatedBook.ts';

const writers = { docx: docxDocument, pdf: pdfDocument, xlsx: xlsxDocument, html: htmlDocument } as const;
/** The others have tests of the example beside their writers. */
const formats = ['docx', 'pdf'] as const;
const forms = ['shanxi-13', 'national-9', 'shanghai-9'] as const;

async function readBackAs(format: keyof typeof writers, disclosure: Disclosure): Promise<Disclosure> {
  const layout = documentLayout(disclosure, formNamed(disclosure.form ?? ''), { draft: false });
  const read = await readSource({
    name: `disclosure.${format}`,
    bytes: bytesOf(await writers[format](layout, disclosure.figures)),
  });
  if (!read.ok) throw new Error(read.problem.code);
  return recognise(read.source);
}

function bytesOf(content: string | Uint8Array): Uint8Array {
  return typeof content === 'string' ? new TextEncoder().encode(content) : content;
}

describe.each(formats)('a disclosure written as %s', (format) => {
  it.each(forms)('reads back as it was composed, in %s', async (id) => {
    const composed = composeDisclosure(exampleBook(), formNamed(id));
    const back = await readBackAs(format, composed);
    expect(back.form).toBe(id);
    expect(back.uncertain).toEqual([]);
    expect(faultsOf(back)).toEqual([]);
    expect(plainTables(back)).toEqual(plainTables(composed));
    expect(plainTexts(back)).toEqual(plainTexts(composed));
    expect(back.contents.map(({ title }) => title)).toEqual(composed.contents.map(({ title }) => title));
    expect(back.contents.every(({ page }) => page !== null)).toBe(true);
  });
});

describe('a disclosure of any book, in any form', () => {
  it.each(Object.keys(writers) as (keyof typeof writers)[])(
    'reads back from %s',
    async (format) => {
      const size = { units: 2, lines: 10, projects: 5, ownFunds: true, surplus: true };
      const property = fc.asyncProperty(books(size), fc.constantFrom(...forms), async (book, id) => {
        const composed = composeDisclosure(book, formNamed(id));
        const back = await readBackAs(format, composed);
        expect(plainTables(back)).toEqual(plainTables(composed));
        expect(plainTexts(back)).toEqual(plainTexts(composed));
      });
      await fc.assert(property, { numRuns: 3, seed: 20270115, endOnFailure: true });
    },
    240_000,
  );
});
