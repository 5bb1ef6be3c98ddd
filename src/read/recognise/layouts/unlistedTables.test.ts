import { describe, expect, it } from 'vitest';
import { accounts, budget, tableAlarms } from './budgetFixture.ts';
import { amountsOf, read } from './layoutFixture.ts';

/** The amounts of the nth table, row/column = text and scope, without the year. */
function amountsIn(disclosure: ReturnType<typeof budget>, nth: number): readonly string[] {
  const key = disclosure.tables[nth]?.key ?? '?';
  return [...amountsOf(disclosure)]
    .filter(([place]) => place.startsWith(`${key}/`))
    .map(([place, words]) => `${place.slice(key.length + 1)}=${words.replace(/ year=2027$/, '')}`);
}

describe('tables that no form lists', () => {
  it('are read by the words of their titles, whatever their columns', () => {
    const disclosure = budget(
      '支出预算分类汇总表（按政府预算经济分类）\n单位：万元\n|科目编码|科目名称|总计|机关工资福利支出|机关商品和服务支出|\n||合计|100.00|55.00|45.00|\n|213|农林水支出|100.00|55.00|45.00|',
      '部门预算基本支出预算表\n单位：万元\n|支出项目类别（资金使用单位）|总计|一般公共预算|其他资金|\n|合计|60.00|60.00||\n|青山市水务局机关|60.00|60.00||\n|工资福利支出|50.00|50.00||\n|商品和服务支出|10.00|10.00||',
    );
    expect(disclosure.tables.map(({ key, number }) => [key, number])).toEqual([
      ['balance', 1],
      ['other1', 101],
      ['other2', 102],
    ]);
    expect(amountsIn(disclosure, 1)).toContain(
      '213/economic501=55.00 flow=expenditure function=213 govEconomic=501',
    );
    expect(amountsIn(disclosure, 2)).toContain(
      '工资福利支出/general=50.00 deptEconomic=301 flow=expenditure fund=general nature=basic unit=青山市水务局机关',
    );
    expect([tableAlarms(disclosure), disclosure.unplaced]).toEqual([[], []]);
  });

  it('are none where no amounts stand below the title, or it speaks of other things', () => {
    const counts = '支出政策清单表\n|序号|内容|\n|1|补助|\n|2|奖励|\n|3|贴息|';
    expect(
      budget(counts, '项目支出绩效评价情况表\n单位：万元\n|项目|金额|\n|甲|5.00|\n|乙|6.00|').tables,
    ).toHaveLength(1);
  });

  it('stand beside one of the form with the same facts, functions in one and economic items in the other', () => {
    const disclosure = budget(
      '一般公共预算基本支出明细表（按支出功能分类科目）\n单位：万元\n|科目编码|科目名称|合计|人员经费|公用经费|\n||合计|60.00|50.00|10.00|\n|213|农林水支出|60.00|50.00|10.00|',
      '一般公共预算基本支出明细表（按支出经济分类科目）\n单位：万元\n|科目编码|科目名称|合计|人员经费|公用经费|\n||合计|60.00|50.00|10.00|\n|301|工资福利支出|50.00|50.00||\n|302|商品和服务支出|10.00||10.00|',
    );
    expect(disclosure.tables.map(({ key }) => key)).toEqual(['balance', 'other1', 'basicByEconomic']);
    expect(amountsIn(disclosure, 1)[3]).toBe(
      '213/total=60.00 flow=expenditure function=213 fund=general nature=basic',
    );
    expect(tableAlarms(disclosure)).toEqual([]);
  });
});

describe('rows seen from what they hold', () => {
  it('收入 and 支出 as a list with sums and without codes', () => {
    const disclosure = budget(
      '收入总体情况表\n单位：万元\n|项目|2027年预算|\n|一、财政拨款|90.00|\n|（一）一般公共预算拨款|90.00|\n|二、其他资金|0.00|\n|本年收入合计|90.00|\n|三、上级补助收入||\n|四、上年结转|10.00|\n|收入总计|100.00|',
      '支出总体情况表\n单位：万元\n|项目|2027年预算|\n|一、基本支出|60.00|\n|1.工资福利支出|50.00|\n|2.商品和服务支出|10.00|\n|二、项目支出|40.00|\n|本年支出合计|100.00|\n|三、结转下年||\n|支出总计|100.00|',
    );
    expect(amountsIn(disclosure, 2)).toContain(
      '1.工资福利支出/amount=50.00 deptEconomic=301 flow=expenditure nature=basic',
    );
    expect([tableAlarms(disclosure), disclosure.unplaced]).toEqual([[], []]);
  });

  it('codes in brackets before their names, and codes printed in parts and once more as a whole', () => {
    const disclosure = budget(
      '支出总表\n单位：万元\n|科目编码|<|<|科目编码|科目名称|合计|基本支出|项目支出|\n|类|款|项|^|^|^|^|^|\n|||||合计|100.00|60.00|40.00|\n|213|||213|农林水支出|100.00|60.00|40.00|\n|213|03||21303|水利|100.00|60.00|40.00|\n|213|03|01|2130301|行政运行|60.00|60.00||\n|213|03|14|2130314|防汛|40.00||40.00|',
      '一般公共预算基本支出情况表（按支出经济分类科目）\n单位：万元\n|部门预算支出经济科目|2027年预算|\n|合计|60.00|\n|[301]工资福利支出|50.00|\n|[30101]基本工资|50.00|\n|[302]商品和服务支出|10.00|\n|[30201]办公费|10.00|',
    );
    expect(disclosure.tables.flatMap(({ rows }) => rows.flatMap(({ code }) => code ?? []))).toEqual([
      '213',
      '21303',
      '2130301',
      '2130314',
      '301',
      '30101',
      '302',
      '30201',
    ]);
    expect(tableAlarms(disclosure)).toEqual([]);
  });

  it('units among economic items, and projects below an item that repeat its code', () => {
    const disclosure = budget(
      '一般公共预算基本支出预算表\n单位：万元\n|科目编码|<|单位代码|单位名称（科目）|合计|人员经费|公用经费|\n|类|款|^|^|^|^|^|\n||||合计|60.00|50.00|10.00|\n|||305001|青山市水务局机关|35.00|30.00|5.00|\n|301||305001|工资福利支出|30.00|30.00||\n|302||305001|商品和服务支出|5.00||5.00|\n|||305002|青山市水文站|25.00|20.00|5.00|\n|301||305002|工资福利支出|20.00|20.00||\n|302||305002|商品和服务支出|5.00||5.00|',
      '一般公共预算项目支出预算表\n单位：万元\n|科目编码|<|<|单位代码|单位名称（科目）|金额|\n|类|款|项|^|^|^|\n|||||合计|40.00|\n||||305001|青山市水务局机关|40.00|\n|213|03|14|305001|防汛|40.00|\n|213|03|14|305001|防汛物资储备|25.00|\n|213|03|14|305001|预警系统维护|15.00|',
    );
    expect(amountsIn(disclosure, 1)).toContain(
      '301#2/personnel=20.00 deptEconomic=301 flow=expenditure fund=general nature=personnel unit=青山市水文站',
    );
    expect(amountsIn(disclosure, 2).at(-1)).toBe(
      '2130314#3/amount=15.00 flow=expenditure function=2130314 fund=general nature=project project=预警系统维护 unit=青山市水务局机关',
    );
    expect(tableAlarms(disclosure)).toEqual([]);
  });

  it('units in turn with their projects, no department above them', () => {
    const disclosure = budget(
      '专项资金预算汇总表\n单位：万元\n|单位编码|单位名称（专项名称）|总计|\n||合计|40.00|\n|1|青山市水务局机关|25.00|\n||防汛物资储备|20.00|\n||预警系统维护|5.00|\n|2|青山市水文站|15.00|\n||水文测验|15.00|',
    );
    expect(amountsIn(disclosure, 1).map((words) => / unit=(\S+)/.exec(words)?.[1])).toEqual([
      undefined,
      '青山市水务局机关',
      '青山市水务局机关',
      '青山市水务局机关',
      '青山市水文站',
      '青山市水文站',
    ]);
    expect(tableAlarms(disclosure)).toEqual([]);
  });

  it('an economic code that repeats, each time with another code of 政府预算支出经济分类', () => {
    const disclosure = budget(
      '一般公共预算基本支出情况表\n单位：万元\n|部门预算经济分类|<|<|政府预算经济分类|<|<|合计|人员经费|公用经费|\n|类|款|科目名称|类|款|科目名称|^|^|^|\n|合计|<|<|<|<|<|60.00|50.00|10.00|\n|301|01|基本工资|501|01|工资奖金津补贴|30.00|30.00||\n|301|01|基本工资|505|01|工资福利支出|20.00|20.00||\n|302|01|办公费|502|01|办公经费|10.00||10.00|',
    );
    expect(amountsIn(disclosure, 1).filter((words) => words.startsWith('30101'))).toHaveLength(4);
    expect(tableAlarms(disclosure)).toEqual([]);
  });
});

describe('columns of provinces', () => {
  it('strips named by no known head, with a heading that repeats the sum below', () => {
    const disclosure = read(`青山市水务局2027年部门综合预算
部门综合预算收支总表
单位：万元
|收入|<|支出|<|<|<|
|项目|预算数|支出功能分科目（按大类）|预算数|部门支出分类栏|预算数|
|一、部门预算|90.00|一、农林水支出|100.00|一、部门预算|100.00|
|1、财政拨款|90.00|||1、人员经费和公用经费支出|60.00|
|(1)一般公共预算拨款|90.00|||(1)工资福利支出|60.00|
|||||2、专项业务经费支出|40.00|
|本年收入合计|90.00|本年支出合计|100.00|本年支出合计|100.00|
|上年结转|10.00|结转下年||结转下年||
|收入总计|100.00|支出总计|100.00|支出总计|100.00|`);
    expect(amountsOf(disclosure).get('balance/(1)工资福利支出/amount2')).toContain('nature=basic');
    expect([tableAlarms(disclosure), disclosure.unplaced]).toEqual([[], []]);
  });

  it('funds beside 上年结转 in a table of expenditure are this year’s where only so they make up the total', () => {
    const rows = (general: string): string =>
      `支出总表\n单位：万元\n|科目编码|科目名称|合计|一般公共预算拨款|上年结转|\n||合计|100.00|${general}|10.00|\n|213|农林水支出|100.00|${general}|10.00|`;
    const vintages = ['90.00', '100.00'].map((general) =>
      amountsIn(budget(rows(general)), 1).find((words) => words.startsWith('213/general')),
    );
    expect(vintages[0]).toContain('vintage=current');
    expect(vintages[1]).not.toContain('vintage');
  });

  it('years as rows, and 会议费 and 培训费 beside the three public expenses of units', () => {
    const years = budget(
      '财政拨款“三公”经费支出表\n单位：万元\n|年度|“三公”经费合计|因公出国（境）费用|公务接待费|\n|2026年|5.00||5.00|\n|2027年|4.00||4.00|',
    );
    expect([...amountsOf(years).values()].filter((words) => words.includes('reception'))).toEqual([
      '5.00 flow=expenditure item=reception year=2026',
      '4.00 flow=expenditure item=reception year=2027',
    ]);
    const units = budget(
      '“三公”经费及会议费、培训费支出预算表\n单位：万元\n|单位名称|上年|<|<|当年|<|<|增减变化情况|\n|^|合计|公务接待费|培训费|合计|公务接待费|培训费|^|\n|合计|8.00|5.00|3.00|6.00|4.00|2.00|-2.00|\n|青山市水务局机关|8.00|5.00|3.00|6.00|4.00|2.00|-2.00|',
    );
    expect([tableAlarms(units), units.unplaced]).toEqual([[], []]);
  });
});

describe('final accounts', () => {
  it('收入决算表 twice, by functions and by units; 项目支出决算表', () => {
    const disclosure = accounts(
      '收入决算表（按功能分类列示）\n单位：万元\n|科目编码|科目名称|本年收入合计|财政拨款收入|\n||合计|100.00|100.00|\n|213|农林水支出|100.00|100.00|',
      '收入决算表（按单位列示）\n单位：万元\n|单位名称|本年收入合计|财政拨款收入|\n|合计|100.00|100.00|\n|青山市水务局机关|60.00|60.00|\n|青山市水文站|40.00|40.00|',
      '项目支出决算表\n单位：万元\n|项目名称|项目单位|合计|\n|合计||40.00|\n|防汛物资储备|青山市水务局机关|40.00|',
    );
    expect(disclosure.tables.map(({ key }) => key)).toEqual(['balance', 'revenue', 'other1', 'other2']);
    expect(tableAlarms(disclosure)).toEqual([]);
    expect(amountsIn(disclosure, 3).at(-1)).toContain('project=防汛物资储备');
  });

  it('机构运行信息表: a count is no money, a dash beside a heading says nothing', () => {
    const disclosure = accounts(
      '机构运行信息表\n单位：万元\n|项目|预算数|决算数|\n|一、“三公”经费支出|—|—|\n|（一）支出合计|9.00|8.00|\n|1.公务用车购置及运行维护费|7.00|6.50|\n|（1）公务用车购置费|||\n|（2）公务用车运行维护费|7.00|6.50|\n|2.公务接待费|2.00|1.50|\n|（二）相关统计数|—|—|\n|公务用车保有量（辆）|—|3|\n|国内公务接待批次（个）|—|26|',
    );
    const counts = Object.values(disclosure.tables.at(-1)?.rows.at(-1)?.cells ?? {});
    expect(counts.map(({ text, fen }) => [text, fen])).toEqual([
      ['—', null],
      ['26', null],
    ]);
    expect(tableAlarms(disclosure)).toEqual([]);
  });
});
