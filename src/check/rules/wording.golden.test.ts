import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readSource } from '../../read/open.ts';
import { recognise } from '../../read/recognise/recognise.ts';
import { ledgerOf } from '../ledger.ts';
import { narrativeRules } from './narrative/rules.ts';
import { otherRules } from './other/rules.ts';
import { textRules } from './text/rules.ts';
import { threePublicRules } from './threePublic/rules.ts';

const corpus = process.env['MINGSUAN_CORPUS'];
const available = corpus !== undefined && existsSync(corpus);
if (!available) console.info('golden wording skipped: MINGSUAN_CORPUS is not set or does not exist');

const rules = [...narrativeRules, ...threePublicRules, ...otherRules, ...textRules];

/** Every finding of these families as [rule, severity, line or page, reported]. */
async function found(name: string): Promise<readonly (readonly unknown[])[]> {
  const read = await readSource({ name, bytes: readFileSync(join(corpus ?? '', name)) });
  if (!read.ok) throw new Error(read.problem.code);
  const disclosure = recognise(read.source);
  const context = { disclosure, ledger: ledgerOf(disclosure.figures) };
  return rules.flatMap((rule) =>
    rule.check(context).observations.map(({ rule: id, severity, culprits: [culprit] }) => {
      const place = culprit?.place;
      return [id, severity, place?.line ?? place?.page, culprit?.reported?.text];
    }),
  );
}

describe.skipIf(!available)('wording of the real documents', () => {
  it('the reference document', async () => {
    expect(await found('pinglu-housing-2026.txt')).toEqual([
      ['narrative.reason', 'warning', 554, '原因是本部门机关运行经费与上年相比略有增长。'],
      ['text.punctuation', 'info', 505, '…上年增加52万元。；本年部门预算支出…'],
      ['text.missingStop', 'info', 2971, '…部门 2026 年无政府购买服务'],
      ['text.amountUnit', 'warning', 517, '47.25'],
      ['text.amountUnit', 'info', 505, '4.76万'],
      ['text.levelWords', 'warning', 2979, '省直部门'],
    ]);
  });

  it.each([
    ['putuo-finance-2025-department.pdf', []],
    ['shanghai-finance-2025-unit.pdf', []],
    [
      'putuo-wanli-2024-department.pdf',
      [
        ['narrative.reason', 'warning', 6, '主要原因是：群众团体事务一般行政管理事务经费减少。'],
        ['narrative.itemText', 'warning', 6, '宣传事务一般行政管理事务经费增加'],
        ['narrative.itemText', 'warning', 7, '事业单位离退休经费增加'],
        ['narrative.itemText', 'warning', 9, '城乡社区管理事务一般行政管理事务经费减少'],
        ['text.levelWords', 'warning', 5, '市级预算主管部门'],
      ],
    ],
    [
      'putuo-welfare-home-2024-unit.pdf',
      [
        ['narrative.reason', 'warning', 16, '…，与2023年预算持平，主要原因是。其中：公务用车购置费0.…'],
        ['text.templateRemains', 'warning', 16, '…国有资产占有使用情况（增加内容）'],
      ],
    ],
    [
      'putuo-planning-2024-final-accounts.pdf',
      [
        ['narrative.functionName', 'warning', 22, '机关事业单位退休人员活动费支出'],
        ['narrative.functionName', 'warning', 24, '住房保障支出'],
        ['narrative.functionName', 'warning', 24, '住房保障支出'],
        ['text.amountUnit', 'warning', 21, '13.95'],
        ['text.templateRemains', 'warning', 26, '…单位调研学习及考察，列明公务接待2批次、26…'],
        ['text.templateRemains', 'warning', 25, '…度减少0.15万元，下降（增长）27.78%，其中：…'],
      ],
    ],
  ])('warnings of %s', async (name, expected) => {
    expect((await found(name)).filter(([, severity]) => severity !== 'info')).toEqual(expected);
  });
});
