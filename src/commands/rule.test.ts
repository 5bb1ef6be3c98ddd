import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeEach, expect, it, vi } from 'vitest';
import { runRule } from './rule.ts';

const folder = mkdtempSync(join(tmpdir(), 'mingsuan-rule-'));
const out = join(folder, 'rules.txt');
let told = '';

beforeEach(() => {
  told = '';
  vi.spyOn(process.stderr, 'write').mockImplementation((chunk) => (told += String(chunk)).length > 0);
});

afterAll(() => {
  vi.restoreAllMocks();
  rmSync(folder, { recursive: true, force: true });
});

async function written(names: readonly string[], language: 'zh' | 'en' = 'zh'): Promise<string> {
  expect(await runRule(names, { language, out })).toBe(0);
  return readFileSync(out, 'utf8');
}

it('tells a rule, a family of rules, or the names of all', async () => {
  expect(await written(['table.across'])).toMatch(/^table\.across {2}表间勾稽不符\n[^]*查什么\n[^]*怎样改\n/);
  expect(await written(['table.*'], 'en')).toMatch(/^table\.\w+[^]*\ntable\.\w+/);
  const lines = (await written([])).trim().split('\n');
  expect(lines.length).toBeGreaterThan(80);
  expect(lines).toEqual(lines.toSorted());
});

it('writes a page whose anchors are those of the reports', async () => {
  const page = join(folder, 'rules.html');
  expect(await runRule(['table.across'], { language: 'zh', out: page })).toBe(0);
  expect(readFileSync(page, 'utf8')).toContain('<article id="rule-table-across">');
});

it('says which rule it does not know, and which may be meant', async () => {
  expect(await runRule(['table.acros'], { language: 'zh', out })).toBe(2);
  expect(told).toContain('没有规则“table.acros”，是不是想写“table.across”？');
});
