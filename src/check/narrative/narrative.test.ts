import { describe, expect, it } from 'vitest';
import { narrativeFindings } from './narrativeFixture.ts';

describe('sentences against the tables', () => {
  it('accepts what agrees, in whatever style it is written', async () => {
    const findings = await narrativeFindings(
      '2026年支出预算870.00万元，其中：基本支出３２０万元，占36.78%；项目支出550.00万元，占63.22%。',
      '城乡社区支出700万元，上年630万元，比上年增加70万元，增长11.11%。',
    );
    expect(findings).toEqual([]);
  });

  it('corrects an amount by the table that its own relations confirm', async () => {
    const findings = await narrativeFindings(
      '2026年支出预算870.00万元，其中：基本支出320.00万元；项目支出505.00万元。',
    );
    expect(findings).toContainEqual(['narrative.amount', '', '505.00', '550.00']);
  });

  it('corrects the change and the rate that were computed from a wrong amount', async () => {
    const findings = await narrativeFindings(
      '项目支出590.00万元，上年项目支出500.00万元，比上年增加90.00万元，增长18.00%。',
    );
    expect(findings).toEqual([
      ['narrative.amount', '', '590.00', '550.00'],
      ['narrative.change', 'stale', '90.00', '50.00'],
      ['narrative.rate', 'stale', '18.00%', '10.00%'],
    ]);
  });

  it('calls a change that was computed from a wrong amount a change, where only its rate ties it', async () => {
    const findings = await narrativeFindings('项目支出590.00万元，比上年减少100.00万元，减少14.49%。');
    expect(findings).toEqual([
      ['narrative.amount', '', '590.00', '550.00'],
      ['narrative.change', 'stale', '100.00', '140.00'],
      ['narrative.rate', 'stale', '14.49%', '20.29%'],
    ]);
  });
});

it('says the other direction where the right amount goes the other way, and blames no amount for a wrong rate', async () => {
  const turned = '项目支出590.00万元，上年项目支出560.00万元，比上年增加30.00万元，增长5.36%。';
  expect(await narrativeFindings(turned)).toEqual([
    ['narrative.amount', '', '590.00', '550.00'],
    ['narrative.change', 'stale-fall', '30.00', '-10.00'],
    ['narrative.rate', 'stale-fall', '5.36%', '-1.79%'],
  ]);
  const wrong = '上年项目支出500.00万元，本年项目支出590.00万元，比上年增长16.80%。';
  expect(await narrativeFindings(wrong)).toEqual([
    ['narrative.amount', '', '590.00', '550.00'],
    ['narrative.rate', '', '16.80%', '10.00%'],
  ]);
});

it('divides again where a share was computed from a wrong amount', async () => {
  expect(await narrativeFindings('支出预算870.00万元，其中：项目支出590.00万元，占67.82%。')).toEqual([
    ['narrative.amount', '', '590.00', '550.00'],
    ['narrative.share', 'stale', '67.82%', '63.22%'],
  ]);
});

describe('sentences against themselves', () => {
  it('finds a change that its two amounts do not give', async () => {
    const findings = await narrativeFindings(
      '项目支出550.00万元，上年项目支出500.00万元，比上年增加55.00万元，增长10.00%。',
    );
    expect(findings).toEqual([['narrative.change', '', '55.00', '50.00']]);
  });

  it('finds a rate that is wrong, and says when it took the wrong base', async () => {
    expect(
      await narrativeFindings('项目支出550.00万元，上年项目支出500.00万元，增加50.00万元，增长12.00%。'),
    ).toEqual([['narrative.rate', '', '12.00%', '10.00%']]);
    expect(
      await narrativeFindings('项目支出550.00万元，上年项目支出500.00万元，增加50.00万元，增长9.09%。'),
    ).toEqual([['narrative.rate', 'wrongBase', '9.09%', '10.00%']]);
  });

  it('takes percentages by the intervals of the printed digits', async () => {
    expect(await narrativeFindings('住房保障支出20万元，上年18万元，增长11.1%。')).toEqual([]);
  });

  it('says where what follows from a wrong amount goes in the other direction', async () => {
    const text = '城乡社区支出720.00万元，上年710.00万元，比上年增加10.00万元，增长1.41%。';
    expect((await narrativeFindings(text)).map(([, , reported, expected]) => [reported, expected])).toEqual([
      ['720.00', '700.00'],
      ['10.00', '-10.00'],
      ['1.41%', '-1.41%'],
    ]);
  });

  it('tells a wrong unit by its name', async () => {
    expect(await narrativeFindings('项目支出550.00元。')).toEqual([
      ['narrative.amount', 'unit', '550.00', '5500000.00'],
    ]);
  });

  it('adds up changes with their directions', async () => {
    const total = '支出预算870.00万元，比上年减少19.66万元，其中：';
    const parts = '社会保障和就业支出与上年持平，城乡社区支出减少20.06万元，住房保障支出增加0.40万元。';
    expect(await narrativeFindings(`${total}${parts}`)).toEqual([]);
    const wrong = await narrativeFindings(`${total}${parts.replace('0.40', '0.80')}`);
    expect(wrong.map(([rule]) => rule)).toEqual(['narrative.list']);
  });

  it('takes shares without a whole for shares of the section’s total', async () => {
    const text =
      '社会保障和就业支出150.00万元，占17.24%；城乡社区支出700.00万元，占80.46%；住房保障支出20.00万元，占2.30%。';
    expect(await narrativeFindings(text)).toEqual([]);
    const wrong = await narrativeFindings(text.replace('80.46', '88.46'));
    expect(wrong.map(([rule, , reported]) => [rule, reported])).toEqual([['narrative.share', '88.46%']]);
  });

  it('takes a share of what its own clause names before 占', async () => {
    const text = '支出预算870.00万元，其中：基本支出320.00万元，占36.78%，城乡社区支出占支出预算的80.46%。';
    expect(await narrativeFindings(text)).toEqual([]);
    const wrong = await narrativeFindings(text.replace('80.46', '88.46'));
    expect(wrong.map(([rule]) => rule)).toEqual(['narrative.share']);
  });

  it('compares no implied amounts of different bases', async () => {
    const text = [
      '支出预算870.00万元，较上年决算数减少700.00万元。',
      '城乡社区支出700.00万元，较年初预算数减少900.00万元。',
    ];
    expect(
      (await narrativeFindings(...text)).filter(([rule]) => rule === 'narrative.previousExceeds'),
    ).toEqual([]);
  });

  it('lets 其中 name some of the items only', async () => {
    const some = '支出预算870.00万元，其中：河堤加固200.00万元，水库清淤100.00万元。';
    expect(await narrativeFindings(some)).toEqual([]);
    const more = await narrativeFindings(some.replace('200.00', '800.00'));
    expect(more.map(([rule]) => rule)).toEqual(['narrative.list']);
  });

  it('nothing grown by 0% is no rate over nothing', async () => {
    const text = '政府性基金预算支出0万元，与上年相比增加0万元，增长0%。';
    expect(await narrativeFindings(text)).toEqual([]);
  });

  it('takes parts that add up to the change for its parts', async () => {
    const text = '支出预算870.00万元，比上年增加10.00万元，其中：基本支出8.00万元，项目支出2.00万元。';
    expect((await narrativeFindings(text)).filter(([rule]) => rule === 'narrative.list')).toEqual([]);
  });

  it('finds a share, a list and a part above its whole', async () => {
    expect(
      await narrativeFindings(
        '2026年支出预算870.00万元，其中：基本支出320.00万元，占38.78%；项目支出550.00万元，占63.22%。',
      ),
    ).toEqual([['narrative.share', '', '38.78%', '36.78%']]);
    const above = await narrativeFindings(
      '纳入绩效管理的一级项目5个，共计金额900.00万元。公开项目绩效目标5个，涉及项目金额900.00万元，占部门项目支出总额的98%。',
    );
    expect(above.map(([rule, variant]) => [rule, variant])).toContainEqual(['narrative.part', 'share']);
  });

  it('finds the wrong word for a change, and a rate over nothing', async () => {
    expect(
      await narrativeFindings('项目支出550.00万元，上年项目支出500.00万元，比上年减少50.00万元。'),
    ).toEqual([['narrative.direction', '', '减少', '增加']]);
    expect(
      await narrativeFindings('住房保障支出20.00万元，上年0万元，比上年增加20.00万元，增长100%。'),
    ).toEqual([['narrative.zeroBase', '', '100%', null]]);
  });

  it('knows that no class can have been more than the department', async () => {
    const findings = await narrativeFindings(
      '2026年支出预算870.00万元，比上年减少100.00万元，下降10.31%。其中：城乡社区支出700.00万元，比上年减少400.00万元。',
    );
    expect(findings.map(([rule, , reported]) => [rule, reported])).toEqual([
      ['narrative.previousExceeds', '400.00'],
    ]);
  });

  it('says nothing about what it cannot resolve', async () => {
    expect(await narrativeFindings('其中某专项约300万元，较计划多出一成，约合33万元。')).toEqual([]);
  });
});
