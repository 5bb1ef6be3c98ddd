import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';
import { execFileSync, spawn, spawnSync } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';

const root = join(import.meta.dirname, '..');
const cli = join(root, 'dist/cli.js');
const right = 'examples/disclosure.txt';
const wrong = 'examples/disclosure-with-mistakes.txt';
let folder = '';

beforeAll(() => {
  execFileSync(process.execPath, ['build.mjs'], { cwd: root, stdio: 'pipe' });
  folder = mkdtempSync(join(tmpdir(), 'mingsuan-cli-'));
});

afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

interface Run {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

function mingsuan(...args: readonly string[]): Run {
  const { status, stdout, stderr } = spawnSync(process.execPath, [cli, ...args], {
    cwd: root,
    encoding: 'utf8',
  });
  // A busy machine takes over a second, and then progress is told.
  return { code: status, out: stdout, err: stderr.replace(/^(?:已检查 \d|\d+ of \d).*\n/gm, '') };
}

function schemaOf(name: string): ValidateFunction {
  const text = readFileSync(join(root, 'schemas', `${name}.schema.json`), 'utf8');
  return new Ajv2020({ allErrors: true, allowUnionTypes: true }).compile(JSON.parse(text) as object);
}

function bad(name: string, content: string | Uint8Array): string {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
}

test('a wrong figure gives exit 1 and names the place, the printed and the expected figure', () => {
  const { code, out, err } = mingsuan('check', wrong);
  expect(code).toBe(1);
  expect(err).toBe('');
  expect(out).toContain('表1 2026年预算收支总表');
  expect(out).toMatch(/第74行/);
  expect(out).toMatch(/写作 12707\.60，应为 12077\.60/);
  expect(out).toMatch(/数字颠倒/);
  expect(out).toMatch(/共 \d+ 个数：\d+ 个核对无误，\d+ 个有矛盾，\d+ 个无从核对（不是“没有问题”）/);
  expect(out).not.toContain('\u001b');
});

test('the corrected text gives exit 0, and so does --fail-on never', () => {
  expect(mingsuan('check', right).code).toBe(0);
  expect(mingsuan('check', wrong, '--fail-on', 'never').code).toBe(0);
});

test('English on request', () => {
  const { code, out } = mingsuan('check', wrong, '--lang', 'en');
  expect(code).toBe(1);
  expect(out).toContain('printed 12707.60, should be 12077.60');
  expect(out).toMatch(/\d+ verified, \d+ contradicted, \d+ not verifiable/);
  expect(mingsuan('check', '/no/such/file', '--lang=en').err).toContain('There is no such file');
});

test.each([wrong, right])('check and read of %s keep to their schemas', (file) => {
  const [check, read] = [schemaOf('check'), schemaOf('read')];
  check(JSON.parse(mingsuan('check', file, '--format', 'json').out));
  expect(check.errors).toBeNull();
  read(JSON.parse(mingsuan('read', file, '--format', 'json').out));
  expect(read.errors).toBeNull();
});

test('a directory: unreadable files are reported, the rest is checked, exit 2', () => {
  const directory = join(folder, 'many');
  mkdirSync(join(directory, 'node_modules'), { recursive: true });
  mkdirSync(join(directory, 'inner'));
  const good = readFileSync(join(root, right));
  for (const name of ['inner/a.txt', '~$a.docx', '.hidden.txt', 'node_modules/b.txt', 'photo.jpg']) {
    writeFileSync(join(directory, name), good);
  }
  writeFileSync(join(directory, 'cut.docx'), 'PK\u0003\u0004 cut off');
  const { code, out } = mingsuan('check', directory, '--format', 'json');
  const report = JSON.parse(out) as { documents: { file: string; verdict: string; error: string | null }[] };
  expect(code).toBe(2);
  expect(report.documents.map(({ file, verdict }) => [file.slice(directory.length + 1), verdict])).toEqual([
    ['cut.docx', 'unreadable'],
    ['inner/a.txt', 'clean'],
  ]);
  const validate = schemaOf('check');
  validate(report);
  expect(validate.errors).toBeNull();
  expect(mingsuan('check', directory).out).toContain('共 2 份');
});

test.each([
  ['nothing.txt', '', '文件是空的'],
  ['noise.txt', Uint8Array.from({ length: 4000 }, (_, i) => (i * 7919) % 256), '无法读取|文件类型'],
  ['letter.txt', 'Dear all,\n\nthe meeting is on Monday.\n', '没有表格'],
  ['other.txt', '姓名\t分数\n甲\t90\n乙\t85\n', '没有找到预算公开'],
])('%s: one sentence with the remedy, nothing on stdout, exit 2', (name, content, sentence) => {
  const { code, out, err } = mingsuan('check', bad(name, content));
  expect(code).toBe(2);
  expect(out).toBe('');
  expect(err.trim().split('\n')).toHaveLength(1);
  expect(err).toMatch(new RegExp(sentence));
  expect(mingsuan('read', bad(name, content)).code).toBe(2);
});

test('a device is no file to read, and nothing waits for it', () => {
  expect(mingsuan('check', '/dev/zero')).toMatchObject({ code: 2, out: '' });
});

test('--out writes the whole report and leaves no temporary file', () => {
  const out = join(folder, 'report.json');
  const run = mingsuan('check', wrong, '--format', 'json', '--out', out);
  expect(run).toMatchObject({ code: 1, out: '' });
  expect(run.err).toContain(out);
  expect(JSON.parse(readFileSync(out, 'utf8'))).toMatchObject({ schema: 1, tool: { name: 'mingsuan' } });
  expect(readdirSync(folder).filter((name) => name.endsWith('.tmp'))).toEqual([]);
  const nowhere = mingsuan('check', right, '--out', join(folder, 'no/such/place.txt'));
  expect(nowhere.code).toBe(2);
  expect(nowhere.err).toContain('无法写入');
});

test.each([
  [['check', right, '--previous', 'nowhere.txt'], 'nowhere.txt'],
  [['read', right, '--format', 'xlsx'], '--out'],
])('%j: what is missing is said, not ignored', (args, named) => {
  const { code, out, err } = mingsuan(...args);
  expect({ code, out }).toEqual({ code: 2, out: '' });
  expect(err).toContain(named);
});

test.each([
  [['chek'], '没有 chek 这个命令'],
  [['check'], '没有说明要处理哪个文件'],
  [['check', right, '--colour'], '没有 --colour 这个选项'],
  [['check', right, '--fail-on', 'maybe'], '不在可选范围内'],
  [['check', right, '--out'], '后面缺少内容'],
  [['read', right, wrong], '一次只能处理一个文件'],
])('wrong usage %j: one sentence, exit 2', (args, sentence) => {
  const { code, out, err } = mingsuan(...args);
  expect({ code, out }).toEqual({ code: 2, out: '' });
  expect(err.trim().split('\n')).toHaveLength(1);
  expect(err).toContain(sentence);
});

test('a reader that closes the pipe early does no harm', async () => {
  const child = spawn(process.execPath, [cli, 'read', right], { cwd: root });
  let err = '';
  child.stderr.on('data', (chunk: Buffer) => (err += chunk.toString()));
  child.stdout.once('data', () => child.stdout.destroy());
  const code = await new Promise((resolve) => child.on('close', resolve));
  expect({ code, err }).toEqual({ code: 0, err: '' });
});

test('demo prints the findings and writes the report as text and JSON', () => {
  const out = join(folder, 'demo');
  const { code, out: printed } = mingsuan('demo', '--out', out);
  expect(code).toBe(0);
  expect(printed).toContain('12077.60');
  expect(existsSync(join(out, 'report.json'))).toBe(true);
  expect(readFileSync(join(out, 'report.txt'), 'utf8')).toContain('12077.60');
});

test('help in both languages', () => {
  expect(mingsuan('--help')).toMatchObject({ code: 0, err: '' });
  expect(mingsuan('help', 'check').out).toContain('用法');
  expect(mingsuan('check', '--help', '--lang', 'en').out).toContain('files or directories');
});
