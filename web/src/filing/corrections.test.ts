import { expect, test } from 'vitest';
import { moneyOf } from '../../../src/model/bookAmounts.ts';
import type { Book } from '../../../src/model/book.ts';
import type { Figure } from '../../../src/model/figure.ts';
import type { Finding } from '../api/schema.ts';
import type { Place } from '../document/disclosure.ts';
import { correctionFor, correctionWords, valueAt, withValue, type Content } from './corrections.ts';

const fact = {
  ...{ unit: '本级', nature: 'specificTarget', fund: 'general', vintage: 'current' },
  ...{ project: '修路', deptEconomic: '30201' },
} as const;
const sheet = {
  ...{ attribute: '新增', term: '一年', texts: {}, indicators: [], filedAt: '2026-01-01' },
  funds: { period: { local: 900 }, annual: { local: 500 } },
};
const content: Content = {
  ...{ year: 2026, stage: 'budget', units: [{ name: '本级', kind: 'administrative' }] },
  facts: [
    { ...fact, function: '2120101', fen: 100_000_000 },
    { ...fact, function: '2120102', fen: 300_000_000 },
  ],
  ...{ revenue: [], projects: [{ name: '修路', unit: '本级', sheet }] },
  ...{ overview: { duties: '负责全区道路的管里工作。', offices: [] }, otherNotes: '' },
};
const [first] = moneyOf(content as unknown as Book);
const cell = (row: string, scope: Figure['scope'], fen: number): Figure => ({
  ...{ id: 0, origin: 'cell', scope, text: '', fen, unitFen: 10_000, unit: '万元' },
  place: { file: 'book', table: 2, row, column: 'total' },
});
const figures = [
  cell('2120101', first?.scope ?? {}, 100_000_000),
  cell('212', { flow: 'expenditure' }, 400_000_000),
];

function correct(
  place: Place,
  from: string,
  to: string,
  fen: readonly [number, number] | null = null,
  of = content,
) {
  const [reported, expected] = [
    { text: from, fen: fen?.[0] ?? null },
    { text: to, fen: fen?.[1] ?? null },
  ];
  const finding: Pick<Finding, 'tied' | 'culprits'> = {
    tied: false,
    culprits: [{ reported, expected, support: 1, slip: null, place }],
  };
  return correctionFor(finding, of, figures);
}
const at = (row: string): Place => ({ file: 'book', table: 2, row, column: 'total' });

test('a cell that is one line of the book is corrected in that line', () => {
  const made = correct(at('2120101'), '100.00', '110.00', [100_000_000, 110_000_000]);
  expect(made).toMatchObject({ keys: ['facts', 0, 'fen'], was: 100_000_000, before: '100.00 万元' });
  expect(valueAt(withValue(content, made?.keys ?? [], made?.value), ['facts', 0, 'fen'])).toBe(110_000_000);
  expect(valueAt(content, ['facts', 0, 'fen'])).toBe(100_000_000);
});

test('a sum of several lines has no correction: the finding leads to its place', () => {
  expect(correct(at('212'), '400.00', '410.00', [400_000_000, 410_000_000])).toBeNull();
});

test('an amount of a sheet is corrected where it stands once', () => {
  const made = correct({ file: 'book', project: '修路' }, '5', '6', [500, 600]);
  expect(made).toMatchObject({
    keys: ['projects', 0, 'sheet', 'funds', 'annual', 'local'],
  });
  expect(correctionWords(content, made?.keys ?? [], 'en')).toBe('Project 修路');
  expect(correct({ file: 'book', project: '架桥' }, '5', '6', [500, 600])).toBeNull();
});

test('a wording that stands once is corrected where it stands, one that stands twice is not', () => {
  const place = { file: 'book', section: 'duties' };
  const made = correct(place, '管里', '管理');
  expect(made).toMatchObject({ keys: ['overview', 'duties'], value: '负责全区道路的管理工作。' });
  expect(correct(place, '管里', '管理', null, { ...content, otherNotes: '管里' })).toBeNull();
});
