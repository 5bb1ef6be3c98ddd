import { describe, expect, it } from 'vitest';
import { budget, tableAlarms } from './budgetFixture.ts';
import { amountsOf, documentOf, read } from './layoutFixture.ts';
import { recognise } from '../recognise.ts';

const travel = `“三公”经费支出表
单位：万元
|项目|2027年预算数|
|合计|12.00|
|因公出国（境）费|1.00|
|公务用车购置及运行费|9.00|
|其中：公务用车运行费|4.00|
|公务用车购置费|5.00|
|公务接待费|2.00|`;

describe('其中 in a list without numbers', () => {
  it('ends at the next item of the list', () => {
    const disclosure = budget(travel);
    expect([disclosure.unplaced, tableAlarms(disclosure)]).toEqual([[], []]);
    expect(tableAlarms(budget(travel.replace('接待费|2.00', '接待费|2.50')))).toHaveLength(1);
  });

  it('goes on over the parts of 上年结转, which are then not all there are', () => {
    const disclosure = read(`青山市水务局2027年部门预算
收支总表
单位：万元
|收入|<|支出|<|
|项目|预算数|项目|预算数|
|一、一般公共预算拨款收入|90.00|一、农林水支出|100.00|
|本年收入合计|90.00|本年支出合计|100.00|
|上年结转|10.00|结转下年||
|其中：财政拨款结转|7.00|||
|单位资金结转|2.00|||
|收入总计|100.00|支出总计|100.00|`);
    expect(disclosure.unplaced.map(({ text, part }) => [text, part])).toEqual([
      ['7.00', true],
      ['2.00', true],
    ]);
    expect(tableAlarms(disclosure)).toEqual([]);
  });
});

describe('政府采购预算表', () => {
  const kinds = `政府采购预算表
单位：万元
|项目|金额|
|合计|12.00|
|货物|5.00|
|工程||
|服务|7.00|`;
  const list = `政府采购预算表
单位：万元
|项目名称|采购品目名称|计量单位|采购数量|合计|一般公共预算|政府性基金预算|
|合计|<|<|3|12.00|8.00|4.00|
|防汛|台式计算机|台|2|5.00|5.00||
|值守|物业管理服务|项|1|7.00|3.00|4.00|`;

  it('names goods, works and services by themselves', () => {
    expect(amountsOf(budget(kinds)).get('procurement/服务/amount')).toContain('item=services');
    expect(tableAlarms(budget(kinds))).toEqual([]);
    expect(tableAlarms(budget(kinds.replace('|5.00|', '|5.50|')))).toHaveLength(1);
  });

  it('lists purchases: each is a part of the total, a quantity is no amount', () => {
    const disclosure = budget(list);
    expect([disclosure.unplaced, tableAlarms(disclosure)]).toEqual([[], []]);
    expect(tableAlarms(budget(list.replace('|7.00|3.00|', '|7.00|3.50|')))).toHaveLength(1);
  });
});

it('a unit whose row has neither code nor function opens its functions', () => {
  const disclosure = budget(`收入总表
单位：万元
|科目编码|科目名称|单位名称|合计|上年结转|一般公共预算拨款收入|
|||合计|100.00|10.00|90.00|
|||青山市水务局本级|60.00|10.00|50.00|
|2130301|行政运行|青山市水务局本级|60.00|10.00|50.00|
|||青山市水库管理站|40.00||40.00|
|2130304|水利行业业务管理|青山市水库管理站|40.00||40.00|`);
  expect(amountsOf(disclosure).get('revenue/青山市水库管理站/total')).toContain('unit=青山市水库管理站');
  expect([disclosure.unplaced, tableAlarms(disclosure)]).toEqual([[], []]);
});

it('本年预算 is all there is on the side of a balance that has no column of 上年结转', () => {
  const disclosure = read(`青山市水务局2027年部门预算
收支总表
单位：万元
|收入|<|支出|<|<|<|
|项目|本年预算|项目|合计|本年预算|上年结转|
|一、一般公共预算拨款收入|90.00|一、农林水支出|100.00|90.00|10.00|
|本年收入合计|90.00|本年支出合计|100.00|90.00|10.00|
|上年结转|10.00|||||
|收入总计|100.00|支出总计|100.00|90.00|10.00|`);
  expect([disclosure.unplaced, tableAlarms(disclosure)]).toEqual([[], []]);
  expect(amountsOf(disclosure).get('balance/上年结转/amount')).toContain('vintage=carriedOver');
});

it('the cover names a body with 本级, and 附件1-2 inside a table is a line above its unit', () => {
  const source = documentOf(`2027年青山市水务局本级部门预算公开
|收支总表|<|
|附件1-2|<|
||单位：千元|
|项目|预算数|
|本年收入合计|90.0|
|收入总计|90.0|
|本年支出合计|90.0|
|支出总计|90.0|`);
  const disclosure = recognise(source);
  expect([disclosure.department.name, disclosure.tables[0]?.unit]).toEqual(['青山市水务局本级', '千元']);
});

it('a misprint leaves the funds beside 上年结转 this year’s', () => {
  const projects = (fiscal: string) =>
    budget(`项目支出表
单位：万元
|项目名称|合计|财政拨款|<|<|单位资金|上年结转|
|^|^|小计|一般公共预算|政府性基金预算|^|^|
|合计|45.00|30.00|22.00|8.00|5.00|10.00|
|堤防管护|45.00|${fiscal}|22.00|8.00|5.00|10.00|`);
  expect(tableAlarms(projects('30.00'))).toEqual([]);
  expect(tableAlarms(projects('39.00'))).toEqual(['table.total 10 堤防管护 fiscal 39.00 30.00']);
});
