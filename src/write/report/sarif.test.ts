import { expect, test } from 'vitest';
import { describedRules } from '../../check/describe.ts';
import { checkFile } from '../../commands/checkFile.ts';
import type { DocumentReport } from '../../model/report.ts';
import { sarifLog } from './sarif.ts';

interface Result {
  readonly ruleId: string;
  readonly ruleIndex: number;
  readonly level: string;
  readonly message: { readonly text: string };
  readonly locations: readonly {
    readonly physicalLocation: {
      readonly artifactLocation: { readonly uri: string; readonly index?: number };
      readonly region?: { readonly startLine: number };
    };
    readonly logicalLocations?: readonly { readonly fullyQualifiedName: string; readonly kind: string }[];
  }[];
  readonly partialFingerprints: Readonly<Record<string, string>>;
  readonly suppressions?: readonly { readonly kind: string; readonly justification: string }[];
}

interface Log {
  readonly version: string;
  readonly $schema: string;
  readonly runs: readonly {
    readonly tool: {
      readonly driver: {
        readonly name: string;
        readonly rules: readonly { readonly id: string; readonly help: { readonly text: string } }[];
      };
    };
    readonly invocations: readonly {
      readonly executionSuccessful: boolean;
      readonly toolExecutionNotifications: readonly object[];
    }[];
    readonly artifacts: readonly object[];
    readonly results: readonly Result[];
  }[];
}

const report = await checkFile('examples/disclosure-with-mistakes.txt', 'zh');

function runOf(documents: readonly DocumentReport[]): Log['runs'][number] {
  const log = JSON.parse(JSON.stringify(sarifLog(documents, describedRules('zh'), '1.0.0'))) as Log;
  expect(log.version).toBe('2.1.0');
  expect(log.$schema).toMatch(/sarif/);
  expect(log.runs).toHaveLength(1);
  const [run] = log.runs;
  if (run === undefined) throw new Error('no run');
  return run;
}

test('every finding is a result with rule, level, message, file, line and place by name', () => {
  const run = runOf([report]);
  const { rules } = run.tool.driver;
  expect(run.results).toHaveLength(report.findings.length);
  for (const result of run.results) {
    expect(rules[result.ruleIndex]?.id).toBe(result.ruleId);
    expect(['error', 'warning', 'note']).toContain(result.level);
    expect(result.message.text).not.toBe('');
    expect(result.locations.length).toBeGreaterThan(0);
    expect(result.locations[0]?.physicalLocation.artifactLocation).toEqual({
      uri: 'examples/disclosure-with-mistakes.txt',
      index: 0,
    });
  }
  for (const { help } of rules) expect(help.text).not.toMatch(/^$|\{\w+\}/);
  const across = run.results.find(({ ruleId }) => ruleId === 'table.across');
  expect(across?.locations[0]?.physicalLocation.region).toEqual({ startLine: 74 });
  expect(across?.locations[0]?.logicalLocations?.[0]?.fullyQualifiedName).toMatch(
    /^table 1\/row .+\/column /,
  );
});

const printsOf = (documents: readonly DocumentReport[]): readonly string[] =>
  runOf(documents).results.flatMap(({ partialFingerprints }) => Object.values(partialFingerprints));

test('fingerprints differ within a document and stay when it lies elsewhere', () => {
  const prints = printsOf([report]);
  expect(new Set(prints).size).toBe(prints.length);
  const moved = JSON.parse(
    JSON.stringify(report).replaceAll('examples/disclosure', '/elsewhere/a b/disclosure'),
  ) as DocumentReport;
  expect(printsOf([moved])).toEqual(prints);
  const [result] = runOf([moved]).results;
  expect(result?.locations[0]?.physicalLocation.artifactLocation.uri).toBe(
    'file:///elsewhere/a%20b/disclosure-with-mistakes.txt',
  );
});

test('a waiver is a suppression, an unreadable file a notification', () => {
  const waiver = { reason: '已核实', by: '张三', date: '2026-03-01', expires: null };
  const waived = { ...report, findings: report.findings.map((finding) => ({ ...finding, waiver })) };
  const unreadable: DocumentReport = {
    ...report,
    verdict: 'unreadable',
    error: '文件是空的。',
    findings: [],
  };
  const run = runOf([waived, unreadable]);
  expect(run.results.every(({ suppressions }) => suppressions?.[0]?.justification.includes('张三'))).toBe(
    true,
  );
  expect(run.invocations[0]?.executionSuccessful).toBe(false);
  expect(run.invocations[0]?.toolExecutionNotifications).toHaveLength(1);
});
