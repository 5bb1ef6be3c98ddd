import { expect, test } from 'vitest';
import type { Culprit, Evidence, Finding } from '../model/finding.ts';
import { messageOf, remedyOf } from './render.ts';

const at = (
  table: number,
  row: string,
  column: string,
): { file: string; table: number; row: string; column: string } => {
  return { file: 'a.txt', table, row, column };
};
const value = (text: string): { text: string; fen: number } => ({ text, fen: Number(text) * 1_000_000 });
const culprit: Culprit = {
  reported: value('12707.60'),
  expected: value('12077.60'),
  support: 2,
  slip: 'digits',
  place: at(1, '城乡社区', '合计'),
};
const evidence = (role: Evidence['role'], text: string, place: Evidence['place']): Evidence => {
  return { role, ...value(text), place };
};
const finding: Finding = {
  rule: 'test.withoutMessages',
  severity: 'error',
  params: {},
  culprits: [culprit],
  tied: false,
  group: null,
  evidence: [],
  difference: '630',
  allowed: '0',
  waiver: null,
};

test.each([
  ['a bare figure', finding, '表1 城乡社区 · 合计写作 12707.60，应为 12077.60，疑为数字颠倒。'],
  [
    'agreeing tables',
    {
      ...finding,
      evidence: [
        evidence('same', '12077.60', at(2, 'a', 'b')),
        evidence('same', '12077.60', at(3, 'a', 'b')),
      ],
    },
    '（表2 a · b、表3 a · b均为 12077.60），疑为数字颠倒。',
  ],
  [
    'a sum in its own row',
    {
      ...finding,
      evidence: [
        evidence('total', '12707.60', culprit.place),
        evidence('addend', '6533.00', at(1, '城乡社区', '当年')),
        evidence('addend', '5544.60', at(1, '城乡社区', '结转')),
      ],
    },
    '（本行当年 6533.00 + 结转 5544.60）',
  ],
  [
    'a part of a total',
    {
      ...finding,
      evidence: [
        evidence('total', '9.00', at(1, '合计', '合计')),
        evidence('addend', '1.00', at(1, '教育', '合计')),
      ],
    },
    '（本列合计 9.00 − 教育 1.00）',
  ],
  [
    'something missing',
    { ...finding, culprits: [{ ...culprit, reported: null, slip: null }] },
    '空缺，应为 12077.60。',
  ],
  [
    'a tie',
    { ...finding, tied: true, culprits: [culprit, { ...culprit, place: at(2, 'x', 'y') }] },
    '以下2个数互相矛盾，改正其中一个即可：表1 城乡社区 · 合计 12707.60 应为 12077.60；表2 x · y 12707.60 应为 12077.60。',
  ],
  [
    'a contradiction with one printed figure',
    { ...finding, rule: 'table.same', tied: true, culprits: [{ ...culprit, expected: null }] },
    '表1 城乡社区 · 合计写作“12707.60”：同一个数前后不一致，无法判断哪一个有误。',
  ],
  ['nothing at all', { ...finding, culprits: [] }, 'test.withoutMessages'],
])('%s', (_, given, expected) => {
  expect(messageOf(given, 'zh')).toContain(expected);
});

test('in English', () => {
  expect(messageOf(finding, 'en')).toBe(
    'Table 1 城乡社区 · 合计: printed 12707.60, should be 12077.60; probably swapped digits.',
  );
  expect(remedyOf(finding, 'en')).toContain('change it to 12077.60');
});
