import { describe, expect, it } from 'vitest';
import { composeDisclosure } from '../../src/compose/compose.ts';
import type { Book, BookFact } from '../../src/model/book.ts';
import { bookProblems } from '../../src/model/bookProblems.ts';
import { disclosureJson } from '../../src/write/disclosureJson.ts';
import { textDocument } from '../../src/write/textDocument.ts';
import { exampleBook, faultsOf, formNamed, plainTables, readBack, unverifiedCells } from './bookFixture.ts';

const document = '平密〔2026〕7号';
const secretName = '玄武七号库房加固';

/** The example with a withheld project of 1234.56 万元 and a withheld line of 7.89 万元. */
function secretBook(level: 'division' | 'class'): Book {
  const book = exampleBook();
  const [unit] = book.units;
  const common = { unit: unit?.name ?? '', fund: 'general', vintage: 'current' } as const;
  const project: BookFact = {
    ...{ ...common, function: '2040299', nature: 'specificTarget', project: secretName, fen: 1_234_560_000 },
  };
  const line: BookFact = {
    ...{ ...common, function: '2040220', nature: 'operating', deptEconomic: '30224', fen: 7_890_000 },
    withheld: document,
  };
  const open: BookFact = {
    ...{ ...common, function: '2040201', nature: 'operating', deptEconomic: '30206', fen: 3_000_000 },
  };
  const lights: BookFact = {
    ...{
      ...common,
      function: '2040499',
      nature: 'specificTarget',
      project: '路口监控线路改造',
      fen: 52_000_000,
    },
  };
  return {
    ...book,
    decisions: [{ document, date: '2025-12-01', level }],
    facts: [...book.facts, project, line, open, lights],
    projects: [
      ...book.projects,
      { name: secretName, unit: unit?.name ?? '', withheld: document },
      { name: '路口监控线路改造', unit: unit?.name ?? '' },
    ],
  };
}

const forms = ['shanxi-13', 'national-9', 'shanghai-9'];
const levels = ['division', 'class'] as const;

describe('what a decision withholds', () => {
  const cases = forms.flatMap((form) => levels.map((level) => [form, level] as const));

  it.each(cases)('is in no output of %s, to the level %s', (id, level) => {
    const book = secretBook(level);
    expect(bookProblems(book)).toEqual([]);
    const composed = composeDisclosure(book, formNamed(id));
    const text = `${textDocument(composed)}${JSON.stringify(disclosureJson(composed))}${JSON.stringify(composed)}`;
    const codes = ['2040299', '2040220', '2040201'];
    const words = [secretName, document, '被装购置费', ...codes, '30224'];
    const amounts = ['1234.56', '1,234.56', '12345600', '7.89', '78900'];
    for (const secret of [...words, ...amounts]) expect(text.includes(secret), secret).toBe(false);
    expect(text).toContain('公共安全支出');
  });

  it.each(forms)('leaves %s a clean disclosure that reads back', async (id) => {
    const composed = composeDisclosure(secretBook('division'), formNamed(id));
    expect(faultsOf(composed)).toEqual([]);
    const back = await readBack(composed);
    expect(faultsOf(back)).toEqual([]);
    expect(unverifiedCells(back)).toEqual([]);
    expect(plainTables(back)).toEqual(plainTables(composed));
  });

  it('stands with the unit’s smallest project, so that no difference tells its amount', () => {
    const composed = composeDisclosure(secretBook('class'), formNamed('shanxi-13'));
    const table = composed.tables.find(({ key }) => key === 'projects');
    const rows = table?.rows.filter(({ level }) => level === 3) ?? [];
    const sum = rows.reduce((total, { cells }) => total + (cells['total']?.fen ?? 0), 0);
    expect(sum).toBe(table?.rows[0]?.cells['total']?.fen);
    expect(rows.at(-1)?.name).toBe('其他项目');
    expect(rows.at(-1)?.cells['total']?.fen).toBeGreaterThan(1_234_560_000);
    expect(composed.projects.length).toBe(exampleBook().projects.length);
  });

  it('is not named in texts, and needs a recorded decision', () => {
    const book = secretBook('division');
    const named = { ...book, otherNotes: `另有${secretName}` };
    expect(bookProblems(named).map(({ path }) => path)).toEqual(['otherNotes']);
    const without = { ...book, decisions: [] };
    expect(bookProblems(without).map(({ path }) => path)).toEqual([
      'facts[28].withheld',
      'projects[9].withheld',
    ]);
  });
});
