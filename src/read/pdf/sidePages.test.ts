import { describe, expect, test } from 'vitest';
import { table, text } from '../../file/pdfFixture.ts';
import { gridsOf, page, read, textsOf } from './readerFixture.ts';

const ys = [100, 120, 140, 160, 180];
const names = [
  ['科目', '合计'],
  ['201', '10.00'],
  ['202', '4.00'],
  ['合计', '14.00'],
];
const more = [
  ['基本', '项目'],
  ['6.00', '4.00'],
  ['4.00', ''],
  ['10.00', '4.00'],
];
const joined = ['科目|合计|基本|项目', '201|10.00|6.00|4.00', '202|4.00|4.00|', '合计|14.00|10.00|4.00'];
const title = text(420, 80, '支出预');
const left = page(title + table([100, 300, 500], ys, names));
const unit = text(700, 90, '单位：万元');

describe('a sheet printed on several pages side by side', () => {
  test('columns without names go beside those they belong to, and their unit above them', async () => {
    const source = await read(left, page(unit + table([50, 150, 250], ys, more)));
    expect(gridsOf(source)).toEqual([joined]);
    expect(textsOf(source)).toEqual(['支出预', '单位：万元', '#']);
  });

  test('each cell keeps its page', async () => {
    const source = await read(left, page(table([50, 150, 250], ys, more)));
    const grid = source.blocks.find((block) => block.kind === 'grid');
    expect(grid?.rows[1]?.map(({ place }) => place.page)).toEqual([1, 1, 2, 2]);
  });

  test('all rows first, then the other columns; a table goes on with its last rows', async () => {
    const lower = page(
      table(
        [100, 300, 500],
        [50, 70, 90],
        [
          ['203', '1.00'],
          ['204', '2.00'],
        ],
      ),
    );
    const beside = page(
      table(
        [50, 150, 250],
        [50, 70, 90],
        [
          ['1.00', ''],
          ['', '2.00'],
        ],
      ),
    );
    const source = await read(left, lower, page(table([50, 150, 250], ys, more)), beside);
    expect(gridsOf(source)).toEqual([[...joined, '203|1.00|1.00|', '204|2.00||2.00']]);
  });

  test('the last column alone', async () => {
    const figures = ['结余', '1.00', '2.00', '3.00'].map((value, at) => text(60, 114 + at * 20, value));
    const [grid] = gridsOf(await read(left, page(figures.join(''))));
    expect(grid).toEqual(['科目|合计|结余', '201|10.00|1.00', '202|4.00|2.00', '合计|14.00|3.00']);
  });

  test('the end of a title that the paper cuts', async () => {
    const cut = page(text(467, 80, '支出预') + table([100, 300, 500], ys, names));
    const source = await read(cut, page(text(51, 80, '算表') + table([50, 150, 250], ys, more)));
    expect(textsOf(source)).toEqual(['支出预算表', '#']);
  });

  test('a title over columns of both pages', async () => {
    const upper = page(table([100, 300, 500], [80, ...ys], [['', ''], ...names]));
    const other = page(table([50, 150, 250], [80, ...ys], [['本年', ''], ...more]));
    expect(gridsOf(await read(upper, other))[0]?.[0]).toBe('|本年|<|');
  });

  test('a table under a title of its own stands alone', async () => {
    const other = page(text(60, 80, '另一张表') + table([50, 150, 250], ys, more));
    expect(gridsOf(await read(left, other))).toHaveLength(2);
  });

  test('so does one whose title stands in a cell', async () => {
    const rows = (title: string): string[][] => [[title, '单位：元'], ...names.slice(1)];
    const other = page(table([50, 150, 250], ys, rows('支出表')));
    expect(gridsOf(await read(page(table([100, 300, 500], ys, rows('收入表'))), other))).toHaveLength(2);
  });

  test('pages of a long table that look alike are its rows', async () => {
    const next = page(
      table([100, 300, 500], ys, [
        ['203', '1.00'],
        ['204', '2.00'],
        ['205', '3.00'],
        ['206', '4.00'],
      ]),
    );
    expect(gridsOf(await read(left, next))).toEqual([
      ['科目|合计', '201|10.00', '202|4.00', '合计|14.00', '203|1.00', '204|2.00', '205|3.00', '206|4.00'],
    ]);
  });
});
