import { expect, it } from 'vitest';
import type { DocumentReport, ReportedFinding } from '../../model/report.ts';
import { marksOf, type MarkOptions } from './marks.ts';
import { summaryMark } from './summary.ts';

const options: MarkOptions = { language: 'zh', titleOf: (rule) => rule, rulesPage: 'rules.html' };

function finding(message: string, others: Partial<ReportedFinding> = {}): ReportedFinding {
  const value = { text: '5', fen: null };
  const place = { file: 'a.docx', block: 1 };
  return {
    ...{ rule: 'a.b', severity: 'error', params: {}, tied: false, group: null, evidence: [] },
    ...{ difference: null, allowed: null, waiver: null, remedy: '', part: '', rank: 0, spots: [] },
    ...{ culprits: [{ reported: value, expected: null, support: 1, slip: null, place }], message },
    ...others,
  };
}

const waiver = { reason: '已报备', by: '张三', date: '2026-03-01', expires: '2026-12-31' };

function noteOn(findings: readonly ReportedFinding[]): readonly string[] {
  const report: DocumentReport = {
    ...{ file: 'a.docx', department: null, year: null, stage: 'budget', form: null, formReason: '' },
    ...{ verdict: 'errors', error: null, checks: [], findings },
    coverage: { figures: 9, verified: 6, contradicted: 1, unverified: 2, indicators: 0 },
  };
  return summaryMark(report, marksOf(findings, options), 'a.docx', options).note.split('\n');
}

it('counts as the report does and says what is waived by whom, why and until when', () => {
  const lines = noteOn([
    finding('甲错'),
    finding('乙疑', { severity: 'warning' }),
    finding('丙误', { waiver }),
    finding('丁提', { severity: 'info', culprits: [] }),
    finding('戊提', { severity: 'info', culprits: [] }),
  ]);
  expect(lines[0]).toBe('【审核结果】有错误：1 处错误，1 处提醒，提示 2 条（另有 1 处已豁免）');
  expect(lines[1]).toContain('2 个无从核对');
  expect(lines).toContain('- 丙误（已由张三于2026-03-01豁免：已报备（有效期至2026-12-31））');
  expect(lines).toContain('- 提示 丁提（同类共 2 处）〔a.b〕');
  expect(lines.join('\n')).not.toContain('甲错');
});
