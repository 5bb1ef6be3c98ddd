import { describe, expect, it } from 'vitest';
import { context, final, lines } from './claimsFixture.ts';
import { readSectionClaims } from './readClaims.ts';

describe('wordings of other provinces', () => {
  it.each([
    [
      'changes',
      '基本支出预算较上年增17.1万元，增幅17.18%。',
      ['change 17.1 increase basic', 'rate 17.18% increase basic change0'],
    ],
    ['threePublic', '公务接待费、公车运行费（“三公”经费）决算总额9万元。', ['amount 9 threePublic']],
    ['threePublic', '与2024年预算基本持平，公务接待费3万元。', ['amount 3 reception']],
    [
      'changes',
      '项目支出较上年（减少）6万元，（减）幅23%。',
      ['change 6 decrease project', 'rate 23% decrease project change0'],
    ],
  ])('%s: %s', (section, text, expected) => {
    expect(lines(section, text)).toEqual(expected);
  });

  it('parts of an earlier year’s amount are of that year', () => {
    expect(
      lines('threePublic', '2024年“三公”经费5万元，其中：公务接待费2万元，公务用车运行维护费3万元。'),
    ).toEqual(
      expect.arrayContaining([
        expect.stringContaining('amount 2 2024 reception'),
        expect.stringContaining('amount 3 2024 vehicleRunning'),
      ]),
    );
  });

  it('parts of what nobody knows are unknown', () => {
    expect(lines('expenditure', '花木专项10万元，其中：基本支出4万元，项目支出6万元。')).toEqual(
      expect.arrayContaining([expect.stringContaining('amount 4 ?noSubject')]),
    );
  });

  it('a code in brackets says no more than the name before it', () => {
    expect(lines('generalExpenditure', '行政运行（2120101）支出5万元，其中：基本支出5万元。')).toEqual([
      expect.stringMatching(/^amount 5 .*2120101/),
      expect.stringMatching(/^amount 5 .*2120101.*basic|^amount 5 .*basic.*2120101/),
    ]);
    expect(lines('expenditure', '住房公积金（按2022年标准）3万元。')[0]).toMatch(/^amount 3 .*2210201/);
  });

  it('what is left over at the end of the year is no kind of spending', () => {
    const text = '支出9万元，其中基本支出0万元，项目支出9万元；年末结转和结余2万元。';
    const [list] = lines('governmentFund', text).filter((line) => line.startsWith('list'));
    expect(list).toContain('item1');
    expect(list).not.toContain('item3');
  });

  it('what counted things are worth is no other amount of the sentence', () => {
    expect(lines('assets', '固定资产总额230万元，其中：车辆4台，80万元。')).toEqual(
      expect.arrayContaining([expect.stringContaining('amount 80 ?noSubject')]),
    );
    const counted = (text: string): readonly string[] =>
      lines('threePublic', text).filter((line) => line.startsWith('count'));
    expect(counted('公务用车购置2辆，公务用车保有量5辆。')).toEqual([
      'count 2 purchasedVehicles',
      'count 5 stockVehicles',
    ]);
    expect(counted('公务用车购置费36万元，2辆。')).toEqual(['count 2 purchasedVehicles']);
    expect(counted('未更新车辆，公务用车5辆，共有车辆9辆。')).toEqual([
      'count 5 Vehicles',
      'count 9 Vehicles',
    ]);
    expect(lines('threePublic', '更新购置公务用车2辆，金额36万元。')).toEqual(
      expect.arrayContaining([expect.stringContaining('amount 36 vehiclePurchase')]),
    );
  });

  it('同比 goes on with the year that it compares with', () => {
    expect(lines('expenditure', '2026年支出总预算9万元，同比2025年增加1万元，增长12.5%。')).toEqual([
      expect.stringMatching(/^amount 9 (?!2025)/),
      expect.stringMatching(/^change 1 increase (?!2025)/),
      expect.stringMatching(/^rate 12.5% increase (?!2025)/),
    ]);
  });

  it('a reason ends where the sentence compares its own subject', () => {
    const text =
      '公务接待费支出决算为3万元，决算数小于预算数的主要原因是从严控制接待，与上年相比减少1万元，下降25%。';
    expect(lines('threePublic', text)).toEqual(
      expect.arrayContaining([expect.stringMatching(/^change 1 decrease reception/)]),
    );
  });

  it('a department’s own part beside those of its units is not the whole', () => {
    expect(
      lines('expenditure', '项目支出40万元。在基本支出中，某局本级80万元，所属事业单位20万元。'),
    ).toEqual(expect.arrayContaining([expect.stringContaining('amount 80 ?unknownPhrase')]));
  });

  it('a balance keeps the fund of its opening amount', () => {
    expect(
      lines('changes', '一般公共预算财政拨款年初结转和结余1万元，本年收入8万元，年末结转和结余2万元。'),
    ).toEqual([
      expect.stringContaining('general'),
      expect.stringContaining('general'),
      expect.stringContaining('general'),
    ]);
  });

  it('shares of amounts just said, in turn', () => {
    const text = '采购预算20万元，其中货物类15万元、工程类0万元、服务类5万元，分别占采购总额的75%、0%、25%。';
    expect(lines('procurement', text)).toEqual(
      expect.arrayContaining([
        'share 75% goods part1 whole0',
        'share 0% works part2 whole0',
        'share 25% services part3 whole0',
      ]),
    );
    const of = '本年支出合计20.00万元。基本支出15.00万元、项目支出5.00万元，占比分别为75%和25%。';
    expect(lines('expenditure', of)).toContain('share 25% project part2 whole0');
    expect(lines('expenditure', '基本支出15万元，占75%。各类支出占比合计100%。').at(-1)).toContain(
      '?unknownPhrase',
    );
  });

  it('an average is no part of a sum', () => {
    const text = '公务用车运行费8.06万元，保有车辆4辆，车均运行维护费2.02万元。';
    expect(lines('threePublic', text).at(-1)).toContain('amount 2.02 ?unknownPhrase');
    const listed = `公务用车购置及运行费8.06万元，其中购置费0万元，运行费8.06万元，车均运行费2.02万元。`;
    expect(lines('threePublic', listed).find((line) => line.startsWith('list'))).not.toContain('item3');
  });

  it('the parts of vehicles may be called by what is done with them', () => {
    const text = '公务用车购置及运行费9万元，其中：购置费2万元，运行维护费7万元，较2024年8万元减少1万元。';
    expect(lines('threePublic', text)).toEqual(
      expect.arrayContaining([
        expect.stringMatching(/^amount 2 vehiclePurchase/),
        expect.stringMatching(/^amount 7 vehicleRunning/),
        expect.stringMatching(/^change 1 decrease vehicleRunning/),
      ]),
    );
    expect(lines('other', '信息系统9万元，其中：购置费2万元。').at(-1)).toContain('?');
  });

  it('money carried over with a fund stands beside this year’s where both add up', () => {
    const text =
      '收入预算合计20.00万元，其中：一般公共预算收入18.00万元；上年结转的一般公共预算收入2.00万元。';
    expect(lines('revenue', text).at(-1)).toMatch(/list .*item1 item2/);
  });

  it('last year’s amount is no whole of this year’s parts', () => {
    const text =
      '一般公共预算支出20万元，比2024年的10万元增加10万元。按功能科目分类：卫生健康支出5万元，占25%。';
    expect(lines('generalExpenditure', text).at(-1)).toContain('whole0');
  });

  it('assets that are bought are others than those that are there', () => {
    expect(lines('assets', '固定资产总额30万元；本年拟购置固定资产总额3万元。')).toEqual([
      'amount 30 assets/fixed',
      'amount 3 boughtAssets',
    ]);
  });

  it('a paragraph with a heading of its own does not go on about the last item before it', () => {
    const paragraphs = [
      '（二）结构情况。支出9万元，其中：住房公积金2万元，占22.2%；行政运行7万元，占77.8%。',
      '（三）具体情况。年初预算为10万元，支出决算为9万元，完成年初预算的90%。',
    ];
    const [, second = []] = readSectionClaims(paragraphs, context('generalExpenditure', { ...final }));
    expect(second.map(({ subject }) => subject?.function ?? null)).toEqual([null, null, null]);
    expect(second[0]?.subject).toMatchObject({ fund: 'general' });
  });

  it('shares without 分别, one after another, are of the amounts in turn', () => {
    const text = '货物、工程采购预算分别为3万元和1万元，占比为75%和25%。';
    expect(lines('procurement', text).filter((line) => line.startsWith('share'))).toEqual([
      expect.stringContaining('75% goods part0'),
      expect.stringContaining('25% works part1'),
    ]);
  });

  it('projects above a limit are some of the projects', () => {
    const text = '设置绩效目标的项目10个（其中：100万元以上项目4个，涉及金额60万元），涉及预算资金90万元。';
    const amounts = lines('performance', text).filter((line) => line.startsWith('amount'));
    expect(amounts[0]).toContain('?');
    expect(amounts[1]).not.toContain('?');
  });
});
