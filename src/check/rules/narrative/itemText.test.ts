import { describe, expect, it } from 'vitest';
import { recognise } from '../../../read/recognise/recognise.ts';
import { textReader } from '../../../read/text.ts';
import { checkDisclosure } from '../../check.ts';

const heading = ['第三部分 2026年度部门预算情况说明', '三、支出预算情况说明'];
const pension = '社会保障和就业支出（类）行政事业单位养老支出（款）事业单位离退休（项）8.00万元。';
const affairs = '一般公共服务支出（类）宣传事务（款）一般行政管理事务（项）9.00万元。';

/** What is told of the sentences: the variant and the words. */
async function told(...sentences: readonly string[]): Promise<readonly string[]> {
  const bytes = new TextEncoder().encode([...heading, ...sentences, ''].join('\n'));
  const read = await textReader.read({ name: 'test.txt', bytes });
  if (!read.ok) throw new Error(read.problem.code);
  return checkDisclosure(recognise(read.source))
    .findings.filter(({ rule }) => rule === 'narrative.itemText')
    .map(({ variant, culprits }) => `${variant ?? ''} ${culprits[0]?.reported?.text ?? ''}`);
}

const annuity = '社会保障和就业支出（类）行政事业单位养老支出（款）职业年金缴费支出（项）5.00万元';

describe('what a paragraph says of its item', () => {
  it.each([
    [
      `${annuity}，比上年预算4.00万元增加25%。主要原因是：职业年金缴费支出减少。`,
      'opposite 职业年金缴费支出减少',
    ],
    [
      `${annuity}，比上年预算4.00万元增加25%。主要原因是：事业单位离退休经费增加。`,
      'otherReason 事业单位离退休经费增加',
    ],
    [`${annuity}，主要用于宣传事务一般行政管理事务。`, 'otherPurpose 宣传事务一般行政管理事务'],
  ])('%s', async (text, expected) => {
    expect(await told(pension, affairs, text)).toEqual([expected]);
  });

  it('leaves other reasons and purposes alone', async () => {
    const right = [
      `${annuity}，比上年预算4.00万元增加25%。主要原因是：缴费人数增加。`,
      `${annuity}，比上年预算4.00万元增加25%。主要原因是：职业年金缴费支出增加。`,
      `${annuity}，比上年预算4.00万元增加25%。主要原因是：事业单位离退休人员增加，缴费基数减少。`,
      `${annuity}，主要用于单位职工的职业年金缴费。`,
      '社会保障和就业支出（类）行政事业单位养老支出（款）其他养老支出（项）5.00万元，主要用于事业单位离退休支出。',
    ];
    for (const text of right) expect(await told(pension, affairs, text)).toEqual([]);
  });

  it('does not judge a paragraph about several items', async () => {
    expect(await told(`${pension.replace('。', '，')}主要原因是事业单位离退休经费减少；${affairs}`)).toEqual(
      [],
    );
  });
});
