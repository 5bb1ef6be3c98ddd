import ExcelJS from 'exceljs';
import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { faultsOf, plainTables, plainTexts } from '../../../corpus/books/bookFixture.ts';
import type { Disclosure } from '../../model/disclosure.ts';
import { readSource } from '../../read/open.ts';
import { recognise } from '../../read/recognise/recognise.ts';
import { documentLayout } from '../layout/documentLayout.ts';
import { composedExample, shippedForm } from '../layout/layoutFixture.ts';
import { xlsxDocument } from './xlsxDocument.ts';

async function readBack(bytes: Uint8Array): Promise<Disclosure> {
  const read = await readSource({ name: 'disclosure.xlsx', bytes });
  if (!read.ok) throw new Error(read.problem.code);
  return recognise(read.source);
}

function written(disclosure: Disclosure, id: string | null, draft = false): Promise<Uint8Array> {
  const form = id === null ? null : shippedForm(id);
  return xlsxDocument(documentLayout(disclosure, form, { draft }), disclosure.figures);
}

async function opened(bytes: Uint8Array): Promise<ExcelJS.Workbook> {
  const workbook = new ExcelJS.Workbook();
  await workbook.xlsx.load(bytes.slice().buffer);
  return workbook;
}

/** The XML of all sheets. */
function sheetParts(bytes: Uint8Array): readonly string[] {
  return Object.entries(unzipSync(bytes)).flatMap(([name, content]) =>
    name.startsWith('xl/worksheets/sheet') ? [strFromU8(content)] : [],
  );
}

function formulas(bytes: Uint8Array): readonly string[] {
  return sheetParts(bytes).flatMap((xml) =>
    [...xml.matchAll(/<f>([^<]*)<\/f>/g)].map(([, text = '']) => text),
  );
}

describe('a workbook of a disclosure', () => {
  it.each(['shanxi-13', 'national-9', 'shanghai-9'])('is read back as it was: %s', async (id) => {
    const composed = composedExample(id);
    const back = await readBack(await written(composed, id));
    expect(back.form).toBe(id);
    expect(plainTables(back)).toEqual(plainTables(composed));
    expect(plainTexts(back)).toEqual(plainTexts(composed));
    expect(faultsOf(back)).toEqual([]);
    expect(back.uncertain).toEqual([]);
  });

  it('draws the structure of the general budget from the cells of its table', async () => {
    const bytes = await written(composedExample('shanxi-13'), 'shanxi-13');
    const parts = unzipSync(bytes);
    const xml = strFromU8(parts['xl/charts/chart1.xml'] ?? new Uint8Array());
    const [names = [], amounts = []] = [...xml.matchAll(/<c:f>\(([^<]*)\)<\/c:f>/g)].map(([, list = '']) =>
      list.split(',').map((cell) => cell.replaceAll('&apos;', "'")),
    );
    const workbook = await opened(bytes);
    const shown = (cells: readonly string[]): readonly string[] =>
      cells.map((cell) => {
        const [, sheet = '', address = ''] = /^'(.+)'!(.+)$/.exec(cell) ?? [];
        return workbook.getWorksheet(sheet)?.getCell(address.replaceAll('$', '')).text ?? '';
      });
    const cached = [...xml.matchAll(/<c:v>([^<]*)<\/c:v>/g)].map(([, text = '']) => text).slice(1);
    expect([...shown(names), ...shown(amounts)]).toEqual(cached);
    expect(shown(names)[0]).toBe('城乡社区支出');
    expect(strFromU8(parts['[Content_Types].xml'] ?? new Uint8Array())).toContain('/xl/charts/chart1.xml');
  });

  it('is written the same again when it was only read, and without a form too', async () => {
    const back = await readBack(await written(composedExample('shanxi-13'), 'shanxi-13'));
    const again = await readBack(await written(back, 'shanxi-13'));
    expect(plainTables(again)).toEqual(plainTables(back));
    expect(plainTexts(again)).toEqual(plainTexts(back));
    const amounts = (disclosure: Disclosure): readonly number[] =>
      disclosure.figures.filter(({ text }) => text !== '').map(({ fen }) => fen);
    const plain = await readBack(await written(back, null));
    expect([...amounts(plain)].sort()).toEqual([...amounts(back)].sort());
  });

  it('has live sums for every amount that is a sum, with the printed amount as result', async () => {
    const bytes = await written(composedExample('shanxi-13'), 'shanxi-13');
    expect(formulas(bytes)).toEqual(
      expect.arrayContaining(['SUM(B6:B10)', 'SUM(D6:H6)', 'SUM(C9:C15)', 'D8']),
    );
    const workbook = await opened(bytes);
    const balance = workbook.getWorksheet('表1 预算收支总表');
    const found = new Map<string, unknown>();
    balance?.eachRow((row) => {
      row.eachCell((cell) => {
        const formula = formulaIn(cell);
        if (formula !== null) found.set(formula, cell.result);
      });
    });
    expect([...found.values()]).toContain(12609.17);
    expect([...found.keys()].some((text) => text.startsWith('SUM('))).toBe(true);
  });

  it('computes to what it shows', async () => {
    for (const id of ['shanxi-13', 'national-9', 'shanghai-9']) {
      const workbook = await opened(await written(composedExample(id), id));
      const wrong = workbook.worksheets.flatMap((sheet) => wrongSums(sheet));
      expect(wrong).toEqual([]);
    }
  });

  it('gives the same bytes again', async () => {
    const composed = composedExample('national-9');
    expect(await written(composed, 'national-9')).toEqual(await written(composed, 'national-9'));
  });

  it('repeats heads in print, keeps them in sight, numbers pages and links the contents', async () => {
    const workbook = await opened(await written(composedExample('shanxi-13'), 'shanxi-13'));
    const revenue = workbook.getWorksheet('表2 预算收入总表');
    expect(revenue?.pageSetup).toMatchObject({
      paperSize: 9,
      orientation: 'landscape',
      fitToWidth: 1,
      fitToHeight: 1,
    });
    expect(revenue?.pageSetup.printTitlesRow).toBe('4:5');
    expect(revenue?.views[0]).toMatchObject({ state: 'frozen', xSplit: 2, ySplit: 5 });
    expect(revenue?.headerFooter.oddFooter).toContain('&P');
    const names = new Set(workbook.worksheets.map(({ name }) => name));
    expect(names.size).toBe(workbook.worksheets.length);
    const links = linksOf(workbook.worksheets[0]);
    expect(links.length).toBeGreaterThan(25);
    for (const link of links) expect(names).toContain(/^#'(.+)'!A\d+$/.exec(link)?.[1]);
  });

  it('makes a table of some forty rows fit one page, and a longer one run on', async () => {
    const composed = composedExample('shanxi-13');
    const tables = composed.tables.map((table) =>
      table.number === 2 ? { ...table, rows: [...table.rows, ...table.rows] } : table,
    );
    const workbook = await opened(await written({ ...composed, tables }, 'shanxi-13'));
    const pages = (name: string): number | undefined => workbook.getWorksheet(name)?.pageSetup.fitToHeight;
    expect([pages('表1 预算收支总表'), pages('表2 预算收入总表')]).toEqual([1, 0]);
  });

  it('marks every page of a draft', async () => {
    const workbook = await opened(await written(composedExample('shanxi-13'), 'shanxi-13', true));
    for (const { headerFooter } of workbook.worksheets) expect(headerFooter.oddHeader).toContain('草稿');
    const final = await opened(await written(composedExample('shanxi-13'), 'shanxi-13'));
    for (const { headerFooter } of final.worksheets) expect(headerFooter.oddHeader).not.toContain('草稿');
  });

  it.each(['=cmd|calc!A1', '+1', '-1+2', '@SUM(A1)', "'=1", 'a\u0000b\ud800', '<x>&"'])(
    'takes %j for text everywhere',
    async (evil) => {
      const composed = composedExample('shanxi-13');
      const place = { file: '' };
      const bytes = await written(
        {
          ...composed,
          department: { code: null, name: evil },
          overview: { duties: evil, offices: [{ name: evil, text: evil }] },
          contents: [{ title: evil, page: null, place }],
          glossary: [{ term: evil, definition: evil, place }],
          projects: composed.projects.slice(0, 2).map((sheet) => ({ ...sheet, name: evil, unit: evil })),
          tables: composed.tables.map((table) => ({
            ...table,
            title: evil,
            label: evil,
            note: evil,
            rows: table.rows.map((row) => ({ ...row, name: evil })),
          })),
        },
        'shanxi-13',
      );
      for (const formula of formulas(bytes))
        expect(formula).toMatch(/^(?:SUM\()?[A-Z]+\d+(?:[:,+][A-Z]+\d+)*\)?$/);
      const workbook = await opened(bytes);
      expect(workbook.worksheets.length).toBeGreaterThan(15);
    },
  );
});

function linksOf(sheet: ExcelJS.Worksheet | undefined): readonly string[] {
  const links: string[] = [];
  sheet?.eachRow((row) => {
    row.eachCell(({ value }) => {
      if (typeof value === 'object' && value !== null && 'hyperlink' in value) links.push(value.hyperlink);
    });
  });
  return links;
}

/** Formulas whose own addition gives something else than the result beside them. */
function wrongSums(sheet: ExcelJS.Worksheet): readonly string[] {
  const wrong: string[] = [];
  sheet.eachRow((row) => {
    row.eachCell((cell) => {
      const formula = formulaIn(cell);
      if (formula === null) return;
      const sum = cellsIn(formula).reduce((all, address) => all + valueOf(sheet.getCell(address)), 0);
      if (Math.abs(sum - Number(cell.result)) > 1e-6) wrong.push(`${sheet.name} ${cell.address} =${formula}`);
    });
  });
  return wrong;
}

function formulaIn({ value }: ExcelJS.Cell): string | null {
  return typeof value === 'object' && value !== null && 'formula' in value ? value.formula : null;
}

function valueOf(cell: ExcelJS.Cell): number {
  return Number((formulaIn(cell) === null ? cell.value : cell.result) ?? 0);
}

function cellsIn(formula: string): readonly string[] {
  return [...formula.matchAll(/([A-Z]+)(\d+)(?::([A-Z]+)(\d+))?/g)].flatMap(
    ([, c1 = '', r1, c2 = c1, r2 = r1]) => {
      const columns = Array.from({ length: c2.charCodeAt(0) - c1.charCodeAt(0) + 1 }, (_, i) =>
        String.fromCharCode(c1.charCodeAt(0) + i),
      );
      const rows = Array.from({ length: Number(r2) - Number(r1) + 1 }, (_, i) => Number(r1) + i);
      return columns.flatMap((column) => rows.map((row) => `${column}${row}`));
    },
  );
}
