import type ExcelJS from 'exceljs';
import { describe, expect, it } from 'vitest';
import { written, readBytes, readBook, shown, grids, rawBook } from './readerFixture.ts';
import { xlsxReader } from './reader.ts';

describe('values', () => {
  it('shows numbers, dates, results, errors and rich text as the program does', async () => {
    const source = await readBook((book) => {
      const sheet = book.addWorksheet('Sheet1');
      sheet.addRow(['数', '式']);
      const put = (value: ExcelJS.CellValue, numFmt?: string): void => {
        const row = sheet.addRow([value, '×']);
        if (numFmt !== undefined) row.getCell(1).numFmt = numFmt;
      };
      put(1234.5, '#,##0.00');
      put(187355000, '0!.0,');
      put(18735.500000000004);
      put('1,234.50');
      put({ formula: 'SUM(A2:A3)', result: 7.25 });
      put({ formula: 'A9', result: '文字' });
      put({ error: '#REF!' });
      put({ richText: [{ text: '合' }, { text: '计', font: { bold: true } }] });
      put(new Date(Date.UTC(2026, 0, 15)), 'yyyy"年"m"月"d"日"');
      put(true);
      put('  一、 \n 二 ');
    });
    expect(
      grids(source)[0]
        ?.rows.slice(1)
        .map((row) => row[0]?.text),
    ).toEqual([
      '1,234.50',
      '18735.5',
      '18735.5',
      '1,234.50',
      '7.25',
      '文字',
      '#REF!',
      '合计',
      '2026年1月15日',
      'TRUE',
      '一、\n二',
    ]);
  });

  it('notes formulas without a stored result and leaves their cells blank', async () => {
    const source = await readBook((book) => {
      const sheet = book.addWorksheet('Sheet1');
      sheet.addRow(['科目', '金额']);
      sheet.addRow(['合计', { formula: 'SUM(B3:B9)' }]);
    });
    expect(grids(source)[0]?.rows[1]?.[1]?.text).toBe('');
    expect(source.notes).toEqual([
      { code: 'formulaWithoutResult', place: { file: '表.xlsx', sheet: 'Sheet1', cell: 'B2' }, detail: 'B2' },
    ]);
  });

  it('leaves zeros blank in a sheet that does not show them', async () => {
    const source = await readBook((book) => {
      const sheet = book.addWorksheet('Sheet1', { views: [{ showRuler: true }] });
      sheet.addRows([
        ['科目', '金额', '备注'],
        ['合计', 0, '无'],
      ]);
    });
    expect(grids(source)[0]?.rows[1]?.[1]?.text).toBe('0');
    const quiet = await readBytes(
      rawBook(
        '<x:sheetViews><x:sheetView showZeros="0"/></x:sheetViews><x:sheetData><x:row><x:c><x:v>5</x:v></x:c><x:c><x:v>6</x:v></x:c></x:row><x:row><x:c><x:v>0</x:v></x:c><x:c><x:v>7</x:v></x:c></x:row></x:sheetData>',
      ),
    );
    expect(shown(quiet.blocks[0])).toEqual([
      ['5', '6'],
      ['', '7'],
    ]);
  });

  it('leaves out phonetic readings and resolves escaped characters', async () => {
    const source = await readBytes(
      rawBook('<x:sheetData><x:row><x:c t="s"><x:v>0</x:v></x:c></x:row></x:sheetData>', {
        'xl/SHAREDSTRINGS.xml':
          '<sst><si><r><t>部</t></r><r><t xml:space="preserve">门_x000D_</t></r><rPh><t>bm</t></rPh></si></sst>',
      }),
    );
    expect(source.blocks.map(shown)).toEqual(['部门']);
  });
});

describe('guards', () => {
  it('reads three cells in the corners of the largest sheet at once', async () => {
    const cell = (name: string): string =>
      `<x:row r="${name.replace(/\D/g, '')}"><x:c r="${name}"><x:v>1</x:v></x:c></x:row>`;
    const source = await readBytes(
      rawBook(
        `<x:sheetData>${cell('A1')}${cell('XFD500000')}${cell('C1048576')}</x:sheetData><x:mergeCells><x:mergeCell ref="A1:XFD1048576"/></x:mergeCells>`,
      ),
    );
    expect(source.blocks.length).toBeGreaterThan(0);
  });

  it('refuses a diagonal that would make a grid of a hundred million cells', async () => {
    const rows = Array.from(
      { length: 12_000 },
      (_, i) =>
        `<x:row r="${i + 1}"><x:c r="${columnAt(i)}${i + 1}"><x:v>1</x:v></x:c><x:c r="${columnAt(i + 1)}${i + 1}"><x:v>1</x:v></x:c></x:row>`,
    );
    const result = await xlsxReader.read({
      name: 'd.xlsx',
      bytes: rawBook(`<x:sheetData>${rows.join('')}</x:sheetData>`),
    });
    expect(result).toEqual({ ok: false, problem: { code: 'tooComplex' } });
  });

  it('calls a file that is cut off or not well-formed damaged', async () => {
    const whole = await written((book) => book.addWorksheet('S').addRow([1, 2]));
    for (const share of [0.2, 0.5, 0.9, 0.99]) {
      const bytes = whole.slice(0, Math.floor(whole.length * share));
      expect(await xlsxReader.read({ name: 'a.xlsx', bytes })).toMatchObject({
        ok: false,
        problem: { code: 'damaged' },
      });
    }
    expect(await xlsxReader.read({ name: 'a.xlsx', bytes: rawBook('<x:sheetData><x:row>') })).toMatchObject({
      problem: { code: 'damaged' },
    });
  });

  it('does not inflate a bomb', async () => {
    const bytes = rawBook(`<x:sheetData>${' '.repeat(40_000_000)}</x:sheetData>`);
    expect(await xlsxReader.read({ name: 'a.xlsx', bytes })).toMatchObject({
      ok: false,
      problem: { code: 'bomb' },
    });
  });
});

function columnAt(index: number): string {
  let name = '';
  for (let rest = index + 1; rest > 0; rest = Math.floor((rest - 1) / 26)) {
    name = String.fromCharCode(65 + ((rest - 1) % 26)) + name;
  }
  return name;
}
