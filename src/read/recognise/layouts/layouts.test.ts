import { describe, expect, it } from 'vitest';
import { cellStyles } from './cellStyles.ts';
import { finalAccounts } from './finalAccounts.ts';
import { fundGroups } from './fundGroups.ts';
import { itemTables } from './itemTables.ts';
import { alarmsOf, amountsOf, read, verifiedShare, type Merging } from './layoutFixture.ts';
import { ministry } from './ministry.ts';
import { codedUnits, olderWords, oneSheet, undecided, widerItems } from './smallLayouts.ts';
import { unitRows } from './unitRows.ts';

interface Layout {
  readonly name: string;
  readonly text: string;
  readonly form: string | null;
  /** Cells that are hard to place: table key/row/column, and what they stand for. */
  readonly amounts: Readonly<Record<string, string>>;
  /** One printed row changed, and the first culprit: table, row, column, printed, expected. */
  readonly planted: readonly [printed: string, changed: string, finding: string];
}

const layouts: readonly Layout[] = [
  {
    name: 'nine tables with last year, changes, and funds beside 上年结转',
    text: ministry,
    form: 'national-9',
    amounts: {
      'revenue/2130305/carriedOver': '60.00 flow=revenue function=2130305 vintage=carriedOver year=2024',
      'revenue/2130305/general':
        '300.00 flow=revenue function=2130305 fund=general vintage=current year=2024',
      'revenue/2130399/businessIncome':
        '8.00 flow=revenue function=2130399 fund=businessIncome vintage=current year=2024',
      'expenditure/2130399/business': '8.00 flow=expenditure function=2130399 nature=business year=2024',
      'appropriation/（二）政府性基金预算拨款#2/amount':
        '20.00 flow=revenue fund=governmentFund vintage=carriedOver year=2024',
      'generalExpenditure/213/previous':
        '550.00 flow=expenditure function=213 fund=general vintage=current year=2023',
      'generalExpenditure/213/total':
        '590.00 flow=expenditure function=213 fund=general vintage=current year=2024',
      'threePublic//previousVehicles': '12.00 flow=expenditure item=vehicles year=2023',
      'threePublic//total': '15.00 flow=expenditure item=threePublic year=2024',
    },
    planted: [
      '|2130305|    水利工程建设|360.00||360.00||||',
      '|2130305|    水利工程建设|360.00||350.00||||',
      '3 2130305 project 350.00 360.00',
    ],
  },
  {
    name: 'units over functions, three lists of expenditure side by side',
    text: unitRows,
    form: 'national-9',
    amounts: {
      'balance/一、工资福利支出/amount2': '115.00 deptEconomic=301 flow=expenditure year=2023',
      'balance/一、机关工资福利支出/amount3': '66.00 flow=expenditure govEconomic=501 year=2023',
      'expenditure/2210201#2/basic':
        '4.00 flow=expenditure function=2210201 nature=basic unit=青山县民政局›青山县社会福利院 year=2023',
      'generalExpenditure/2081005/project':
        '14.00 flow=expenditure function=2081005 fund=general nature=project unit=120›青山县社会福利院 year=2023',
      'threePublic/合计/previousReception': '2.50 flow=expenditure item=reception year=2022',
      'projects/福利院运行/unitFunds':
        '10.00 flow=expenditure fund=unitFunds nature=project project=福利院运行 unit=青山县社会福利院 year=2023',
    },
    planted: [
      '|120001|2080299|其他民政管理事务支出|40.00||40.00|',
      '|120001|2080299|其他民政管理事务支出|40.00||41.00|',
      '5 2080299 project 41.00 40.00',
    ],
  },
  {
    name: 'final accounts: line numbers, numbered heads, 其中, strips, in 元',
    text: finalAccounts,
    form: 'national-9-final',
    amounts: {
      'balance/使用非财政拨款结余（含专用结余）/amount':
        '30,000.00 flow=revenue vintage=usedSurplus year=2023',
      'balance/年末结转和结余/amount': '40,000.00 flow=expenditure year=2023',
      'basicByEconomic/31002/operating':
        '20,000.00 deptEconomic=31002 flow=expenditure fund=general nature=operating year=2023',
      'basicByEconomic/公用经费合计/operating':
        '570,000.00 flow=expenditure fund=general nature=operating year=2023',
    },
    planted: [
      '|30211|差旅费|150,000.00||||',
      '|30211|差旅费|105,000.00||||',
      '6 30211 operating 105,000.00 150,000.00',
    ],
  },
  {
    name: 'a sheet with captions inside, 千元, ￥, a cell in 万元, brackets, a table that runs on; no form fits',
    text: cellStyles,
    form: null,
    amounts: {
      'balance/上年结转/amount': '(50.00) flow=revenue vintage=carriedOver year=2022',
      'balance/一、财政拨款（补助）/amount': '￥8,100.00 flow=revenue fund=fiscal vintage=current year=2022',
      'expenditure/2130205/project': '2,450.00 flow=expenditure function=2130205 nature=project year=2022',
      'generalExpenditure/2110499/total': '10万元 flow=expenditure function=2110499 fund=general year=2022',
      'basicByEconomic/30113/personnel':
        '450.00 deptEconomic=30113 flow=expenditure fund=general nature=personnel year=2022',
    },
    planted: [
      '|2130205|森林资源培育|2,450.00|-|2,450.00|',
      '|2130205|森林资源培育|2,540.00|-|2,450.00|',
      '3 2130205 total 2,540.00 2,450.00',
    ],
  },
  {
    name: 'nature over economic classes, unlabelled totals, both economic codes in a row, items over two years',
    text: itemTables,
    form: 'national-9',
    amounts: {
      'balance/工资福利支出/amount': '240.00 deptEconomic=301 flow=expenditure nature=basic year=2025',
      'generalExpenditure/2050203/basic':
        '300.00 flow=expenditure function=2050203 fund=general nature=basic year=2025',
      'threePublic/1.公务用车购置/previous': '0.00 flow=expenditure item=vehiclePurchase year=2024',
      'threePublic/“三公”经费/amount': '10.00 flow=expenditure item=threePublic year=2025',
    },
    planted: [
      '|2.公务用车运行维护费|9.00|8.00|-1.00|-11.11|',
      '|2.公务用车运行维护费|9.00|6.00|-1.00|-11.11|',
      '7 2.公务用车运行维护费 amount 6.00 8.00',
    ],
  },
  {
    name: 'funds grouped by vintage, last year beside this year, 三公 in 元',
    text: fundGroups,
    form: 'national-9',
    amounts: {
      'revenue/青山州农业技术推广站/unitFunds2':
        '5.00 flow=revenue fund=unitFunds unit=青山州农业农村局›青山州农业技术推广站 vintage=carriedOver year=2024',
      'expenditure/2130106/unitFunds': '67.00 flow=expenditure function=2130106 fund=unitFunds year=2024',
      'generalExpenditure/213/previousBasic':
        '250.00 flow=expenditure function=213 fund=general nature=basic vintage=current year=2023',
      'generalExpenditure/213/operating':
        '40.00 flow=expenditure function=213 fund=general nature=operating vintage=current year=2024',
      'threePublic//vehicleRunning': '60,000.00 flow=expenditure item=vehicleRunning year=2024',
    },
    planted: [
      '|205002|青山州农业技术推广站|182.00|177.00|115.00|',
      '|205002|青山州农业技术推广站|182.00|171.00|115.00|',
      '2 青山州农业技术推广站 total2 171.00 177.00',
    ],
  },
  {
    name: 'unit codes beside 类 款 项 without class rows, 当年财政拨款安排 beside 上年结转安排',
    text: codedUnits,
    form: null,
    amounts: {
      'expenditure/2140106#2/project':
        '120.00 flow=expenditure function=2140106 nature=project unit=青山县交通运输局›青山县公路站 year=2024',
      'generalExpenditure/2140106/basic':
        '200.00 flow=expenditure function=2140106 fund=general nature=basic vintage=current year=2024',
      'generalExpenditure/2140106/project2':
        '80.00 flow=expenditure function=2140106 fund=general nature=project vintage=carriedOver year=2024',
    },
    planted: [
      '||||330002|青山县公路站|340.00|220.00|120.00|||',
      '||||330002|青山县公路站|340.00|202.00|120.00|||',
      '3 青山县公路站 basic 202.00 220.00',
    ],
  },
  {
    name: 'two tables on one sheet',
    text: oneSheet,
    form: null,
    amounts: {
      'revenue/2012604/serviceIncome': '50,000.00 flow=revenue function=2012604 fund=serviceIncome year=2024',
      'expenditure/2012604/project': '300,000.00 flow=expenditure function=2012604 nature=project year=2024',
    },
    planted: [
      '|2012601|行政运行|1,200,000.00|1,200,000.00|0.00|\n|2012604|档案馆|300,000.00|0.00|300,000.00|',
      '|2012601|行政运行|1,200,000.00|1,200,000.00|0.00|\n|2012604|档案馆|300,000.00|0.00|30,000.00|',
      '3 2012604 project 30,000.00 300,000.00',
    ],
  },
  {
    name: 'functions and natures side by side, economic classes as columns, codes and names in one cell',
    text: olderWords,
    form: null,
    amounts: {
      'balance/商品和服务支出/amount2': '40.00 deptEconomic=302 flow=expenditure nature=basic year=2019',
      'balance/1.一般公共预算拨款/amount': '310.00 flow=revenue fund=general vintage=current year=2019',
      'expenditure/2130301/economic302':
        '40.00 deptEconomic=302 flow=expenditure function=2130301 nature=basic year=2019',
    },
    planted: [
      '|  对个人和家庭的补助|10.00|',
      '|  对个人和家庭的补助|19.00|',
      '1 对个人和家庭的补助 amount2 19.00 10.00',
    ],
  },
];

const modes: readonly Merging[] = ['merged', 'blank'];

describe.each(layouts)('$name', ({ text, form, amounts, planted }) => {
  it.each(modes)('reads every amount without alarm (%s cells)', (merging) => {
    const disclosure = read(text, merging);
    expect(disclosure.form).toBe(form);
    const found = amountsOf(disclosure);
    expect(Object.fromEntries(Object.keys(amounts).map((key) => [key, found.get(key)]))).toEqual(amounts);
    expect(disclosure.unplaced.filter(({ part }) => !part)).toEqual([]);
    expect(alarmsOf(disclosure)).toEqual([]);
    expect(verifiedShare(disclosure)).toBeGreaterThan(0.95);
  });

  it('finds a planted figure', () => {
    const [printed, changed, finding] = planted;
    expect(text).toContain(printed);
    const alarms = alarmsOf(read(text.replace(printed, changed)));
    expect(alarms.map((alarm) => alarm.replace(/^\S+ /, ''))).toEqual([finding]);
  });
});

describe('heads in the row of totals', () => {
  it('belong to the header; the row keeps its other amounts', () => {
    const printed = '|类|款|项|栏次|1|2|3|4|5|6|\n|^|^|^|合计|||||||\n\n注：本部门没有政府性基金收入';
    const turned = [
      '|合计|<|<|<||30,000.00|合计|基本支出|项目支出||',
      '|212|<|<|城乡社区支出||30,000.00|30,000.00||30,000.00||',
      '\n注：本部门有政府性基金收入',
    ].join('\n');
    expect(finalAccounts).toContain(printed);
    const text = finalAccounts
      .replace(printed, turned)
      .replace(
        '|功能分类科目编码|<|<|科目名称|^|^|小计|基本支出|项目支出|^|\n|合计',
        '|功能分类科目编码|<|<|科目名称|^|^|^|^|^|^|\n|合计',
      );
    const amounts = amountsOf(read(text));
    expect(amounts.get('govFundExpenditure/212/project')).toContain('30,000.00');
    expect(amounts.get('govFundExpenditure/212/total')).toContain('fund=governmentFund');
    expect([...amounts.keys()].filter((key) => key.startsWith('govFundExpenditure/合计'))).toEqual([
      'govFundExpenditure/合计/revenue',
    ]);
  });
});

describe('what the document does not decide', () => {
  it('keeps a table to itself where no reading agrees, and says so', () => {
    const disclosure = read(undecided);
    expect(alarmsOf(disclosure)).toEqual([]);
    expect(amountsOf(disclosure).get('generalExpenditure/合计/total')).toContain(
      'reading=generalExpenditure',
    );
    expect(disclosure.uncertain.map(({ reason }) => reason)).toEqual([expect.stringContaining('口径')]);
    const planted = undecided.replace(
      '|2070308|群众体育|150.00||150.00|',
      '|2070308|群众体育|150.00||105.00|',
    );
    expect(alarmsOf(read(planted)).map((alarm) => alarm.replace(/^\S+ /, ''))).toEqual([
      '5 2070308 project 105.00 150.00',
    ]);
  });

  it('takes a total over 三公, 会议费 and 培训费 for more than the three', () => {
    const disclosure = read(widerItems);
    const amounts = amountsOf(disclosure);
    expect(amounts.get('threePublic//total')).toBe('14.00 flow=expenditure item=listed year=2024');
    expect(amounts.get('threePublic//threePublic')).toBe('7.00 flow=expenditure item=threePublic year=2024');
    expect(amounts.get('threePublic//previousTraining')).toBe(
      '6.00 flow=expenditure item=training year=2023',
    );
    expect(alarmsOf(disclosure)).toEqual([]);
  });

  it('joins a table whose title and head are printed again on the next page', () => {
    const [head = '', rest = ''] = fundGroups.split('部门支出预算表');
    const lines = rest.split('\n');
    const at = lines.findIndex((line) => line.startsWith('|213|'));
    const title = ['', '部门支出预算表', ...lines.slice(1, 4)];
    const paged = [...lines.slice(0, at), ...title, ...lines.slice(at)].join('\n');
    const disclosure = read(`${head}部门支出预算表${paged}`);
    expect(disclosure.tables.find(({ key }) => key === 'expenditure')?.rows).toHaveLength(8);
    expect(alarmsOf(disclosure)).toEqual([]);
  });
});
