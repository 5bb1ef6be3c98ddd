import { describe, expect, test } from 'vitest';
import { line, table, text } from '../../file/pdfFixture.ts';
import { gridsOf, page, read } from './readerFixture.ts';

const xs = [100, 200, 300, 400];
const head = table(xs, [100, 120], [['项目', '合计', '支出']]);
const frame = [line(100, 120, 100, 220), line(400, 120, 400, 220), line(100, 220, 400, 220)].join('');
const upright = xs.map((x) => line(x, 120, x, 220)).join('');
/** Names at the left of their column, amounts at the right borders of theirs. */
const names = ['一、基本支出', '二、项目支出', '三、其他支出', '本年合计'];
const amounts = [['1,234.50', '8.00'], [], ['', '2.50'], ['1,234.50', '10.50']];
const body = names
  .map((name, at) => {
    const y = 140 + at * 20;
    const [total = '', spent = ''] = amounts[at] ?? [];
    return (
      text(103, y, name) + text(297 - total.length * 5, y, total) + text(397 - spent.length * 5, y, spent)
    );
  })
  .join('');
const rows = [
  '项目|合计|支出',
  '一、基本支出|1,234.50|8.00',
  '二、项目支出||',
  '三、其他支出||2.50',
  '本年合计|1,234.50|10.50',
];

describe('a ruled head over rows that no lines part', () => {
  test('a frame around them', async () => {
    const source = await read(page(head + frame + body));
    expect(gridsOf(source)).toEqual([rows]);
    expect(source.notes).toEqual([]);
  });

  test('lines between the columns only', async () => {
    expect(gridsOf(await read(page(head + upright + line(100, 220, 400, 220) + body)))).toEqual([rows]);
  });

  test('one row of amounts alone', async () => {
    const one = text(103, 140, '9.60') + text(203, 140, '4.40') + text(303, 140, '5.20');
    expect(gridsOf(await read(page(head + frame + one)))).toEqual([['项目|合计|支出', '9.60|4.40|5.20']]);
  });

  test('an amount over the border of its column is told as uncertain', async () => {
    const over = text(103, 160, '二、项目') + text(270, 160, '123,456.78');
    const source = await read(page(head + frame + body.replace(/^.*?ET\n/, '') + over));
    expect(source.notes.map(({ code }) => code)).toEqual(['alignedTable']);
  });

  test('sentences in a frame stay whole', async () => {
    const told =
      text(103, 140, '一、目标：投入1.00万元，建成两所学校，改善条件。') +
      text(103, 155, '二、目标：投入2.00万元。');
    expect(gridsOf(await read(page(head + frame + told)))[0]?.[1]).toBe(
      '一、目标：投入1.00万元，建成两所学校，改善条件。\n二、目标：投入2.00万元。|<|<',
    );
  });
});
