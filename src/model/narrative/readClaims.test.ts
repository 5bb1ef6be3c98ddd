import { describe, expect, it } from 'vitest';
import { claimScope, type Claim, type ClaimContext, type NameIndex } from './claim.ts';
import { readClaims, readSectionClaims } from './readClaims.ts';
import { sectionsWithoutCarryOver } from './sections.ts';

const functions: Readonly<Record<string, readonly string[]>> = {
  一般公共服务支出: ['201'],
  财政事务: ['20106'],
  行政运行: ['2010601', '2130301'],
  信息化建设: ['2010607'],
  农林水支出: ['213'],
  水利: ['21303'],
  城乡社区支出: ['212'],
  卫生健康支出: ['210'],
  卫生健康: ['21904'],
  住房公积金: ['2210201'],
};
const economic: Readonly<Record<string, readonly string[]>> = {
  工资福利支出: ['301'],
  商品和服务支出: ['302'],
  住房公积金: ['30113', '50103'],
  办公费: ['30201'],
};
const names: NameIndex = {
  functions: (name) => functions[name] ?? [],
  functionsUnder: (name, parent) =>
    (functions[name] ?? []).filter((code) => code.startsWith(parent) && code !== parent),
  economic: (name) => economic[name] ?? [],
  longestNames: [...Object.keys(functions), ...Object.keys(economic)].sort((a, b) => b.length - a.length),
};

function context(section: string, more: Partial<ClaimContext> = {}): ClaimContext {
  return { section, year: 2025, stage: 'budget', departmentNames: ['甲县水务局'], names, ...more };
}

const final = { stage: 'finalAccounts' } as const;

/** A claim in one line: kind, printed text, direction, subject without `flow` and `use`, references. */
function line(claim: Claim): string {
  const subject = claim.subject === null ? `?${claim.unresolved ?? ''}` : nodes(claim.subject);
  const refers = claim.refersTo.map(({ role, claim: index }) => `${role}${index}`).join(' ');
  const year = claim.year === 2025 ? '' : String(claim.year);
  return [claim.kind, claim.text, claim.direction ?? '', year, subject, refers]
    .filter((part) => part !== '')
    .join(' ');
}

function nodes(scope: Readonly<Record<string, string | undefined>>): string {
  const named = Object.entries(scope).filter(([dimension]) => dimension !== 'flow' && dimension !== 'use');
  const words = named.map(([, node]) => node).sort();
  return words.length === 0 ? (scope['flow'] ?? '') : words.join('+');
}

const lines = (section: string, text: string, more: Partial<ClaimContext> = {}): readonly string[] =>
  readClaims(text, context(section, more)).map(line);

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

  it('leaves figures that only a comma parts', () => {
    expect(lines('changes', '收、支总计各是125.49,143.91万元，各下降3.51%、8.28%。')).toEqual([
      'amount 125.49 ?unknownPhrase',
      'amount 143.91 ?unknownPhrase',
      'rate 3.51% decrease ?unknownPhrase',
      'rate 8.28% ?unknownPhrase',
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
    ).toEqual(['amount 9 revenue', 'amount 9 serviceIncome total0', 'amount 9 213 total0']);
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
      ['amount 6 personnel', 'amount 4 operating', 'share 60% ?unknownPhrase', 'share 40% ?unknownPhrase'],
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
