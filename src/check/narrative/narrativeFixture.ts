import { recognise } from '../../read/recognise/recognise.ts';
import { textReader } from '../../read/text.ts';
import { checkDisclosure } from '../check.ts';

/** A small department whose tables agree; each test writes its own sentences beside them. */
const tables = [
  '第二部分 2026年部门预算报表',
  '',
  '2026年预算收支总表',
  '单位：万元',
  '收入\t\t支出\t\t\t',
  '项目\t2026年\t项目\t2026年合计\t当年预算安排\t上年结转安排',
  '一、一般公共预算\t870.00\t八、社会保障和就业支出\t150.00\t150.00\t',
  '二、政府性基金预算\t\t十二、城乡社区支出\t700.00\t700.00\t',
  '三、国有资本经营预算\t\t二十、住房保障支出\t20.00\t20.00\t',
  '本年收入合计\t870.00\t本年支出合计\t870.00\t870.00\t',
  '上年结转\t\t年终结转\t\t\t',
  '收入总计\t870.00\t支出总计\t870.00\t870.00\t',
  '',
  '2026年预算支出总表',
  '单位：万元',
  '项目\t\t2026年预算数\t\t',
  '科目编码\t科目名称\t合计\t基本支出\t项目支出',
  '合计\t\t870.00\t320.00\t550.00',
  '208\t社会保障和就业支出\t150.00\t150.00\t',
  '20805\t行政事业单位养老支出\t150.00\t150.00\t',
  '212\t城乡社区支出\t700.00\t150.00\t550.00',
  '21201\t城乡社区管理事务\t700.00\t150.00\t550.00',
  '221\t住房保障支出\t20.00\t20.00\t',
  '22102\t住房改革支出\t20.00\t20.00\t',
  '',
  '第三部分 2026年度部门预算情况说明',
  '三、支出预算情况说明',
];

/** A finding of the narrative: its rule, variant, culprits as printed, and what the first should be. */
export type Row = readonly [rule: string, variant: string, reported: string, expected: string | null];

/** Errors and warnings of the narrative's rules on a small department with these sentences. */
export async function narrativeFindings(...sentences: readonly string[]): Promise<readonly Row[]> {
  const bytes = new TextEncoder().encode([...tables, ...sentences, ''].join('\n'));
  const read = await textReader.read({ name: 'test.txt', bytes });
  if (!read.ok) throw new Error(read.problem.code);
  return checkDisclosure(recognise(read.source))
    .findings.filter(({ rule, severity }) => rule.startsWith('narrative.') && severity !== 'info')
    .map(({ rule, variant, culprits }): Row => [
      rule,
      variant ?? '',
      culprits.map(({ reported }) => reported?.text ?? '').join('|'),
      culprits[0]?.expected?.text ?? null,
    ]);
}
