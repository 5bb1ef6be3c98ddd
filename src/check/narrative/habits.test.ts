import { describe, expect, it } from 'vitest';
import { changeTo } from '../mentions.ts';
import { networkOf } from '../network.ts';
import { amountVariable } from '../variable.ts';
import { narrativeFindings } from './narrativeFixture.ts';

describe('lists of functions', () => {
  const some = '支出预算870.00万元，其中：城乡社区支出700.00万元，住房保障支出20.00万元。';

  it('may name some of them only', async () => {
    expect(await narrativeFindings(some)).toEqual([]);
  });

  it('whose amounts are still those of the tables', async () => {
    const found = await narrativeFindings(some.replace('700.00', '770.00'));
    expect(found).toEqual([['narrative.amount', '', '770.00', '700.00']]);
  });

  it('that name all of them add up', async () => {
    const all = '支出预算870.00万元，比上年增加87.00万元，其中：社会保障和就业支出150.00万元';
    const found = await narrativeFindings(`${all}，城乡社区支出700.00万元，住房保障支出25.00万元。`);
    expect(found.map(([rule, , reported]) => [rule, reported])).toEqual([['narrative.amount', '25.00']]);
  });
});

describe('corrections', () => {
  it('of a rate are what its amounts give as they are printed', async () => {
    const found = await narrativeFindings('培训费预算0.88万元，上年0.80万元，增加0.08万元，增长1.00%。');
    expect(found).toEqual([['narrative.rate', '', '1.00%', '10.00%']]);
  });

  it('of an amount have as many decimals as the others', () => {
    const inWan = (text: string, id: number, unitFen: number) =>
      amountVariable({
        ...{ id, text, unitFen, origin: 'text', scope: {}, unit: '万元', place: { file: 't' } },
        fen: Math.round(Number(text) * 1_000_000),
      });
    const network = networkOf(
      [inWan('12.34', 0, 10_000), inWan('5.67', 1, 10_000), inWan('270', 2, 1_000_000)],
      [],
    );
    // 268.776万元, from a table in 元.
    expect(changeTo(network, 2, 268_776_000, 1).expected).toBe(268_780_000);
  });

  it('a coarse change does not say that its rate was taken on another base', async () => {
    const found = await narrativeFindings('公务接待费3.70万元，比上年减少0.2万元，下降6.57%。');
    expect(found.map(([, variant]) => variant)).not.toContain('wrongBase');
  });
});

it('a sign of its own says the direction', async () => {
  const sentence = '住房保障支出20.00万元，同比增减-2.00万元，增减率-9.09%。';
  expect(await narrativeFindings(sentence)).toEqual([]);
  const found = await narrativeFindings(sentence.replace('-9.09', '-6.06'));
  expect(found[0]?.slice(0, 3)).toEqual(['narrative.rate', '', '-6.06%']);
});
