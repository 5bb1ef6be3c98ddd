import { describe, expect, it } from 'vitest';
import { claimScope } from './claim.ts';
import { context, final, line, lines } from './claimsFixture.ts';
import { readClaims, readSectionClaims } from './readClaims.ts';
import { sectionsWithoutCarryOver } from './sections.ts';

describe('amounts and what they are about', () => {
  it.each([
    ['changes', '甲县水务局2025年收入预算1,200.50万元。', ['amount 1,200.50 revenue']],
    ['changes', '支出预算12亿元。', ['amount 12 expenditure']],
    ['changes', '本年收入9万元，上年结转1万元。', ['amount 9 current', 'amount 1 carriedOver']],
    ['expenditure', '政府性基金预算支出３０．５万元。', ['amount ３０．５ governmentFund']],
    ['expenditure', '项目支出1\n23.4 万元。', ['amount 1\n23.4 project']],
    ['expenditure', '卫生健康预算支出12万元。', ['amount 12 210']],
    ['expenditure', '“城乡社区”12万元。', ['amount 12 212']],
    ['expenditure', '农林水支出（类）水利（款）行政运行（项）5万元。', ['amount 5 2130301']],
    ['expenditure', '一般公共服务（201类）财政事务（06款）行政运行（01项）5万元。', ['amount 5 2010601']],
    ['expenditure', '2010607信息化建设8万元。', ['amount 8 2010607']],
    ['basic', '其中：住房公积金20万元。', ['amount 20 30113+basic+general']],
    ['expenditure', '住房公积金20万元。', ['amount 20 2210201']],
    ['operating', '2025年财政拨款预算80万元。', ['amount 80 fiscal']],
    ['procurement', '货物采购金额3万元。', ['amount 3 goods']],
    ['procurement', '面向小微企业预留3万元。', ['amount 3 procurement/smeReserved/micro']],
  ])('%s: %s', (section, text, expected) => {
    expect(lines(section, text)).toEqual(expected);
  });

  it('keeps the printed precision: 4.76万 is known to 0.01万元', () => {
    const [claim] = readClaims('基本支出4.76万', context('expenditure'));
    expect(claim).toMatchObject({ fen: 4_760_000, unitFen: 10_000, moneyUnit: '万元', text: '4.76' });
  });

  it('0万元 is exactly zero, 0.00万元 a rounded zero', () => {
    const claims = readClaims('基本支出0万元，项目支出0.00万元。', context('expenditure'));
    expect(claims.map((claim) => claim.unitFen)).toEqual([0, 10_000]);
  });

  it('adds year and stage to the scope on request', () => {
    const [claim] = readClaims('基本支出4万元', context('expenditure'));
    expect(claim === undefined ? null : claimScope(claim)).toEqual({
      flow: 'expenditure',
      use: 'spent',
      nature: 'basic',
      year: '2025',
      stage: 'budget',
    });
  });

  it('a form may narrow the defaults of a section', () => {
    const narrow = { sectionDefaults: sectionsWithoutCarryOver };
    expect(lines('generalExpenditure', '项目支出4万元', narrow)).toEqual([
      'amount 4 current+general+project',
    ]);
  });
});

describe('what cannot be resolved says why and is never guessed', () => {
  it.each([
    ['expenditure', '行政运行5万元。', ['amount 5 ?ambiguousName']],
    ['expenditure', '农林水支出（类）水利（款）渔业（项）5万元。', ['amount 5 ?unknownName']],
    ['expenditure', '购置抽水机5万元。', ['amount 5 ?unknownPhrase']],
    ['unheard', '一般公共预算拨款5万元。', ['amount 5 ?noFlow']],
    ['unheard', '共计5万元。', ['amount 5 ?noSubject']],
    ['unheard', '住房公积金5万元。', ['amount 5 ?ambiguousName']],
    ['unheard', '开会5次。', ['count 5 ?unknownCount']],
    [
      'changes',
      '收入预算9万元，比上年增加2万元，主要原因是甲乙丙丁，增加1万元。',
      ['amount 9 revenue', 'change 2 increase revenue current0', 'change 1 increase ?unknownPhrase'],
    ],
  ])('%s: %s', (section, text, expected) => {
    expect(lines(section, text)).toEqual(expected);
  });
});

describe('numbers that are no figures', () => {
  it.each([
    '根据财预〔2016〕143号文件第12条，联系电话0349-1234567。',
    '1.项目支出 2.基本支出',
    '2025年1月20日，2021-2025年，近3年，A4纸',
    '（一）支出（二）收入 ① 其他',
    '标准为30元/人，限额50万元以上的采购',
  ])('%s', (text) => {
    expect(readClaims(text, context('expenditure'))).toEqual([]);
  });
});

describe('changes, rates and previous years', () => {
  it.each([
    [
      '支出预算110万元，比上年增加10万元，增长10%。',
      [
        'amount 110 expenditure',
        'change 10 increase expenditure current0',
        'rate 10% increase expenditure change1 current0',
      ],
    ],
    [
      '农林水支出上年90万元，本年比上年增加10万元，增加11.1%。',
      ['amount 90 2024 213', 'change 10 increase 213 previous0', 'rate 11.1% increase 213 change1 previous0'],
    ],
    ['基本支出90万元，较2024年执行数减少5万元。', ['amount 90 basic', 'change 5 decrease basic current0']],
    ['基本支出由上年的90万元减少到80万元。', ['amount 90 2024 basic', 'pair 80 decrease basic pair0']],
    ['基本支出由90万元减少到80万元。', ['amount 90 2024 basic', 'pair 80 decrease basic pair0']],
    [
      '基本支出90万元，增加4万元，增长4.65。',
      ['amount 90 basic', 'change 4 increase basic current0', 'rate 4.65 increase basic change1 current0'],
    ],
  ])('%s', (text, expected) => {
    expect(lines('expenditure', text)).toEqual(expected);
  });

  it('an amount that is compared with belongs to the other year', () => {
    expect(lines('expenditure', '基本支出90万元，较上年预算数80万元增加10万元。')).toEqual([
      'amount 90 basic',
      'pair 80 2024 basic pair0',
      'change 10 increase basic current0 previous1',
    ]);
  });

  it('a purpose of several clauses leaves the subject, known or not, as it was', () => {
    const text = '城乡社区支出（类）路灯（款）5万元，主要用于：办公费；设备购置，基本支出等。决算数为6万元。';
    expect(lines('expenditure', text, final)).toEqual(['amount 5 ?unknownName', 'amount 6 ?unknownName']);
  });

  it('a list under an amount without a change of its own takes no other change for its total', () => {
    const text =
      '“三公”经费9万元，比上年减少2万元。其中：因公出国（境）费0万元，比上年无增减；公务用车费6万元（其中：购置费1万元，比上年无增减；运行费5万元，比上年减少1万元）；公务接待费3万元，比上年减少1万元。';
    const lists = readClaims(text, context('threePublic')).filter(({ kind }) => kind === 'list');
    const claimed = lists.map(({ refersTo, roles }) => `${refersTo[0]?.claim ?? ''} ${roles.incomplete}`);
    expect(claimed).toEqual(['0 false', '1 true', '4 false']);
  });

  it('money of what is counted is not the section’s', () => {
    expect(lines('operating', '共有车辆12台，共计30.15万元。')).toEqual([
      'count 12 stockVehicles',
      'amount 30.15 ?noSubject',
    ]);
  });

  it('gives figures that only a comma parts to both sides in turn', () => {
    expect(lines('changes', '收、支总计各是125.49,143.91万元，各下降3.51%、8.28%。')).toEqual([
      'amount 125.49 revenue',
      'amount 143.91 expenditure',
      'rate 3.51% decrease revenue current0',
      'rate 8.28% decrease expenditure current1',
    ]);
  });

  it('gives 分别 to the subjects before it, and to none where one of them is unknown', () => {
    expect(lines('procurement', '货物类、工程类和服务类采购分别为1万元、2万元和3万元。')).toEqual([
      'amount 1 goods',
      'amount 2 works',
      'amount 3 services',
    ]);
    expect(lines('procurement', '货物、花木分别为1万元、2万元。')).toEqual([
      'amount 1 ?unknownPhrase',
      'amount 2 ?unknownPhrase',
    ]);
  });

  it('classes listed under a nature in paragraphs of their own are of that nature', () => {
    const paragraphs = ['项目支出50万元，其中：', '工资福利支出20万元。', '商品和服务支出30万元。'];
    const claims = readSectionClaims(paragraphs, context('generalExpenditure')).flat();
    expect(claims.map(line)).toEqual([
      'amount 50 general+project',
      'amount 20 301+general+project',
      'amount 30 302+general+project',
    ]);
  });

  it('counts the people of the visits', () => {
    expect(lines('threePublic', '接待23批次186人，因公出国（境）团组0个，0人。')).toEqual([
      'count 23 receptionBatches',
      'count 186 receptionPersons',
      'count 0 abroadGroups',
      'count 0 abroadPersons',
    ]);
  });

  it('a nature is a share of its own fund', () => {
    const text = '公用经费2万元，占基本支出的20%。';
    const share = readClaims(text, context('basic')).find(({ kind }) => kind === 'share');
    expect(share?.whole).toMatchObject({ nature: 'basic', fund: 'general' });
  });

  it('a share before a stop may lack its sign', () => {
    const claims = readClaims('农林水支出9万元，占9.00；占地8.50亩。', context('expenditure'));
    expect(claims.map(({ kind, text }) => `${kind} ${text}`)).toEqual([
      'amount 9',
      'share 9.00',
      'count 8.50',
    ]);
  });

  it('marks a missing unit', () => {
    const claims = readClaims('基本支出90万元，增加47.25，下降3.1。', context('expenditure'));
    expect(claims.map((claim) => claim.roles.unitMissing)).toEqual([false, true, true]);
  });

  it('a change after a list is the total’s, or the item’s where the rate fits only that', () => {
    const total = '收入预算110万元，其中：本年收入100万元，上年结转10万元，比上年增加10万元，增长10%。';
    expect(lines('changes', total)[3]).toBe('change 10 increase revenue current0');
    const item = '收入预算110万元，其中：本年收入100万元，上年结转10万元，比上年增加5万元，增长100%。';
    expect(lines('changes', item)[3]).toBe('change 5 increase carriedOver current2');
  });

  it('says when the wording leaves open whose change it is', () => {
    const text = '收入预算110万元，其中：本年收入100万元，上年结转10万元，比上年增加10万元。';
    expect(readClaims(text, context('changes'))[3]?.roles.attachmentUncertain).toBe(true);
  });
});
