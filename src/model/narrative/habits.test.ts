import { describe, expect, it } from 'vitest';
import { context, final, line, lines } from './claimsFixture.ts';
import { readSectionClaims } from './readClaims.ts';

describe('changes in other words', () => {
  it('a change that carries its own sign', () => {
    const text = '基本支出30万元，增减额-6万元，增减率-16.67%。';
    expect(lines('expenditure', text)).toEqual([
      'amount 30 basic',
      'change -6 increase basic current0',
      'rate -16.67% increase basic change1 current0',
    ]);
    expect(lines('expenditure', '与上年相比增减情况：基本支出减少6万元。').at(-1)).toMatch(
      /^change 6 decrease/,
    );
  });

  it('a rate without a direction goes as its amounts do', () => {
    expect(lines('expenditure', '基本支出30万元，上年36万元，变动率16.67%。').at(-1)).toMatch(
      /^rate 16.67% decrease basic/,
    );
    const accounts = '公务接待费决算2万元，年初预算3万元，预决算差异率-33.33%。';
    expect(lines('threePublic', accounts, final).at(-1)).toMatch(/^rate -33.33% increase reception/);
    expect(lines('expenditure', '基本支出30万元，变动率16.67%。').at(-1)).toMatch(/^rate 16.67% basic/);
  });

  it('a rate may stand before its change', () => {
    const text = '机关运行经费30万元，同比增长25%，即增加6万元。';
    expect(lines('operating', text)[1]).toMatch(/^rate 25% increase .*change2/);
  });

  it('what is saved is less', () => {
    expect(
      lines('threePublic', '公务接待费决算2万元，预算3万元，比预算节约1万元，节约率33.33%。', final),
    ).toEqual(
      expect.arrayContaining([
        expect.stringMatching(/^change 1 decrease reception/),
        expect.stringMatching(/^rate 33.33% decrease reception/),
      ]),
    );
    expect(lines('threePublic', '厉行节约，公务接待费2万元。')).toEqual(['amount 2 reception']);
  });

  it('an amount of last year that became another', () => {
    expect(lines('expenditure', '基本支出由上年的24万元调整为30万元。')).toEqual([
      'amount 24 2024 basic',
      'pair 30 basic pair0',
    ]);
    expect(lines('expenditure', '项目支出年初为24万元，调整为30万元。').at(-1)).toContain('?unknownPhrase');
  });

  it('last year’s amount in a sentence of its own is what this year’s is compared with', () => {
    const [, , change, rate] = lines('expenditure', '基本支出30万元。上年安排24万元，增加6万元，增长25%。');
    expect(change).toBe('change 6 increase basic current0 previous1');
    expect(rate).toBe('rate 25% increase basic change2 current0 previous1');
  });

  it('a change that follows two earlier years is the later one’s', () => {
    const text = '项目支出2023年为40万元，2024年下降到30万元，比上年减少10万元。';
    expect(lines('expenditure', text).at(-1)).toBe('change 10 decrease 2024 project current1 previous0');
  });
});

describe('what a figure is about', () => {
  it('a fund that heads the clauses of both sides', () => {
    const text =
      '政府性基金预算财政拨款：年初结转和结余1万元，本年收入8万元，本年支出7万元，年末结转和结余2万元。';
    for (const each of lines('appropriation', text, final)) expect(each).toContain('governmentFund');
  });

  it('parts of what is left at the end of the year were not there at its beginning', () => {
    const text =
      '年末结转和结余9万元，其中：一般公共预算财政拨款结转5万元，政府性基金预算财政拨款结转1万元，非财政拨款结余3万元。';
    expect(lines('changes', text, final)).toEqual([
      expect.stringMatching(/^amount 9 expenditure/),
      expect.stringMatching(/^amount 5 general/),
      expect.stringMatching(/^amount 1 governmentFund/),
      expect.stringMatching(/^amount 3 \?noSubject/),
      expect.stringMatching(/^list /),
    ]);
  });

  it('what an amount is said to be is no other subject', () => {
    const text = '年末结转和结余9万元，为本年未完成、结转下年继续使用的资金，较上年增加1万元。';
    expect(lines('changes', text, final).at(-1)).toBe('change 1 increase expenditure current0');
  });

  it('a step of a path that does not lie beside the last one stands alone', () => {
    const text = '行政运行（2010601）3万元；住房公积金（项）2万元。';
    expect(lines('generalExpenditure', text).at(-1)).toMatch(/^amount 2 .*2210201/);
  });

  it('what nobody knows ends with its paragraph', () => {
    const read = readSectionClaims(
      ['花木专项9万元。', '支出预算30万元，比上年增加6万元。'],
      context('expenditure'),
    );
    expect(read[1]?.map(line)).toEqual(['amount 30 expenditure', 'change 6 increase expenditure current0']);
  });

  it('what was carried over of what nobody knows is not all that was', () => {
    const text = '花木抚育上年预算为0，本年上年结转52万元、比上年增加52万元。';
    expect(lines('changes', text)[1]).toContain('52 ?unknownPhrase');
  });

  it('a heading says what a section of no theme is about', () => {
    const read = (title?: string): string =>
      (
        readSectionClaims(
          ['2025年预算安排3万元。'],
          context('other', title === undefined ? {} : { title }),
        )[0] ?? []
      )
        .map(line)
        .join();
    expect(read('二、公务接待费')).toBe('amount 3 reception');
    expect(read('二、其他')).toContain('?noSubject');
    expect(read()).toContain('?noSubject');
  });

  it('the parts of procurement in one breath', () => {
    const text = '政府采购预算6万元，货物、工程、服务采购分别为1万元、2万元和3万元。';
    expect(lines('procurement', text).slice(1)).toEqual([
      expect.stringContaining('amount 1 goods'),
      expect.stringContaining('amount 2 works'),
      expect.stringContaining('amount 3 services'),
    ]);
  });

  it('numbers in words count nothing and name nothing', () => {
    expect(lines('procurement', '安排采购项目六个，政府采购预算5万元。')).toEqual(['amount 5 procurement']);
  });

  it('money of funds beside what was carried over is this year’s', () => {
    const text = '一般公共预算拨款收入8万元，政府性基金预算拨款收入1万元，上年结转2万元。';
    expect(lines('revenue', text).slice(0, 2)).toEqual([
      'amount 8 current+general',
      'amount 1 current+governmentFund',
    ]);
  });
});

describe('lists that end before their sentence', () => {
  const listOf = (text: string): string | undefined =>
    lines('organisation', text).find((each) => each.startsWith('list'));

  it('who has retired is no staff', () => {
    const items = '其中行政人员5人，工勤人员1人，事业人员3人';
    expect(listOf(`在职人员9人，${items}；退休人员4人。`)).toBe('list 其中 staff total0 item1 item2 item3');
    expect(listOf(`在职人员9人，${items}，退休人员4人。`)).toBe('list 其中 staff total0 item1 item2 item3');
  });
});
