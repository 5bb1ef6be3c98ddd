import { describe, expect, it } from 'vitest';
import { textMessages } from '../../messages/text.ts';
import { observed, type Written } from '../disclosureFixture.ts';
import { ownLevel } from './level.ts';
import { isIdentityNumber } from './personalData.ts';
import { textRules } from './rules.ts';

const sentence = (text: string, section = 'expenditure'): Written => ({ sections: { [section]: [text] } });
const defined = (definition: string, region = '甲市乙区'): Written => ({
  region,
  glossary: { '“三公”经费': definition },
});

describe('texts without a fault', () => {
  it.each<[string, Written]>([
    ['plain sentences', sentence('2030年支出预算12.50万元，比上年增加2.50万元，增长25.00%；其他不变。')],
    ['mixed widths of one bracket', sentence('因公出国（境)费0万元，其中(一)为“甲”、（二）为《乙》。')],
    ['a straight quote for a curved one', sentence('“甲"和"乙"。')],
    ['a numbered list', sentence('1)甲项支出；2）乙项支出；一）丙项支出。')],
    ['a bracket closed in the next paragraph', { sections: { other: ['甲（乙，', '丙）。'] } }],
    ['letters and multiplication', sentence('XXL型设备5×3米，编号X101、X102，（3）×2台。')],
    ['amounts of a list that share a unit', sentence('支出分别为1.00、2.00和3.00万元。')],
    ['a unit said once', { sections: { expenditure: ['单位：万元', '支出增加47.25，增长5.00%。'] } }],
    ['a heading without a stop', sentence('一般公共预算当年拨款结构图')],
    ['the district’s own words', defined('是与区级财政有经费领拨关系的部门使用区级财政拨款安排的费用。')],
    ['a county’s word in a district', defined('指县级部门用财政拨款安排的费用。')],
    ['counterparts of other levels', defined('省级财政资金和省直机关、市县（区）级部门的费用。')],
    [
      'a higher level’s court',
      { ...defined('指省级预算部门用财政拨款安排的费用。'), department: '甲市乙区人民法院' },
    ],
    ['a zone of unknown level', { ...defined('指市级部门的费用。', '甲市乙经济开发区') }],
    ['long numbers', sentence('项目编码140600202612345678901，电话0349-13812345，金额13812345678元。')],
    ['a current name', sentence('卫生健康支出5.00万元，行政事业单位离退休人员经费1.00万元。')],
  ])('%s', (_, parts) => {
    expect(observed(textRules, parts)).toEqual([]);
  });
});

describe('one fault', () => {
  it.each<[string, Written, unknown[]]>([
    ['a doubled comma', sentence('甲，，乙。'), ['punctuation', 'info', '', '甲，，乙。', '甲，乙。']],
    [
      'two stops that exclude each other',
      sentence('甲。；乙。'),
      ['punctuation', 'info', '', '甲。；乙。', '甲。乙。'],
    ],
    [
      'a paragraph without its stop',
      sentence('本部门 2030 年无政府购买服务支出'),
      ['missingStop', 'info', '', '…2030 年无政府购买服务支出', '…2030 年无政府购买服务支出。'],
    ],
    ['an open bracket', sentence('甲（乙。'), ['brackets', 'info', '', '甲（乙。', null]],
    ['a quote that only closes', sentence('甲乙”丙。'), ['brackets', 'info', '', '甲乙”丙。', null]],
    [
      'an amount without a unit',
      sentence('支出预算868.52万元，比上年增加47.25，增长5.75%。'),
      ['amountUnit', 'warning', '', '47.25', '47.25万元'],
    ],
    [
      'a rate without its sign',
      sentence('支出预算114.00万元，比上年增加14.00万元，增长14.00。'),
      ['amountUnit', 'warning', 'rate', '14.00', '14.00%'],
    ],
    [
      '万 without 元',
      sentence('支出预算5.00万，与上年持平。'),
      ['amountUnit', 'info', 'short', '5.00万', '5.00万元'],
    ],
    ['XX', sentence('XX部门无支出。'), ['templateRemains', 'warning', '', 'XX部门无支出。', null]],
    ['a year to fill in', { cover: ['甲县水务局20××年部门预算'] }, ['templateRemains', 'warning', '']],
    ['one ×', sentence('共有车辆×辆。'), ['templateRemains', 'warning', '', '共有车辆×辆。', null]],
    ['a blank', sentence('支出____万元。'), ['templateRemains', 'warning', '', '支出____万元。', null]],
    [
      'a note of the template’s author',
      sentence('接待外省市调研，列明公务接待2批次、26人次。'),
      ['templateRemains', 'warning', '', '接待外省市调研，列明公务接待2批次、26…', null],
    ],
    [
      'what the template was given anew',
      sentence('国有资产占有使用情况（增加内容）'),
      ['templateRemains', 'warning', '', '国有资产占有使用情况（增加内容）', null],
    ],
    [
      'both words of a choice',
      sentence('支出12.00万元，比上年下降（增长）20.00%。'),
      ['templateRemains', 'warning', 'choice', '…2.00万元，比上年下降（增长）20.00%。', null],
    ],
    [
      'a choice that was rubbed out by halves',
      sentence('决算数大小于预算数的主要原因：项目推迟。'),
      ['templateRemains', 'warning', 'choice', '决算数大小于预算数的主要原因：项目推…', null],
    ],
    [
      'a share without its sign',
      sentence('基本支出14.00万元，占14.00；项目支出86.00万元，占86.00%。'),
      ['amountUnit', 'warning', 'rate', '14.00', '14.00%'],
    ],
    [
      'a province’s departments in a district',
      defined('指省直部门用财政拨款安排的费用。'),
      ['levelWords', 'warning', '', '省直部门', '区级部门'],
    ],
    [
      'a city’s money in a county',
      defined('部门及其下属预算单位使用市级财政拨款安排的费用。', '甲省乙市丙县'),
      ['levelWords', 'warning', '', '市级财政拨款安排', '县级财政拨款安排'],
    ],
    [
      'a mobile number',
      sentence('联系人电话：13912345678。'),
      ['personalData', 'warning', 'mobile', '139******78', null],
    ],
    [
      'an identity number',
      sentence('身份证11010519491231002X。'),
      ['personalData', 'warning', 'identity', '110*************2X', null],
    ],
    [
      'an account',
      sentence('开户银行账号：6222021234567890123。'),
      ['personalData', 'warning', 'account', '622**************23', null],
    ],
    [
      'a former name',
      sentence('医疗卫生与计划生育支出5.00万元。'),
      ['renamedTerm', 'info', '', '医疗卫生与计划生育支出', '卫生健康支出'],
    ],
  ])('%s', (_, parts, expected) => {
    const found = observed(textRules, parts).map((row) => row.slice(0, expected.length));
    expect(found).toContainEqual(expected);
    expect(new Set(found.map(([rule]) => rule)).size).toBe(1);
  });

  it('a former name in a row without a code, but not a short word', () => {
    const row = (name: string) => ({
      side: null,
      code: null,
      name,
      level: 1,
      cells: {},
      place: { file: 't' },
    });
    const parts: Written = {
      tables: [{ key: 'balance', rows: [row('三、医疗卫生与计划生育支出'), row('林业')] }],
    };
    expect(observed(textRules, parts)).toEqual([
      ['renamedTerm', 'info', '', '医疗卫生与计划生育支出', '卫生健康支出'],
    ]);
    expect(observed(textRules, { ...parts, year: 2018 })).toEqual([]);
  });

  it('several of a kind are one finding', () => {
    const parts = sentence('甲，，乙。；丙、、丁。');
    expect(observed(textRules, parts)).toEqual([
      ['punctuation', 'info', 'many', '甲，，乙。；丙、、丁。', '甲，乙。；丙、、丁。'],
    ]);
  });
});

it.each([
  ['甲省', '甲省财政厅', ['省']],
  ['甲自治区', '甲自治区财政厅', ['区', '自治区']],
  ['甲县城市', '甲县城市管理局', ['县']],
  ['甲市', '甲市教育局', ['市', '县']],
  [null, null, undefined],
])('the level of %s', (region, department, allowed) => {
  expect(ownLevel(region, department)?.allowed).toEqual(allowed);
});

it('a check character decides on an identity number', () => {
  expect(isIdentityNumber('11010519491231002X')).toBe(true);
  expect(isIdentityNumber('110105194912310021')).toBe(false);
});

it('every rule has its words', () => {
  expect(textRules.map(({ id }) => id).sort()).toEqual(Object.keys(textMessages).sort());
});
