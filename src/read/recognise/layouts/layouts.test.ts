import { describe, expect, it } from 'vitest';
import { finalAccounts } from './finalAccounts.ts';
import { alarmsOf, amountsOf, read, verifiedShare, type Merging } from './layoutFixture.ts';
import { ministry } from './ministry.ts';
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
