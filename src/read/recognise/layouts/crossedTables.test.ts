import { describe, expect, it } from 'vitest';
import { accounts, budget, tableAlarms } from './budgetFixture.ts';
import { alarmsOf, amountsOf } from './layoutFixture.ts';

type Read = ReturnType<typeof budget>;

/** What the nth table's amounts mean: row/column = text and scope. */
function meaningsIn(disclosure: Read, nth: number): ReadonlyMap<string, string> {
  const key = `${disclosure.tables[nth]?.key ?? '?'}/`;
  return new Map(
    [...amountsOf(disclosure)].flatMap(([place, words]) =>
      place.startsWith(key) ? [[place.slice(key.length), words.replace(/ year=20\d\d$/, '')] as const] : [],
    ),
  );
}

describe('two classifications in one table', () => {
  const strips = (office: string): string =>
    `部门支出预算经济分类汇总表\n单位：万元\n|政府预算支出经济分类|<|<|<|部门预算支出经济分类|<|<|<|\n|科目编码|科目名称|合计|基本支出|科目编码|科目名称|合计|基本支出|\n||合计|100.00|60.00||合计|100.00|60.00|\n|501|机关工资福利支出|50.00|50.00|301|工资福利支出|50.00|50.00|\n|502|机关商品和服务支出|50.00|10.00|302|商品和服务支出|50.00|10.00|\n|50201|办公经费|50.00|10.00|30201|办公费|${office}|10.00|`;

  it('side by side, each with amounts of its own', () => {
    const disclosure = budget(strips('50.00'));
    const meanings = meaningsIn(disclosure, 1);
    expect(meanings.get('50201/total')).toContain('govEconomic=50201');
    expect(meanings.get('30201/total2')).toContain('deptEconomic=30201');
    expect([tableAlarms(disclosure), disclosure.unplaced]).toEqual([[], []]);
    expect(tableAlarms(budget(strips('58.00')))).toEqual(['table.parent 101 30201 total2 58.00 50.00']);
  });

  const crossed = (first: string): string =>
    `部门基本支出预算表（人员类、运转类公用经费项目）\n单位：万元\n|单位名称|项目代码|项目名称|功能科目编码|功能科目名称|部门经济科目编码|部门经济科目名称|总计|一般公共预算|单位资金|\n|合计|<|<|<|<|<|<|60.00|55.00|5.00|\n|青山市水务局机关|5301|工资支出|2130301|行政运行|30101|基本工资|${first}|30.00||\n|青山市水务局机关|5301|工资支出|2130301|行政运行|30102|津贴补贴|15.00|15.00||\n|青山市水务局机关|5302|公用经费|2130301|行政运行|30201|办公费|10.00|10.00||\n|青山市水文站|5303|公用经费|2130310|水土保持|30201|办公费|5.00||5.00|`;

  it('project, function and economic item in one row: each row is a part of its own', () => {
    const disclosure = budget(crossed('30.00'));
    expect([...meaningsIn(disclosure, 1)].slice(3, 4)).toEqual([
      ['2130301/total', '30.00 flow=expenditure nature=basic project=工资支出#1 unit=青山市水务局机关'],
    ]);
    expect([tableAlarms(disclosure), disclosure.unplaced]).toEqual([[], []]);
    expect(tableAlarms(budget(crossed('80.00')))).toEqual(['table.row 101 2130301 total 80.00 30.00']);
  });

  it('one project with two functions is no doubled row', () => {
    const disclosure = budget(
      '部门项目支出预算表\n单位：万元\n|项目名称|单位名称|功能科目编码|<|<|功能科目名称|合计|一般公共预算|\n|^|^|类|款|项|^|^|^|\n|合计||||||40.00|40.00|\n|堤防管护|青山市水务局机关|213|03|06|水利工程|20.00|20.00|\n|堤防管护|青山市水务局机关|213|03|14|防汛|20.00|20.00|',
    );
    expect(meaningsIn(disclosure, 1).get('2130306/total')).toContain('project=堤防管护#1');
    expect(tableAlarms(disclosure)).toEqual([]);
  });
});

describe('units', () => {
  it('a department whose number looks like a class, above units and their functions', () => {
    const disclosure = budget(
      '支出总表\n单位：万元\n|科目编码|科目名称|合计|基本支出|项目支出|\n||合计|100.00|60.00|40.00|\n|213|青山市水务局|100.00|60.00|40.00|\n|213001|青山市水务局机关|100.00|60.00|40.00|\n|213|农林水支出|100.00|60.00|40.00|\n|21303|水利|100.00|60.00|40.00|',
      '一般公共预算“三公”经费支出表\n单位：万元\n|单位编码|单位名称|“三公”经费合计|公务接待费|\n||合计|5.00|5.00|\n|213|青山市水务局|5.00|5.00|\n|213001|青山市水务局机关|3.00|3.00|\n|213002|青山市水文站|2.00|2.00|',
      '一般公共预算基本支出明细表（按单位）\n单位：万元\n|科目编码|科目名称|合计|人员经费|公用经费|\n||合计|60.00|50.00|10.00|\n|213|青山市水务局|60.00|50.00|10.00|\n|213001|青山市水务局机关|60.00|50.00|10.00|\n|301|工资福利支出|50.00|50.00||\n|302|商品和服务支出|10.00||10.00|',
    );
    expect(meaningsIn(disclosure, 1).get('213/total')).toContain(
      'function=213 unit=青山市水务局›青山市水务局机关',
    );
    expect(meaningsIn(disclosure, 2).get('青山市水文站/reception')).toContain(
      'unit=青山市水务局›青山市水文站',
    );
    expect(meaningsIn(disclosure, 3).get('301/personnel')).toContain('unit=青山市水务局›青山市水务局机关');
    expect([tableAlarms(disclosure), disclosure.unplaced]).toEqual([[], []]);
  });

  it('合计 in the first of several label columns', () => {
    const disclosure = budget(
      '项目支出表\n单位：万元\n|项目单位|项目类别|项目名称|合计|\n|合计|||40.00|\n|青山市水务局机关|特定目标类|堤防管护|25.00|\n|青山市水文站|特定目标类|水文测验|15.00|',
    );
    expect(meaningsIn(disclosure, 1).get('合计/total')).toBe('40.00 flow=expenditure nature=project');
    expect(tableAlarms(disclosure)).toEqual([]);
  });
});

describe('columns', () => {
  const projects = (carried: string): string =>
    `项目支出表\n单位：万元\n|项目名称|合计|财政拨款|<|<|单位资金|财政拨款上年结转|\n|^|^|小计|一般公共预算|政府性基金预算|^|^|\n|合计|45.00|30.00|22.00|8.00|5.00|${carried}|\n|堤防管护|45.00|30.00|22.00|8.00|5.00|${carried}|`;

  it('上年结转 of one fund beside it: the fund’s own column is this year’s, others are whole', () => {
    const meanings = meaningsIn(budget(projects('10.00')), 1);
    expect(meanings.get('合计/general')).toContain('fund=general nature=project vintage=current');
    expect(meanings.get('合计/unitFunds')).not.toContain('vintage');
  });

  it('the same columns where 上年结转 is within the funds', () => {
    const whole = projects('10.00').replaceAll('45.00', '35.00');
    expect(meaningsIn(budget(whole), 1).get('合计/general')).not.toContain('vintage');
  });

  it('其中：一般公共预算 alone beside 财政拨款 says all that it means', () => {
    const disclosure = budget(
      '财政拨款支出表\n单位：万元\n|科目编码|科目名称|合计|其中：一般公共预算|\n||合计|100.00|90.00|\n|213|农林水支出|100.00|90.00|',
    );
    expect(meaningsIn(disclosure, 1).get('213/general')).toContain('fund=general');
    expect([tableAlarms(disclosure), disclosure.unplaced]).toEqual([[], []]);
  });
});

describe('titles', () => {
  it('of earlier years, and without the word 表 below a label', () => {
    const disclosure = budget(
      '公共财政预算拨款支出预算表\n单位：万元\n|科目编码|科目名称|合计|\n||合计|90.00|\n|213|农林水支出|90.00|',
      '表8\n一般公共预算机关运行经费\n单位：万元\n|科目编码|科目名称|机关运行经费|\n||合计|10.00|\n|30201|办公费|10.00|',
    );
    expect(disclosure.tables.map(({ key, title }) => [key, title])).toEqual([
      ['balance', '收支总表'],
      ['generalExpenditure', '公共财政预算拨款支出预算表'],
      ['operating', '一般公共预算机关运行经费'],
    ]);
    expect(meaningsIn(disclosure, 1).get('213/total')).toContain('fund=general');
  });
});

describe('final accounts', () => {
  const operations = (office: string, goods: string): string =>
    `“三公”经费、行政参公单位机关运行经费情况表\n单位：万元\n|项目|行次|预算数|决算统计数|\n|一、“三公”经费支出|1|—|—|\n|（一）支出合计|2|9.00|8.00|\n|1．公务用车购置及运行维护费|3|7.00|6.50|\n|（1）公务用车购置费|4|||\n|（2）公务用车运行维护费|5|7.00|6.50|\n|2．公务接待费|6|2.00|1.50|\n|（1）国内接待费|7|—|1.50|\n|（2）国（境）外接待费|8|—||\n|（二）相关统计数|9|—|—|\n|1．公务用车保有量（辆）|10|—|3|\n|二、机关运行经费|11|—|12.00|\n|（一）行政单位|12|—|${office}|\n|（二）参照公务员法管理事业单位|13|—|2.00|\n\n政府采购支出决算表\n单位：万元\n|项目|金额|\n|（一）政府采购支出合计|30.00|\n|1.政府采购货物支出|${goods}|\n|2.政府采购工程支出||\n|3.政府采购服务支出|18.00|\n|（二）政府采购授予中小企业合同金额|25.00|`;

  it('expenses, operating funds and procurement with their parts; a dash fills nothing in', () => {
    const disclosure = accounts(operations('10.00', '12.00'));
    expect(meaningsIn(disclosure, 2).get('（二）政府采购授予中小企业合同金额/amount')).toContain(
      'item=procurement/smeContracts',
    );
    expect([tableAlarms(disclosure), disclosure.unplaced]).toEqual([[], []]);
    expect(tableAlarms(accounts(operations('1.00', '12.00')))).toHaveLength(1);
    expect(tableAlarms(accounts(operations('10.00', '21.00')))).toHaveLength(1);
  });

  it('are compared with the text', () => {
    const text =
      '第二部分 部门决算情况说明\n一、机关运行经费支出情况说明\n2026年度机关运行经费支出13.00万元。\n二、政府采购支出情况说明\n2026年度政府采购支出总额30.00万元，其中：政府采购货物支出12.00万元、政府采购服务支出18.00万元。授予中小企业合同金额26.00万元。';
    const told = alarmsOf(accounts(operations('10.00', '12.00'), text)).filter((alarm) =>
      alarm.startsWith('narrative'),
    );
    expect(told).toHaveLength(2);
    expect(told[0]).toMatch(/13\.00 12\.00$/);
    expect(told[1]).toMatch(/25\.00 26\.00$|26\.00 25\.00$/);
  });

  it('revenue and expenditure of 一般公共预算 in one table; a row of amounts above counts of another layout', () => {
    const disclosure = accounts(
      '一般公共预算财政拨款收入支出决算表\n单位：万元\n|科目编码|科目名称|年初结转和结余|本年收入|本年支出|<|<|年末结转和结余|\n|^|^|^|^|合计|基本支出|项目支出|^|\n||合计|10.00|100.00|95.00|60.00|35.00|15.00|\n|213|农林水支出|10.00|100.00|95.00|60.00|35.00|15.00|',
      '财政拨款“三公”经费支出决算表\n单位：万元\n|预算数|<|决算数|<|\n|合计|公务接待费|合计|公务接待费|\n|2.00|2.00|1.50|1.50|\n|相关统计数：|<|<|<|\n|项目|统计数|项目|统计数|\n|国内公务接待批次（个）|8|国内公务接待人次（人）|90|',
    );
    expect(meaningsIn(disclosure, 1).get('213/revenue')).toContain(
      'flow=revenue function=213 fund=general vintage=current',
    );
    expect(disclosure.tables[2]?.rows).toHaveLength(1);
    expect(disclosure.tables[1]?.key).toBe('generalAccounts');
    expect(disclosure.unplaced).toEqual([]);
  });
});
