import { describe, expect, it } from 'vitest';
import { narrativeFindings } from './narrativeFixture.ts';

describe('the direction of a change', () => {
  it.each([
    '住房保障支出20.00万元，比上年增加-2.00万元，增长-9.09%。',
    '住房保障支出20.00万元，比上年增加2.00万元，增长11.11%，比年初预算减少1.00万元，下降4.76%。',
    '住房保障支出20.00万元，比上年增加0万元，下降0%。',
  ])('accepts %s', async (text) => {
    expect(await narrativeFindings(text)).toEqual([]);
  });

  it.each([
    ['住房保障支出20.00万元，比上年增加2.00万元，下降11.11%。', 'opposedDecided', '下降', '增长'],
    ['住房保障支出20.00万元，比上年减少2.00万元，增长11.11%。', 'opposedDecided', '减少', '增加'],
    ['住房保障支出20.00万元，比上年18.00万元减少2.00万元，增长11.11%。', 'opposedDecided', '减少', '增加'],
    ['住房保障支出由上年的18.00万元增加到20.00万元，下降11.11%。', '', '下降', '增长'],
    [
      '支出预算870.00万元，比上年减少15.00万元，其中：城乡社区支出增加20.00万元，住房保障支出增加5.00万元。',
      'list',
      '增加',
      '减少',
    ],
  ])('%s', async (text, variant, reported, expected) => {
    expect(await narrativeFindings(text)).toEqual([['narrative.direction', variant, reported, expected]]);
  });

  it('names both words where the amounts decide nothing', async () => {
    const found = await narrativeFindings('差旅补助2.00万元，比上年增加1.00万元，下降3.00%。');
    expect(found.map(([rule, variant, reported]) => [rule, variant, reported])).toEqual([
      ['narrative.direction', 'opposed', '下降|增加'],
    ]);
  });
});
