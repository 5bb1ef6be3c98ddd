import ExcelJS from 'exceljs';
import { strToU8, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import type { Block, Grid, SourceDocument } from '../../model/source.ts';
import { xlsxReader } from './reader.ts';

type Build = (book: ExcelJS.Workbook) => void;

async function written(build: Build): Promise<Uint8Array> {
  const book = new ExcelJS.Workbook();
  build(book);
  return new Uint8Array(await book.xlsx.writeBuffer());
}

async function readBytes(bytes: Uint8Array): Promise<SourceDocument> {
  const result = await xlsxReader.read({ name: '表.xlsx', bytes });
  if (!result.ok) throw new Error(result.problem.code);
  return result.source;
}

async function readBook(build: Build): Promise<SourceDocument> {
  return readBytes(await written(build));
}

function shown(block: Block | undefined): unknown {
  return block?.kind === 'grid' ? block.rows.map((row) => row.map((cell) => cell.text)) : block?.text;
}

function grids(source: SourceDocument): Grid[] {
  return source.blocks.filter((block) => block.kind === 'grid');
}

/** A workbook of one sheet from the XML inside its `worksheet` element. */
function rawBook(sheet: string, parts: Readonly<Record<string, string>> = {}): Uint8Array {
  const links = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
  const all: Record<string, string> = {
    '_rels/.rels': `<Relationships><Relationship Id="r1" Type="${links}/officeDocument" Target="/xl/workbook.xml"/></Relationships>`,
    'xl/workbook.xml': `<x:workbook xmlns:q="${links}"><x:sheets><x:sheet name="Sheet1" sheetId="1" q:id="r1"/></x:sheets></x:workbook>`,
    'xl/_rels/workbook.xml.rels': `<Relationships><Relationship Id="r1" Type="${links}/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="r2" Type="${links}/sharedStrings" Target="sharedStrings.xml"/></Relationships>`,
    'xl/worksheets/sheet1.xml': `<x:worksheet>${sheet}</x:worksheet>`,
    ...parts,
  };
  return zipSync(Object.fromEntries(Object.entries(all).map(([name, text]) => [name, strToU8(text)])));
}

function addTable(sheet: ExcelJS.Worksheet, top: number, title: string): void {
  sheet.getCell(top, 1).value = title;
  sheet.mergeCells(top, 1, top, 3);
  sheet.getCell(top + 1, 1).value = '部门名称：某局';
  sheet.getCell(top + 1, 3).value = '单位：万元';
  sheet.getRow(top + 2).values = ['科目', '金额', '备注'];
  sheet.getRow(top + 3).values = ['合计', 12.5, ''];
  sheet.getRow(top + 4).values = ['教育', 12.5, '无'];
}

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
