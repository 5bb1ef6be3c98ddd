import { describe, expect, it } from 'vitest';
import { recognise } from '../../../read/recognise/recognise.ts';
import { textReader } from '../../../read/text.ts';
import { checkDisclosure } from '../../check.ts';

const tables = [
  '2026年预算支出总表',
  '单位：万元',
  '项目\t\t2026年预算数\t\t',
  '科目编码\t科目名称\t合计\t基本支出\t项目支出',
  '合计\t\t370.00\t370.00\t',
  '208\t社会保障和就业支出\t150.00\t150.00\t',
  '20805\t行政事业单位养老支出\t150.00\t150.00\t',
  '2080505\t机关事业单位基本养老保险缴费支出\t149.00\t149.00\t',
  '2080599\t其他行政事业单位养老支出\t1.00\t1.00\t',
  '210\t卫生健康支出\t200.00\t200.00\t',
  '21011\t行政事业单位医疗\t200.00\t200.00\t',
  '2101101\t行政单位医疗\t200.00\t200.00\t',
  '221\t住房保障支出\t20.00\t20.00\t',
  '22102\t住房改革支出\t20.00\t20.00\t',
  '2210201\t住房公积金\t20.00\t20.00\t',
  '',
  '第三部分 2026年度部门预算情况说明',
  '三、支出预算情况说明',
];

/** What is written and what the tables print. */
async function differences(...sentences: readonly string[]): Promise<readonly string[]> {
  const bytes = new TextEncoder().encode([...tables, ...sentences, ''].join('\n'));
  const read = await textReader.read({ name: 'test.txt', bytes });
  if (!read.ok) throw new Error(read.problem.code);
  return checkDisclosure(recognise(read.source))
    .findings.filter(({ rule }) => rule === 'narrative.functionName')
    .flatMap(({ culprits }) => culprits.map((c) => `${c.reported?.text ?? ''}→${c.expected?.text ?? ''}`));
}

describe('a function under another name or class than in the tables', () => {
  it.each([
    ['住房保障支出（类）住房保障支出（款）住房公积金（项）20.00万元。', '住房保障支出→住房改革支出'],
    ['1.“卫生健康支出（类）住房改革支出（款）住房公积金（项）”20.00万元。', '卫生健康支出→住房保障支出'],
    [
      '社会保障和就业支出（类）行政事业单位养老支出（款）退休人员活动费（项）。年初预算为1.00万元。',
      '退休人员活动费→其他行政事业单位养老支出',
    ],
  ])('%s', async (text, expected) => {
    expect(await differences(text)).toEqual([expected]);
  });

  it('leaves right names, short forms, slips and former names alone', async () => {
    const right = [
      '住房保障支出（类）住房改革支出（款）住房公积金（项）20.00万元。',
      '住房保障（类）住房改革（款）住房公积金（项）20.00万元。',
      '住房保障支出（类）住房改格支出（款）住房公积金（项）20.00万元。',
      '医疗卫生与计划生育支出（类）行政事业单位医疗（款）行政单位医疗（项）200.00万元。',
      '社会保障和就业支出（类）行政事业单位养老支出（款）其它行政事业单位养老支出（项）1.00万元。',
    ];
    for (const text of right) expect(await differences(text)).toEqual([]);
  });

  it('says nothing where the amount is another one, or another path names the row', async () => {
    const path = '社会保障和就业支出（类）行政事业单位养老支出（款）';
    expect(await differences('住房保障支出（类）住房保障支出（款）住房公积金（项）30.00万元。')).toEqual([]);
    expect(await differences(`${path}退休人员活动费（项）2.00万元。`)).toEqual([]);
    expect(
      await differences(
        `${path}退休人员活动费（项）1.00万元；${path}其他行政事业单位养老支出（项）1.00万元。`,
      ),
    ).toEqual([]);
  });
});
