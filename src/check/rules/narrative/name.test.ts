import { describe, expect, it } from 'vitest';
import { recognise } from '../../../read/recognise/recognise.ts';
import { textReader } from '../../../read/text.ts';
import { checkDisclosure } from '../../check.ts';
import { isMisspelling, misspeltIn } from './misspelling.ts';

const tables = [
  '2026年预算支出总表',
  '单位：万元',
  '项目\t\t2026年预算数\t\t',
  '科目编码\t科目名称\t合计\t基本支出\t项目支出',
  '合计\t\t883.00\t320.00\t563.00',
  '203\t国防支出\t13.00\t\t13.00',
  '208\t社会保障和就业支出\t150.00\t150.00\t',
  '20805\t行政事业单位养老支出\t150.00\t150.00\t',
  '2080505\t机关事业单位基本养老保险缴费支出\t150.00\t150.00\t',
  '212\t城乡社区支出\t700.00\t150.00\t550.00',
  '21201\t城乡社区管理事务\t700.00\t150.00\t550.00',
  '2120101\t行政运行\t700.00\t150.00\t550.00',
  '221\t住房保障支出\t20.00\t20.00\t',
  '22102\t住房改革支出\t20.00\t20.00\t',
  '',
  '第三部分 2026年度部门预算情况说明',
  '三、支出预算情况说明',
];

/** What is written and what is meant. */
async function namesFound(...sentences: readonly string[]): Promise<readonly string[]> {
  const bytes = new TextEncoder().encode([...tables, ...sentences, ''].join('\n'));
  const read = await textReader.read({ name: 'test.txt', bytes });
  if (!read.ok) throw new Error(read.problem.code);
  return checkDisclosure(recognise(read.source))
    .findings.filter(({ rule }) => rule === 'narrative.name')
    .flatMap(({ culprits }) => culprits.map((c) => `${c.reported?.text ?? ''}→${c.expected?.text ?? ''}`));
}

describe('a misspelt name before its amount', () => {
  it.each([
    ['城乡社会支出700.00万元。', '城乡社会支出→城乡社区支出'],
    ['2026年住房保支障出预算20.00万元。', '住房保支障出→住房保障支出'],
    ['住房障保支出预算20.00万元，主要用于住房公积金。', '住房障保支出→住房保障支出'],
    ['社会保障和就支出150.00万元。', '社会保障和就支出→社会保障和就业支出'],
    ['国支防出13.00万元。', '国支防出→国防支出'],
    ['国支出13.00万元，占1.47%。', '国支出→国防支出'],
    ['“住房保支障出”（类）2026年度预算20.00万元。', '住房保支障出→住房保障支出'],
    [
      '机关事业单位基本养考保险缴费支出150.00万元。',
      '机关事业单位基本养考保险缴费支出→机关事业单位基本养老保险缴费支出',
    ],
  ])('%s', async (text, expected) => {
    expect(await namesFound(text)).toEqual([expected]);
  });

  it('lets authors shorten names and join them in other words', async () => {
    const right = ['社会保障与就业支出150.00万元。', '城乡社区700.00万元。', '社会保障就业支出150.00万元。'];
    expect(await namesFound(...right)).toEqual([]);
  });

  it('never takes another name, or another row’s amount, for a misspelling', async () => {
    expect(await namesFound('住房改进支出30.00万元。', '住房保障支出20.00万元。')).toEqual([]);
    expect(await namesFound('国事支出14.00万元。', '国会展支出13.00万元。')).toEqual([]);
    expect(await namesFound('文化旅游体育与传媒支出700.00万元。')).toEqual([]);
  });
});

describe('a misspelt step of a path', () => {
  it('is seen at a class that no step follows', async () => {
    expect(await namesFound('（一）国支防出（类）', '（二）住房保支障出（类）')).toEqual([
      '国支防出→国防支出',
      '住房保支障出→住房保障支出',
    ]);
    expect(await namesFound('（一）教育支出（类）', '（二）住房支出（类）')).toEqual([]);
  });

  it('is seen by what the path goes on to', async () => {
    expect(await namesFound('1.城乡社曲支出（类）城乡社区管理事务（款）行政运行（项）700.00万元。')).toEqual([
      '城乡社曲支出→城乡社区支出',
    ]);
    expect(await namesFound('1.城乡社区支出（类）城乡社区管里事务（款）行政运行（项）700.00万元。')).toEqual([
      '城乡社区管里事务→城乡社区管理事务',
    ]);
  });

  it('a whole path that is right says nothing', async () => {
    expect(
      await namesFound('主要用于城乡社区支出（类）城乡社区管理事务（款）行政运行（项）700.00万元。'),
    ).toEqual([]);
  });
});

describe('a slip of the keyboard', () => {
  it('is one wrong, missing, added or swapped character, and two wrong ones in a long name', () => {
    expect(isMisspelling('城乡社会支出', '城乡社区支出')).toBe(true);
    expect(isMisspelling('城乡区社支出', '城乡社区支出')).toBe(true);
    expect(isMisspelling('城市社会支出', '城乡社区支出')).toBe(false);
    expect(isMisspelling('水库除险加周工程款项', '水库除险加固工程款项')).toBe(true);
    expect(isMisspelling('其它支付', '其他支付')).toBe(false);
    expect(misspeltIn('2026年城乡社会支出预算', '城乡社区支出')).toBe('城乡社会支出');
    expect(misspeltIn('教安支出', '教育支出')).toBeNull();
  });
});
