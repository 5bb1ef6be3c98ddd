import ExcelJS from 'exceljs';
import { copyFile, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { isBookFile, openBook, problemLine } from '../../src/commands/openBook.ts';
import { runMerge } from '../../src/commands/mergeBooks.ts';
import { runNewBook } from '../../src/commands/newBook.ts';
import { runImport } from '../../src/commands/importBook.ts';
import type { Book } from '../../src/model/book.ts';
import { exampleBook } from './bookFixture.ts';

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'books-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

const options = { language: 'zh' } as const;

async function bookIn(file: string): Promise<Book> {
  const read = await openBook(file, 'zh');
  if (typeof read === 'string' || !read.ok) throw new Error(JSON.stringify(read));
  return read.book;
}

/** The example's workbook after cells were typed over. */
async function changedBook(changes: readonly ((workbook: ExcelJS.Workbook) => void)[]): Promise<string> {
  const workbook = new ExcelJS.Workbook();
  await workbook.xlsx.readFile('examples/book.xlsx');
  for (const change of changes) change(workbook);
  const file = join(folder, 'changed.xlsx');
  await writeFile(file, new Uint8Array(await workbook.xlsx.writeBuffer()));
  return file;
}

async function problemsAfter(
  changes: readonly ((workbook: ExcelJS.Workbook) => void)[],
): Promise<readonly string[]> {
  const read = await openBook(await changedBook(changes), 'zh');
  if (typeof read === 'string') return [read];
  return read.ok ? [] : read.problems.map((problem) => problemLine(problem, 'zh'));
}

/** Types a value into the cell of a sheet. */
function type(sheet: string, cell: string, value: ExcelJS.CellValue) {
  return (workbook: ExcelJS.Workbook): void => {
    const found = workbook.getWorksheet(sheet);
    if (found === undefined) throw new Error(`no sheet ${sheet}`);
    found.getCell(cell).value = value;
  };
}

function hide(name: string) {
  return (workbook: ExcelJS.Workbook): void => {
    const sheet = workbook.getWorksheet(name);
    if (sheet !== undefined) sheet.state = 'hidden';
  };
}

type Case = readonly [string, (workbook: ExcelJS.Workbook) => void, RegExp];

describe('problems of a workbook stand at their cell', () => {
  it('are none in the example', async () => {
    expect(await problemsAfter([])).toEqual([]);
  });

  /** What the cells themselves say. */
  const cells: readonly Case[] = [
    [
      'text for a number',
      type('支出', 'I6', '三十七万'),
      /^支出!I6：“三十七万”不是金额，请填数字（单位：万元）$/,
    ],
    [
      'an amount finer than 分',
      type('支出', 'I7', 37.7312345),
      /^支出!I7：37\.7312345 比分还细，万元最多6位小数/,
    ],
    ['a missing code', type('支出', 'C8', null), /^支出!C8：“支出功能分类（项）”没有填写，请补上$/],
    [
      'an unknown word',
      type('支出', 'D9', '工资'),
      /^支出!D9：“工资”不是可选的词，请从下拉列表中选择：人员经费、/,
    ],
    ['a formula that failed', type('支出', 'I10', { error: '#REF!' }), /^支出!I10：公式出错（#REF!）/],
    [
      'a code beside the name of another item',
      type('支出', 'C11', '2080505 归口管理的行政单位离退休'),
      /^支出!C11：编码 2080505 是“[^”]+”，写的名称是“/,
    ],
    [
      'an amount in another unit',
      type('支出', 'I12', '377312元'),
      /^支出!I12：“377312元”写的单位是元，本簿的金额单位是万元/,
    ],
    ['a total among the lines', type('支出', 'B33', '合 计'), /^支出!B33：这一行是合计，/],
    ['an amount of nothing', type('支出', 'I34', 5), /^支出!I34：这一行只有金额，/],
    [
      'merged cells',
      (workbook) => {
        workbook.getWorksheet('支出')?.mergeCells('G14:G15');
      },
      /^支出!G15：这一格与 G14 合并了/,
    ],
    [
      'an indicator of no project',
      type('绩效指标', 'B6', '别的项目'),
      /^绩效指标!B6：项目“别的项目”不在“项目”表中/,
    ],
  ];

  /** Sheets, heads and labels that the program finds its way by. */
  const signs: readonly Case[] = [
    [
      'a head that was renamed',
      type('支出', 'I5', '金额（万元）'),
      /^支出!I5：这一格应为“金额”，现在是“金额（万元）”/,
    ],
    [
      'a head that is gone',
      type('收入', 'E5', null),
      /^收入!E5：“用于的功能分类（自有收入填写）”这几个字不见了/,
    ],
    ['a head that stands twice', type('绩效指标', 'J5', '指标值'), /^绩效指标!J5：表头“指标值”出现两次/],
    ['a label that was renamed', type('基本信息', 'A10', '批复时间'), /^基本信息!A10：这一格应为“批复日期”/],
    [
      'a sheet that was renamed',
      (workbook) => {
        const sheet = workbook.getWorksheet('三公经费');
        if (sheet !== undefined) sheet.name = '三公';
      },
      /^三公经费：工作簿里没有“三公经费”这张表/,
    ],
  ];

  /** What they say together. */
  const meanings: readonly Case[] = [
    ['an unknown code', type('支出', 'C6', '2129998'), /^支出!C6：支出功能分类中没有科目“2129998”/],
    ['an unknown unit', type('支出', 'B7', '另一个单位'), /^支出!B7：单位“另一个单位”不在单位名单中/],
    ['an unknown project', type('支出', 'F32', '另一个项目'), /^支出!F32：项目“另一个项目”不在项目名单中/],
    [
      'a project written otherwise',
      type('支出', 'F31', '平鲁区 燃气专项'),
      /^支出!F31：项目“平鲁区 燃气专项”/,
    ],
    ['revenue that is not what is spent', type('收入', 'F6', 1), /^收入!F6：政府性基金预算的收入科目合计/],
    [
      'a year typed as a day',
      type('国有资产', 'B4', 2025),
      /^国有资产!B4：日期 1905-07-17 离预算年度 2026 太远/,
    ],
    [
      'a duplicate project',
      type('项目', 'B7', '紫韵体育运动广场工程'),
      /^项目!B\d+：项目“紫韵体育运动广场工程”重复了/,
    ],
    ['a wrong sum of funds', type('项目', 'N6', 1), /^项目!\w+6：年度资金合计/],
    [
      'dates out of order',
      type('基本信息', 'B11', '2026-01-01'),
      /^基本信息!B11：公开日期 2026-01-01 早于批复日期/,
    ],
    [
      'a day that does not exist',
      type('基本信息', 'B10', '2026年2月30日'),
      /^基本信息!B10：没有“2026-02-30”这一天/,
    ],
    ['last year out of balance', type('上年数', 'B6', 5), /^上年数!B6：上年基本支出与项目支出合计/],
  ];

  it.each([
    ['one by one', cells],
    ['by their signs', signs],
    ['with each other', meanings],
  ])('%s', async (_, cases) => {
    const problems = await problemsAfter(cases.map(([, change]) => change));
    const missing = cases.filter(([, , expected]) => !problems.some((line) => expected.test(line)));
    expect(
      missing.map(([name]) => name),
      problems.join('\n'),
    ).toEqual([]);
  });

  it('takes codes without names, names without codes, and other ways to write a date', async () => {
    const changes = [
      type('支出', 'C6', 2080501),
      type('支出', 'C7', ' 208 05.05'),
      type('支出', 'E6', '退休费'),
      type('基本信息', 'B10', 20260120),
      type('支出', 'M5', '备注'),
      type('支出', 'M6', '合计'),
      hide('支出'),
      type('支出', 'I6', { formula: '30+7.73', result: 37.730000000000004 }),
    ];
    expect(await bookIn(await changedBook(changes))).toEqual(exampleBook());
  });
});

describe('new, import, merge', () => {
  it('new makes a workbook that says what is missing, for the form and year', async () => {
    const file = join(folder, 'new.xlsx');
    expect(await runNewBook(file, { ...options, form: 'shanghai-9', year: '2027' })).toBe(0);
    expect(await isBookFile(file)).toBe(true);
    const read = await openBook(file, 'zh');
    const lines =
      typeof read === 'string' || read.ok ? [] : read.problems.map((problem) => problemLine(problem, 'zh'));
    expect(lines).toContain('基本信息!B4：“部门名称”没有填写，请补上');
    expect(await runNewBook(join(folder, 'x.txt'), { ...options, form: 'shanxi-13' })).toBe(2);
    expect(await runNewBook(file, { ...options, form: 'no-form' })).toBe(2);
    expect(await runNewBook(file, { ...options, form: 'shanxi-13', year: '26' })).toBe(2);
  });

  it('import of last year’s book makes this year’s: amounts become last year’s', async () => {
    const [last, next] = [join(folder, 'last.xlsx'), join(folder, 'next.json')];
    await copyFile('examples/book.xlsx', last);
    expect(await runImport(last, { ...options, out: next })).toBe(0);
    const book = JSON.parse(await readFile(next, 'utf8')) as Book;
    expect(book.year).toBe(2027);
    const classes = Object.values(book.previous?.byClass ?? {}).reduce((sum, fen) => sum + fen, 0);
    expect(classes).toBe(exampleBook().facts.reduce((sum, { fen }) => sum + fen, 0));
    expect(book.previous?.carriedOver).toBe(5_566_600_000);
    expect(book.facts.every(({ fen, vintage }) => fen === 0 && vintage === 'current')).toBe(true);
    expect(book.projects.map(({ name }) => name)).toEqual(['市容中心2026年环卫工作经费']);
  });

  it('import of a disclosure writes a workbook, and refuses what is neither', async () => {
    const out = join(folder, 'imported.xlsx');
    expect(await runImport('examples/disclosure.txt', { ...options, out })).toBe(0);
    expect((await bookIn(out)).projects.length).toBe(9);
    expect(await runImport(join(folder, 'nothing.txt'), { ...options, out })).toBe(2);
  });

  it('merge sums two units’ books and keeps each amount’s unit', async () => {
    const other = unitBook('平鲁区燃气管理站');
    const files = [join(folder, 'a.json'), join(folder, 'b.json')];
    await writeFile(files[0] ?? '', JSON.stringify(exampleBook()));
    await writeFile(files[1] ?? '', JSON.stringify(other));
    const out = join(folder, 'merged.xlsx');
    expect(await runMerge(files, { ...options, out })).toBe(0);
    const merged = await bookIn(out);
    expect(merged.units.length).toBe(2);
    expect(merged.facts).toEqual([...exampleBook().facts, ...other.facts]);
    expect(merged.previous?.operating).toBe(2 * (exampleBook().previous?.operating ?? 0));
    expect(merged.procurement.goods).toBe(2 * exampleBook().procurement.goods);
    expect(merged.projects.length).toBe(exampleBook().projects.length);
    const goods = merged.shares?.filter(({ of }) => of === 'procurement.goods') ?? [];
    expect(goods.map(({ unit }) => unit)).toEqual(merged.units.map(({ name }) => name));
    expect(goods.reduce((sum, { fen = 0 }) => sum + fen, 0)).toBe(merged.procurement.goods);
  });

  it('merge does not take books of different years', async () => {
    const files = [join(folder, 'c.json'), join(folder, 'd.json')];
    await writeFile(files[0] ?? '', JSON.stringify(exampleBook()));
    await writeFile(
      files[1] ?? '',
      JSON.stringify({
        ...unitBook('平鲁区燃气管理站'),
        year: 2025,
        assets: { ...exampleBook().assets, date: '2024-12-31' },
      }),
    );
    expect(await runMerge(files, { ...options, out: join(folder, 'no.xlsx') })).toBe(2);
  });
});

/** The example's basic expenditure as that of another unit. */
function unitBook(name: string): Book {
  const book = exampleBook();
  return {
    ...book,
    units: [{ name, kind: 'institution' }],
    facts: book.facts.filter(({ project }) => project === undefined).map((fact) => ({ ...fact, unit: name })),
    revenue: [],
    projects: [],
  };
}
