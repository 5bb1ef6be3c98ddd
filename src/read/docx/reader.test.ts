import { zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import type { Block, SourceDocument } from '../../model/source.ts';
import { docxReader } from './reader.ts';

const namespace = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';
const encode = (text: string): Uint8Array => new TextEncoder().encode(text);

function documentXml(body: string): string {
  return `<?xml version="1.0"?><w:document ${namespace} xmlns:mc="m" xmlns:v="v"><w:body>${body}</w:body></w:document>`;
}

function docx(body: string, others: Record<string, string> = {}): Uint8Array {
  const parts: Record<string, Uint8Array> = { 'word/document.xml': encode(documentXml(body)) };
  for (const [name, content] of Object.entries(others)) parts[name] = encode(content);
  return zipSync(parts);
}

async function read(bytes: Uint8Array): Promise<SourceDocument> {
  const result = await docxReader.read({ name: 'a.docx', bytes });
  if (!result.ok) throw new Error(result.problem.code);
  return result.source;
}

async function problemOf(bytes: Uint8Array): Promise<string> {
  const result = await docxReader.read({ name: 'a.docx', bytes });
  return result.ok ? 'ok' : result.problem.code;
}

function shown(blocks: readonly Block[]): string[] {
  return blocks.map((block) => {
    const text =
      block.kind === 'grid'
        ? block.rows.map((row) => row.map((cell) => cell.text).join('|')).join(' / ')
        : block.text;
    return `${block.place.block ?? '-'}: ${text}`;
  });
}

async function blocksOf(body: string, others?: Record<string, string>): Promise<string[]> {
  return shown((await read(docx(body, others))).blocks);
}

const p = (text: string, properties = ''): string =>
  `<w:p><w:pPr>${properties}</w:pPr><w:r><w:t xml:space="preserve">${text}</w:t></w:r></w:p>`;
const tc = (text: string, properties = ''): string => `<w:tc><w:tcPr>${properties}</w:tcPr>${p(text)}</w:tc>`;
const tr = (...cells: string[]): string => `<w:tr>${cells.join('')}</w:tr>`;
const tbl = (...rows: string[]): string => `<w:tbl>${rows.join('')}</w:tbl>`;

describe('docx paragraphs', () => {
  it.each([
    ['runs are joined', '<w:p><w:r><w:t>20</w:t></w:r><w:r><w:t>31年</w:t></w:r></w:p>', ['0: 2031年']],
    ['references are resolved', p('A&amp;B &lt;&#x4e00;&#20108;'), ['0: A&B <一二']],
    [
      'tabs and breaks',
      '<w:p><w:r><w:t>甲</w:t><w:tab/><w:t>乙</w:t><w:br/><w:t>丙</w:t><w:br w:type="page"/></w:r></w:p>',
      ['0: 甲\t乙\n丙'],
    ],
    ['empty ones are left out', `${p('')}${p('甲')}`, ['1: 甲']],
    [
      'hyphens',
      '<w:p><w:r><w:t>A</w:t><w:noBreakHyphen/><w:t>B</w:t><w:softHyphen/><w:t>C</w:t></w:r></w:p>',
      ['0: A-BC'],
    ],
    ['symbols', '<w:p><w:r><w:sym w:font="Wingdings" w:char="F0FE"/><w:t>是</w:t></w:r></w:p>', ['0: ☑是']],
    [
      'hidden text',
      '<w:p><w:r><w:rPr><w:vanish/></w:rPr><w:t>藏</w:t></w:r><w:r><w:rPr><w:vanish w:val="0"/></w:rPr><w:t>见</w:t></w:r></w:p>',
      ['0: 见'],
    ],
    [
      'hyperlinks and controls',
      '<w:p><w:hyperlink><w:r><w:t>甲</w:t></w:r></w:hyperlink><w:sdt><w:sdtContent><w:r><w:t>乙</w:t></w:r></w:sdtContent></w:sdt></w:p>',
      ['0: 甲乙'],
    ],
    [
      'a control around paragraphs',
      `<w:sdt><w:sdtPr/><w:sdtContent>${p('甲')}${p('乙')}</w:sdtContent></w:sdt>${p('丙')}`,
      ['0: 甲', '0: 乙', '1: 丙'],
    ],
    [
      'fields show their result',
      '<w:p><w:r><w:fldChar w:fldCharType="begin"/><w:instrText>PAGE</w:instrText><w:fldChar w:fldCharType="separate"/><w:t>7</w:t><w:fldChar w:fldCharType="end"/></w:r><w:fldSimple w:instr="DATE"><w:r><w:t>日</w:t></w:r></w:fldSimple></w:p>',
      ['0: 7日'],
    ],
  ])('%s', async (_, body, expected) => {
    expect(await blocksOf(body)).toEqual(expected);
  });

  it('accepts revisions and says so', async () => {
    const body = `<w:p><w:ins><w:r><w:t>新</w:t></w:r></w:ins><w:del><w:r><w:delText>旧</w:delText></w:r></w:del><w:moveFrom><w:r><w:t>移</w:t></w:r></w:moveFrom></w:p>`;
    const source = await read(docx(body));
    expect(shown(source.blocks)).toEqual(['0: 新']);
    expect(source.notes).toMatchObject([{ code: 'revisionsAccepted', place: { block: 0 } }]);
  });

  it('runs on where the mark of a paragraph is deleted', async () => {
    expect(await blocksOf(`${p('甲', '<w:rPr><w:del/></w:rPr>')}${p('乙')}`)).toEqual(['1: 甲乙']);
  });

  it('reads a text box once', async () => {
    const box = `<w:txbxContent>${p('框')}</w:txbxContent>`;
    const body = `<w:p><w:r><mc:AlternateContent><mc:Choice><w:drawing>${box}</w:drawing></mc:Choice><mc:Fallback><w:pict><v:textbox>${box}</v:textbox></w:pict></mc:Fallback></mc:AlternateContent><w:t>文</w:t></w:r></w:p>`;
    expect(await blocksOf(body)).toEqual(['0: 文', '0: 框']);
  });

  it('takes headings from styles, also inherited, and from outline levels', async () => {
    const styles = `<w:styles ${namespace}><w:style w:type="paragraph" w:styleId="1"><w:name w:val="heading 2"/></w:style><w:style w:type="paragraph" w:styleId="a"><w:name w:val="own"/><w:basedOn w:val="1"/></w:style><w:style w:type="paragraph" w:styleId="x"><w:name w:val="x"/><w:basedOn w:val="x"/><w:pPr><w:outlineLvl w:val="0"/></w:pPr></w:style></w:styles>`;
    const body = `${p('一', '<w:pStyle w:val="a"/>')}${p('二', '<w:pStyle w:val="x"/>')}${p('三', '<w:outlineLvl w:val="2"/>')}${p('四', '<w:pStyle w:val="1"/><w:outlineLvl w:val="9"/>')}`;
    const { blocks } = await read(docx(body, { 'word/styles.xml': styles }));
    expect(blocks.map((block) => block.kind === 'paragraph' && block.heading)).toEqual([2, 1, 3, undefined]);
  });

  it('prints automatic numbers', async () => {
    const level = (index: number, format: string, text: string): string =>
      `<w:lvl w:ilvl="${index}"><w:start w:val="1"/><w:numFmt w:val="${format}"/><w:lvlText w:val="${text}"/></w:lvl>`;
    const numbering = `<w:numbering ${namespace}><w:abstractNum w:abstractNumId="0">${level(0, 'chineseCountingThousand', '%1、')}${level(1, 'decimal', '%1.%2')}${level(2, 'bullet', '●')}</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num><w:num w:numId="2"><w:abstractNumId w:val="0"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="11"/></w:lvlOverride></w:num></w:numbering>`;
    const item = (text: string, at: number, id = 1): string =>
      p(text, `<w:numPr><w:ilvl w:val="${at}"/><w:numId w:val="${id}"/></w:numPr>`);
    const body = `${item('甲', 0)}${item('乙', 0)}${item('丙', 1)}${item('丁', 1)}${item('戊', 0)}${item('己', 1)}${item('庚', 2)}${item('辛', 0, 2)}${item('壬', 0, 0)}`;
    const texts = (await blocksOf(body, { 'word/numbering.xml': numbering })).map((text) => text.slice(3));
    expect(texts).toEqual([
      '一、甲',
      '二、乙',
      '二.1 丙',
      '二.2 丁',
      '三、戊',
      '三.1 己',
      '庚',
      '十一、辛',
      '壬',
    ]);
  });

  it('keeps headers and footers in the margins', async () => {
    const header = `<w:hdr ${namespace}>${p('页眉')}${tbl(tr(tc('表'), tc('头')))}</w:hdr>`;
    const source = await read(docx(p('文'), { 'word/header1.xml': header }));
    expect(shown(source.margins)).toEqual(['-: 页眉', '-: 表', '-: 头']);
    expect(shown(source.blocks)).toEqual(['0: 文']);
  });

  it('rejoins a paragraph that a page break cut', async () => {
    const first = '本单位主要负责拟订全县公共设施建设的中长期规划和年度计划，并组织实施各项社会事业发';
    const { blocks } = await read(docx(`${p(first)}${p('')}${p('展的政策，并监督执行。')}`));
    expect(blocks).toMatchObject([{ spans: [{ place: { block: 0 } }, { place: { block: 2 } }] }]);
  });

  it('reads another prefix of the namespace', async () => {
    const xml = documentXml(p('甲')).replaceAll('w:', 'ns0:').replace('xmlns:w=', 'xmlns:ns0=');
    expect(shown((await read(zipSync({ 'word/document.xml': encode(xml) }))).blocks)).toEqual(['0: 甲']);
  });
});

const restart = '<w:vMerge w:val="restart"/>';
const merged = '<w:vMerge/>';

describe('docx tables', () => {
  it('puts a merged cell at every position it covers', async () => {
    const table = tbl(
      tr(tc('甲', `<w:gridSpan w:val="2"/>${restart}`), tc('乙')),
      tr(tc('', `<w:gridSpan w:val="2"/>${merged}`), tc('丙')),
    );
    const [grid] = (await read(docx(table))).blocks;
    const rows = grid?.kind === 'grid' ? grid.rows : [];
    expect(rows.map((row) => row.map((cell) => cell.text))).toEqual([
      ['甲', '甲', '乙'],
      ['甲', '甲', '丙'],
    ]);
    expect(rows[1]?.[1]).toBe(rows[0]?.[0]);
  });

  it.each([
    ['lines of a cell', tbl(tr(`<w:tc>${p('甲')}${p('乙')}</w:tc>`, tc('丙'))), ['0: 甲\n乙|丙']],
    ['short rows are padded', tbl(tr(tc('甲')), tr(tc('乙'), tc('丙'))), ['0: 甲| / 乙|丙']],
    [
      'columns left out before and after',
      tbl(tr('<w:trPr><w:gridBefore w:val="1"/><w:gridAfter w:val="1"/></w:trPr>', tc('甲'))),
      ['0: |甲|'],
    ],
    [
      'the older horizontal merge',
      tbl(tr(tc('甲', '<w:hMerge w:val="restart"/>'), tc('', '<w:hMerge/>'), tc('乙'))),
      ['0: 甲|甲|乙'],
    ],
    ['a continued merge without a beginning', tbl(tr(tc('甲', merged))), ['0: 甲']],
    [
      'nested tables stand behind',
      tbl(tr(`<w:tc>${p('外')}${tbl(tr(tc('内')))}${p('尾')}</w:tc>`)),
      ['0: 外\n尾', '0: 内'],
    ],
    ['a deleted row', tbl(tr('<w:trPr><w:del/></w:trPr>', tc('旧')), tr(tc('新'))), ['0: 新']],
    [
      'rows and cells in controls',
      tbl(
        `<w:sdt><w:sdtContent>${tr(`<w:sdt><w:sdtContent>${tc('甲')}</w:sdtContent></w:sdt>`, tc('乙'))}</w:sdtContent></w:sdt>`,
      ),
      ['0: 甲|乙'],
    ],
    [
      'a title before and a note behind',
      `${p('题')}${tbl(tr(tc('1'), tc('2')))}${p('注')}`,
      ['0: 题', '1: 1|2', '2: 注'],
    ],
  ])('%s', async (_, body, expected) => {
    expect(await blocksOf(body)).toEqual(expected);
  });

  it('marks hidden rows', async () => {
    const source = await read(docx(tbl(tr('<w:trPr><w:hidden/></w:trPr>', tc('甲')), tr(tc('乙')))));
    expect(source.blocks[0]).toMatchObject({ rows: [[{ text: '甲', hidden: true }], [{ text: '乙' }]] });
    expect(source.notes).toMatchObject([{ code: 'hiddenCells' }]);
  });

  it('bounds a span of a thousand million columns', async () => {
    const [grid] = (await read(docx(tbl(tr(tc('甲', '<w:gridSpan w:val="1000000000"/>'), tc('乙')))))).blocks;
    expect(grid?.kind === 'grid' && (grid.rows[0]?.length ?? 0)).toBeLessThan(1000);
  });
});

/** A zip whose only entry declares another size than it has. */
function lyingZip(content: Uint8Array, declared: number): Uint8Array {
  const bytes = zipSync({ 'word/document.xml': content });
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const directory = view.getUint32(bytes.length - 22 + 16, true);
  view.setUint32(directory + 24, declared, true);
  return bytes;
}

describe('hostile and broken docx files', () => {
  const ole = Buffer.from('d0cf11e0a1b11ae1', 'hex');
  const good = docx(p('甲'.repeat(500)));
  const nested = (depth: number): string =>
    `${'<w:tbl><w:tr><w:tc>'.repeat(depth)}${p('x')}${'</w:tc></w:tr></w:tbl>'.repeat(depth)}`;
  const laughs = `<?xml version="1.0"?><!DOCTYPE w:document [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;">]><w:document ${namespace}><w:body>${p('&b;')}</w:body></w:document>`;
  it.each<[string, () => Uint8Array, string]>([
    ['empty', () => new Uint8Array(), 'empty'],
    ['truncated', () => good.subarray(0, good.length - 40), 'damaged'],
    ['cut in half', () => good.subarray(0, good.length / 2), 'damaged'],
    ['no zip', () => encode('only text'), 'wrongType'],
    ['a zip of other things', () => zipSync({ 'xl/workbook.xml': encode('<workbook/>') }), 'wrongType'],
    ['password', () => Buffer.concat([ole, Buffer.from('EncryptedPackage', 'utf16le')]), 'encrypted'],
    [
      'an old doc under a new name',
      () => Buffer.concat([ole, Buffer.from('WordDocument', 'utf16le')]),
      'needsOffice',
    ],
    ['more bytes than declared', () => lyingZip(encode(documentXml(p('甲'.repeat(9999)))), 100), 'damaged'],
    ['a declared size of 4 GB', () => lyingZip(encode(documentXml(p('甲'))), 0xfffffff0), 'bomb'],
    [
      'a bomb',
      () => zipSync({ 'word/document.xml': new Uint8Array(40_000_000).fill(32) }, { level: 9 }),
      'bomb',
    ],
    ['entities', () => zipSync({ 'word/document.xml': encode(laughs) }), 'damaged'],
    ['an unknown entity', () => docx(p('&b;')), 'damaged'],
    ['tags that do not match', () => docx('<w:p><w:r></w:p></w:r>'), 'damaged'],
    ['no end', () => zipSync({ 'word/document.xml': encode(documentXml(p('甲')).slice(0, -20)) }), 'damaged'],
    ['pictures below a title', () => docx(p('部门预算公开表'), { 'word/media/image1.png': 'x' }), 'scanned'],
    ['no body', () => zipSync({ 'word/document.xml': encode(`<w:document ${namespace}/>`) }), 'damaged'],
    ['tables a thousand deep', () => docx(nested(1000)), 'tooComplex'],
    ['elements without end', () => docx('<w:p>'.repeat(200_000)), 'tooComplex'],
    ['a million paragraphs', () => docx('<w:p/>'.repeat(1_000_000)), 'tooComplex'],
    [
      'rows of widest spans',
      () => docx(tbl(tr(tc('', '<w:gridSpan w:val="200"/>').repeat(100)).repeat(200))),
      'tooComplex',
    ],
  ])('%s', async (_, bytes, problem) => {
    expect(await problemOf(bytes())).toBe(problem);
  });

  it('reads tables that are nested as deep as people nest them', async () => {
    expect(await blocksOf(nested(8))).toHaveLength(8);
  });

  it('comes to an end in a file of many unclosed words', async () => {
    const body = '<w:p><w:rPr ></w:rPr ></w:p>'.repeat(100_000);
    expect(await blocksOf(body)).toEqual([]);
  });

  it('is not held up by levels and labels of a list beyond all measure', async () => {
    const numbering = `<w:numbering ${namespace}><w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="8"><w:lvlText w:val="${'长'.repeat(100_000)}"/></w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num></w:numbering>`;
    const item = p('甲', '<w:numPr><w:ilvl w:val="999999999"/><w:numId w:val="1"/></w:numPr>');
    const [text] = await blocksOf(item.repeat(100), { 'word/numbering.xml': numbering });
    expect(text?.length).toBeLessThan(100);
  });

  it('is chosen by content first', () => {
    expect(docxReader.accepts({ name: 'a.bin', bytes: good })).toBe(true);
    expect(docxReader.accepts({ name: 'a.xlsx', bytes: zipSync({ 'xl/workbook.xml': encode('x') }) })).toBe(
      false,
    );
    expect(docxReader.accepts({ name: 'a.docx', bytes: encode('text') })).toBe(true);
  });
});

describe('docx cell places', () => {
  it('name the block and the address on the grid; tables inside cells have the block only', async () => {
    const nested = `<w:tc>${tbl(tr(tc('内')))}${p('外')}</w:tc>`;
    const source = await read(
      docx(
        `${p('题')}${tbl(tr(tc('甲', '<w:gridSpan w:val="2"/>'), tc('乙')), tr(tc('丙'), tc('丁'), nested))}`,
      ),
    );
    const cells = source.blocks.flatMap((block) =>
      block.kind === 'grid' ? [...new Set(block.rows.flat())] : [],
    );
    expect(cells.map(({ text, place }) => [text, place.block, place.cell])).toEqual([
      ['甲', 1, 'A1'],
      ['乙', 1, 'C1'],
      ['丙', 1, 'A2'],
      ['丁', 1, 'B2'],
      ['外', 1, 'C2'],
      ['内', 1, undefined],
    ]);
  });
});
