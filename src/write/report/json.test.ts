import { Ajv2020 } from 'ajv/dist/2020.js';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { DocumentReport, ReportedFinding } from '../../model/report.ts';
import { checkReport } from './json.ts';

const schema = readFileSync(join(import.meta.dirname, '../../../schemas/check.schema.json'), 'utf8');
const validate = new Ajv2020({ allErrors: true, allowUnionTypes: true }).compile(
  JSON.parse(schema) as object,
);

const finding: ReportedFinding = {
  rule: 'project.missing',
  severity: 'warning',
  variant: 'sheet',
  params: { name: '甲' },
  culprits: [
    {
      reported: null,
      expected: null,
      support: 0,
      slip: null,
      place: { file: 'a.pdf', page: 3, box: [1, 2.5, 3, 4] },
    },
  ],
  tied: false,
  group: 'g1',
  evidence: [{ role: 'text', text: '甲', fen: null, place: { file: 'a.pdf', sheet: '表', cell: 'B7' } }],
  difference: '-0.5',
  allowed: null,
  waiver: { reason: '已核实', by: '张三', date: '2026-03-01', expires: null },
  message: '缺少绩效目标表。',
  remedy: '补充。',
  part: '表12',
  rank: 1,
  spots: [],
};

const document: DocumentReport = {
  file: 'a.pdf',
  department: null,
  year: null,
  stage: 'finalAccounts',
  form: null,
  formReason: '',
  verdict: 'warnings',
  error: null,
  coverage: { figures: 0, verified: 0, contradicted: 0, unverified: 0, indicators: 0 },
  checks: [{ rule: 'table.row', pass: 1, rounding: 0, fail: 0, notApplicable: 0, unreadable: 0 }],
  findings: [finding],
};

const check = (documents: readonly DocumentReport[]): unknown => {
  validate(JSON.parse(JSON.stringify(checkReport(documents, '1.0.0'))));
  return validate.errors;
};

test('missing values, waivers and every kind of place keep to the schema', () => {
  expect(check([document])).toBeNull();
  expect(check([])).toBeNull();
});

test('an unreadable document has an error and no findings; any other has none', () => {
  const unreadable: DocumentReport = {
    ...document,
    verdict: 'unreadable',
    error: '文件是空的。',
    findings: [],
  };
  expect(check([unreadable])).toBeNull();
  expect(check([{ ...unreadable, error: null }])).not.toBeNull();
  expect(check([{ ...document, error: '文件是空的。' }])).not.toBeNull();
});

test('only the contract is printed: no words that serve the text report', () => {
  const [printed] = (checkReport([document], '1.0.0') as { documents: { findings: object[] }[] }).documents;
  expect(Object.keys(printed?.findings[0] ?? {})).toEqual(
    'rule severity message tied group culprits evidence difference allowed waiver'.split(' '),
  );
});
