import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { Finding } from '../../model/finding.ts';
import type { CheckResult } from '../../model/report.ts';
import { findingOf } from '../rule.ts';
import { rules } from '../rules.ts';
import { parseJson } from './json.ts';
import { mistakeSentence } from './mistake.ts';
import { nearest } from './nearest.ts';
import { readSettings } from './readSettings.ts';
import { applySettings, defaultSettings, knownRules } from './settings.ts';

const finding = (rule: string): Finding => findingOf({ rule, severity: 'error', culprits: [], evidence: [] });

const count = (rule: string): CheckResult['checks'][number] => ({
  rule,
  pass: 1,
  rounding: 0,
  fail: 1,
  notApplicable: 0,
  unreadable: 0,
});

const result: CheckResult = {
  findings: ['table.total', 'table.row', 'text.brackets', 'text.templateRemains'].map(finding),
  checks: ['table.total', 'table.row', 'text.brackets', 'text.templateRemains'].map(count),
  coverage: { figures: 0, verified: 0, contradicted: 0, unverified: 0, indicators: 0 },
};

test('a rule that is off is neither told nor counted; a rule goes before its family', () => {
  const { settings, mistakes } = readSettings({
    rules: { 'table.total': 'warning', 'text.*': 'off', 'text.templateRemains': { severity: 'info' } },
  });
  expect(mistakes).toEqual([]);
  const applied = applySettings(result, settings, 'a.txt', '2026-03-01');
  expect(applied.findings.map(({ rule, severity }) => [rule, severity])).toEqual([
    ['table.total', 'warning'],
    ['table.row', 'error'],
    ['text.templateRemains', 'info'],
  ]);
  expect(applied.checks.map(({ rule }) => rule)).toEqual([
    'table.total',
    'table.row',
    'text.templateRemains',
  ]);
});

test('without settings nothing changes', () => {
  expect(applySettings(result, defaultSettings, 'a.txt', '2026-03-01')).toEqual(result);
});

test('thresholds within their limits are taken', () => {
  const { settings, mistakes } = readSettings({ rules: { 'narrative.reason': { change: 0.3 } } });
  expect({ thresholds: settings.thresholds, severities: settings.severities, mistakes }).toEqual({
    thresholds: { 'narrative.reason': { change: 0.3 } },
    severities: {},
    mistakes: [],
  });
});

test.each([
  [[], '应为一个对象 { … }。'],
  [{ rule: {} }, '不认识的名称“rule”，可用的有：rules, waivers。'],
  [{ rules: [] }, 'rules：应为一个对象 { … }。'],
  [
    { rules: { 'tabel.total': 'off' } },
    'rules.tabel.total：没有“tabel.total”这条规则，是不是想写“table.total”？',
  ],
  [
    { rules: { staleYear: 'off' } },
    'rules.staleYear：没有“staleYear”这条规则，是不是想写“narrative.staleYear”？',
  ],
  [{ rules: { 'texts.*': 'off' } }, 'rules.texts.*：没有“texts.*”这条规则，是不是想写“text.*”？'],
  [{ rules: { 'zzzz.qqqqqqq': 'off' } }, 'rules.zzzz.qqqqqqq：没有“zzzz.qqqqqqq”这条规则。'],
  [
    { rules: { 'table.row': 'warn' } },
    'rules.table.row：级别不能是“warn”，可选：error, warning, info, off。',
  ],
  [
    { rules: { 'table.row': { severity: 2 } } },
    'rules.table.row.severity：级别不能是“2”，可选：error, warning, info, off。',
  ],
  [
    { rules: { 'narrative.reason': { change: -1 } } },
    'rules.narrative.reason.change：界限不能是“-1”，应为 0–10 之间的数。',
  ],
  [
    { rules: { 'table.row': { change: 1 } } },
    'rules.table.row：这条规则没有“change”这个界限，可用的有：severity。',
  ],
  [{ waivers: {} }, 'waivers：应为一个列表 [ … ]。'],
])('%j is told as a mistake with its place', (content, sentence) => {
  expect(readSettings(content).mistakes.map((mistake) => mistakeSentence(mistake, 'zh'))).toEqual([sentence]);
});

test('mistakes in English', () => {
  const [mistake] = readSettings({ rules: { 'tabel.total': 'off' } }).mistakes;
  expect(mistake && mistakeSentence(mistake, 'en')).toBe(
    'rules.tabel.total: there is no rule "tabel.total"; did you mean "table.total"?',
  );
});

test('names of objects are no rules and no thresholds', () => {
  const content: unknown = JSON.parse(
    '{"rules": {"__proto__": "off", "constructor": "off", "table.row": {"constructor": 1}}}',
  );
  expect(readSettings(content).mistakes.map(({ code }) => code)).toEqual([
    'unknownRule',
    'unknownRule',
    'unknownThreshold',
  ]);
});

test('text that is no JSON says in which line; a byte order mark does no harm', () => {
  expect(parseJson('{\n  "rules": {\n    oops\n')).toEqual({
    mistake: { code: 'json', at: '', value: '3' },
  });
  expect(parseJson('\uFEFF{}')).toEqual({ value: {} });
});

test('every rule that runs is known to the settings, and its usual thresholds are within their limits', () => {
  const known = knownRules();
  for (const { id, thresholds } of rules) {
    expect(known).toContain(id);
    for (const { usual, least, most } of Object.values(thresholds ?? {})) {
      expect(usual).toBeGreaterThanOrEqual(least);
      expect(usual).toBeLessThanOrEqual(most);
    }
  }
  expect(known).toContain('document.staleWaiver');
});

test('docs/configuration.md lists every threshold with its usual value and its limits', () => {
  const page = readFileSync(join(import.meta.dirname, '../../../docs/configuration.md'), 'utf8');
  const lines = page.split('\n').map((line) => line.split('|').map((cell) => cell.trim()));
  for (const { id, thresholds } of rules) {
    for (const [name, { usual, least, most, meaning }] of Object.entries(thresholds ?? {})) {
      const cells = [`\`${id}\``, `\`${name}\``, meaning.zh, String(usual), `${least}–${most}`];
      expect(lines).toContainEqual(['', ...cells, '']);
    }
  }
});

test('the nearest name, and none where nothing is near', () => {
  expect(nearest('table.totl', ['table.total', 'table.row'])).toBe('table.total');
  expect(nearest('x', ['table.total'])).toBeNull();
});
