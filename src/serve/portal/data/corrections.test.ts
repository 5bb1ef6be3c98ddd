import { expect, test } from 'vitest';
import type { Disclosure } from '../../../model/disclosure.ts';
import { memoryEntries } from '../memoryEntries.ts';
import { readForPortal } from '../portalFixture.ts';
import type { PublishedDisclosure } from '../source.ts';
import type { Corrections } from './corrected.ts';
import { correctionsOf } from './corrections.ts';

const before = exampleOf(memoryEntries([await readForPortal('examples/disclosure.txt')]).entries);
const { disclosure } = before;

function exampleOf([first]: readonly PublishedDisclosure[]): PublishedDisclosure {
  if (first === undefined) throw new Error('the example is not published');
  return first;
}

/** What is told where the corrected version differs in one thing. */
function corrected(change: Partial<Disclosure>): Corrections {
  return correctionsOf(before, { ...before, disclosure: { ...disclosure, ...change } });
}

/** The first row with a code, changed. */
const tables = (change: (row: Row) => Row): Disclosure['tables'] =>
  disclosure.tables.map((table) => {
    const at = table.rows.findIndex(({ code }) => code !== null);
    return table.number === 2
      ? { ...table, rows: table.rows.map((row, i) => (i === at ? change(row) : row)) }
      : table;
  });
type Row = Disclosure['tables'][number]['rows'][number];

test('the same words in other paragraphs and with other spaces are no correction', () => {
  const narrative = disclosure.narrative.map((section) => ({
    ...section,
    paragraphs: section.paragraphs.flatMap((paragraph) =>
      paragraph.text.split(/(?<=。)/).map((text) => ({ ...paragraph, text: ` ${text}\n` })),
    ),
  }));
  expect(corrected({ narrative })).toEqual({ figures: [], texts: [], otherFiles: false });
});

test('a name beside a code', () => {
  const { figures, texts } = corrected({ tables: tables((row) => ({ ...row, name: '一般公共服务' })) });
  expect(figures).toEqual([]);
  expect(texts).toEqual([
    { where: ['2026年预算收入总表', '201'], before: '一般公共服务支出', after: '一般公共服务' },
  ]);
});

test('the note of a table that came', () => {
  const [first, ...rest] = disclosure.tables;
  if (first === undefined) throw new Error('no tables');
  const { texts } = corrected({ tables: [{ ...first, note: '注：新的说明。' }, ...rest] });
  expect(texts).toEqual([{ where: [first.title], before: first.note, after: '注：新的说明。' }]);
});

test('an amount of a performance sheet alone, with its unit', () => {
  const [sheet, ...rest] = disclosure.projects;
  const total = sheet?.funds.annual.total;
  if (sheet === undefined || total == null) throw new Error('no sheet');
  const annual = { ...sheet.funds.annual, total: { ...total, text: '1', fen: 100 } };
  const { figures } = corrected({
    projects: [{ ...sheet, funds: { ...sheet.funds, annual } }, ...rest],
  });
  expect(figures).toMatchObject([
    { row: '资金总额', column: '年度', unit: '元', before: { text: total.text }, after: { text: '1' } },
  ]);
});

test('a sheet that went takes its amounts with it', () => {
  const [sheet, ...rest] = disclosure.projects;
  const { figures } = corrected({ projects: rest });
  expect(figures.length).toBeGreaterThan(0);
  expect(figures.every(({ part, after }) => part.endsWith(sheet?.name ?? '?') && after === null)).toBe(true);
});
