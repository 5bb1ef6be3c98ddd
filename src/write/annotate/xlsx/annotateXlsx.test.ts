import exceljs from 'exceljs';
import { unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import type { Place } from '../../../model/place.ts';
import type { Mark } from '../marks.ts';
import { annotateXlsx } from './annotateXlsx.ts';

function mark(place: Partial<Place>, note = '写作 5，应为 6', severity: Mark['severity'] = 'error'): Mark {
  return {
    correction: null,
    quotes: [],
    reported: '5',
    severity,
    note,
    rule: null,
    place: { file: 'a.xlsx', ...place },
  };
}

async function workbook(fill: (book: exceljs.Workbook) => void): Promise<Uint8Array> {
  const book = new exceljs.Workbook();
  fill(book);
  return new Uint8Array(await book.xlsx.writeBuffer());
}

async function annotated(bytes: Uint8Array, marks: readonly Mark[]): Promise<exceljs.Workbook> {
  const copy = annotateXlsx(bytes, marks);
  if (copy === undefined) throw new Error('not annotated');
  const book = new exceljs.Workbook();
  await book.xlsx.load(Buffer.from(copy.bytes) as unknown as ArrayBuffer);
  return book;
}

function noteAt(book: exceljs.Workbook, sheet: string, address: string): string {
  const note = book.getWorksheet(sheet)?.getCell(address).note;
  return typeof note === 'string' ? note : (note?.texts ?? []).map(({ text }) => text).join('');
}

function colorAt(book: exceljs.Workbook, sheet: string, address: string): string | undefined {
  const fill = book.getWorksheet(sheet)?.getCell(address).fill;
  return fill?.type === 'pattern' ? fill.fgColor?.argb : undefined;
}

const plain = workbook((book) => {
  const sheet = book.addWorksheet('表1');
  sheet.getCell('B2').value = 5;
  sheet.getCell('B2').numFmt = '0.00';
  sheet.getCell('B2').font = { bold: true };
  sheet.getCell('D2').value = 7;
  sheet.getCell('A5').value = '合计';
  book.addWorksheet('表2').getCell('A1').value = '题';
});

describe('annotated xlsx', () => {
  it('puts a note and a fill on the very cell and keeps its format', async () => {
    const book = await annotated(await plain, [mark({ sheet: '表1', cell: 'B2' })]);
    const cell = book.getWorksheet('表1')?.getCell('B2');
    expect([noteAt(book, '表1', 'B2'), colorAt(book, '表1', 'B2')]).toEqual(['写作 5，应为 6', 'FFFF9999']);
    expect([cell?.value, cell?.numFmt, cell?.font.bold]).toEqual([5, '0.00', true]);
    expect(colorAt(book, '表1', 'D2')).toBeUndefined();
  });

  it('counts formats with and without content: the fill is on the cell and the format is its own', async () => {
    const bytes = await workbook((book) => {
      const sheet = book.addWorksheet('表1');
      sheet.getCell('B2').value = 5;
      sheet.getCell('B2').numFmt = '0.0';
      sheet.getCell('C2').value = 6;
      sheet.getCell('C2').numFmt = '0.00';
      sheet.getCell('C2').alignment = { horizontal: 'right' };
    });
    const cell = (await annotated(bytes, [mark({ sheet: '表1', cell: 'C2' })]))
      .getWorksheet('表1')
      ?.getCell('C2');
    expect([cell?.numFmt, cell?.alignment.horizontal]).toEqual(['0.00', 'right']);
    expect(cell?.fill).toMatchObject({ fgColor: { argb: 'FFFF9999' } });
  });

  it.each(['C2', 'B4', 'A9', 'A5'])('also on a cell that the sheet may not hold: %s', async (address) => {
    const book = await annotated(await plain, [mark({ sheet: '表1', cell: address }, '缺', 'warning')]);
    expect([noteAt(book, '表1', address), colorAt(book, '表1', address)]).toEqual(['缺', 'FFFFE066']);
    expect(book.getWorksheet('表1')?.getCell('D2').value).toBe(7);
  });

  it('findings on one cell share a note, with the colour of the gravest', async () => {
    const place = { sheet: '表1', cell: 'B2' };
    const book = await annotated(await plain, [mark(place, '其一', 'info'), mark(place, '其二')]);
    expect([noteAt(book, '表1', 'B2'), colorAt(book, '表1', 'B2')]).toEqual(['其一\n\n其二', 'FFFF9999']);
  });

  it('a mark without a cell stands on the first cell of its sheet, without a sheet on the first', async () => {
    const book = await annotated(await plain, [mark({ sheet: '表2' }, '甲'), mark({}, '乙')]);
    expect([noteAt(book, '表2', 'A1'), noteAt(book, '表1', 'A1')]).toEqual(['甲', '乙']);
  });

  it('keeps notes that are there', async () => {
    const bytes = await workbook((book) => {
      const sheet = book.addWorksheet('表1');
      for (const address of ['A1', 'B2']) {
        sheet.getCell(address).value = 5;
        sheet.getCell(address).note = '原注';
      }
    });
    const book = await annotated(bytes, [
      mark({ sheet: '表1', cell: 'B2' }, '新'),
      mark({ sheet: '表1', cell: 'C3' }, '又'),
    ]);
    expect(['A1', 'B2', 'C3'].map((address) => noteAt(book, '表1', address))).toEqual([
      '原注',
      '原注\n新',
      '又',
    ]);
  });

  it('keeps every part that is not concerned, and is the same on every run', async () => {
    const bytes = await plain;
    const copy = annotateXlsx(bytes, [mark({ sheet: '表1', cell: 'B2' }, '<x>&')]);
    const [before, after] = [unzipSync(bytes), unzipSync(copy?.bytes ?? new Uint8Array())];
    const changed = Object.keys(before).filter(
      (name) => !Buffer.from(before[name] ?? []).equals(Buffer.from(after[name] ?? [])),
    );
    expect(changed.sort()).toEqual(['[Content_Types].xml', 'xl/styles.xml', 'xl/worksheets/sheet1.xml']);
    expect(annotateXlsx(bytes, [mark({ sheet: '表1', cell: 'B2' }, '<x>&')])?.bytes).toEqual(copy?.bytes);
  });

  it('does not open what is no workbook', () => {
    expect(annotateXlsx(new Uint8Array([1, 2]), [])).toBeUndefined();
  });
});
