import { unzipSync, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { docxReader } from '../../../read/docx/reader.ts';
import type { Mark } from '../marks.ts';
import { annotateDocx } from './annotateDocx.ts';

const namespace = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';
const types =
  '<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">' +
  '<Default Extension="xml" ContentType="application/xml"/></Types>';

const r = (text: string, properties = ''): string => `<w:r>${properties}<w:t>${text}</w:t></w:r>`;
const p = (...runs: string[]): string => `<w:p><w:pPr><w:jc w:val="left"/></w:pPr>${runs.join('')}</w:p>`;
const tbl = (...rows: string[][]): string =>
  `<w:tbl>${rows.map((row) => `<w:tr>${row.map((cell) => `<w:tc>${cell}</w:tc>`).join('')}</w:tr>`).join('')}</w:tbl>`;

function docx(body: string, others: Record<string, string> = {}): Uint8Array {
  const parts = {
    '[Content_Types].xml': types,
    'word/document.xml': `<w:document ${namespace}><w:body>${body}<w:sectPr/></w:body></w:document>`,
    ...others,
  };
  const encoded = Object.entries(parts).map(
    ([name, text]) => [name, new TextEncoder().encode(text)] as const,
  );
  return zipSync(Object.fromEntries(encoded));
}

function mark(place: Partial<Mark['place']>, reported: string | null, others: Partial<Mark> = {}): Mark {
  const base = { correction: null, quotes: [], severity: 'error', note: '有误', rule: null } as const;
  return { ...base, ...others, reported, place: { file: 'a.docx', ...place } };
}

interface Copy {
  readonly document: string;
  readonly comments: string;
  readonly parts: Record<string, string>;
  readonly bytes: Uint8Array;
}

function annotated(bytes: Uint8Array, marks: readonly Mark[]): Copy {
  const copy = annotateDocx(bytes, marks);
  if (copy === undefined) throw new Error('not annotated');
  const entries = Object.entries(unzipSync(copy.bytes)).map(([name, part]) => [
    name,
    new TextDecoder().decode(part),
  ]);
  const parts = Object.fromEntries(entries) as Record<string, string>;
  const named = (name: string): string => parts[`word/${name}.xml`] ?? '';
  return { document: named('document'), comments: named('comments'), parts, bytes: copy.bytes };
}

/** The text inside each comment's range, deleted text in brackets. */
function anchors({ document }: Copy): string[] {
  const ranges = document.matchAll(/commentRangeStart w:id="(\d+)"\/>(.*?)<w:commentRangeEnd w:id="\1"/gs);
  return [...ranges].map(([, , inner = '']) =>
    inner.replace(/<w:delText[^>]*>([^<]*)<\/w:delText>/g, '[$1]').replace(/<[^>]+>/g, ''),
  );
}

async function textOf(bytes: Uint8Array): Promise<string[]> {
  const read = await docxReader.read({ name: 'a.docx', bytes });
  if (!read.ok) throw new Error(read.problem.code);
  return read.source.blocks.flatMap((block) =>
    block.kind === 'paragraph' ? [block.text] : block.rows.flat().map(({ text }) => text),
  );
}

describe('annotated docx', () => {
  it('splits a run around the figure and keeps its properties', () => {
    const bold = '<w:rPr><w:b/></w:rPr>';
    const copy = annotated(docx(p(r('收入12.50万元', bold))), [mark({ block: 0 }, '12.50')]);
    expect(anchors(copy)).toEqual(['12.50']);
    expect(copy.document.match(/<w:rPr><w:b\/><\/w:rPr>/g)).toHaveLength(3);
    expect(copy.comments).toContain('w:author="明算"');
    expect(copy.comments).toContain('有误');
  });

  it('finds a figure that stands in several runs', () => {
    const copy = annotated(docx(p(r('收入12'), r('.5'), r('0万元'))), [mark({ block: 0 }, '12.50')]);
    expect(anchors(copy)).toEqual(['12.50']);
  });

  it('proposes a certain correction as a tracked change, which reading accepts', async () => {
    const bytes = docx(p(r('收入12'), r('.50万元')));
    const copy = annotated(bytes, [mark({ block: 0 }, '12.50', { correction: '12.05' })]);
    expect(anchors(copy)).toEqual(['[12][.50]12.05']);
    expect(await textOf(copy.bytes)).toEqual(['收入12.05万元']);
  });

  it('changes nothing else: without comments and changes the text is the original', async () => {
    const bytes = docx(p(r('收入12.50万元，支出12.50万元')) + tbl([p(r('12.50')), p()]));
    const copy = annotated(bytes, [
      mark({ block: 0 }, '12.50', { quotes: ['支出12.50'] }),
      mark({ block: 1, cell: 'A1' }, '12.50'),
    ]);
    expect(anchors(copy)).toEqual(['12.50', '12.50']);
    expect(await textOf(copy.bytes)).toEqual(await textOf(bytes));
  });

  it('anchors the whole paragraph or cell when the figure is not certain', () => {
    const bytes = docx(p(r('甲5乙5')) + tbl([p(r('丙')), '<w:p/>']));
    const copy = annotated(bytes, [
      mark({ block: 0 }, '5', { correction: '6' }),
      mark({ block: 1, cell: 'B1' }, ''),
      mark({ block: 1, cell: 'A1' }, null, { note: '另一处' }),
    ]);
    expect(anchors(copy)).toEqual(['甲5乙5', '丙', '']);
    expect(copy.document).not.toContain('<w:del ');
  });

  it('takes the cell at its address on the grid, past merged and deleted ones', () => {
    const wide = '<w:tcPr><w:gridSpan w:val="2"/></w:tcPr>';
    const deleted = `<w:tr><w:trPr><w:del w:id="1" w:author="a"/></w:trPr><w:tc>${p(r('7'))}</w:tc></w:tr>`;
    const table = tbl([`${wide}${p(r('题'))}`, p(r('7'))], [p(r('7')), p(r('8')), p(r('7'))]).replace(
      '<w:tr>',
      `${deleted}<w:tr>`,
    );
    const copy = annotated(docx(table), [
      mark({ block: 0, cell: 'C1' }, '7'),
      mark({ block: 0, cell: 'C2' }, '7'),
    ]);
    expect(copy.document.indexOf('commentRangeStart w:id="0"')).toBeGreaterThan(copy.document.indexOf('题'));
    expect(copy.document.indexOf('commentRangeStart w:id="1"')).toBeGreaterThan(copy.document.indexOf('8'));
  });

  it('several findings on one figure share a comment; other corrections of it are then not proposed', () => {
    const marks = [
      mark({ block: 0 }, '5', { note: '其一', correction: '6' }),
      mark({ block: 0 }, '5', { note: '其二', correction: '7' }),
    ];
    const copy = annotated(docx(p(r('甲5乙'))), marks);
    expect(anchors(copy)).toEqual(['5']);
    expect(copy.comments).toMatch(/其一.*其二/s);
  });

  it('adds to comments that are there', () => {
    const comments = `<w:comments ${namespace}><w:comment w:id="3" w:author="某"><w:p/></w:comment></w:comments>`;
    const type = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships/comments';
    const relation = `<Relationships xmlns="x"><Relationship Id="r1" Type="${type}" Target="comments.xml"/></Relationships>`;
    const bytes = docx(p(r('甲5')), {
      'word/comments.xml': comments,
      'word/_rels/document.xml.rels': relation,
    });
    const copy = annotated(bytes, [mark({ block: 0 }, '5')]);
    expect([...copy.comments.matchAll(/<w:comment w:id="(\d)"/g)].map(([, id]) => id)).toEqual(['3', '4']);
    expect(copy.parts['word/_rels/document.xml.rels']).toBe(relation);
  });

  it('names the new part in the relationships and the content types', () => {
    const copy = annotated(docx(p(r('甲5'))), [mark({ block: 0 }, '5')]);
    expect(copy.parts['word/_rels/document.xml.rels']).toContain('Target="comments.xml"');
    expect(copy.parts['[Content_Types].xml']).toContain('PartName="/word/comments.xml"');
  });

  it('the last line of a comment links to its rule beside the copy, once for each address', () => {
    const rule = { words: '规则：甲（a.b）', address: 'rules.html#rule-a-b' };
    const copy = annotated(docx(p(r('甲5乙6'))), [
      mark({ block: 0 }, '5', { rule }),
      mark({ block: 0 }, '6', { rule }),
    ]);
    expect(copy.comments.match(/<w:hyperlink [^>]*r:id="rIdMingsuan1">.*?规则：甲（a\.b）/g)).toHaveLength(2);
    const relations = copy.parts['word/_rels/comments.xml.rels'] ?? '';
    expect(relations).toContain('Target="rules.html#rule-a-b" TargetMode="External"');
  });

  it('marks without an element of the body stand at the first paragraph', () => {
    expect(anchors(annotated(docx(p() + p(r('题'))), [mark({}, null)]))).toEqual(['题']);
  });

  it('puts no markup of a note into the document', () => {
    const copy = annotated(docx(p(r('5'))), [
      mark({ block: 0 }, '5', { note: '<w:x/>&', correction: '<6>' }),
    ]);
    expect(copy.comments).toContain('&lt;w:x/&gt;&amp;');
    expect(copy.document).toContain('&lt;6&gt;');
  });

  it('gives the same bytes on every run and nothing for a damaged file', () => {
    const bytes = docx(p(r('甲5')));
    expect(annotated(bytes, [mark({ block: 0 }, '5')]).bytes).toEqual(
      annotated(bytes, [mark({ block: 0 }, '5')]).bytes,
    );
    expect(annotateDocx(bytes.subarray(0, 50), [])).toBeUndefined();
  });
});
