import ExcelJS from 'exceljs';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { defaultSettings } from '../check/settings/settings.ts';
import type { DocumentReport } from '../model/report.ts';
import { htmlIndex } from '../write/report/html/indexPage.ts';
import { examine } from './checkFile.ts';
import { checkTask, type FileTask } from './checkTask.ts';
import { compareAll } from './compareAll.ts';
import { reportContent } from './reportContent.ts';

let folder = '';

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'mingsuan-across-'));
});

afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

const inTurn = async (tasks: readonly FileTask[]): ReturnType<Parameters<typeof compareAll>[1]> => {
  const answers = [];
  for (const task of tasks) answers.push(await checkTask(task));
  return answers;
};

function tasksOf(rule: string, names: readonly string[], withPages = false): readonly FileTask[] {
  return names.map((name): FileTask => {
    const file = join('corpus', `acrossDocuments.${rule}`, 'fault', `${name}.txt`);
    const page = { path: join(folder, `${name}.html`), index: null };
    return { file, language: 'zh', settings: defaultSettings, ...(withPages ? { page } : {}) };
  });
}

const own = ({ findings }: DocumentReport): readonly string[] =>
  findings.filter(({ rule }) => rule.startsWith('acrossDocuments.')).map(({ rule }) => rule);

test('the department bears the contradiction with its unit, in its report and on its page', async () => {
  const names = ['department', 'river'];
  const reports = await compareAll(tasksOf('unitRow', names), inTurn);
  const paged = await compareAll(tasksOf('unitRow', names, true), inTurn);
  for (const [department, river] of [reports, paged]) {
    expect(department?.verdict).toBe('errors');
    expect(department && own(department)).toEqual(['acrossDocuments.unitRow', 'acrossDocuments.incomplete']);
    expect(river && own(river)).toEqual([]);
    expect(department?.checks.find(({ rule }) => rule === 'acrossDocuments.unitRow')).toMatchObject({
      fail: 2,
    });
  }
  const page = readFileSync(join(folder, 'department.html'), 'utf8');
  expect(page).toContain('自己公开的表11为');
  expect(page.match(/<li class="p /g)).toHaveLength(paged[0]?.findings.length ?? 0);
}, 60_000);

test('what is missing is in every summary', async () => {
  const reports = await compareAll(tasksOf('incomplete', ['department', 'office']), inTurn);
  const sentence = '缺 1 份公开文本：安澜县河道管理所';
  expect(String(await reportContent(reports, 'text', 'zh', { width: null, colour: false }))).toContain(
    sentence,
  );
  expect(htmlIndex(reports, () => '', { language: 'zh', version: '1' })).toContain(sentence);
  const workbook = new ExcelJS.Workbook();
  const bytes = await reportContent(reports, 'xlsx', 'zh', { width: null, colour: false });
  await workbook.xlsx.load((bytes as Uint8Array).slice().buffer);
  const cells = workbook.getWorksheet('汇总')?.getColumn(1).values ?? [];
  expect(cells.filter((cell) => typeof cell === 'string' && cell.includes(sentence))).toHaveLength(1);
}, 60_000);

test('a waiver of a comparison is stale only where the comparison was made', async () => {
  const file = join(folder, 'fault.txt');
  writeFileSync(file, readFileSync('corpus/yearOnYear.previousFigure/fault.txt'));
  const waiver = { rule: 'yearOnYear.previousFigure', reason: '口径不同', by: '张三', date: '2027-03-01' };
  const place = { section: 'changes' };
  writeFileSync(`${file}.waivers.json`, JSON.stringify({ waivers: [{ ...waiver, place }] }));
  const alone = await examine([file], 'zh', { trace: false });
  expect(alone.report.findings.filter(({ rule }) => rule === 'document.staleWaiver')).toEqual([]);
  const previous = 'corpus/yearOnYear.previousFigure/previous.txt';
  const { report } = await examine([file], 'zh', { trace: false, previous });
  expect(report.findings.find(({ rule }) => rule === waiver.rule)?.waiver?.by).toBe('张三');
  expect(report.verdict).toBe('clean');
});
