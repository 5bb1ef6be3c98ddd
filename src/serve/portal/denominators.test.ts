import { expect, test } from 'vitest';
import { countsFor, readCounts } from './denominators.ts';

const head = '地区,年度,部门,名称,单位,数量,来源';
const problem = (line: string): unknown => {
  const read = readCounts(`${head}\n${line}`);
  return read.ok ? read.counts.length : [read.line, read.problem];
};

test.each([
  ['某县,2024,,常住人口,人,208000,"县统计公报,2024"', 1],
  ['', 0],
  ['某县,24,,常住人口,人,208000,公报', [2, 'year']],
  ['某县,2024,,常住人口,人,0,公报', [2, 'count']],
  ['某县,2024,,常住人口,人,"208,000",公报', [2, 'count']],
  ['某县,2024,,常住人口,人,208000,', [2, 'source']],
  [',2024,,常住人口,人,208000,公报', [2, 'empty']],
])('%s', (line, expected) => {
  expect(problem(line)).toEqual(expected);
});

test('a file with other columns is refused', () => {
  expect(readCounts('region,year\nx,2024')).toEqual({ ok: false, line: 1, problem: 'head' });
});

test('of each count the latest that is not of a later year is taken', () => {
  const lines = [
    '某县,2022,,常住人口,人,3,甲',
    '某县,2024,,常住人口,人,5,乙',
    '某县,2027,,常住人口,人,9,丙',
    '邻县,2024,,常住人口,人,7,丁',
    '某县,2024,教育局,学生,人,2,戊',
  ];
  const read = readCounts(`\ufeff${head}\r\n${lines.join('\r\n')}`);
  const counts = read.ok ? countsFor(read.counts, '某县', 2026) : [];
  expect(counts.map(({ year, count, department }) => [year, count, department])).toEqual([
    [2024, 5, null],
    [2024, 2, '教育局'],
  ]);
});
