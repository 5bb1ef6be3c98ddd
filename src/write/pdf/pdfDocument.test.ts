import { describe, expect, it } from 'vitest';
import type { Disclosure } from '../../model/disclosure.ts';
import { readSource } from '../../read/open.ts';
import type { DocumentLayout } from '../layout/block.ts';
import { documentLayout } from '../layout/documentLayout.ts';
import { composedExample, shippedForm } from '../layout/layoutFixture.ts';
import { officePages, pdfDocument, unprintableCharacters } from './pdfDocument.ts';

const example = composedExample('shanxi-13');

function laidOut(disclosure: Disclosure = example, draft = false): DocumentLayout {
  return documentLayout(disclosure, shippedForm('shanxi-13'), { draft });
}

/** The example with other words for the department, a project and the duties. */
function named(words: string): Disclosure {
  const [first, ...rest] = example.projects;
  return {
    ...example,
    department: { code: null, name: words },
    overview: { duties: words, offices: [{ name: words, text: words }] },
    projects: first === undefined ? [] : [{ ...first, name: words }, ...rest],
  };
}

async function textOf(layout: DocumentLayout): Promise<string> {
  const read = await readSource({ name: 'a.pdf', bytes: await pdfDocument(layout) });
  if (!read.ok) throw new Error(read.problem.code);
  const { blocks, margins } = read.source;
  const texts = blocks.map((block) =>
    block.kind === 'paragraph' ? block.text : block.rows.flat().map(({ text }) => text),
  );
  return [...texts.flat(), ...margins.map(({ text }) => text)].join('\n');
}

function latin(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('latin1');
}

describe('a PDF', () => {
  it('is tagged, says that it follows PDF/UA-1, and names its language and title', async () => {
    const bytes = latin(await pdfDocument(laidOut()));
    expect(bytes.startsWith('%PDF-1.7')).toBe(true);
    expect(bytes).toMatch(/\/MarkInfo\s*<<\s*\/Marked true/);
    expect(bytes).toContain('<pdfuaid:part>1</pdfuaid:part>');
    expect(bytes).toContain('/Lang (zh-CN)');
    expect(bytes).toMatch(/\/Outlines \d+ 0 R/);
  });

  it('has the same bytes again', async () => {
    const [one, other] = [await pdfDocument(laidOut()), await pdfDocument(laidOut())];
    expect(Buffer.compare(one, other)).toBe(0);
  });

  it('numbers the pages of an office suite from the first part', async () => {
    const { blocks } = (await officePages(laidOut())).layout;
    const lines = blocks.flatMap((block) => (block.kind === 'contents' ? block.entries : []));
    const pages = new Map(lines.map(({ target, page }) => [target, page]));
    expect(lines.every(({ page }) => page !== null)).toBe(true);
    expect([pages.get('part-overview'), pages.get('table-1'), pages.get('part-tables')]).toEqual([
      '1',
      '2',
      '2',
    ]);
  });

  it('prints words that look like markup as they are', async () => {
    const words = '#panic("x") $1^2$ *粗* _斜_ `码` @某 <标签> \\u{41} //注 = 题 "引" ]';
    const text = await textOf(laidOut(named(words)));
    expect(text.replace(/\s+/g, '')).toContain(words.replace(/\s+/g, ''));
  });

  it('leaves control characters out', async () => {
    const text = await textOf(laidOut(named('某\u0000局\u0008\u001b\u202e')));
    expect(text).toContain('某局');
  });

  it('prints rare characters of names', async () => {
    const words = '㙍堃喆㵆䶮鿍𠀀局';
    const layout = laidOut(named(words));
    const missing = await unprintableCharacters(layout);
    const text = await textOf(layout);
    expect(text).toContain('堃喆㵆䶮');
    expect(missing.every((character) => words.includes(character))).toBe(true);
  });

  it('prints the sign of a missing type for what no font has, and tells of it', async () => {
    const layout = laidOut(named('某😀局'));
    expect(await unprintableCharacters(layout)).toEqual(['😀']);
    expect(await textOf(layout)).toContain('某〓局');
  });

  it('marks every page of a draft', async () => {
    const read = await readSource({ name: 'a.pdf', bytes: await pdfDocument(laidOut(example, true)) });
    if (!read.ok) throw new Error(read.problem.code);
    const marks = read.source.margins.filter(({ text }) => text === '草稿');
    expect(marks).toHaveLength(read.source.pages ?? 0);
  });
});
