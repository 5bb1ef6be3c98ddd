import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { pdfOf, text } from '../file/pdfFixture.ts';
import type { DocumentReport, ReportedFinding } from '../model/report.ts';
import { annotateFiles } from './annotateFiles.ts';
import { unreadable } from './checkFile.ts';

let folder = '';
let told = '';

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'mingsuan-annotate-'));
  told = '';
  vi.spyOn(process.stderr, 'write').mockImplementation((chunk) => {
    told += String(chunk);
    return true;
  });
});

afterEach(() => {
  vi.restoreAllMocks();
  rmSync(folder, { recursive: true, force: true });
});

function report(name: string, content: string | Uint8Array, found = true): DocumentReport {
  const file = join(folder, name);
  writeFileSync(file, content);
  const place = { file, page: 1 };
  const value = { text: '5', fen: null };
  const finding: ReportedFinding = {
    ...{ rule: 'a.b', severity: 'error', params: {}, tied: false, group: null, evidence: [] },
    ...{
      difference: null,
      allowed: null,
      waiver: null,
      message: '有误',
      remedy: '',
      part: '',
      rank: 0,
      spots: [],
    },
    culprits: [{ reported: value, expected: null, support: 1, slip: null, place }],
  };
  return { ...unreadable(file, ''), verdict: 'errors', error: null, findings: found ? [finding] : [] };
}

const pdf = pdfOf([{ content: text(100, 100, '甲5') }]);

it('writes a copy beside which the original stays, and makes the directory', async () => {
  const documents = [report('a.pdf', pdf)];
  expect(await annotateFiles(documents, join(folder, 'out', 'in'), 'zh')).toBe(true);
  expect(readdirSync(join(folder, 'out', 'in'))).toEqual(['a-审核.pdf', '规则说明.html']);
  expect(readFileSync(join(folder, 'a.pdf')).equals(Buffer.from(pdf))).toBe(true);
  expect(told).toContain('1 处批注');
});

it('says of formats that cannot be annotated that they cannot, and goes on', async () => {
  expect(await annotateFiles([report('a.txt', '甲5'), report('b.pdf', pdf)], folder, 'zh')).toBe(true);
  expect(told).toContain('只有 docx、pdf、xlsx 能加批注');
  expect(readdirSync(folder)).toEqual(['a.txt', 'b-审核.pdf', 'b.pdf', '规则说明.html']);
});

it('writes nothing for a document without findings', async () => {
  expect(await annotateFiles([report('a.pdf', pdf, false)], folder, 'zh')).toBe(true);
  expect(readdirSync(folder)).toEqual(['a.pdf']);
});

it('fails when the directory cannot be written to', async () => {
  const documents = [report('a.pdf', pdf)];
  expect(await annotateFiles(documents, join(folder, 'a.pdf', 'out'), 'zh')).toBe(false);
  expect(told).toContain('无法写入');
});
