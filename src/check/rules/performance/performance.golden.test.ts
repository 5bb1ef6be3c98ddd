import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Disclosure } from '../../../model/disclosure.ts';
import { readSheets } from '../../../read/sheets/readSheets.ts';
import { textReader } from '../../../read/text.ts';
import { checkArithmetic } from '../../arithmetic.ts';
import { ledgerOf } from '../../ledger.ts';
import type { Observation } from '../../rule.ts';
import { performanceRules } from './rules.ts';

const corpus = process.env['MINGSUAN_CORPUS'];
const available = corpus !== undefined && existsSync(corpus);
if (!available) console.info('golden performance skipped: MINGSUAN_CORPUS is not set or does not exist');

async function referenceSheets() {
  const name = 'pinglu-housing-2026.txt';
  const read = await textReader.read({ name, bytes: readFileSync(join(corpus ?? '', name)) });
  if (!read.ok) throw new Error(read.problem.code);
  return readSheets(read.source.blocks).sheets;
}

const disclosure = {
  projects: available ? await referenceSheets() : [],
  year: 2026,
} as unknown as Disclosure;
const ledger = ledgerOf([]);
const results = performanceRules.map((rule) => rule.check({ disclosure, ledger }));
const observations = results.flatMap((result) => result.observations);

/** The findings of one rule at a severity, as [line, reported]. */
function found(
  rule: string,
  severity?: Observation['severity'],
): (readonly [number | undefined, string | undefined])[] {
  return observations
    .filter((o) => o.rule === `performance.${rule}` && (severity === undefined || o.severity === severity))
    .map((o) => [o.culprits[0]?.place.line, o.culprits[0]?.reported?.text] as const);
}

/** The count that a summed finding states. */
function counted(rule: string): unknown[] {
  return observations
    .filter((o) => o.rule === `performance.${rule}`)
    .flatMap((o) => o.params?.['count'] ?? []);
}

describe.skipIf(!available)('the sheets of the reference document', () => {
  it('have funds that add up in all 148 sums', () => {
    const relations = results.flatMap((result) => result.relations ?? []);
    const { findings, counts } = checkArithmetic(ledger.variables, relations, { tailsNoted: false });
    expect(findings).toEqual([]);
    expect(
      counts.filter((count) => count.rule === 'performance.fundsTotal').map((count) => count.pass),
    ).toEqual([148]);
  });

  it('give these warnings and no other', () => {
    const warnings = observations.filter((o) => o.severity !== 'info');
    expect(found('costLowerBound', 'warning')).toEqual([
      [2843, '≥500万元'],
      [2875, '≥950万元'],
      [2907, '≥850万元'],
    ]);
    expect(found('moneyAgainstFunds', 'warning')).toEqual([
      [1298, '12821000元'],
      [1462, '627.638万元'],
      [2875, '≥950万元'],
    ]);
    expect(found('otherProject', 'warning')).toEqual([
      [1647, '平鲁区井西小区专家房装修及配套工程'],
      [1970, '善学小区'],
      [2197, '大剧院、五栋楼公共卫生间及建设北路便民市场工程'],
      [2832, '智慧城市园林、森林公园广场等日常运转经费'],
    ]);
    expect(found('copiedText', 'warning').map(([line]) => line)).toEqual([972, 1003]);
    expect(found('shiftedFields', 'warning').map(([line]) => line)).toEqual([1389, 2672]);
    expect(found('filedAt', 'warning').map(([, text]) => text)).toEqual([
      '2025111204016',
      '2025112111647',
      '2025112185335',
      '2025112110925',
      '2025112114213',
    ]);
    expect(warnings.length).toBe(19);
  });

  it('give advice, summed up where there is much', () => {
    expect(found('repeatsName').map(([line]) => line)).toEqual([1303, 1562, 2241]);
    expect(found('numberMissing')).toEqual([[1427, '平米']]);
    expect(found('kindMissing').map(([line]) => line)).toEqual([1345, 1398, 2268]);
    expect(found('satisfactionShare')).toEqual([[1242, '满意度高']]);
    expect(found('goalRepeatsName').map(([line]) => line)).toEqual([2838]);
    expect(found('horizonsDiffer').map(([line]) => line)).toEqual([1727, 1729]);
    expect(found('horizonsMisaligned').map(([line]) => line)).toEqual([608]);
    expect(found('wrongKind').map(([line]) => line)).toEqual([1015, 2110, 2142, 2332, 952, 1370, 1371]);
    expect([counted('columnCutOff'), counted('unitMissing'), counted('timeOutsideYear')]).toEqual([
      [162],
      [16],
      [12],
    ]);
  });
});
