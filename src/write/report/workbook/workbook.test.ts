import ExcelJS from 'exceljs';
import { strFromU8, unzipSync } from 'fflate';
import { expect, test } from 'vitest';
import { rulePage } from '../../../commands/rulePages.ts';
import { checkFile } from '../../../commands/checkFile.ts';
import { rectificationWorkbook } from './workbook.ts';

const options = { language: 'zh', titleOf: (rule: string) => rule } as const;
const report = await checkFile('examples/disclosure-with-mistakes.txt', 'zh');

async function opened(bytes: Uint8Array): Promise<ExcelJS.Workbook> {
  const workbook = new ExcelJS.Workbook();
  await workbook.xlsx.load(bytes.slice().buffer);
  return workbook;
}

test('a row for each finding under a fixed header, with a choice of states', async () => {
  const workbook = await opened(await rectificationWorkbook([report], options));
  const list = workbook.getWorksheet('整改清单');
  expect(list?.rowCount).toBe(report.findings.length + 1);
  expect((list?.getRow(1).values as unknown[]).slice(1).join(' ')).toBe(
    '序号 部门 年度 文件 位置 问题类型 级别 写作 应为 依据/说明 整改建议 责任人 整改情况 备注',
  );
  expect(list?.getRow(2).getCell(8).value).toBe('12707.60');
  expect(list?.getRow(2).getCell(9).value).toBe('12077.60');
  expect(list?.getRow(2).getCell(13).value).toBe('待整改');
  expect(list?.getRow(2).getCell(13).dataValidation.formulae).toEqual(['"待整改,已整改,不适用"']);
  expect(list?.views[0]).toMatchObject({ state: 'frozen', ySplit: 1 });
  expect(list?.autoFilter).toBeTruthy();
});

test('the summary counts documents and kinds', async () => {
  const unreadable = { ...report, verdict: 'unreadable' as const, error: '文件是空的。', findings: [] };
  const workbook = await opened(await rectificationWorkbook([report, unreadable], options));
  const summary = workbook.getWorksheet('汇总');
  expect(summary?.getRow(6).getCell(8).value).toBe(report.findings.length);
  expect(summary?.getRow(5).getCell(4).text).toContain('文件是空的。');
});

test('the summary sums a department’s documents by kind and severity', async () => {
  const other = { ...report, department: '河东县交通运输局', file: 'b.docx' };
  const workbook = await opened(
    await rectificationWorkbook([report, other, { ...other, file: 'c.docx' }], options),
  );
  const rows: unknown[][] = [];
  workbook.getWorksheet('汇总')?.eachRow((row) => rows.push((row.values as unknown[]).slice(1)));
  const from = rows.findIndex((row) => row[3] === '文件数');
  const own = rows.slice(from + 1).filter((row) => row[0] === '河东县交通运输局');
  const subtotal = own.at(-1) ?? [];
  const all = report.findings.length;
  expect(subtotal.slice(1)).toEqual([
    '小计',
    undefined,
    2,
    ...['error', 'warning', 'info'].map(
      (severity) => 2 * report.findings.filter((finding) => finding.severity === severity).length,
    ),
    2 * all,
    0,
  ]);
  const kinds = own.slice(0, -1);
  expect(kinds.reduce((sum, row) => sum + Number(row[7]), 0)).toBe(2 * all);
});

test('the list leads to the sheet of the rules', async () => {
  const pageOf = (rule: string): ReturnType<typeof rulePage> => rulePage(rule, 'zh');
  const workbook = await opened(await rectificationWorkbook([report], { ...options, pageOf }));
  const rules = workbook.getWorksheet('规则说明');
  const cell = workbook.getWorksheet('整改清单')?.getRow(2).getCell(6);
  const [, row = '0'] = /!A(\d+)$/.exec(cell?.hyperlink ?? '') ?? [];
  expect(rules?.getRow(Number(row)).getCell(1).text).toBe(cell?.text);
  expect(rules?.getRow(Number(row)).getCell(3).text).toContain('【怎样改】');
});

test.each(['=cmd|calc!A1', '+1', '-1', '@SUM(A1)', '\t=1', 'a\u0000b\ud800'])(
  'the text %j stays a text and makes no formula',
  async (text) => {
    const finding = { ...report.findings[0], message: text, remedy: text, part: text, spots: [] };
    const poisoned = { ...report, file: text, department: text, findings: [finding] } as typeof report;
    const bytes = await rectificationWorkbook([poisoned], { ...options, titleOf: () => text });
    const sheets = Object.entries(unzipSync(bytes)).filter(([name]) => name.startsWith('xl/worksheets/'));
    expect(sheets.length).toBe(2);
    for (const [, xml] of sheets) expect(strFromU8(xml)).not.toMatch(/<f[ >]/);
    const cell = (await opened(bytes)).getWorksheet('整改清单')?.getRow(2).getCell(2);
    expect(typeof cell?.value).toBe('string');
    expect(cell?.numFmt).toBe('@');
  },
);

test('a waived finding is not to be done, and says who waived it', async () => {
  const waiver = { reason: '已核实', by: '张三', date: '2026-03-01', expires: null };
  const [first] = report.findings;
  const waived = { ...report, findings: first === undefined ? [] : [{ ...first, waiver }] };
  const row = (await opened(await rectificationWorkbook([waived], options)))
    .getWorksheet('整改清单')
    ?.getRow(2);
  expect(row?.getCell(13).value).toBe('不适用');
  expect(row?.getCell(14).text).toContain('张三');
});
