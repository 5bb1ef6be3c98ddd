import { expect, test } from 'vitest';
import type { RuleCount } from '../../model/finding.ts';
import type { DocumentReport } from '../../model/report.ts';
import { comparisonOf } from './comparison.ts';

function counted(rule: string, pass: number, fail: number): RuleCount {
  return { rule: `acrossDocuments.${rule}`, pass, rounding: 0, fail, notApplicable: 1, unreadable: 0 };
}

function report(...checks: readonly RuleCount[]): DocumentReport {
  const coverage = { figures: 0, verified: 0, contradicted: 0, unverified: 0, indicators: 0 };
  const identity = { file: 'a.docx', department: '安澜县水务局', year: 2026, form: null, formReason: '' };
  return { ...identity, stage: 'budget', verdict: 'clean', error: null, coverage, checks, findings: [] };
}

const sentences = (documents: readonly DocumentReport[]): readonly string[] | undefined =>
  comparisonOf(documents, 'zh')?.compared.map(({ sentence }) => sentence);

test('documents that were not compared have no such part', () => {
  expect(comparisonOf([report(), report()], 'zh')).toBeNull();
});

test('each kind of comparison is summed over the documents for which something could be compared', () => {
  const documents = [
    report(counted('unitRow', 2, 0), counted('unitSum', 40, 1)),
    report(counted('unitRow', 0, 0), counted('unitSum', 7, 0)),
    report(counted('unitSum', 0, 0)),
    report(counted('budgetInAccounts', 9, 0)),
  ];
  expect(sentences(documents)).toEqual([
    '2 个部门与所属单位：核对 50 处，1 处不符',
    '1 份决算与公开的预算：核对 9 处，全部相符',
  ]);
  expect(comparisonOf(documents, 'zh')?.compared.map(({ holds }) => holds)).toEqual([false, true]);
});

test('that nothing could be compared is said, so that silence is not taken for agreement', () => {
  expect(sentences([report(counted('unitSum', 0, 0))])?.[0]).toContain('没有可以互相核对的文件');
});
