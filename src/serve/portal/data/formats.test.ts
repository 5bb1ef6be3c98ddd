import { expect, test } from 'vitest';
import type { Dataset } from './dataset.ts';
import { csvOf, datasetJson } from './formats.ts';

const data: Dataset = {
  id: 'rows',
  title: '一张表',
  unit: '万元',
  columns: [
    { key: 'name', title: '名称', kind: 'text' },
    { key: 'total', title: '合计', kind: 'amount' },
  ],
  rows: [
    { cells: { name: '项目“甲”, 第1期', total: { fen: 12_609_170_000, text: '12,609.17' } } },
    { cells: { name: '=HYPERLINK("http://x")', total: { fen: -5_000_000 } } },
    { cells: { name: '空白' } },
  ],
};

test('a CSV quotes what it must, defuses formulas and prints exact amounts', () => {
  expect(csvOf(data)).toBe(
    '\ufeff名称,合计（万元）\r\n"项目“甲”, 第1期",12609.17\r\n"\'=HYPERLINK(""http://x"")",-5.00\r\n空白,\r\n',
  );
});

test('JSON has an amount as printed and in 分', () => {
  expect(datasetJson(data)).toMatchObject({
    unit: '万元',
    rows: [
      { name: '项目“甲”, 第1期', total: { text: '12,609.17', fen: 12_609_170_000 } },
      { total: { text: '-5.00', fen: -5_000_000 } },
      { name: '空白', total: null },
    ],
  });
});

test('signs for the eye are not data: a rate is a number that programs read, a movement a word', () => {
  const changes: Dataset = {
    ...{ id: 'moves', title: '变化', unit: '万元' },
    columns: [
      { key: 'rate', title: '比例', kind: 'percent' },
      { key: 'movement', title: '变化', kind: 'text', brief: true },
    ],
    rows: ['+25.0%', '\u22125.0%'].map((rate) => ({ cells: { rate, movement: '▲ 增加' } })),
  };
  expect(csvOf(changes)).toBe('\ufeff比例,变化\r\n25.0%,增加\r\n-5.0%,增加\r\n');
  expect(datasetJson(changes)).toMatchObject({
    rows: [{ rate: '25.0%' }, { rate: '-5.0%', movement: '增加' }],
  });
});

test('a part of a longer list says how long the list is and which part follows', () => {
  expect(datasetJson(data)).toMatchObject({ total: 3, next: null });
  expect(datasetJson({ ...data, whole: { rows: 4001, next: 2 } })).toMatchObject({ total: 4001, next: 2 });
});
