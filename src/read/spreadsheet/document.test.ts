import { describe, expect, it } from 'vitest';
import type { Disclosure } from '../../model/disclosure.ts';
import { recognise } from '../recognise/recognise.ts';
import { sheetsContent } from './document.ts';
import type { Sheet } from './sheet.ts';

/** A sheet of rows; a row that begins with # is hidden. */
function sheetOf(name: string, rows: readonly (readonly string[])[]): Sheet {
  const filled = rows.map((row) => row.map((text) => text.replace(/^#/, '')));
  const hidden = rows.flatMap(([first], r) => (first?.startsWith('#') === true ? [r] : []));
  return {
    name,
    rows: new Map(filled.map((row, r) => [r, new Map([...row.entries()].filter(([, text]) => text !== ''))])),
    merges: [],
    hiddenRows: new Set(hidden),
    hiddenColumns: [],
  };
}

function disclosed(...sheets: readonly Sheet[]): Disclosure {
  const content = sheetsContent('books.xlsx', sheets);
  return recognise({ file: 'books.xlsx', format: 'xlsx', margins: [], blocks: [], notes: [], ...content });
}

const expenditure = [
  ['科目编码', '科目名称', '合计', '基本支出', '项目支出'],
  ['', '合计', '100.00', '60.00', '40.00'],
  ['213', '农林水支出', '100.00', '60.00', '40.00'],
];
const expenses = [
  ['合计', '因公出国（境）费', '公务接待费'],
  ['3.00', '', '3.00'],
];

describe('sheets', () => {
  it('without a title are named by their tab, below a line that gives the unit only', () => {
    const disclosure = disclosed(
      sheetOf('封面', [['2027年青山市水务局部门预算']]),
      sheetOf('3 支出总表', [['单位：元'], ...expenditure]),
      sheetOf('三公经费支出', [['单位：万元'], ...expenses]),
    );
    expect(disclosure.tables.map(({ key, unit }) => [key, unit])).toEqual([
      ['expenditure', '元'],
      ['threePublic', '万元'],
    ]);
    expect(disclosure.tables[0]?.rows.map(({ place }) => [place.sheet, place.cell])).toEqual([
      ['3 支出总表', 'B3'],
      ['3 支出总表', 'B4'],
    ]);
  });

  it('end with their last visible row; a row hidden among others belongs to the table', () => {
    const rows = [
      ...expenditure,
      ['#21303', '水利', '100.00', '60.00', '40.00'],
      ['2130301', '行政运行', '60.00', '60.00'],
    ];
    const disclosure = disclosed(
      sheetOf('封面', [['2027年青山市水务局部门预算']]),
      sheetOf('1', [['支出总表'], ['单位：万元'], ...rows, ['#核对', '差额', '123456.00']]),
    );
    expect(disclosure.tables[0]?.rows.map(({ name }) => name)).toEqual([
      '合计',
      '农林水支出',
      '水利',
      '行政运行',
    ]);
  });
});
