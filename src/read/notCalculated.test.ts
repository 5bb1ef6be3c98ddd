import ExcelJS from 'exceljs';
import { expect, test, vi } from 'vitest';
import type { OfficeResult } from '../file/office.ts';
import { readSource } from './open.ts';

const office = vi.hoisted(() => ({ convertWithOffice: vi.fn<() => Promise<OfficeResult>>() }));
vi.mock('../file/office.ts', () => office);

/** A total as a formula; `result` is what a spreadsheet program would have stored. */
async function workbook(result?: number): Promise<Uint8Array> {
  const book = new ExcelJS.Workbook();
  const sheet = book.addWorksheet('表1');
  sheet.addRows([['科目', '金额'], ['教育', 3], ['合计']]);
  sheet.getCell('B3').value =
    result === undefined ? { formula: 'SUM(B2:B2)' } : { formula: 'SUM(B2:B2)', result };
  return new Uint8Array(await book.xlsx.writeBuffer());
}

test('formulas without results are calculated by the office suite, never read as blanks', async () => {
  office.convertWithOffice.mockResolvedValueOnce({ ok: true, bytes: await workbook(3) });
  const read = await readSource({ name: 'a.xlsx', bytes: await workbook() });
  const grid = read.ok ? read.source.blocks.find((block) => block.kind === 'grid') : undefined;
  expect(grid?.rows.at(-1)?.map(({ text }) => text)).toEqual(['合计', '3']);
});

test('without an office suite the sheet and its cells are named', async () => {
  office.convertWithOffice.mockResolvedValueOnce({ ok: false, problem: 'needsOffice' });
  const read = await readSource({ name: 'a.xlsx', bytes: await workbook() });
  expect(read).toEqual({ ok: false, problem: { code: 'notCalculated', detail: '表1 B3' } });
});
