import { describe, expect, it } from 'vitest';
import { openZip } from '../../file/zip.ts';
import type { Disclosure } from '../../model/disclosure.ts';
import { readSource } from '../../read/open.ts';
import type { DocumentLayout } from '../layout/block.ts';
import { documentLayout } from '../layout/documentLayout.ts';
import { composedExample, shippedForm } from '../layout/layoutFixture.ts';
import { docxDocument } from './docxDocument.ts';

const example = composedExample('shanxi-13');

function laidOut(disclosure: Disclosure = example, draft = false): DocumentLayout {
  return documentLayout(disclosure, shippedForm('shanxi-13'), { draft });
}

function partsOf(bytes: Uint8Array): ReadonlyMap<string, string> {
  const opened = openZip(bytes);
  if (!opened.ok) throw new Error(opened.problem);
  const { archive } = opened;
  return new Map(
    [...archive.entries.keys()].map((name) => {
      const content = archive.read(name);
      return [name, content?.ok === true ? Buffer.from(content.bytes).toString('utf8') : ''];
    }),
  );
}

async function documentXml(layout: DocumentLayout): Promise<string> {
  return partsOf(await docxDocument(layout)).get('word/document.xml') ?? '';
}

function count(text: string, pattern: RegExp): number {
  return text.match(pattern)?.length ?? 0;
}

describe('a Word document', () => {
  it('has the same bytes again, and no date of today', async () => {
    const [one, other] = [await docxDocument(laidOut()), await docxDocument(laidOut())];
    expect(Buffer.compare(one, other)).toBe(0);
    expect(partsOf(one).get('docProps/core.xml')).toContain('1980-01-01T00:00:00Z');
  });

  it('has real headings, repeated heads, merged cells and sections of turned paper', async () => {
    const xml = await documentXml(laidOut());
    expect(count(xml, /<w:pStyle w:val="Heading1"\/>/g)).toBe(4);
    expect(count(xml, /<w:pStyle w:val="TableTitle"\/>/g)).toBe(13);
    expect(count(xml, /<w:pStyle w:val="SheetTitle"\/>/g)).toBe(
      example.projects.length + (example.departmentGoal === undefined ? 0 : 1),
    );
    expect(count(xml, /<w:tblHeader\/>/g)).toBeGreaterThan(20);
    expect(count(xml, /<w:gridSpan w:val="\d"\/>/g)).toBeGreaterThan(100);
    expect(count(xml, /<w:vMerge w:val="restart"\/>/g)).toBeGreaterThan(50);
    expect(count(xml, /<w:pgSz w:w="16838" w:h="11906" w:orient="landscape"\/>/g)).toBeGreaterThan(1);
  });

  it('has a contents page with references to the pages of its headings, marked to update', async () => {
    const xml = await documentXml(laidOut());
    const references = [
      ...xml.matchAll(/<w:fldSimple w:dirty="true" w:instr="PAGEREF (\w+) \\h"><w:r><w:t[^>]*>(\d+)</g),
    ];
    expect(references).toHaveLength(example.contents.length);
    expect(references.filter(([, name = '']) => !xml.includes(`<w:bookmarkStart w:name="${name}"`))).toEqual(
      [],
    );
    expect(references.slice(0, 5).map(([, , page]) => page)).toEqual(['1', '1', '1', '2', '2']);
  });

  it('names its typefaces with others that stand in for them', async () => {
    const table = partsOf(await docxDocument(laidOut())).get('word/fontTable.xml') ?? '';
    expect(count(table, /<w:font w:name="[^"]+"><w:altName w:val="[^"]+"\/>/g)).toBe(5);
  });

  it('shows the chart as a picture with its words', async () => {
    const parts = partsOf(await docxDocument(laidOut()));
    expect(parts.get('word/document.xml')).toMatch(
      /descr="2026年一般公共预算支出结构图：城乡社区支出5535\.00万元/,
    );
    expect([...parts.keys()].filter((name) => name.endsWith('.png'))).toHaveLength(1);
  });

  it('carries words that look like markup, fields or nothing at all as they are', async () => {
    const words = '</w:t></w:r><w:t>&amp; " \\f C {PAGE} #某';
    const [first, ...rest] = example.projects;
    const xml = await documentXml(
      laidOut({
        ...example,
        department: { code: null, name: `${words}\u0000\u0008\u001f\ufffe` },
        overview: { duties: words, offices: [] },
        projects: first === undefined ? [] : [{ ...first, name: words }, ...rest],
      }),
    );
    expect(xml.includes('&lt;/w:t&gt;&lt;/w:r&gt;&lt;w:t&gt;&amp;amp;')).toBe(true);
    expect(/(?!\n)\p{Cc}/u.exec(xml)).toBeNull();
  });

  it('marks every section of a draft', async () => {
    const parts = partsOf(await docxDocument(laidOut(example, true)));
    const headers = [...parts].filter(([name]) => /^word\/header\d+\.xml$/.test(name));
    const sections = count(parts.get('word/document.xml') ?? '', /<w:sectPr/g);
    expect(headers).toHaveLength(sections);
    expect(headers.every(([, xml]) => xml.includes('草稿'))).toBe(true);
  });

  it('is read again as the same words', async () => {
    const read = await readSource({ name: 'a.docx', bytes: await docxDocument(laidOut()) });
    if (!read.ok) throw new Error(read.problem.code);
    const headings = read.source.blocks.flatMap((block) =>
      block.kind === 'paragraph' && block.heading !== undefined ? [[block.heading, block.text]] : [],
    );
    expect(headings.slice(0, 5)).toEqual([
      [1, '第一部分 概况'],
      [2, '一、本部门职责'],
      [2, '二、机构设置情况'],
      [1, '第二部分 2026年部门预算报表'],
      [2, '2026年预算收支总表'],
    ]);
  });
});
