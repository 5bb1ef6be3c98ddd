import { expect, test } from 'vitest';
import { codeList, withImportedList } from './codes.ts';
import { codeAxes, shippedEntries } from './entries.ts';
import { parseImportedLists } from './imported.ts';
import { govEconomicFor } from './mapping.ts';
import { renamedTerms } from './renamed.ts';

test.each([
  ['function', '2120101', '行政运行', true, false, 'general'],
  ['function', '212', '城乡社区支出', true, false, null],
  ['function', '20101', '人大事务', false, false, 'general'],
  ['function', '2120899', '其他国有土地使用权出让收入安排的支出', true, false, 'governmentFund'],
  ['function', '2010704', '税务办案', false, true, null],
  ['deptEconomic', '30101', '基本工资', true, false, null],
  ['govEconomic', '50101', '工资奖金津补贴', true, false, null],
  ['revenue', '1030148', '国有土地使用权出让收入', true, false, 'governmentFund'],
] as const)('%s %s is %s', (axis, code, name, verified, retired, fund) => {
  expect(codeList(axis, 2026).find(code)).toEqual({ code, name, verified, retired, fund });
});

test('a code that no list knows is null, also a place code that had strayed into a source list', () => {
  for (const code of ['299', '2129998', '', '231221'])
    expect(codeList('function', 2026).find(code)).toBeNull();
});

test('a name identifies only below a parent', () => {
  const list = codeList('function', 2026);
  expect(list.named('行政运行').length).toBeGreaterThan(20);
  expect(list.named('行政运行', '21201')).toEqual(['2120101']);
  expect(list.named('行政运行', '212')).toEqual(['2120101']);
  expect(list.named('城乡社区支出', '212')).toEqual([]);
});

test.each([
  ['deptEconomic', '因公出国(境) 费用', ['30212']],
  ['deptEconomic', '因公出国（境）费用', ['30212']],
  ['function', ' 城乡社区 支出', ['212']],
  ['function', '公共安全', ['204']],
  ['function', '没有这个科目', []],
] as const)('%s: %s', (axis, name, codes) => {
  expect(codeList(axis, null).named(name)).toEqual(codes);
});

test('letter case counts in names', () => {
  const imported = { axis: 'function', year: 2030, items: [{ code: '29901', name: '5GW项目' }] } as const;
  const list = withImportedList(imported)('function', 2030);
  expect([list.named('5GW项目'), list.named('5gw项目')]).toEqual([['29901'], []]);
});

test.each([
  ['医疗卫生与计划生育支出', '210', 2016, '医疗卫生与计划生育支出'],
  ['医疗卫生', '210', 2012, '医疗卫生'],
  ['国土海洋气象等支出', '220', 2018, '国土海洋气象等支出'],
  ['资源勘探信息等支出', '215', 2019, '资源勘探信息等支出'],
  ['文化体育与传媒支出', '207', 2019, '文化旅游体育与传媒支出'],
])('the former name %s leads to %s, whose name in %i is %s', (former, code, year, nameThen) => {
  const list = codeList('function', year);
  expect(list.named(former)).toEqual([code]);
  expect(list.find(code)?.name).toBe(nameThen);
});

test('today every renamed code bears the last of its names', () => {
  const last = new Map(renamedTerms.map((t) => [`${t.axis} ${t.code}`, t]));
  for (const t of last.values()) {
    const name = codeList(t.axis, 2026).find(t.code)?.name;
    expect(name?.replace(/支出$/, '')).toBe(t.name.replace(/支出$/, ''));
  }
});

test('every code has its parent and its list is consistent', () => {
  for (const axis of codeAxes) {
    const entries = shippedEntries(axis);
    for (const code of entries.codes()) {
      const item = entries.find(code);
      expect(item?.name, code).not.toBe('');
      if (item?.retired === false && code.length > 3) {
        expect(entries.find(code.slice(0, -2))?.retired, `${axis} ${code}`).toBe(false);
      }
    }
  }
});

test('an imported list takes precedence in its year and on its axis only', () => {
  const lines = [
    '年度\t分类\t编码\t名称',
    '2031\t支出功能分类\t212\t城乡建设支出',
    '2031\tfunction\t21251\t新设款',
  ];
  const result = parseImportedLists(lines.join('\n'));
  if (!result.ok) throw new Error(JSON.stringify(result.problems));
  const lists = result.lists.reduce((behind, list) => withImportedList(list, behind), codeList);
  const year = lists('function', 2031);
  expect(year.official).toBe(true);
  expect(year.find('212')).toMatchObject({ name: '城乡建设支出', verified: true });
  expect(year.find('204')).toMatchObject({ name: '公共安全支出', verified: false });
  expect(year.named('新设款')).toEqual(['21251']);
  expect(year.named('公共安全支出')).toEqual(['204']);
  expect(lists('function', 2026).find('212')).toMatchObject({ name: '城乡社区支出', verified: true });
  expect(lists('deptEconomic', 2031).official).toBe(false);
});

test('lists come as JSON too', () => {
  const result = parseImportedLists('[{"axis": "revenue", "year": 2026, "code": "103", "name": "非税收入"}]');
  expect(result).toEqual({
    ok: true,
    lists: [{ axis: 'revenue', year: 2026, items: [{ code: '103', name: '非税收入' }] }],
  });
});

test.each([
  ['', { code: 'notAList' }],
  ['[{', { code: 'notAList' }],
  ['{"axis": 1}', { code: 'notAList' }],
  ['code\tname\n1\t2', { code: 'notAList' }],
  ['[1]', { code: 'unknownAxis', found: '' }],
  ['axis\tyear\tcode\tname\nfunction\t26\t201\t甲', { code: 'noYear', found: '26' }],
  ['axis\tyear\tcode\tname\nfunction\t2026\t20\t甲', { code: 'badCode', line: 2, found: '20' }],
  ['axis\tyear\tcode\tname\nfunction\t2026\t201', { code: 'noName', line: 2, found: '201' }],
  [
    'axis\tyear\tcode\tname\nfunction\t2026\t201\t甲\nfunction\t2026\t201\t乙',
    { code: 'twice', line: 3, found: '201' },
  ],
])('a bad import is refused: %j', (text, problem) => {
  expect(parseImportedLists(text)).toEqual({ ok: false, problems: [problem] });
});

test.each([
  ['30101', 'administrative', { code: '50101', name: '工资奖金津补贴', verified: true }],
  ['30101', 'institution', { code: '50501', name: '工资福利支出', verified: false }],
  ['30107', 'institution', { code: '50501', name: '工资福利支出', verified: true }],
  ['39999', 'institution', { code: '59999', name: '其他支出', verified: false }],
  ['30101', null, null],
  ['39999', null, { code: '59999', name: '其他支出', verified: false }],
  ['00000', 'administrative', null],
] as const)('%s of an %s unit goes to %j', (code, kind, target) => {
  expect(govEconomicFor(code, kind)).toEqual(target);
});
