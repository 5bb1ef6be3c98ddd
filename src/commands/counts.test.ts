import ExcelJS from 'exceljs';
import { describe, expect, it } from 'vitest';
import type { DocumentReport } from '../model/report.ts';
import { htmlIndex } from '../write/report/html/indexPage.ts';
import { htmlReport } from '../write/report/html/htmlReport.ts';
import { examine } from './checkFile.ts';
import { reportContent } from './reportContent.ts';

const file = 'examples/disclosure-with-mistakes.txt';
const examined = await examine([file], 'zh');
const waiver = { reason: '已核实', by: '张三', date: '2026-03-01', expires: null };
/** One of the findings is waived, another one is advice. */
const report: DocumentReport = {
  ...examined.report,
  findings: examined.report.findings.map((finding, i) =>
    i === 0 ? { ...finding, waiver } : i === 1 ? { ...finding, severity: 'info' as const } : finding,
  ),
};
const look = { colour: false, width: null } as const;
const severities = ['error', 'warning', 'info'] as const;
const expected = severities.map(
  (severity) => report.findings.filter((finding) => finding.severity === severity).length,
);

type Counts = readonly number[];

async function contentAs(format: 'text' | 'json' | 'xlsx' | 'sarif'): Promise<string | Uint8Array> {
  return reportContent([report], format, 'zh', look);
}

const countIn = (list: readonly unknown[], value: unknown): number =>
  list.filter((each) => each === value).length;

async function inJson(): Promise<Counts> {
  const { documents } = JSON.parse(String(await contentAs('json'))) as {
    documents: { findings: { severity: string }[] }[];
  };
  const told = documents.flatMap(({ findings }) => findings.map(({ severity }) => severity));
  return severities.map((severity) => countIn(told, severity));
}

/** A line for each error and warning; advice is summed up in one line, with what is waived. */
async function inText(): Promise<Counts> {
  const text = String(await contentAs('text'));
  const advice = Number(/提示 (\d+) 条/.exec(text)?.[1] ?? 0);
  return [...[/^ {2}✕ /gm, /^ {2}! /gm].map((line) => text.match(line)?.length ?? 0), advice];
}

async function inSarif(): Promise<Counts> {
  const { runs } = JSON.parse(String(await contentAs('sarif'))) as {
    runs: { results: { level: string }[] }[];
  };
  const told = runs.flatMap(({ results }) => results.map(({ level }) => level));
  return ['error', 'warning', 'note'].map((level) => countIn(told, level));
}

async function workbookOf(): Promise<ExcelJS.Workbook> {
  const workbook = new ExcelJS.Workbook();
  await workbook.xlsx.load(((await contentAs('xlsx')) as Uint8Array).slice().buffer);
  return workbook;
}

async function inList(): Promise<Counts> {
  const told: string[] = [];
  (await workbookOf()).getWorksheet('整改清单')?.eachRow((row) => told.push(row.getCell(7).text));
  return ['错误', '提醒', '提示'].map((word) => countIn(told, word));
}

async function inSummary(): Promise<Counts> {
  const row = (await workbookOf()).getWorksheet('汇总')?.getRow(4);
  return [5, 6, 7].map((column) => Number(row?.getCell(column).value));
}

function inPage(): Counts {
  const page = htmlReport({ ...examined, report }, { language: 'zh', version: '1', titleOf: (rule) => rule });
  return severities.map((severity) => page.split(`data-severity="${severity}"`).length - 1);
}

describe('all reports count the same', () => {
  it.each([
    ['text', inText],
    ['json', inJson],
    ['sarif', inSarif],
    ['the list of the workbook', inList],
    ['the summary of the workbook', inSummary],
    ['the page', (): Promise<Counts> => Promise.resolve(inPage())],
  ] as const)('%s', async (_, countsIn) => {
    expect(expected.every((count) => count > 0)).toBe(true);
    expect(await countsIn()).toEqual(expected);
  });

  it('a waiver shows in every format', async () => {
    const page = htmlReport(
      { ...examined, report },
      { language: 'zh', version: '1', titleOf: (rule) => rule },
    );
    const texts = await Promise.all((['text', 'json', 'sarif'] as const).map(contentAs));
    for (const text of [page, ...texts]) expect(String(text)).toContain(waiver.by);
  });

  it('and text, page and index give the same verdict, without what is waived', async () => {
    const open = report.findings.filter((finding) => finding.waiver === null);
    const [errors, warnings] = severities.map(
      (severity) => open.filter((finding) => finding.severity === severity).length,
    );
    const words = `${errors ?? 0}处错误，${warnings ?? 0}处提醒`;
    const text = String(await contentAs('text'));
    const page = htmlReport(
      { ...examined, report },
      { language: 'zh', version: '1', titleOf: (rule) => rule },
    );
    for (const told of [text, page]) expect(told.replace(/\s/g, '')).toContain(words);
    const index = htmlIndex([report], () => 'a.html', { language: 'zh', version: '1' });
    expect(index).toContain(String(errors));
  });
});
