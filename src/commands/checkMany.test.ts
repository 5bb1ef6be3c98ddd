import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { DocumentReport, ReportedFinding } from '../model/report.ts';
import { runCheck, type CheckOptions } from './check.ts';

const root = join(import.meta.dirname, '../..');
const example = (name: string): string => readFileSync(join(root, 'examples', name), 'utf8');
const right = example('disclosure.txt');
const wrong = example('disclosure-with-mistakes.txt');
let folder = '';

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'mingsuan-many-'));
});

afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

function put(name: string, content: string | object): void {
  writeFileSync(join(folder, name), typeof content === 'string' ? content : JSON.stringify(content));
}

interface Run {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

/** One document in this process, in the folder; a process of its own costs seconds. */
async function checkHere(
  paths: readonly string[],
  options: Partial<CheckOptions> = {},
): Promise<Run & { readonly documents: readonly Told[] }> {
  const told: string[] = [];
  const spy = vi.spyOn(process.stderr, 'write').mockImplementation((text) => told.push(String(text)) > 0);
  const [out, before] = [join(folder, 'report.out'), process.cwd()];
  rmSync(out, { force: true });
  process.chdir(folder);
  try {
    const code = await runCheck(paths, { language: 'zh', format: 'json', failOn: 'error', out, ...options });
    const report = existsSync(out) ? readFileSync(out, 'utf8') : '';
    const documents = report.startsWith('{') ? documentsOf(report) : [];
    return { code, out: report, err: told.join(''), documents };
  } finally {
    process.chdir(before);
    spy.mockRestore();
  }
}

/** The command from its sources, in the folder. */
function mingsuan(...args: readonly string[]): Run {
  const loader = import.meta.resolve('tsx');
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    ['--import', loader, join(root, 'src/cli.ts'), ...args],
    { cwd: folder, encoding: 'utf8', maxBuffer: 256 * 1024 * 1024 },
  );
  return { code: status, out: stdout, err: stderr };
}

type Told = Pick<DocumentReport, 'file' | 'verdict' | 'error'> & {
  readonly findings: readonly Pick<
    ReportedFinding,
    'rule' | 'severity' | 'message' | 'culprits' | 'waiver'
  >[];
};

function documentsOf(report: string): readonly Told[] {
  return (JSON.parse(report) as { documents: readonly Told[] }).documents;
}

function schemaOf(name: string): ValidateFunction {
  const read = (each: string): object =>
    JSON.parse(readFileSync(join(root, 'schemas', `${each}.schema.json`), 'utf8')) as object;
  const ajv = new Ajv2020({ allErrors: true, allowUnionTypes: true, formats: { date: true } });
  if (name === 'config') ajv.addSchema(read('waivers'));
  return ajv.compile(read(name));
}

test('a folder of thirty files: in order, bad ones told, the rest checked', () => {
  const names = Array.from({ length: 30 }, (_, i) => `f${i + 1}`);
  const contents: Readonly<Record<number, string>> = {
    4: '',
    9: 'PK\u0003\u0004 cut off',
    14: '%PDF-1.7 cut off',
    20: 'Dear all.',
  };
  const endings: Readonly<Record<number, string>> = { 9: 'docx', 14: 'pdf' };
  const files = names.map((name, i) => `${name}.${endings[i] ?? 'txt'}`);
  files.forEach((file, i) => {
    put(file, contents[i] ?? (i % 3 === 0 ? wrong : right));
  });
  const run = mingsuan('check', '.', '--format', 'json');
  const documents = documentsOf(run.out);
  expect(run.code).toBe(2);
  expect(documents.map(({ file }) => file)).toEqual(files);
  const bad = documents.flatMap(({ verdict }, i) => (verdict === 'unreadable' ? [i] : []));
  expect(bad).toEqual(Object.keys(contents).map(Number));
  const lines = (document: Told | undefined): unknown => document?.findings.map(({ message }) => message);
  expect(lines(documents[3])).toEqual(lines(documents[0]));
  expect(lines(documents[5])).toEqual(lines(documents[1]));
}, 240_000);

test('several files together are one document whose name is theirs', async () => {
  const cut = right.lastIndexOf('第三部分');
  put('1.txt', right.slice(0, cut));
  put('2.txt', right.slice(cut));
  put('whole.txt', right);
  const [whole] = (await checkHere(['whole.txt'])).documents;
  const [joined, ...none] = (await checkHere(['1.txt', '2.txt'], { together: true })).documents;
  expect(none).toEqual([]);
  expect(joined).toMatchObject({ file: '1.txt + 2.txt', verdict: whole?.verdict });
  expect(joined?.findings.map(({ rule }) => rule)).toEqual(whole?.findings.map(({ rule }) => rule));
  put('2.txt', '');
  const unread = await checkHere(['1.txt', '2.txt'], { together: true, format: 'text' });
  expect(unread).toMatchObject({ code: 2, out: '' });
  expect(unread.err).toContain('2.txt：文件是空的');
});

test('in the report of several files together a place says in which file', async () => {
  const cut = wrong.lastIndexOf('第三部分');
  put('表.txt', wrong.slice(0, cut));
  put('文.txt', wrong.slice(cut));
  const { out } = await checkHere(['文.txt', '表.txt'], { together: true, format: 'text' });
  expect(out).toMatch(/（表\.txt 第\d+行）/);
});

test('the nearest configuration holds, also above; one that is named goes before it', async () => {
  mkdirSync(join(folder, 'inner'));
  put('inner/a.txt', wrong);
  const off = { rules: { 'table.*': 'off', 'narrative.*': { severity: 'info' } } };
  put('mingsuan.config.json', off);
  const validate = schemaOf('config');
  validate(off);
  expect(validate.errors).toBeNull();
  const { err, documents } = await checkHere(['inner']);
  const findings = documents[0]?.findings ?? [];
  expect(err).toContain('mingsuan.config.json');
  expect(findings.some(({ rule }) => rule.startsWith('table.'))).toBe(false);
  const narrative = findings.filter(({ rule }) => rule.startsWith('narrative.'));
  expect(new Set(narrative.map(({ severity }) => severity))).toEqual(new Set(['info']));
  put('own.json', {});
  const [named] = (await checkHere(['inner'], { config: 'own.json' })).documents;
  expect(named?.findings.some(({ rule }) => rule.startsWith('table.'))).toBe(true);
});

test('mistakes in a configuration are told one by one, and nothing is checked', async () => {
  put('a.txt', right);
  put('mingsuan.config.json', { rules: { 'tabel.total': 'off', 'table.row': 'warn' } });
  const { code, out, err } = await checkHere(['a.txt']);
  expect({ code, out }).toEqual({ code: 2, out: '' });
  expect(err.trim().split('\n')).toHaveLength(2);
  expect(err).toContain('是不是想写“table.total”');
  put('mingsuan.config.json', '{ "rules": ');
  expect((await checkHere(['a.txt'])).err).toContain('第 1 行附近不是有效的 JSON');
  expect((await checkHere(['a.txt'], { config: 'none.json' })).err).toContain('找不到配置文件 none.json');
});

const signed = { reason: '经核实无误', by: '李四', date: '2026-01-05' };

test('waivers beside the document: what is waived stays and does not count; stale and wrong ones are told', async () => {
  put('a.txt', wrong);
  const findings = (await checkHere(['a.txt'])).documents[0]?.findings ?? [];
  const counted = findings.filter(({ severity }) => severity !== 'info');
  const waivers = counted.map(({ rule, culprits }) => ({
    rule,
    ...signed,
    place: culprits[0]?.place,
    reported: culprits[0]?.reported?.text ?? null,
  }));
  const content = { waivers: [...waivers, { rule: 'table.row', place: { table: 99 }, ...signed }] };
  put('a.txt.waivers.json', content);
  const validate = schemaOf('waivers');
  validate(content);
  expect(validate.errors).toBeNull();

  const { code, documents } = await checkHere(['a.txt'], { failOn: 'warning' });
  const [document] = documents;
  expect([code, document?.verdict]).toEqual([0, 'clean']);
  const waived = document?.findings.filter(({ waiver }) => waiver !== null) ?? [];
  expect(waived).toHaveLength(counted.length);
  expect(waived[0]?.waiver).toEqual({ ...signed, expires: null });
  const stale = document?.findings.filter(({ rule }) => rule === 'document.staleWaiver');
  expect(stale?.map(({ severity }) => severity)).toEqual(['info']);
  const text = await checkHere(['a.txt'], { format: 'text' });
  expect(text.out).toContain('已由李四于2026-01-05豁免：经核实无误');

  put('a.txt.waivers.json', { waivers: [{ ...waivers[0], date: 'yesterday' }] });
  const [mistaken] = (await checkHere(['a.txt'])).documents;
  expect(mistaken?.verdict).toBe('errors');
  const told = mistaken?.findings.find(({ rule }) => rule === 'document.staleWaiver');
  expect(told?.message).toContain('yesterday');
});

test('waivers in a shared configuration are for the document that they name', async () => {
  put('a.txt', wrong);
  put('b.txt', wrong);
  const [first] = (await checkHere(['a.txt'])).documents[0]?.findings ?? [];
  const waiver = { rule: first?.rule, place: first?.culprits[0]?.place, ...signed, document: 'b.txt' };
  put('mingsuan.config.json', { waivers: [waiver] });
  for (const [file, waived] of [
    ['a.txt', 0],
    ['b.txt', 1],
  ] as const) {
    const findings = (await checkHere([file])).documents[0]?.findings ?? [];
    expect(findings.filter((finding) => finding.waiver !== null)).toHaveLength(waived);
    expect(findings.filter(({ rule }) => rule === 'document.staleWaiver')).toEqual([]);
  }
});
