import { describe, expect, it } from 'vitest';
import { parseIndicatorValue } from './indicatorValue.ts';

describe('an indicator value', () => {
  it.each([
    ['≥90%', 'atLeast', 90, '%', true],
    ['大于 5 年', 'above', 5, '年', false],
    ['不超过24个月', 'atMost', 24, '个月', false],
    ['1,234.5平方米', null, 1234.5, '平方米', false],
    ['约4万方', 'about', 4, '万方', false],
    ['326', null, 326, '', false],
    ['一块', null, 1, '块', false],
    ['2026年12月', null, null, '', false],
    ['平米', null, null, '', false],
  ])('%s', (text, comparison, number, unit, percent) => {
    expect(parseIndicatorValue(text)).toMatchObject({ comparison, number, unit, percent });
  });

  it.each([
    ['173万元', 173_000_000],
    ['1.99亿', 19_900_000_000],
    ['12821000元', 1_282_100_000],
    ['≥500万元', 500_000_000],
    ['4100元/米', null],
    ['9元每人', null],
    ['5330', null],
  ])('%s as money', (text, fen) => {
    expect(parseIndicatorValue(text).money?.fen ?? null).toBe(fen);
  });

  it.each([
    ['2025年10月', [[2025, 10]]],
    [
      '2022年到2024年',
      [
        [2022, null],
        [2024, null],
      ],
    ],
    [
      '2020至2022年',
      [
        [2020, null],
        [2022, null],
      ],
    ],
    ['2023年8月18日至9月26日', [[2023, 8]]],
    ['2026年底', [[2026, null]]],
    ['3个月', []],
  ])('%s names times', (text, times) => {
    expect(parseIndicatorValue(text).times.map((time) => [time.year, time.month])).toEqual(times);
  });

  it.each([
    '及时',
    '达标',
    '按标准',
    '长期',
    '达到饮用水标准',
    '每年',
    '是',
    '一级A',
    'Ⅲ类水质及以上',
    '国家二级',
  ])('%s is a grade', (text) => {
    expect(parseIndicatorValue(text).grade).toBe(text);
  });

  it.each(['提升工作环境', '在成本控制范围内的费用', '平米'])('%s is none', (text) => {
    expect(parseIndicatorValue(text).grade).toBeNull();
  });
});
