import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { notesIn } from '../../bench/copyNotes.ts';
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

it('a figure of another document is marked in the copy of its own, under one summary: that of its file', async () => {
  const [department, unit] = [report('a.pdf', pdf), report('b.pdf', pdf, false)];
  const tied = department.findings.map((finding) => ({
    ...finding,
    tied: true,
    culprits: finding.culprits.flatMap((culprit) => [
      culprit,
      { ...culprit, place: { ...culprit.place, file: unit.file } },
    ]),
  }));
  const documents = [
    { ...department, findings: tied },
    { ...unit, verdict: 'clean' as const },
  ];
  expect(await annotateFiles(documents, join(folder, 'out'), 'zh')).toBe(true);
  const notes = await notesIn(join(folder, 'out', 'b-审核.pdf'));
  const said = notes.map((note) => note.text).join('\n');
  expect(said.split('【审核结果】')).toHaveLength(2);
  expect(said).toContain('【审核结果】没有发现错误');
  expect(said).toContain('与其他文件核对的批注另有 1 处');
  expect(said).toContain('有误');
  expect(told).not.toContain('没有需要批注之处');
});

it('fails when the directory cannot be written to', async () => {
  const documents = [report('a.pdf', pdf)];
  expect(await annotateFiles(documents, join(folder, 'a.pdf', 'out'), 'zh')).toBe(false);
  expect(told).toContain('无法写入');
});
