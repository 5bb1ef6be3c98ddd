import ExcelJS from 'exceljs';
import { expect, test } from 'vitest';
import type { Severity } from '../model/finding.ts';
import type { DocumentReport } from '../model/report.ts';
import { htmlReport } from '../write/report/html/htmlReport.ts';
import { examine } from './checkFile.ts';
import { reportContent } from './reportContent.ts';

const severities: readonly Severity[] = ['error', 'warning', 'info'];
const checked = await examine(['examples/disclosure-with-mistakes.txt'], 'zh');
const waiver = { reason: '已核实', by: '张三', date: '2026-03-01', expires: null };
const advice = checked.report.findings
  .slice(0, 1)
  .map((finding) => ({ ...finding, severity: 'info' as const }));
const findings = [
  ...checked.report.findings.map((finding, i) => (i === 1 ? { ...finding, waiver } : finding)),
  ...advice,
];
const report: DocumentReport = { ...checked.report, findings };
const expected = severities.map(
  (severity) => findings.filter((finding) => finding.severity === severity).length,
);

const content = (format: 'text' | 'json' | 'sarif' | 'xlsx'): Promise<string | Uint8Array> =>
  reportContent([report], format, 'zh', { width: null, colour: false });

const counted = (text: string, patterns: readonly RegExp[]): readonly number[] =>
  patterns.map((pattern) => text.match(pattern)?.length ?? 0);

test('every format tells the same number of errors, warnings and pieces of advice', async () => {
  const text = String(await content('text'));
  expect(counted(text, [/^ {2}✕ /gm, /^ {2}! /gm])).toEqual(expected.slice(0, 2));
  expect(text).toContain(`提示 ${expected[2] ?? 0} 条`);
  const json = String(await content('json'));
  expect(severities.map((severity) => json.split(`"severity": "${severity}"`).length - 1)).toEqual(expected);
  const sarif = JSON.parse(String(await content('sarif'))) as { runs: { results: { level: string }[] }[] };
  const levels = (sarif.runs[0]?.results ?? []).map(({ level }) => level);
  expect(['error', 'warning', 'note'].map((level) => levels.filter((each) => each === level).length)).toEqual(
    expected,
  );
  const html = htmlReport({ ...checked, report }, { language: 'zh', version: '1', titleOf: (rule) => rule });
  expect(
    counted(html, [/data-severity="error"/g, /data-severity="warning"/g, /data-severity="info"/g]),
  ).toEqual(expected);
  const workbook = new ExcelJS.Workbook();
  await workbook.xlsx.load(((await content('xlsx')) as Uint8Array).slice().buffer);
  const cells = workbook.getWorksheet('整改清单')?.getColumn(7).values ?? [];
  expect(['错误', '提醒', '提示'].map((name) => cells.filter((cell) => cell === name).length)).toEqual(
    expected,
  );
});

test('a waiver shows in every format', async () => {
  const html = htmlReport({ ...checked, report }, { language: 'zh', version: '1', titleOf: (rule) => rule });
  const texts = [html, ...(await Promise.all((['text', 'json', 'sarif'] as const).map(content)))];
  for (const text of texts) expect(String(text)).toContain('张三');
});
