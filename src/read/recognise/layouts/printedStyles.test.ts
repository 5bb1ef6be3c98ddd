import { describe, expect, it } from 'vitest';
import type { Disclosure } from '../../../model/disclosure.ts';
import { alarmsOf, amountsOf, read } from './layoutFixture.ts';

/** One table of expenditure by its unit, its heads and the labels of its rows. */
interface Style {
  readonly above?: string;
  readonly below?: string;
  readonly heads?: string;
  readonly numbers?: string;
  readonly labels?: readonly [total: string, division: string, item: string];
  readonly amounts?: readonly string[];
}

function styled({ above = '', below = '', heads, numbers = '', labels, amounts }: Style): string {
  const [total, division, item] = labels ?? ['|合计', '213|农林水支出', '21303|水利'];
  const [whole, basic, project] = amounts ?? ['100.00', '60.00', '40.00'];
  const row = `${whole}|${basic}|${project}|`;
  return `支出总表\n${above}\n${heads ?? '|科目编码|科目名称|合计|基本支出|项目支出|'}${numbers}
|${total}|${row}
|${division}|${row}
|${item}|${row}

${below}`;
}

function budget(first: string, second = ''): Disclosure {
  return read(`青山市水务局2027年部门预算\n${first}\n\n${second}`);
}

const scopes = [
  '合计/total 100.00 flow=expenditure year=2027',
  '213/total 100.00 flow=expenditure function=213 year=2027',
  '21303/project 40.00 flow=expenditure function=21303 nature=project year=2027',
];

function readScopes(disclosure: Disclosure): readonly string[] {
  return [...amountsOf(disclosure)]
    .map(([key, value]) => `${key.replace('expenditure/', '')} ${value}`)
    .filter((line) => scopes.includes(line));
}

describe('the unit of a table', () => {
  const unitsOf = (disclosure: Disclosure): readonly (string | null)[] =>
    disclosure.tables.map(({ unit }) => unit);

  it.each(['计量单位：千元', '货币单位：千元', '（单位：千元）', '单位（千元）', '单位：人民币千元'])(
    'as %s, beside the department or alone',
    (unit) => {
      const disclosure = budget(styled({ above: `部门：青山市水务局 ${unit}` }));
      expect([unitsOf(disclosure), disclosure.department.name]).toEqual([['千元'], '青山市水务局']);
      expect(unitsOf(budget(styled({ above: unit })))).toEqual(['千元']);
    },
  );

  it('below the table, not taken from the next one', () => {
    expect(unitsOf(budget(styled({ below: '单位：元' })))).toEqual(['元']);
    const disclosure = budget(
      styled({}),
      `公开04表\n单位：元\n${styled({}).replace('支出总表', '收入总表')}`,
    );
    expect(disclosure.tables.map(({ key, unit }) => [key, unit])).toEqual([
      ['expenditure', '元'],
      ['revenue', '元'],
    ]);
    expect(disclosure.uncertain.map(({ reason }) => reason)).toContain('表内没有注明金额单位，按元读取');
  });

  it('is the other tables’ where it is printed once only', () => {
    const revenue = styled({}).replace('支出总表', '收入总表');
    expect(unitsOf(budget(styled({ above: '单位：亿元' }), revenue))).toEqual(['亿元', '亿元']);
    expect(unitsOf(budget(styled({}), revenue))).toEqual(['万元', '万元']);
  });
});

describe('codes and names in one cell', () => {
  const heads = '|功能分类科目|合计|基本支出|项目支出|';
  it.each([
    ['合计', '213 农林水支出', '　　21303 水利'],
    ['合　计', '[213]农林水支出', '[21303]水利'],
    ['总计', '213-农林水支出', '21303-水利'],
    ['合计', '农林水支出（213）', '水利（21303）'],
  ] as const)('%s, %s, %s', (total, division, item) => {
    const disclosure = budget(styled({ above: '单位：万元', heads, labels: [total, division, item] }));
    expect(readScopes(disclosure)).toHaveLength(total === '总计' ? 2 : 3);
    expect(alarmsOf(disclosure).filter((alarm) => alarm.startsWith('table.'))).toEqual([]);
  });

  it('the number of a unit before its name is no code of the classification', () => {
    const disclosure = budget(
      styled({ above: '单位：万元', heads, labels: ['合计', '305001-青山市水务局', '21303 水利'] }),
    );
    expect([...amountsOf(disclosure).keys()]).toContain('expenditure/青山市水务局/total');
    expect(amountsOf(disclosure).get('expenditure/21303/total')).toContain('unit=青山市水务局');
  });

  it('a name that ends in digits keeps them where they are not its code', () => {
    const disclosure = budget(
      styled({ above: '单位：万元', heads, labels: ['合计', '213 农林水支出', '青山水库（213）'] }),
    );
    expect([...amountsOf(disclosure).keys()]).not.toContain('expenditure/213#2/total');
  });
});

describe('around the amounts', () => {
  it('a row of column numbers beside a merged column of remarks, and above labels that are numbered too', () => {
    const heads = '|科目编码|科目名称|合计|基本支出|项目支出|备注|';
    for (const numbers of ['\n|栏次|^|1|2|3|^|', '\n|甲|乙|1=2+3|2|3|^|', '\n|**|**|1|2|3||']) {
      const disclosure = budget(styled({ above: '单位：万元', heads, numbers }));
      expect(readScopes(disclosure)).toEqual(scopes);
      expect(disclosure.uncertain).toEqual([]);
    }
  });

  it('full-width digits and signs', () => {
    const disclosure = budget(
      styled({ above: '单位：万元', amounts: ['１，２００．００', '１ ２００．００', '－'] }),
    );
    expect(disclosure.figures.map(({ fen }) => fen).slice(0, 3)).toEqual([1_200_000_000, 1_200_000_000, 0]);
  });
});

describe('rows and their parts', () => {
  it('what was carried over before this year’s money, each with its funds below it', () => {
    const disclosure = budget(`收入总表
单位：万元
|项目|预算数|
|一、上年结转结余|10.00|
|（一）一般公共预算拨款结转|10.00|
|二、本年收入|90.00|
|（一）一般公共预算拨款收入|80.00|
|（二）单位资金收入|10.00|
|收入总计|100.00|`);
    const amounts = amountsOf(disclosure);
    expect(amounts.get('revenue/（一）一般公共预算拨款结转/amount')).toContain('vintage=carriedOver');
    expect(amounts.get('revenue/（一）一般公共预算拨款收入/amount')).toContain('vintage=current');
    expect(disclosure.unplaced).toEqual([]);
  });

  it('其中 over all funds of 财政拨款 leaves nothing out; over one of them it does', () => {
    const balance = (...parts: readonly string[]): Disclosure =>
      budget(`收支总表
单位：万元
|收入|<|支出|<|
|项目|预算数|项目|预算数|
|一、财政拨款收入|90.00|一、农林水支出|100.00|
${parts.map((part) => `|${part}|||`).join('\n')}
|二、事业收入|10.00|||
|收入总计|100.00|支出总计|100.00|`);
    const all = ['其中：一般公共预算|60.00', '政府性基金预算|30.00', '国有资本经营预算|'];
    expect(balance(...all).unplaced).toEqual([]);
    expect(balance(...all.slice(0, 2)).unplaced.map(({ text }) => text)).toEqual(['60.00', '30.00']);
  });

  it('of 一级项目 and 二级项目 the finer one is the project', () => {
    const disclosure = budget(`项目支出表
单位：万元
|项目类别|一级项目|二级项目|项目单位|合计|一般公共预算|
|合计||||30.00|30.00|
|特定目标类|水利|水库维修|青山市水务局|20.00|20.00|
|特定目标类|水利|渠道清淤|青山市水务局|10.00|10.00|`);
    const projects = disclosure.figures.flatMap(({ scope }) => scope.project ?? []);
    expect(new Set(projects)).toEqual(new Set(['水库维修', '渠道清淤']));
    expect(alarmsOf(disclosure).filter((alarm) => alarm.startsWith('table.'))).toEqual([]);
  });
});
