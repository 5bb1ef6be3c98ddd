import type ExcelJS from 'exceljs';
import { describe, expect, it } from 'vitest';
import { readBytes, readBook, shown, grids, rawBook, addTable } from './readerFixture.ts';

describe('a sheet with a table', () => {
  it('gives title and unit lines as paragraphs, the table as a grid, notes below as paragraphs', async () => {
    const source = await readBook((book) => {
      const sheet = book.addWorksheet('收支总表');
      addTable(sheet, 1, '部门收支总表');
      sheet.getCell('A6').value = '注：本表反映总体情况。';
    });
    expect(source.blocks.map(shown)).toEqual([
      '部门收支总表',
      '部门名称：某局  单位：万元',
      [
        ['科目', '金额', '备注'],
        ['合计', '12.5', ''],
        ['教育', '12.5', '无'],
      ],
      '注：本表反映总体情况。',
    ]);
    expect(grids(source)[0]?.rows[1]?.[1]?.place).toEqual({ file: '表.xlsx', sheet: '收支总表', cell: 'B4' });
    const line = source.blocks[1];
    expect(line?.kind === 'paragraph' && line.spans.map((span) => span.place.cell)).toEqual(['A2', 'C2']);
  });

  it.each([1, 2, 3])('splits two tables %s blank rows apart', async (gap) => {
    const source = await readBook((book) => {
      const sheet = book.addWorksheet('Sheet1');
      addTable(sheet, 1, '表一 收入表');
      addTable(sheet, 6 + gap, '表二 支出表');
    });
    expect(source.blocks.map((block) => block.kind).join(' ')).toBe(
      'paragraph paragraph grid paragraph paragraph grid',
    );
  });

  it('splits tables that follow without a blank row at the title', async () => {
    const source = await readBook((book) => {
      const sheet = book.addWorksheet('Sheet1');
      addTable(sheet, 1, '收入表');
      addTable(sheet, 6, '支出表');
    });
    expect(grids(source).map((grid) => grid.rows.length)).toEqual([3, 3]);
  });

  it('keeps a blank row inside a table', async () => {
    const source = await readBook((book) => {
      const sheet = book.addWorksheet('Sheet1');
      addTable(sheet, 1, '收入表');
      sheet.getRow(7).values = ['本年收入合计', 12.5, ''];
    });
    expect(grids(source)).toHaveLength(1);
    expect(grids(source)[0]?.rows.map((row) => row[0]?.text)).toEqual([
      '科目',
      '合计',
      '教育',
      '',
      '本年收入合计',
    ]);
  });

  it('keeps several blank rows that are ruled, and a row with one text in the frame', async () => {
    const source = await readBook((book) => {
      const sheet = book.addWorksheet('Sheet1');
      addTable(sheet, 1, '收入表');
      sheet.getRow(10).values = ['一、本年收入'];
      sheet.getRow(11).values = ['收入总计', 12.5];
      for (let row = 3; row <= 11; row++) {
        for (let column = 1; column <= 3; column++) {
          sheet.getCell(row, column).border = { left: { style: 'thin' }, right: { style: 'thin' } };
        }
      }
    });
    expect(grids(source).map((grid) => grid.rows.length)).toEqual([9]);
  });

  it('names a sheet without title by its tab, but not by a default name', async () => {
    const table = (sheet: ExcelJS.Worksheet): void => {
      sheet.addRows([
        ['科目', '金额'],
        ['合计', 1],
      ]);
    };
    const source = await readBook((book) => {
      table(book.addWorksheet('三公经费表'));
      table(book.addWorksheet('Sheet2'));
    });
    expect(source.blocks.map((block) => (block.kind === 'grid' ? '#' : block.text))).toEqual([
      '三公经费表',
      '#',
      '#',
    ]);
  });

  it('reads a sheet of running text as paragraphs', async () => {
    const long = `${'这一段文字很长，'.repeat(10)}完。`;
    const source = await readBook((book) => {
      const sheet = book.addWorksheet('说明');
      sheet.addRow(['第一部分 概况']);
      sheet.addRow([`${long}\n  ${long}`]);
    });
    expect(source.blocks.map(shown)).toEqual(['第一部分 概况', long, long]);
  });
});

describe('merged cells', () => {
  it('stand as one object at every position', async () => {
    const source = await readBook((book) => {
      const sheet = book.addWorksheet('Sheet1');
      sheet.addRows([
        ['科目', '本年', '', '上年'],
        ['', '基本', '项目', ''],
        ['合计', 1, 2, 3],
      ]);
      sheet.mergeCells('A1:A2');
      sheet.mergeCells('B1:C1');
      sheet.mergeCells('D1:D2');
    });
    const rows = grids(source)[0]?.rows ?? [];
    expect(rows[0]?.[1]).toBe(rows[0]?.[2]);
    expect(rows[0]?.[0]).toBe(rows[1]?.[0]);
    expect(shown(source.blocks[0])).toEqual([
      ['科目', '本年', '本年', '上年'],
      ['科目', '基本', '项目', '上年'],
      ['合计', '1', '2', '3'],
    ]);
  });

  it('lose the columns that only serve the layout', async () => {
    const source = await readBook((book) => {
      const sheet = book.addWorksheet('Sheet1');
      sheet.addRows([
        ['科目', '', '', '金额'],
        ['合计', '', '', 5],
      ]);
      sheet.mergeCells('A1:C1');
      sheet.mergeCells('A2:B2');
    });
    expect(shown(source.blocks[0])).toEqual([
      ['科目', '金额'],
      ['合计', '5'],
    ]);
  });

  it('keep a head that reaches over a column of its own', async () => {
    const source = await readBook((book) => {
      const sheet = book.addWorksheet('Sheet1');
      sheet.addRows([
        ['项目', '', '金额'],
        ['2010101', '行政运行', 5],
        ['', '小计', 6],
      ]);
      sheet.mergeCells('A1:B1');
    });
    expect(shown(source.blocks[0])).toEqual([
      ['项目', '项目', '金额'],
      ['2010101', '行政运行', '5'],
      ['', '小计', '6'],
    ]);
  });

  it('hide the text under them', async () => {
    const cell = (name: string, text: string): string =>
      `<x:c r="${name}" t="inlineStr"><x:is><x:t>${text}</x:t></x:is></x:c>`;
    const source = await readBytes(
      rawBook(
        `<x:sheetData><x:row>${cell('A1', '甲')}${cell('B1', '藏')}${cell('C1', '乙')}</x:row><x:row>${cell('A2', '丙')}${cell('B2', '丁')}${cell('C2', '戊')}</x:row></x:sheetData><x:mergeCells><x:mergeCell ref="A1:B1"/></x:mergeCells>`,
      ),
    );
    expect(shown(source.blocks[0])).toEqual([
      ['甲', '甲', '乙'],
      ['丙', '丁', '戊'],
    ]);
  });
});

describe('hidden parts', () => {
  it('flags cells of hidden rows and columns, and notes them', async () => {
    const source = await readBook((book) => {
      const sheet = book.addWorksheet('Sheet1');
      sheet.addRows([
        ['科目', '内部码', '金额'],
        ['合计', 'x1', 1],
        ['教育', 'x2', 1],
      ]);
      sheet.getColumn(2).hidden = true;
      sheet.getRow(2).hidden = true;
    });
    const hidden = grids(source)[0]?.rows.map((row) =>
      row.map((cell) => (cell.hidden === true ? 'h' : '-')).join(''),
    );
    expect(hidden).toEqual(['-h-', 'hhh', '-h-']);
    expect(source.notes).toEqual([
      { code: 'hiddenCells', place: { file: '表.xlsx', sheet: 'Sheet1' }, detail: '2:2, B:B' },
    ]);
  });

  it('skips hidden sheets with a note', async () => {
    const source = await readBook((book) => {
      book.addWorksheet('Sheet1').addRows([
        ['科目', '金额'],
        ['合计', 1],
      ]);
      book.addWorksheet('代码表', { state: 'veryHidden' }).addRow(['秘']);
    });
    expect(JSON.stringify(source.blocks)).not.toContain('秘');
    expect(source.notes.map((note) => [note.code, note.detail])).toEqual([['hiddenCells', '代码表']]);
  });

  it("passes over a program's hidden field codes above the title", async () => {
    const source = await readBook((book) => {
      const sheet = book.addWorksheet('Sheet1');
      sheet.addRow(['KM', 'JE', 'BZ']);
      sheet.getRow(1).hidden = true;
      addTable(sheet, 2, '收入表');
    });
    expect(source.blocks.map((block) => block.kind)).toEqual(['paragraph', 'paragraph', 'grid']);
  });
});
