import { describe, expect, test } from 'vitest';
import { cellTexts, joinRows } from './cutRows.ts';
import type { DraftCell, DraftGrid } from './draft.ts';

const box = { x0: 0, y0: 0, x1: 1, y1: 1 };

/** Cells from texts; `>` at the end for a text that runs to the border of its cell. */
const rowOf = (...texts: readonly string[]): DraftCell[] =>
  texts.map((text) => ({ text: text.replace(/>$/, ''), page: 1, box, full: text.endsWith('>') }));

const head = rowOf('编码', '名称', '合计', '基本支出');
const body = [
  rowOf('205', '教育支出', '12.30', '12.30'),
  rowOf('20501', '教育管理事务', '12.30', ''),
  rowOf('2050101', '行政运行', '12.30', ''),
];
const gridOf = (...rows: DraftCell[][]): DraftGrid => ({
  ...{ kind: 'grid', page: 1, box, xs: [], ys: [], ruled: true },
  rows: [head, ...rows, head],
});

/** The last row of the joined table, or that there are two. */
function joined(last: readonly string[], first: readonly string[], ...elsewhere: string[][]): string[] {
  const before = [head, ...body, rowOf(...last)];
  const texts = cellTexts([gridOf(...body, ...elsewhere.map((row) => rowOf(...row)))]);
  const rows = joinRows(before, [rowOf(...first)], () => texts);
  return rows.length > before.length ? ['two rows'] : (rows.at(-1)?.map(({ text }) => text) ?? []);
}

describe('a row that a page end cut', () => {
  test('its name goes on, and its code is missing', () => {
    expect(joined(['2080505', '机关事业单位基本>', '3.00', ''], ['', '养老保险', '', ''])).toEqual([
      '2080505',
      '机关事业单位基本\n养老保险',
      '3.00',
      '',
    ]);
  });

  test('its amounts may stand in either part', () => {
    expect(joined(['2080505', '机关事业单位基本>', '', ''], ['', '养老保险', '3.00', '3.00'])).toEqual([
      '2080505',
      '机关事业单位基本\n养老保险',
      '3.00',
      '3.00',
    ]);
    expect(joined(['2080505', '机关>', '3.00', ''], ['', '养老保险', '3.00', ''])).toEqual(['two rows']);
  });

  test('its amounts are cut at their decimals and before them', () => {
    expect(joined(['本年支出合>', '', '1234567.8>', ''], ['计', '', '9', ''])).toEqual([
      '本年支出合\n计',
      '',
      '1234567.89',
      '',
    ]);
    expect(joined(['本年支出合>', '', '1234567>', ''], ['计', '', '89.00', ''])[2]).toBe('123456789.00');
  });

  test('whole numbers below each other are two', () => {
    expect(joined(['201', '名称>', '1234>', '5'], ['202', '另一名称', '567', '8'])).toEqual(['two rows']);
  });

  test('texts that fill narrow cells by chance are whole when they stand alone elsewhere', () => {
    expect(joined(['', '一级指标>', '二级指标>', ''], ['', '产出指标', '数量指标', ''])).toEqual([
      'two rows',
    ]);
    const last = ['', '本年支出合计>', '', ''];
    expect(joined(last, ['', '年终结转', '', ''])).toEqual(['two rows']);
    expect(joined(['', '住房公>', '', ''], ['', '积金', '', ''])).toEqual(['two rows']);
    expect(joined(['', '住房公>', '', ''], ['', '积金', '', ''], ['', '住房公积金', '', ''])[1]).toBe(
      '住房公\n积金',
    );
  });
});
