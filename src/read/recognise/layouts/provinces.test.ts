import { describe, expect, it } from 'vitest';
import { balanceRows } from './budgetFixture.ts';
import { alarmsOf, amountsOf, read } from './layoutFixture.ts';

const expenditure = `
|科目编码|科目名称|合计|基本支出|项目支出|
||合计|100.00|60.00|40.00|
|213|农林水支出|100.00|60.00|40.00|
|21303|水利|100.00|60.00|40.00|
|2130301|行政运行|60.00|60.00||
|2130314|防汛|40.00||40.00|`;

/** A budget of the usual tables with others in place of some. */
function budget(...tables: readonly string[]): string {
  return `2027年青山市水务局部门预算\n公开01表\n收支总表\n单位：万元${balanceRows}\n\n公开03表\n支出总表\n单位：万元${expenditure}\n\n${tables.join('\n\n')}`;
}

describe('wordings of provinces', () => {
  it('labels with the number first, before or behind the title; the cover names the department after the year', () => {
    const disclosure = read(
      budget(
        '一般公共预算基本支出表\n公开08表\n部门：青山市水务局 金额单位：万元\n|科目编码|科目名称|合计|人员经费|公用经费|\n||合计|60.00|50.00|10.00|',
      ),
    );
    expect(disclosure.tables.map(({ label, title }) => [label, title])).toEqual([
      ['公开01表', '收支总表'],
      ['公开03表', '支出总表'],
      ['公开08表', '一般公共预算基本支出表'],
    ]);
    expect(
      read(`2027年青山市水务局部门预算\n预算01表 收支总表\n单位：万元${balanceRows}`).department.name,
    ).toBe('青山市水务局');
  });

  it('a label and a title with quotes in one line, and a title that runs over two', () => {
    const flat = '|“三公”经费财政拨款预算总额|因公出国（境）费用|公务接待费|\n|3.00||3.00|';
    const titles = [
      '预算11表 财政拨款（含一般公共预算）“三公”经费支出表',
      '预算11表 财政拨款（含一般公共预算）“三公”经费支出\n表',
    ].map((title) => read(budget(`${title}\n单位：万元\n${flat}`)).tables.at(-1));
    expect(titles.map((table) => [table?.label, table?.title])).toEqual([
      ['预算11表', '财政拨款（含一般公共预算）“三公”经费支出表'],
      ['预算11表', '财政拨款（含一般公共预算）“三公”经费支出表'],
    ]);
    expect(titles[0]?.columns[0]?.key).toBe('threePublic');
  });

  it('小计 for this year’s sums where no other row states them, and 单位上年结余', () => {
    const disclosure = read(`青山市水务局2027年部门预算
表一
部门收支总体情况表
单位：万元
|收 入|<|支 出|<|
|项 目|预算数|功能分类|预算数|
|财政拨款（补助）|90.00|213 农林水支出|100.00|
|教育收费（财政专户）|0|||
|小 计|90.00|小 计|100.00|
|单位上年结余（不包括国库集中支付额度结余）|10.00|结转下年||
|收 入 总 计|100.00|支 出 总 计|100.00|`);
    expect([alarmsOf(disclosure).filter((alarm) => alarm.startsWith('table')), disclosure.unplaced]).toEqual([
      [],
      [],
    ]);
    expect(amountsOf(disclosure).get('balance/小 计/amount')).toMatch(/^(?:90|100)\.00 flow=/);
  });

  it('人员经费支出 and 公用经费支出 below 基本支出 are its parts', () => {
    const disclosure = read(`青山市水务局2027年部门预算
部门收支总体情况表
单位：万元
|收入|<|支出|<|
|项目|金额|项目|金额|
|一、一般公共预算|90.00|一、基本支出|60.00|
|||   人员经费支出|50.00|
|||   公用经费支出|10.00|
|||二、项目支出|40.00|
|本年收入合计|90.00|本年支出合计|100.00|
|上年结转|10.00|||
|收入总计|100.00|支出总计|100.00|`);
    expect(alarmsOf(disclosure).filter((alarm) => alarm.startsWith('table'))).toEqual([]);
    expect(amountsOf(disclosure).get('balance/公用经费支出/amount')).toContain('nature=operating');
  });

  it('财政拨款支出表, 机关运行经费 by economic items, 一般公共预算项目支出表 with codes', () => {
    const disclosure = read(
      budget(
        '财政拨款支出表（功能科目）\n单位：万元\n|科目编码|科目名称|合计|基本支出|项目支出|\n||合计|100.00|60.00|40.00|\n|213|农林水支出|100.00|60.00|40.00|',
        '一般公共预算机关运行经费支出预算表\n单位：万元\n|科目编码|科目名称|机关运行经费支出|\n||合计|10.00|\n|302|商品和服务支出|10.00|\n|30201|办公费|10.00|',
        '一般公共预算项目支出情况表\n单位：万元\n|科目编码|<|<|科目名称|项目名称|项目支出合计|\n|类|款|项|^|^|^|\n|213|03|14|防汛|防汛物资|25.00|\n|213|03|14|防汛|预警系统|15.00|\n|合 计|<|<|||40.00|',
      ),
    );
    expect(disclosure.tables.slice(2).map(({ key, rows }) => [key, rows.length])).toEqual([
      ['fiscalExpenditure', 2],
      ['operating', 3],
      ['generalProjects', 3],
    ]);
    expect(alarmsOf(disclosure).filter((alarm) => alarm.startsWith('table'))).toEqual([]);
    expect([...amountsOf(disclosure)].find(([key]) => key.startsWith('operating/30201'))?.[1]).toContain(
      'deptEconomic=30201',
    );
  });

  it('其中：（1） of a list of items is a part among the others', () => {
    const disclosure = read(
      budget(
        '表09\n2027年部门财政拨款“三公”经费预算表\n单位：万元\n|项目|2027年预算数|\n|合计|12.00|\n|1.因公出国（境）费用||\n|2.公务接待费|2.00|\n|3.公务用车费用|10.00|\n|其中：（1）公务用车运行维护费|10.00|\n|（2）公务用车购置费||',
      ),
    );
    expect(disclosure.unplaced).toEqual([]);
    expect(alarmsOf(disclosure).filter((alarm) => alarm.startsWith('table'))).toEqual([]);
  });

  it('a title with one misprint keeps its table; one that is far from all titles names none', () => {
    const titled = (title: string) => read(budget().replace('支出总表', title)).tables.map(({ key }) => key);
    expect(titled('部门支岀总表')).toEqual(['balance', 'expenditure']);
    expect(titled('人员情况表')).toEqual(['balance']);
  });

  it('a head cut in two by a page end, and a merged head that ends where its cell ends', () => {
    const disclosure = read(
      budget(
        '一般公共预算“三公”经费支出表\n单位：万元\n|三公经费合计|因公出国|公务用车购置及运行费|<|公务接待费|\n||（境）费|购置费|运行费||\n|12.00||4.00|6.00|2.00|',
      ),
    );
    expect(disclosure.tables.at(-1)?.columns.map(({ key }) => key)).toEqual([
      'threePublic',
      'abroad',
      'vehiclePurchase',
      'vehicleRunning',
      'reception',
    ]);
  });
});
