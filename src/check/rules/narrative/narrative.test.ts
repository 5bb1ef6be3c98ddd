import { describe, expect, it } from 'vitest';
import { narrativeMessages } from '../../messages/narrative.ts';
import { observed, type Written } from '../disclosureFixture.ts';
import { narrativeRules } from './rules.ts';

const said = (section: string, ...texts: readonly string[]): Written => ({ sections: { [section]: texts } });

const fundTable: Written['figures'] = [
  [{ flow: 'expenditure', fund: 'governmentFund', use: 'spent' }, '30.00', 4],
  [{ flow: 'expenditure', fund: 'governmentFund' }, '20.00', 8],
];

describe('sound sentences', () => {
  it.each<[string, Written]>([
    [
      'money from the budget as a reason',
      said('changes', '收入总计50.00万元，比上年增加1.00万元，主要原因是财政拨款增加。'),
    ],
    [
      'the other part as a reason',
      said('expenditure', '项目支出50.00万元，比上年增加1.00万元，原因主要是基本支出增加。'),
    ],
    [
      'one of two things',
      said('basic', '人员经费和公用经费50.00万元，比上年增加1.00万元，主要原因是公用经费增加。'),
    ],
    [
      'a year within a reason',
      said('changes', '支出50.00万元，增加1.00万元，主要原因是学生较2028年增加30人。'),
    ],
    [
      'accounts against the budget',
      { ...said('threePublic', '支出决算5.00万元，与2030年预算相比减少1.00万元。'), stage: 'finalAccounts' },
    ],
    [
      'a reason',
      said('operating', '机关运行经费5.00万元，比上年增加1.00万元，增长25.00%，主要原因是新增在编人员2名。'),
    ],
    [
      'a part as the reason',
      said('changes', '支出总计50.00万元，比上年增加10.00万元，主要原因是项目支出增加。'),
    ],
    [
      'a reason in the next sentence',
      said('changes', '支出总计50.00万元，增长25.00%。主要原因是：', '1.项目支出增加。'),
    ],
    [
      'a reason of words',
      said('operating', '机关运行经费5.00万元，比上年减少1.00万元，主要原因是厉行节约。'),
    ],
    ['a small change without a reason', said('changes', '支出总计50.00万元，比上年增长2.00%。')],
    ['a large change elsewhere', said('other', '面积增长20.00%。')],
    ['nothing, and the table has nothing', said('governmentFund', '本部门无政府性基金预算。')],
    [
      'nothing last year, something now',
      { ...said('governmentFund', '政府性基金预算收入上年没有安排。'), figures: fundTable },
    ],
    ['last year as the base', said('changes', '2030年支出50.00万元，比2029年预算增加1.00万元。')],
    ['last year against the year before', said('changes', '2029年执行数50.00万元，比2028年增加1.00万元。')],
    [
      'accounts of one year',
      { ...said('changes', '2030年支出决算比2030年预算减少1.00万元。'), stage: 'finalAccounts' },
    ],
    ['a day of last year', said('assets', '截至2029年12月31日，共有车辆2辆。')],
  ])('%s', (_, parts) => {
    expect(observed(narrativeRules, parts)).toEqual([]);
  });
});

describe('one fault', () => {
  it.each<[string, Written, unknown[]]>([
    [
      'a circular reason',
      said(
        'operating',
        '本部门2030年机关运行经费财政拨款预算64.63万元，比2029年预算增加1.58万元，原因是本部门机关运行经费与上年相比略有增长。',
      ),
      ['reason', 'warning', '', '原因是本部门机关运行经费与上年相比略有增长。', null],
    ],
    [
      'a circular reason without a noun',
      said('threePublic', '公务接待费2.00万元，比上年减少1.00万元，主要原因是较上年有所下降。'),
      ['reason', 'warning', '', '主要原因是较上年有所下降。', null],
    ],
    [
      'a circular reason of an item',
      said(
        'expenditure',
        '文化旅游体育与传媒支出（类）体育（款）群众体育（项）20.00万元。比2029年预算增加5%。主要原因是：群众体育经费增加。',
      ),
      ['reason', 'warning', '', '主要原因是：群众体育经费增加。', null],
    ],
    [
      'circular reasons of many items',
      said(
        'expenditure',
        ...['甲', '乙', '丙', '丁'].map(
          (item) =>
            `教育支出（类）普通教育（款）${item}类教育（项）20.00万元。比2029年预算减少5%。主要原因是：${item}类教育支出减少。`,
        ),
      ),
      ['reason', 'warning', 'many', '主要原因是：甲类教育支出减少。', null],
    ],
    [
      'a circular reason for no change',
      said('threePublic', '（三）公务接待费1.35万元。比2029年预算持平，主要原因是公务接待费保持不变。'),
      ['reason', 'info', 'unchanged', '主要原因是公务接待费保持不变。', null],
    ],
    [
      'an empty reason',
      said('threePublic', '公务接待费6.40万元，与2029年预算持平，主要原因是。'),
      ['reason', 'warning', 'empty', '…，与2029年预算持平，主要原因是。', null],
    ],
    [
      'a large change without a reason',
      said('changes', '支出总计50.00万元，比上年增加10.00万元，增长25.00%。'),
      ['reason', 'info', 'missing', '…10.00万元，增长25.00%。', null],
    ],
    [
      'a heading denied',
      { ...said('governmentFund', '本部门2030年无此项支出。'), figures: fundTable },
      ['none', 'warning', '', '本部门2030年无此项支出', null],
    ],
    [
      'an amount of a fund whose table is empty',
      {
        ...said('governmentFund', '政府性基金预算支出30.00万元。'),
        tables: [{ key: 'govFundExpenditure', note: '注：本表无数据' }],
      },
      ['none', 'warning', 'emptyTable', '30.00', null],
    ],
    [
      'a base of the year before last',
      said('expenditure', '本年支出50.00万元，比2028年预算增加1.00万元。'),
      ['staleYear', 'warning', 'base', '…比2028年预算增…', '2029年'],
    ],
    [
      'this year’s figure said of last year',
      {
        ...said('procurement', '2029年甲县水务局政府采购预算总额2.00万元。'),
        figures: [[{ flow: 'expenditure', use: 'spent', item: 'procurement' }, '2.00']],
      },
      ['staleYear', 'warning', '', '2029年', '2030年'],
    ],
    [
      'a sentence about long ago that compares with last year',
      said('expenditure', '2028年本年支出50.00万元，比2029年预算增加1.00万元。'),
      ['staleYear', 'warning', 'head', '2028年', '2030年'],
    ],
    [
      'the end of a year before',
      said('assets', '截至2026年底，共有车辆2辆。'),
      ['staleYear', 'warning', 'date', '截至2026年底', null],
    ],
    [
      'a day years before',
      said('assets', '截至2026年12月31日，共有车辆2辆。'),
      ['staleYear', 'warning', 'date', '截至2026年12月31日', null],
    ],
    [
      'a day that does not exist',
      said('assets', '截至2029年11月31日，共有车辆2辆。'),
      ['staleYear', 'warning', 'impossible', '截至2029年11月31日', null],
    ],
  ])('%s', (_, parts, expected) => {
    expect(observed(narrativeRules, parts)).toEqual([expected]);
  });
});

it('every rule has its words', () => {
  expect(narrativeRules.map(({ id }) => id).sort()).toEqual(Object.keys(narrativeMessages).sort());
});
