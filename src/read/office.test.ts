import ExcelJS from 'exceljs';
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { convertWithOffice, findOffice } from '../file/office.ts';
import { writeByOffice } from '../file/officeFixture.ts';
import type { Block, SourceDocument } from '../model/source.ts';
import { docxReader } from './docx/reader.ts';
import { officeReader } from './office.ts';
import type { Reader } from './reader.ts';
import { xlsReader } from './xls.ts';
import { xlsxReader } from './xlsx/reader.ts';

const office = findOffice();
const reader = officeReader({
  docx: () => Promise.resolve(docxReader),
  xlsx: () => Promise.resolve(xlsxReader),
});

async function readWith(used: Reader, name: string, bytes: Uint8Array): Promise<SourceDocument> {
  const result = await used.read({ name, bytes });
  if (!result.ok) throw new Error(`${result.problem.code} ${result.problem.detail ?? ''}`);
  return result.source;
}

function shown(block: Block): unknown {
  return block.kind === 'grid' ? block.rows.map((row) => row.map((cell) => cell.text)) : block.text;
}

/** A small workbook with everything that formats store differently. */
async function workbook(): Promise<Uint8Array> {
  const book = new ExcelJS.Workbook();
  const sheet = book.addWorksheet('收支总表');
  sheet.addRows([
    ['部门收支总表', '', '', ''],
    ['', '', '', '单位：万元'],
    ['科目', '金额', '', '日期'],
    ['', '基本', '内部', ''],
    ['合计', 187355000, 'x', new Date(Date.UTC(2026, 0, 15))],
    ['教育', { formula: 'B5/2', result: 93677500 }, 'y', '无'],
  ]);
  for (const range of ['A1:D1', 'A3:A4', 'B3:C3', 'D3:D4']) sheet.mergeCells(range);
  sheet.getCell('B5').numFmt = '0.00,,';
  sheet.getCell('B6').numFmt = '#,##0.00';
  sheet.getCell('D5').numFmt = 'yyyy"年"m"月"d"日"';
  sheet.getColumn(3).hidden = true;
  book.addWorksheet('藏', { state: 'hidden' }).addRow(['秘']);
  return new Uint8Array(await book.xlsx.writeBuffer());
}

const expected = [
  '部门收支总表',
  '单位：万元',
  [
    ['科目', '金额', '金额', '日期'],
    ['科目', '基本', '内部', '日期'],
    ['合计', '187.36', 'x', '2026年1月15日'],
    ['教育', '93,677,500.00', 'y', '无'],
  ],
];

describe.skipIf(office === undefined)('files of LibreOffice (skipped when it is not installed)', () => {
  let folder = '';
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'mingsuan-test-'));
  });
  afterAll(() => {
    rmSync(folder, { recursive: true, force: true });
  });

  it('reads the same workbook alike from .xlsx, .xls and .ods', async () => {
    const xlsx = await workbook();
    const direct = await readWith(xlsxReader, 'a.xlsx', xlsx);
    expect(direct.blocks.map(shown)).toEqual(expected);
    const xls = writeByOffice(folder, xlsx, 'xlsx', 'xls:MS Excel 97');
    const old = await readWith(xlsReader, 'a.xls', xls);
    expect(old.blocks.map(shown)).toEqual(expected);
    expect(old.notes.map((note) => note.code)).toEqual(['hiddenCells', 'hiddenCells']);
    const ods = await readWith(reader, 'a.ods', writeByOffice(folder, xlsx, 'xlsx', 'ods'));
    expect(ods.blocks.map(shown)).toEqual(expected);
    expect(ods.notes[0]).toEqual({
      code: 'convertedByOffice',
      place: { file: 'a.ods' },
      detail: 'LibreOffice',
    });
    expect(ods.blocks[2]?.place).toEqual({ file: 'a.ods', sheet: '收支总表', cell: 'A3' });
  });

  it.each(['doc:MS Word 97', 'odt', 'rtf'])('reads a document from %s', async (format) => {
    const html =
      '<h1>部门预算</h1><p>一、收入情况</p><table border=1><tr><td>科目<td>金额<tr><td>合计<td>1.00</table>';
    const made = writeByOffice(folder, new TextEncoder().encode(html), 'html', format, 'HTML (StarWriter)');
    const ending = format.split(':')[0] ?? '';
    const source = await readWith(reader, `旧/a.${ending}`, made);
    const texts = source.blocks.map(shown).filter((text) => text !== '');
    expect(texts).toEqual([
      '部门预算',
      '一、收入情况',
      [
        ['科目', '金额'],
        ['合计', '1.00'],
      ],
    ]);
    expect(source.blocks[0]?.place.file).toBe(`旧/a.${ending}`);
  });

  it('fails on what LibreOffice cannot load', async () => {
    const bytes = new Uint8Array(5000).fill(7);
    bytes.set([0x50, 0x4b, 3, 4]);
    const result = await reader.read({ name: 'a.odt', bytes });
    expect(result).toMatchObject({ ok: false });
  });
});

describe('the office program', () => {
  it('is asked for when it is missing', async () => {
    const before = process.env['PATH'];
    const result = await officeReader(
      { docx: () => Promise.resolve(docxReader), xlsx: () => Promise.resolve(xlsxReader) },
      { program: join(tmpdir(), 'no-such-program') },
    ).read({ name: 'a.doc', bytes: new Uint8Array([1]) });
    expect(result).toMatchObject({ ok: false, problem: { code: 'officeFailed' } });
    expect(process.env['PATH']).toBe(before);
  });

  it.skipIf(process.platform === 'win32')(
    'is killed with its children after the timeout, and its folder removed',
    async () => {
      const folder = mkdtempSync(join(tmpdir(), 'mingsuan-test-'));
      const program = join(folder, 'slow');
      writeFileSync(program, '#!/bin/sh\nsleep 61 & sleep 61\n', { mode: 0o755 });
      const left = (): number =>
        readdirSync(tmpdir()).filter((name) => name.startsWith('mingsuan-office-')).length;
      const before = left();
      const result = await convertWithOffice(new Uint8Array([1]), 'doc', 'docx', {
        program,
        timeoutSeconds: 1,
      });
      expect(result).toEqual({ ok: false, problem: 'officeFailed', detail: '1 s' });
      expect(left()).toBeLessThanOrEqual(before);
      rmSync(folder, { recursive: true, force: true });
    },
  );

  it('is not started for a file with a password', async () => {
    const bytes = new Uint8Array(2048);
    bytes.set([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]);
    const view = new DataView(bytes.buffer);
    view.setUint16(30, 9, true);
    view.setUint32(48, 0, true);
    const name = 'EncryptedPackage';
    for (let i = 0; i < name.length; i++) view.setUint16(512 + 2 * i, name.charCodeAt(i), true);
    view.setUint16(512 + 64, 2 * name.length + 2, true);
    view.setUint8(512 + 66, 2);
    expect(await reader.read({ name: 'a.doc', bytes })).toEqual({
      ok: false,
      problem: { code: 'encrypted' },
    });
  });
});
