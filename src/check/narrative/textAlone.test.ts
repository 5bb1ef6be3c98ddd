import { describe, expect, it } from 'vitest';
import { recognise } from '../../read/recognise/recognise.ts';
import { textReader } from '../../read/text.ts';
import { checkDisclosure } from '../check.ts';

/** What the sentences of a text without any table contradict of each other; amounts and names are made up. */
async function contradictions(title: string, ...sentences: readonly string[]): Promise<readonly string[]> {
  const bytes = new TextEncoder().encode([title, '', ...sentences, ''].join('\n\n'));
  const read = await textReader.read({ name: 'test.txt', bytes });
  if (!read.ok) throw new Error(read.problem.code);
  return checkDisclosure(recognise(read.source))
    .findings.filter(({ rule, severity }) => rule.startsWith('narrative.') && severity !== 'info')
    .map(({ culprits }) => culprits.map(({ reported }) => reported?.text ?? '').join('|'));
}

const accounts = '某局2024年度部门决算';
const accountsSection = '一、收入支出决算总体情况说明';
const threePublic = '“三公”经费情况说明';

describe('the balance that sentences state', () => {
  const balance = [
    accountsSection,
    '2024年度收入总计108.00万元，支出总计108.00万元。',
    '2024年度收入合计100.00万元，其中：财政拨款收入100.00万元，占100%。此外，年初结转和结余8.00万元。',
    '2024年度支出合计95.00万元，其中：基本支出65.00万元；项目支出30.00万元。年末结转和结余13.00万元。',
  ];

  it('is sound: 合计 is this year’s, 总计 adds what was carried over', async () => {
    expect(await contradictions(accounts, ...balance)).toEqual([]);
  });

  it.each([
    ['支出总计108.00', '支出总计180.00'],
    ['年初结转和结余8.00', '年初结转和结余9.00'],
    ['年末结转和结余13.00', '年末结转和结余31.00'],
  ])('finds %s as %s', async (right, wrong) => {
    const found = await contradictions(accounts, ...balance.map((text) => text.replace(right, wrong)));
    expect(found.join()).toContain(wrong.replace(/^\D+/, ''));
  });

  it('of a fund without its total', async () => {
    const text =
      '政府性基金预算财政拨款收支。2024年度政府性基金预算财政拨款年初结转和结余2.00万元，本年收入40.00万元，本年支出35.00万元，年末结转和结余7.00万元。';
    expect(await contradictions(accounts, accountsSection, text)).toEqual([]);
    const wrong = await contradictions(accounts, accountsSection, text.replace('35.00', '53.00'));
    expect(wrong).toHaveLength(1);
  });

  it('leaves 总支出 beside 总收入 alone: it may mean what was spent', async () => {
    const text = '2024年度总收入100.00万元，总支出95.00万元。';
    expect(await contradictions(accounts, accountsSection, text)).toEqual([]);
  });
});

describe('an item and its parts in several paragraphs', () => {
  const title = '某镇2023年“三公”经费预算情况说明';
  const parts = [
    threePublic,
    '2023年“三公”经费预算26.00万元，比2022年预算减少4.00万元：',
    '一、因公出国（境）费0万元，与2022年预算持平。',
    '二、公务接待费6.00万元，比2022年预算减少3.00万元。',
    '三、公务用车购置及运行维护费20.00万元，比2022年预算减少1.00万元。',
  ];

  it('agrees', async () => {
    expect(await contradictions(title, ...parts)).toEqual([]);
  });

  it.each([
    ['接待费6.00', '接待费9.00'],
    ['维护费20.00', '维护费29.00'],
    ['减少3.00', '减少8.00'],
  ])('finds %s as %s', async (right, wrong) => {
    expect(await contradictions(title, ...parts.map((text) => text.replace(right, wrong)))).toHaveLength(1);
  });

  it('adds up the changes of a part’s own parts, and of the funds of 财政拨款', async () => {
    const text = parts.map((each) =>
      each.startsWith('三、')
        ? '三、公务用车购置及运行维护费20.00万元，其中：购置费5.00万元，比2022年预算增加2.00万元；运行维护费15.00万元，比2022年预算减少3.00万元。'
        : each,
    );
    expect(await contradictions(title, ...text)).toEqual([]);
    const wrong = text.map((each) =>
      each.replace('15.00万元，比2022年预算减少3.00', '15.00万元，比2022年预算减少8.00'),
    );
    expect(await contradictions(title, ...wrong)).not.toEqual([]);
    const funds =
      '财政拨款支出预算30万元，比2024年预算增加4万元。财政拨款支出预算中，一般公共预算拨款支出预算30万元，比2024年预算增加4万元；政府性基金拨款支出预算0万元，与2024年预算持平；国有资本经营预算拨款支出预算0万元，与2024年预算持平。';
    const heading = '2025年部门预算编制说明';
    expect(await contradictions('某局2025年部门预算', heading, funds)).toEqual([]);
    const other = funds.replace('增加4万元；', '增加6万元；');
    expect(await contradictions('某局2025年部门预算', heading, other)).not.toEqual([]);
  });

  it('is left open by a part that nobody states', async () => {
    expect(await contradictions(title, ...parts.slice(0, 2), ...parts.slice(3))).toEqual([]);
  });

  it('finds a part that is more than its whole', async () => {
    const text = ['公务用车购置及运行维护费20.00万元。其中：', '公务用车运行维护费20.00万元。'];
    expect(await contradictions(title, threePublic, ...text)).toEqual([]);
    const wrong = text.map((each) => each.replace('行维护费20.00万元。其', '行维护费12.00万元。其'));
    expect(await contradictions(title, threePublic, ...wrong)).toHaveLength(1);
  });

  it('knows what a stay of guests cost', async () => {
    const text = '公务接待费3.20万元。外事接待费支出为零。国内公务接待8批次，92人次，共计支出3.20万元。';
    expect(await contradictions(title, threePublic, text)).toEqual([]);
    expect(await contradictions(title, threePublic, text.replace('支出3.20', '支出2.30'))).toHaveLength(1);
  });
});

describe('other wordings', () => {
  it('a bracket lists the parts of one item, full stops and all', async () => {
    const text =
      '2023年“三公”经费52.00万元，其中：因公出国（境）费0万元；公务用车购置及运行费50.00万元（公务用车购置费10.00万元，比上年增加0万元；公务用车运行维护费40.00万元，比上年增加0万元。）比上年增加0万元；公务接待费2.00万元。';
    const title = '某局2023年“三公”经费预算情况说明';
    expect(await contradictions(title, threePublic, text)).toEqual([]);
    expect(await contradictions(title, threePublic, text.replace('费40.00', '费41.00'))).not.toEqual([]);
  });

  it('what was spent beside its budget is an account, and a difference is no part', async () => {
    const text =
      '2018年度“三公”经费支出2.05万元，年初预算为2.95万元，差值为0.90万元。其中：因公出国（境）支出0万元，年初预算为0万元，差值为0万元；公务用车运行维护费支出0万元，年初预算为0.95万元，差值为0.95万元；公务接待费支出2.05万元，年初预算为2.00万元，差值为0.05万元。';
    expect(await contradictions('某局2018年度“三公”经费支出情况说明', threePublic, text)).toEqual([]);
  });

  it('compares an item with its own amount of last year', async () => {
    const text =
      '2020年“三公”经费支出31.00万元，比上年累计支出33.00万元减少2.00万元。其中，公务用车运行费支出21.00万元，比上年累计支出25.00万元下降4.00万元，下降16%；公务接待支出10.00万元，比上年累计支出8.00万元增加2.00万元。';
    const title = '某县2020年“三公”经费支出情况';
    expect(await contradictions(title, threePublic, text)).toEqual([]);
    expect(await contradictions(title, threePublic, text.replace('支出25.00', '支出28.00'))).not.toEqual([]);
  });

  it('the one part of one side is all of it, and no part is more than its whole', async () => {
    const section = '四、财政拨款收支预算总体情况说明';
    const text = '2025年财政拨款收支总预算85.20万元。收入包括：一般公共预算拨款85.20万元。';
    const title = '某馆2025年单位预算';
    expect(await contradictions(title, section, text)).toEqual([]);
    expect(await contradictions(title, section, text.replace('拨款85.20', '拨款82.50'))).toHaveLength(1);
    const part = '2025年一般公共预算财政拨款支出35.00万元。其中：基本支出30.00万元。';
    expect(await contradictions(title, section, part)).toEqual([]);
    expect(await contradictions(title, section, part.replace('30.00', '39.00'))).toHaveLength(1);
  });

  it('a rate rounded twice is no mistake', async () => {
    const text = '2024年度支出合计631.57万元，比上年减少311.74万元，下降33.1%。';
    expect(await contradictions(accounts, accountsSection, text)).toEqual([]);
    expect(await contradictions(accounts, accountsSection, text.replace('33.1', '33.3'))).toHaveLength(1);
  });

  it('parts of 0.00 beside an item that did not change are amounts', async () => {
    const text =
      '公务用车购置及运行费32.20万元，与2024年预算持平。其中：公务用车购置费0.00万元；公务用车运行费32.20万元。';
    const title = '某局2025年部门预算';
    expect(await contradictions(title, threePublic, text)).toEqual([]);
    expect(
      await contradictions(title, threePublic, text.replace('运行费32.20万元。', '运行费0.00万元。')),
    ).not.toEqual([]);
  });

  it('0.00 may be the slip, a count of nothing never', async () => {
    const procurement = '政府采购情况';
    const text = '政府采购预算120.60万元，其中：货物预算0.00万元、工程预算4.00万元、服务预算120.60万元。';
    const title = '某局2025年部门预算';
    expect(await contradictions(title, procurement, text)).toEqual([expect.stringContaining('4.00')]);
    const cars = '共有车辆33辆，其中：机要通信用车9辆、其他用车33辆。';
    const found = await contradictions(title, '国有资产占有使用情况', cars);
    expect(found).toEqual([expect.stringContaining('33')]);
    expect(found.join()).not.toContain('|9');
  });

  it('an amount in the wrong unit keeps its digits', async () => {
    const text = '年初预算为9.00元，支出决算为8.02万元，为年初预算的89.1%。';
    expect(await contradictions('某局2024年度部门决算', threePublic, `公务接待费${text}`)).toEqual(['9.00']);
  });

  it('a part in the wrong unit is put right, not the part that is nothing', async () => {
    const text = '政府采购预算总额1.70万元，其中：货物预算10200万元、工程预算0万元、服务预算0.68万元。';
    expect(await contradictions('某局2025年部门预算', '政府采购情况', text)).toEqual(['10200']);
  });

  it('a part that is larger than its whole by a slip is put right by its share', async () => {
    const text = '收入预算2,284.67万元，其中：事业收入327100万元，占1.43%；其他收入2251.96万元，占98.57%。';
    expect(await contradictions('某局2025年部门预算', '收入预算情况说明', text)).toEqual(['327100']);
  });

  it('shares in paragraphs of their own are of the amount that their amounts add up to', async () => {
    const section = '三、支出预算情况说明';
    const parts = ['1．基本支出60.00万元，占60.00%；', '2．项目支出40.00万元，占45.00%。'];
    const head = '2025年支出预算100.00万元，其中：';
    expect(await contradictions('某局2025年部门预算', section, head, ...parts)).toEqual(['45.00%']);
    const others = parts.map((text) => text.replace('支出60', '支出61'));
    expect(await contradictions('某局2025年部门预算', section, head, ...others)).not.toContain('45.00%');
  });

  it('as many items as were counted add up', async () => {
    const text =
      '编报绩效目标的项目共3个，涉及项目预算资金98.00万元。其中：中介服务费18.00万元，财政业务费1.00万元，系统维护费70.00万元。';
    expect(await contradictions('某局2025年部门预算', '绩效目标设置情况', text)).toHaveLength(1);
    const some = text.replace('共3个', '共4个');
    expect(await contradictions('某局2025年部门预算', '绩效目标设置情况', some)).toEqual([]);
  });

  it('a whole number of an amount without its unit is an amount', async () => {
    const section = '四、财政拨款收支预算总体情况说明';
    const text = '财政拨款支出预算100万元，其中：一般公共预算支出90万元；政府性基金预算支出为10。';
    expect(await contradictions('某馆2025年单位预算', section, text)).toEqual([]);
    const wrong = text.replace('支出为10', '支出为16');
    expect(await contradictions('某馆2025年单位预算', section, wrong)).toHaveLength(1);
  });

  it('a list that names more than the usual parts of an item adds up by itself', async () => {
    const text =
      '2016年公务用车购置及运行维护费100万元（其中，公务用车购置费20万元，公务用车运行维护费50万元，其他交通工具购置10万元，其他交通费用20万元）。';
    expect(await contradictions('某县2016年“三公”经费情况说明', threePublic, text)).toEqual([]);
    const short = text.replace('，其他交通工具购置10万元，其他交通费用20万元', '');
    expect(await contradictions('某县2016年“三公”经费情况说明', threePublic, short)).toHaveLength(1);
  });

  it('offers no correction that nobody would have printed', async () => {
    const text = '公务接待费5.21万元，与2023年决算相比，减少0.1万元，下降0.006%。';
    expect(await contradictions('某办2024年度部门决算', threePublic, text)).toEqual(['0.006%']);
  });
});
