import iconv from 'iconv-lite';
import { describe, expect, it } from 'vitest';
import type { Block } from '../model/source.ts';
import { textReader } from './text.ts';

const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);

/** Each block as "line: text" or "line: rows" with cells between bars. */
function shown(blocks: readonly Block[]): string[] {
  return blocks.map((block) => {
    const text =
      block.kind === 'grid'
        ? block.rows.map((row) => row.map((cell) => cell.text).join('|')).join(' / ')
        : block.text;
    return `${block.place.line ?? 0}: ${text}`;
  });
}

async function blocksOf(text: string | Uint8Array, name = 'a.txt'): Promise<string[]> {
  const result = await textReader.read({ name, bytes: typeof text === 'string' ? bytesOf(text) : text });
  if (!result.ok) throw new Error(result.problem.code);
  return shown(result.source.blocks);
}

async function problemOf(bytes: Uint8Array): Promise<string> {
  const result = await textReader.read({ name: 'a.txt', bytes });
  return result.ok ? 'ok' : result.problem.code;
}

describe('text reader', () => {
  it('makes one padded grid of consecutive tabbed lines', async () => {
    expect(await blocksOf('收支总表\r\n\r\n项目\t金额\t\r\n合计\t1.20\r\n注：无')).toEqual([
      '1: 收支总表',
      '3: 项目|金额| / 合计|1.20|',
      '5: 注：无',
    ]);
  });

  it('goes on with a grid over the blank lines and the number of a page break', async () => {
    const text = '项目\t金额\n甲\t1\n\n- 7 -\n\n乙\t2\n\n新的标题\n\n项目\t金额\n丙\t3';
    expect(await blocksOf(text)).toEqual([
      '1: 项目|金额 / 甲|1 / 乙|2',
      '8: 新的标题',
      '10: 项目|金额 / 丙|3',
    ]);
  });

  it('begins another grid where the first row stands again', async () => {
    expect(await blocksOf('项目\t金额\n甲\t1\n\n项目\t金额\n乙\t2')).toHaveLength(2);
  });

  it.each([
    ['a total before the gap', '项目\t金额\n合计\t1\n\n甲\t1\t2\t3', 2],
    ['a title after the gap', '项目\t金额\n甲\t1\n\n绩效表\t\t\t\n甲\t1\t2\t3', 2],
    ['neither', '项目\t金额\n甲\t1\n\n乙\t\t2\t3', 1],
  ])('a grid of another width after a gap: %s', async (_, text, grids) => {
    expect(await blocksOf(text)).toHaveLength(grids);
  });

  it('takes the lines of a contents list for paragraphs', async () => {
    const text = '目 录\n第一部分 概况\t1\n一、职责.....\t1\n\n第二部分 报表\t5\n\n办公费\t3\n印刷费\t12';
    const blocks = await blocksOf(text);
    expect(blocks.slice(0, 4)).toEqual([
      '1: 目 录',
      '2: 第一部分 概况\t1',
      '3: 一、职责.....\t1',
      '5: 第二部分 报表\t5',
    ]);
    expect(blocks.slice(4)).toEqual(['7: 办公费|3 / 印刷费|12']);
  });

  it('reads Markdown tables and headings', async () => {
    const text = '# 收支总表\n\n| 项目 | **金额** |\n|---|---:|\n| 甲\\|乙 | 1<br>2 |\n';
    expect(await blocksOf(text, 'a.md')).toEqual(['1: 收支总表', '3: 项目|金额 / 甲|乙|1\n2']);
    const result = await textReader.read({ name: 'a.md', bytes: bytesOf(text) });
    expect(result.ok && result.source.blocks[0]).toMatchObject({ heading: 1 });
  });

  it('takes off the quotes that a spreadsheet puts around cells', async () => {
    expect(await blocksOf('甲\t"1,234.00"\t"说""好"""')).toEqual(['1: 甲|1,234.00|说"好"']);
  });

  it('keeps page numbers apart', async () => {
    const result = await textReader.read({ name: 'a.txt', bytes: bytesOf('甲\n\n— 3 —\n\n乙\n\n12\n\n丙') });
    expect(result.ok && shown(result.source.margins)).toEqual(['3: — 3 —', '7: 12']);
    expect(result.ok && shown(result.source.blocks)).toEqual(['1: 甲', '5: 乙', '9: 丙']);
  });

  it('reads text of another language', async () => {
    expect(await blocksOf('Hello, world.\nBonjour à tous.')).toEqual([
      '1: Hello, world.',
      '2: Bonjour à tous.',
    ]);
  });
});

const simplified = '部门预算收支总表\n单位：万元\n一般公共预算拨款收入\t18.50\n合计\t18.50\n';
const traditional = '部門預算收支總表\n單位：萬元\n一般公共預算撥款收入\t18.50\n合計\t18.50\n';
const mark = (...bytes: number[]): Uint8Array => Uint8Array.from(bytes);
const joined = (...parts: Uint8Array[]): Uint8Array => Buffer.concat(parts);

describe('encodings', () => {
  it.each([
    ['utf-8', simplified, bytesOf(simplified)],
    ['utf-8 with mark', simplified, joined(mark(0xef, 0xbb, 0xbf), bytesOf(simplified))],
    ['utf-16le', simplified, iconv.encode(simplified, 'utf-16le')],
    ['utf-16le with mark', simplified, joined(mark(0xff, 0xfe), iconv.encode(simplified, 'utf-16le'))],
    ['utf-16be', simplified, iconv.encode(simplified, 'utf-16be')],
    ['utf-16be with mark', simplified, joined(mark(0xfe, 0xff), iconv.encode(simplified, 'utf-16be'))],
    ['utf-16le without ASCII', '一般公共预算收入', iconv.encode('一般公共预算收入', 'utf-16le')],
    ['gb18030', simplified, iconv.encode(simplified, 'gb18030')],
    ['gb18030, four bytes', `${simplified}㑇𠀀`, iconv.encode(`${simplified}㑇𠀀`, 'gb18030')],
    ['gb2312', simplified, iconv.encode(simplified, 'gb2312')],
    ['big5', traditional, iconv.encode(traditional, 'big5')],
    ['a short gbk label', '合计\t1', iconv.encode('合计\t1', 'gbk')],
  ])('%s', async (_, text, bytes) => {
    expect(await blocksOf(bytes)).toEqual(await blocksOf(text));
  });

  it('notes bytes that belong to no character', async () => {
    const bytes = joined(bytesOf(simplified), mark(0xe4, 0xb8), bytesOf(simplified.repeat(3)));
    const result = await textReader.read({ name: 'a.txt', bytes });
    expect(result.ok && result.source.notes).toMatchObject([{ code: 'lossyEncoding', detail: 'utf-8' }]);
  });
});

describe('bad text', () => {
  const noise = Uint8Array.from(
    { length: 50_000 },
    (_, index) => (Math.imul(index + 1, 2654435761) >>> 13) & 0xff,
  );
  it.each([
    ['no bytes', new Uint8Array(), 'empty'],
    ['only a mark', mark(0xef, 0xbb, 0xbf), 'empty'],
    ['only white space', bytesOf(' \r\n\t\n　\n'), 'empty'],
    ['noise', noise, 'binaryNoise'],
    ['noise behind a mark', joined(mark(0xff, 0xfe), noise), 'binaryNoise'],
    ['zeros', new Uint8Array(1000), 'binaryNoise'],
    ['text with many zeros', bytesOf('甲\u0000\u0000\u0000乙\u0000'.repeat(50)), 'binaryNoise'],
    ['too many lines', bytesOf('a\n'.repeat(500_000)), 'tooComplex'],
    ['millions of tabs', bytesOf(`甲${'\t'.repeat(30_000_000)}`), 'tooComplex'],
    ['a row of tabs', bytesOf(`${'\t'.repeat(500_000)}a\n${'b\t\n'.repeat(10)}`), 'tooComplex'],
  ])('%s', async (_, bytes, problem) => {
    expect(await problemOf(bytes)).toBe(problem);
  });

  it('refuses 200 MB at once', async () => {
    const bytes = new Uint8Array(200 * 1024 * 1024);
    expect(await problemOf(bytes)).toBe('tooLarge');
  });

  it.each([
    ['dots and a tab', `${'.'.repeat(2_000_000)}\tx`],
    ['spaces', `甲\t${' '.repeat(2_000_000)}1x`],
    ['asterisks', '*'.repeat(1_000_000)],
    ['bars', '|'.repeat(200_000)],
  ])('comes to an end over %s', async (_, text) => {
    const result = await textReader.read({ name: 'a.md', bytes: bytesOf(text) });
    expect(result.ok ? 'read' : result.problem.code).toMatch(/^(?:read|empty|tooComplex)$/);
  });

  it('leaves files of other formats to their readers', () => {
    expect(textReader.accepts({ name: 'a.txt', bytes: bytesOf('%PDF-1.7') })).toBe(false);
    expect(textReader.accepts({ name: 'a.txt', bytes: new Uint8Array() })).toBe(true);
    expect(textReader.accepts({ name: 'a.pdf', bytes: bytesOf('text') })).toBe(false);
  });
});
