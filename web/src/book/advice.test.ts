import { expect, test } from 'vitest';
import { indicatorAdvice, missingKinds } from './advice.ts';

const indicator = (level2: string, level3: string, value: string) =>
  ({ horizon: 'annual', level1: '产出指标', level2, level3, value }) as const;

test.each([
  ['数量指标', '维修次数', '4次', null],
  ['数量指标', '维修次数', '维修次数', 'adviseRepeat'],
  ['数量指标', '维修次数', '若干', 'adviseNumber'],
  ['质量指标', '验收等级', '合格', null],
  ['数量指标', '维修次数', '12', 'adviseUnit'],
  ['成本指标', '总额', '≥20万元', 'adviseCost'],
  ['服务对象满意度', '居民', '≥95%', null],
  ['服务对象满意度', '居民', '≥950%', 'adviseSatisfaction'],
  ['数量指标', '维修次数', '', null],
] as const)('%s %s %s', (level2, level3, value, advice) => {
  expect(indicatorAdvice(indicator(level2, level3, value))).toBe(advice);
});

test('kinds without a value are missing', () => {
  expect(missingKinds([indicator('数量指标', '次数', '4次'), indicator('质量指标', '等级', '')])).toEqual([
    '质量',
    '时效',
    '成本',
    '满意度',
  ]);
});
