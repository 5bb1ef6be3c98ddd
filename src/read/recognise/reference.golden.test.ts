import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Disclosure } from '../../model/disclosure.ts';
import { readSource } from '../open.ts';
import { recognise } from './recognise.ts';
import { tabbedCells } from './tabbedFixture.ts';

const corpus = process.env['MINGSUAN_CORPUS'];
const available = corpus !== undefined && existsSync(corpus);
if (!available) console.info('golden recognition skipped: MINGSUAN_CORPUS is not set or does not exist');

async function disclosureIn(name: string): Promise<Disclosure> {
  const read = await readSource({ name, bytes: readFileSync(join(corpus ?? '', name)) });
  if (!read.ok) throw new Error(read.problem.code);
  return recognise(read.source);
}

const name = 'pinglu-housing-2026';
const printed = available ? readFileSync(join(corpus, `${name}.txt`), 'utf8') : '';
const text = available ? await disclosureIn(`${name}.txt`) : null;

/** Every printed amount as [table, row, column, text, line], from the disclosure's tables. */
function amountsOf(disclosure: Disclosure | null): string[] {
  const cells = (disclosure?.tables ?? []).flatMap((table) =>
    table.rows.flatMap((row) => Object.values(row.cells).filter((cell) => cell.fen !== null)),
  );
  return cells.map(({ text: amount, place }) =>
    [place.table, place.row, place.column, amount, place.line].join('|'),
  );
}

/** The disclosure without places: what a docx of the same text must give as well. */
function withoutPlaces(value: unknown): unknown {
  return JSON.parse(
    JSON.stringify(value, (key, part: unknown) =>
      /^(?:place|spans|textPlaces|file|filedAtPlace)$/.test(key) ? undefined : part,
    ),
  );
}

describe.skipIf(!available)('the reference document', () => {
  it('has its 500 amounts under their rows and columns', () => {
    const oracle = tabbedCells(printed).map(({ table, row, column, text: amount, line }) =>
      [table, row, column, amount, line].join('|'),
    );
    expect(oracle.length).toBe(500);
    expect(amountsOf(text).sort()).toEqual([...oracle].sort());
  });

  it('gives every printed amount a scope, and the amounts are the digits as printed', () => {
    expect(text?.unplaced).toEqual([]);
    const figures = (text?.figures ?? []).filter((figure) => figure.text !== '');
    expect(figures.length).toBe(500);
    // Two decimals of 万元 are hundreds of 元: the printed digits, with 分 appended.
    expect(figures.filter((f) => f.fen !== Number(`${f.text.replace('.', '')}0000`))).toEqual([]);
    expect(new Set(figures.map((figure) => figure.unitFen))).toEqual(new Set([10_000]));
  });

  it('reads the same from the docx, apart from places', { timeout: 120_000 }, async () => {
    const docx = await disclosureIn(`${name}.docx`);
    expect(withoutPlaces(docx)).toEqual(withoutPlaces(text));
  });

  it('has its frame: form, year, department, unit', () => {
    expect([text?.form, text?.year, text?.stage, text?.unit]).toEqual(['shanxi-13', 2026, 'budget', '万元']);
    expect(text?.department).toEqual({ code: '416', name: '朔州市平鲁区住房和城乡建设管理局' });
    expect(text?.tables.map((table) => table.number)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13]);
    expect(text?.tables.map((table) => table.label)).toEqual([
      '预算公开表1',
      '预算公开表2',
      ...Array<null>(6).fill(null),
      '部门公开表9',
      '预算公开表10',
      ...Array<null>(3).fill(null),
    ]);
    expect(text?.tables.filter((table) => table.note !== null).map((table) => table.number)).toEqual([
      1, 9, 10,
    ]);
  });

  it('has its contents page, overview, narrative sections and glossary', () => {
    expect(text?.contents.length).toBe(33);
    expect(text?.contents.map((entry) => entry.page).filter((page) => page === null)).toEqual([]);
    expect(text?.overview.offices.map((office) => office.name)).toEqual([
      '办公室（人民防空办公室）',
      '住房保障股',
      '城乡建设管理股',
      '建筑市场监管股',
      '质量安全监管股',
    ]);
    expect(text?.overview.duties?.match(/[(（]十?[一二三四五六七八九十][)）]/g)?.length).toBe(12);
    expect(text?.narrative.map((section) => section.section)).toEqual([
      'changes',
      'revenue',
      'expenditure',
      'appropriation',
      'generalExpenditure',
      'basic',
      'threePublic',
      'operating',
      'procurement',
      'performance',
      'assets',
      'other',
    ]);
    expect(text?.glossary.length).toBe(12);
    expect(text?.glossary.filter((entry) => entry.definition.length < 10)).toEqual([]);
    expect(text?.projects.length).toBe(74);
  });
});
