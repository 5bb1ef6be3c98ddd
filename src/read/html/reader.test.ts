import iconv from 'iconv-lite';
import { describe, expect, it } from 'vitest';
import type { SourceDocument } from '../../model/source.ts';
import { isHtml } from '../sniff.ts';
import { htmlReader } from './reader.ts';

async function read(content: string | Uint8Array, name = 'a.html'): Promise<SourceDocument> {
  const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content;
  const result = await htmlReader.read({ name, bytes });
  if (!result.ok) throw new Error(result.problem.code);
  return result.source;
}

async function shown(content: string | Uint8Array): Promise<unknown[]> {
  const { blocks } = await read(content);
  return blocks.map((block) =>
    block.kind === 'grid' ? block.rows.map((row) => row.map(({ text }) => text)) : block.text,
  );
}

const table = '<table><tr><td>科目<td>金额<tr><td>合计<td>1</table>';
const grid = [
  ['科目', '金额'],
  ['合计', '1'],
];

describe('the text of a page', () => {
  it('gives headings and paragraphs, without scripts, styles, menus and invisible parts', async () => {
    const source = await read(
      '<html><head><title>题</title><style>p{}</style></head><body><nav>菜单</nav><script>x</script>' +
        '<h1>部门<br>预算</h1><p>一、收入&nbsp;&nbsp;情况<p style="display: none">藏<div>甲<br>乙<b>丙</b></div></body>',
    );
    expect(source.blocks.map((block) => block.kind === 'paragraph' && [block.text, block.heading])).toEqual([
      ['部门预算', 1],
      ['一、收入  情况', undefined],
      ['甲', undefined],
      ['乙丙', undefined],
    ]);
    expect(source.blocks.map((block) => block.place.block)).toEqual([0, 1, 2, 3]);
  });

  it('joins Chinese lines that the source breaks, and keeps spaces between words', async () => {
    expect(await shown('<p>预算\n  收入\nand\nmore</p>')).toEqual(['预算收入 and more']);
  });

  it('numbers ordered lists and keeps the lines of preformatted text', async () => {
    expect(await shown('<ol start=3><li>甲<li>乙</ol><pre>一\n二</pre>')).toEqual([
      '3.甲',
      '4.乙',
      '一',
      '二',
    ]);
  });

  it.each(['gb2312', 'gbk', 'big5', 'utf-8'])('decodes a page that declares %s', async (charset) => {
    const html = `<meta charset="${charset}"><p>部門預算</p>`;
    expect(await shown(iconv.encode(html, charset === 'gb2312' ? 'gbk' : charset))).toEqual(['部門預算']);
  });
});

describe('tables of a page', () => {
  it('keeps spans as one cell, and takes title rows out of a saved sheet', async () => {
    const source = await read(
      '<table><tr><td colspan=3>收支表</td></tr><tr><td></td><td></td><td>单位：万元</td></tr>' +
        '<tr><th rowspan=2>科目<th colspan=2>金额</tr><tr><th>基本<th>项目</tr><tr><td>合<br>计<td>1<td>2</tr></table>',
      'a.xls',
    );
    expect(source.blocks.map((block) => block.kind)).toEqual(['paragraph', 'paragraph', 'grid']);
    const last = source.blocks[2];
    const rows = last?.kind === 'grid' ? last.rows : [];
    expect(rows.map((row) => row.map((cell) => cell.text))).toEqual([
      ['科目', '金额', '金额'],
      ['科目', '基本', '项目'],
      ['合\n计', '1', '2'],
    ]);
    expect(rows[0]?.[0]).toBe(rows[1]?.[0]);
    expect(rows[2]?.[1]?.place).toEqual({ file: 'a.xls', block: 0, cell: 'B5' });
  });

  it('keeps all rows and columns of a table of a page', async () => {
    expect(
      await shown('<table><tr><td colspan=3>收支表<tr><td>科目<td>金额<td><tr><td>合计<td>1<td></table>'),
    ).toEqual([
      [
        ['收支表', '收支表', '收支表'],
        ['科目', '金额', ''],
        ['合计', '1', ''],
      ],
    ]);
  });

  it('walks through tables that only place things', async () => {
    expect(await shown(`<table><tr><td>左<td><p>前文</p>${table}</table>`)).toEqual(['左', '前文', grid]);
    expect(await shown(`<table><tr><td>${table}</td></tr></table>`)).toEqual([grid]);
  });

  it('gives a small table inside a cell after its table', async () => {
    const inner = '<table><tr><td>a<td>b<tr><td>c<td>d</table>';
    const outer = `<table><tr><td>项目名称很长<td>金额一千<tr><td>合计的名称也长<td>${inner}</table>`;
    expect(await shown(outer)).toEqual([
      [
        ['项目名称很长', '金额一千'],
        ['合计的名称也长', 'a\nb\nc\nd'],
      ],
      [
        ['a', 'b'],
        ['c', 'd'],
      ],
    ]);
  });

  it('flags hidden rows and columns', async () => {
    const source = await read(
      '<table><col><col style="display:none"><tr><td>甲<td>乙<td>丙<tr hidden><td>丁<td>戊<td>己<tr><td>庚<td>辛<td>壬</table>',
    );
    const [first] = source.blocks;
    const marks =
      first?.kind === 'grid' ? first.rows.map((row) => row.map((cell) => cell.hidden === true)) : [];
    expect(marks).toEqual([
      [false, true, false],
      [true, true, true],
      [false, true, false],
    ]);
    expect(source.notes).toEqual([{ code: 'hiddenCells', place: { file: 'a.html' } }]);
  });
});

describe('guards', () => {
  it.each([
    ['nesting', '<div>'.repeat(100_000)],
    ['formatting', Array.from({ length: 20_000 }, (_, i) => `<font size=${i}><p>`).join('')],
    ['spans', `<table>${'<tr><td colspan=1000 rowspan=65000>x'.repeat(20_000)}</table>`],
    ['nested tables', '<table><tr><td>x<td>'.repeat(20_000)],
  ])('bounds %s', async (_, html) => {
    const result = await htmlReader.read({ name: 'a.html', bytes: new TextEncoder().encode(html) });
    expect(result.ok ? 'read' : result.problem.code).toMatch(/^(?:read|empty|tooComplex)$/);
  });

  it.each([
    ['<table><tr>', true],
    ['\uFEFF<!DOCTYPE html>', true],
    ['<?xml version="1.0"?><html xmlns="x">', true],
    ['<?xml version="1.0"?><Workbook>', false],
    ['部门预算', false],
  ])('tells whether %s is HTML: %s', (text, expected) => {
    expect(isHtml(new TextEncoder().encode(text))).toBe(expected);
  });
});
