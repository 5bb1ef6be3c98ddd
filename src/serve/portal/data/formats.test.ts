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
