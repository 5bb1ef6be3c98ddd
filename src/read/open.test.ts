import ExcelJS from 'exceljs';
import { strToU8, zipSync } from 'fflate';
import iconv from 'iconv-lite';
import { utils, write as writeBook } from '@e965/xlsx';
import { describe, expect, it } from 'vitest';
import { readSource } from './open.ts';

const text = new TextEncoder();
const rows = [
  ['科目', '金额'],
  ['合计', '1'],
];
const html = '<html><table><tr><td>科目<td>金额<tr><td>合计<td>1</table>';

async function outcome(name: string, bytes: Uint8Array): Promise<unknown> {
  const result = await readSource({ name, bytes });
  if (!result.ok) return result.problem.code;
  const { format, blocks } = result.source;
  const grid = blocks.find((block) => block.kind === 'grid');
  return [format, grid?.rows.map((row) => row.map((cell) => cell.text))];
}

function library(
  bookType: 'biff8' | 'biff5' | 'xlml' | 'xlsb',
  content: readonly string[][] = rows,
): Uint8Array {
  const book = utils.book_new();
  utils.book_append_sheet(book, utils.aoa_to_sheet(content.map((row) => [...row])), 'Sheet1');
  return new Uint8Array(writeBook(book, { type: 'array', bookType }) as ArrayBuffer);
}

async function xlsx(): Promise<Uint8Array> {
  const book = new ExcelJS.Workbook();
  book.addWorksheet('Sheet1').addRows(rows);
  return new Uint8Array(await book.xlsx.writeBuffer());
}

describe('choosing a reader by the content', () => {
  it.each([
    ['a.txt', '科目\t金额\n合计\t1\n', 'text'],
    ['无后缀', '科目\t金额\n合计\t1\n', 'text'],
    ['a.csv', '科目,金额\n合计,1\n', 'csv'],
    ['a.xls', '科目\t金额\n合计\t1\n', 'csv'],
    ['a.html', html, 'html'],
    ['a.xls', html, 'html'],
    ['a.doc', html, 'html'],
    ['a.txt', html, 'html'],
  ])('%s with %j is read as %s', async (name, content, format) => {
    expect(await outcome(name, text.encode(content))).toEqual([format, rows]);
  });

  it.each(['biff8', 'xlml', 'xlsb'] as const)('a workbook of kind %s, called .xls', async (kind) => {
    expect(await outcome('a.xls', library(kind))).toEqual(['xlsx', rows]);
  });

  it('a workbook of Excel 95, whose text is in code page 936', async () => {
    const latin = Buffer.from(
      library('biff5', [
        ['AAAA', 'BBBB'],
        ['CCCC', '1'],
      ]),
    ).toString('latin1');
    const codePage = String.raw`\x42\x00\x02\x00[\s\S]{2}`;
    const patched = latin
      .replace(new RegExp(codePage), '\x42\0\x02\0\xa8\x03')
      .replace(/AAAA|BBBB|CCCC/g, (mark) =>
        iconv.encode({ A: '科目', B: '金额', C: '合计' }[mark.charAt(0)] ?? '', 'gbk').toString('latin1'),
      );
    expect(await outcome('a.xls', Buffer.from(patched, 'latin1'))).toEqual(['xlsx', rows]);
  });

  it.each(['a.xlsx', 'a.et', 'a.xls', 'a.docx'])('a workbook called %s', async (name) => {
    expect(await outcome(name, await xlsx())).toEqual(['xlsx', rows]);
  });

  it('HTML in UTF-16 and in GBK', async () => {
    expect(await outcome('a.xls', iconv.encode(html, 'utf-16le', { addBOM: true }))).toEqual(['html', rows]);
    expect(await outcome('a.xls', iconv.encode(html, 'gbk'))).toEqual(['html', rows]);
  });
});

describe('what none can read', () => {
  const zip = (name: string): Uint8Array => zipSync({ [name]: strToU8('x') });
  const bytesOf = (...head: number[]): Uint8Array =>
    Uint8Array.from([...head, ...new Array<number>(600).fill(3)]);
  it.each([
    ['a.txt', new Uint8Array(0), 'empty'],
    ['a.txt', bytesOf(0, 1, 2), 'binaryNoise'],
    ['a.docx', bytesOf(0, 1, 2), 'damaged'],
    ['a.exe', bytesOf(0x4d, 0x5a), 'wrongType'],
    ['a.json', text.encode('{}'), 'wrongType'],
    ['a.zip', zip('a.txt'), 'wrongType'],
    ['a.ofd', zip('OFD.xml'), 'wrongType'],
    ['a.jpg', bytesOf(0xff, 0xd8, 0xff, 0xe0), 'scanned'],
    ['a.pdf', bytesOf(0x89, 0x50, 0x4e, 0x47), 'scanned'],
    ['a.rar', text.encode('Rar!....'), 'wrongType'],
    ['a.xls', bytesOf(0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1), 'damaged'],
  ])('%s: %#', async (name, bytes, code) => {
    expect(await outcome(name, bytes)).toBe(code);
  });

  it('a file cut off is damaged, whatever its length', async () => {
    const whole = await xlsx();
    for (const share of [0.1, 0.5, 0.95]) {
      expect(await outcome('a.xlsx', whole.slice(0, Math.floor(whole.length * share)))).toBe('damaged');
    }
  });

  it('old workbooks that are cut off or altered never throw', async () => {
    const whole = library('biff8');
    for (let cut = 600; cut < whole.length; cut += 257) {
      const altered = whole.slice();
      altered[cut] = 255 - (altered[cut] ?? 0);
      await expect(outcome('a.bin', altered)).resolves.toBeDefined();
    }
  });
});
