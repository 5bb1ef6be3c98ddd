import { describe, expect, it } from 'vitest';
import { context, final, line, lines } from './claimsFixture.ts';
import { readClaims, readSectionClaims } from './readClaims.ts';

describe('lists, shares and pairs', () => {
  it('relates items to their total and shares to part and whole', () => {
    expect(
      lines('expenditure', '支出预算100万元，其中：基本支出60万元，占60%；项目支出40万元，占40%。'),
    ).toEqual([
      'amount 100 expenditure',
      'amount 60 basic total0',
      'share 60% basic part1 whole0',
      'amount 40 project total0',
      'share 40% project part3 whole0',
      'list 其中 expenditure total0 item1 item3',
    ]);
  });

  it('takes a whole that the words name', () => {
    const [, share] = readClaims('项目支出40万元，占本年支出合计的40%。', context('expenditure'));
    expect(share?.whole).toEqual({ flow: 'expenditure', use: 'spent' });
  });

  it('lists both sides of a total of both', () => {
    expect(
      lines('changes', '收支总预算9万元。收入包括：事业收入9万元；支出包括：农林水支出9万元等。'),
    ).toEqual([
      'amount 9 revenue',
      'amount 9 serviceIncome total0',
      'amount 9 213 total0',
      'list 包括 revenue total0 item1',
      'list 包括 revenue total0 item2',
    ]);
  });

  it('reads budget, final accounts and completion as a pair', () => {
    const text =
      '农林水支出（类）水利（款）行政运行（项）。主要用于日常开支。年初预算为50万元，支出决算为45万元，完成年初预算的90%。决算数小于预算数的主要原因是节约。';
    expect(lines('generalExpenditure', text, final)).toEqual([
      'amount 50 2130301+general',
      'pair 45 2130301+general pair0',
      'share 90% 2130301+general part1 whole0',
      'change 小于 decrease 2130301+general current1 previous0',
    ]);
  });

  it('a second 其中 after a full stop goes back to the head of the list', () => {
    const text =
      '财政拨款收支总预算9万元。其中：一般公共预算拨款6万元，政府性基金预算拨款3万元。其中：本年收入7万元，上年结转2万元。';
    expect(lines('appropriation', text).slice(3, 5)).toEqual([
      'amount 7 current+fiscal total0',
      'amount 2 carriedOver+fiscal total0',
    ]);
  });

  it('nested brackets do not take over the list', () => {
    const text =
      '“三公”经费10万元，其中：公务接待费4万元，公务用车购置及运行费6万元（其中：公务用车购置费0万元，公务用车运行费6万元），比上年减少1万元。';
    expect(lines('threePublic', text)).toEqual([
      'amount 10 threePublic',
      'amount 4 reception total0',
      'amount 6 vehicles total0',
      'amount 0 vehiclePurchase total2',
      'amount 6 vehicleRunning total2',
      'change 1 decrease threePublic current0',
      'list 其中 threePublic total0 item1 item2',
      'list 其中 vehicles total2 item3 item4',
    ]);
  });

  it('offers the reading without a loose heading', () => {
    const text = '其中一般公共预算拨款收入：城乡社区预算收入7万元，比上年减少1万元；农林水预算收入2万元。';
    const [claim] = readClaims(text, context('revenue'));
    expect(claim?.subject).toEqual({ flow: 'revenue', fund: 'general', function: '212' });
    expect(claim?.alternatives).toContainEqual({ flow: 'revenue', function: '212' });
  });
});

describe('traps', () => {
  it.each([
    [
      'revenue',
      '2025年年初预算数9万元，其中，事业收入9万元。收入较去年增加1万元。',
      ['amount 9 revenue', 'amount 9 serviceIncome total0', 'change 1 increase revenue current0'],
    ],
    [
      'expenditure',
      '其中，农林水支出5万元。支出较去年增加1万元。',
      ['amount 5 213', 'change 1 increase expenditure'],
    ],
    [
      'expenditure',
      '人员经费6万元、公用经费4万元，分别占基本支出的60%和40%。',
      ['amount 6 personnel', 'amount 4 operating', 'share 60% personnel part0', 'share 40% operating part1'],
    ],
    [
      'changes',
      '收入预算9万元。其中：经费拨款9万元。',
      ['amount 9 revenue', 'amount 9 ?unknownPhrase total0'],
    ],
    [
      'threePublic',
      '共接待国内来访团组3个、来宾20人次。',
      ['count 3 receptionBatches', 'count 20 receptionPersons'],
    ],
    [
      'changes',
      '与2024年度相比，收、支总计各增加1万元，增长7%。',
      ['change 1 increase revenue', 'rate 7% increase revenue change0'],
    ],
  ])('%s: %s', (section, text, expected) => {
    expect(lines(section, text)).toEqual(expected);
  });
});

describe('zeros and counts', () => {
  it.each([
    ['threePublic', '本部门无“三公”经费预算。', ['zero 无 threePublic']],
    ['governmentFund', '没有使用政府性基金预算拨款安排的支出。', ['zero 没有使用 governmentFund']],
    ['expenditure', '经营支出为0，上缴上级支出0万元。', ['amount 0 business', 'amount 0 toSuperior']],
    [
      'assets',
      '截至2024年12月31日，共有车辆3辆，其中：机要通信用车1辆、其他用车2辆。',
      [
        'count 3 stockVehicles',
        'count 1 stockVehicles/confidential total0',
        'count 2 stockVehicles/other total0',
        'list 其中 stockVehicles total0 item1 item2',
      ],
    ],
    ['assets', '单价50万元（含）以上通用设备2台（套）。', ['count 2 stockEquipment/general/50']],
    ['assets', '办公用房面积6000平方米。', ['count 6000 area/office']],
    [
      'threePublic',
      '国内公务接待2批次、30人次，国（境）外公务接待0批次、0人次。',
      [
        'count 2 receptionBatches/domestic',
        'count 30 receptionPersons/domestic',
        'count 0 receptionBatches/foreign',
        'count 0 receptionPersons/foreign',
      ],
    ],
    [
      'performance',
      '纳入绩效管理的一级项目5个，涉及金额90万元。其中：其他运转类项目2个，涉及金额30万元。',
      [
        'count 5 performance+project',
        'amount 90 performance+project',
        'count 2 otherOperating+performance total0',
        'amount 30 otherOperating+performance total1',
      ],
    ],
  ])('%s: %s', (section, text, expected) => {
    expect(lines(section, text)).toEqual(expected);
  });
});

describe('paragraphs', () => {
  it('a paragraph without a subject goes on about the one before it', () => {
    const paragraphs = ['农林水支出（类）水利（款）行政运行（项）。', '年初预算为5万元，支出决算为4万元。'];
    const claims = readSectionClaims(paragraphs, context('generalExpenditure', final));
    expect(claims[1]?.map(line)).toEqual(['amount 5 2130301+general', 'pair 4 2130301+general pair0']);
  });

  it('offsets are those of the original text', () => {
    const text = '基本支出 “１，２００” 万元，增长 3.5％。';
    for (const claim of readClaims(text, context('expenditure'))) {
      expect(text.slice(claim.start, claim.end)).toBe(claim.text);
    }
  });

  it('reads any text without error', () => {
    for (const text of [
      '',
      '（（（',
      '其中：其中：',
      '占%',
      '1'.repeat(400),
      '比比比上年上年',
      '（类）（款）（项）5万元',
    ]) {
      expect(() => readClaims(text, context('changes'))).not.toThrow();
    }
  });

  it('reads a text of eight hundred clauses to its end', () => {
    const sentence = '农林水支出12.50万元，比上年增加2.50万元，增长25%；';
    expect(readClaims(sentence.repeat(800), context('changes'))).toHaveLength(2_400);
  });
});
