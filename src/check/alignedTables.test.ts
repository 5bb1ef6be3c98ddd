import { describe, expect, test } from 'vitest';
import type { Disclosure } from '../model/disclosure.ts';
import type { Figure } from '../model/figure.ts';
import type { Finding } from '../model/finding.ts';
import { checkDisclosure } from './check.ts';
import { disclosureOf, figuresOf, type PrintedRow } from './figuresFixture.ts';

const columns = [
  ['total', {}],
  ['basic', { nature: 'basic' }],
  ['project', { nature: 'project' }],
] as const;

const codes = ['205', '20501', '2050101', '2050102', '208', '20805', '2080505', '221', '22102', '2210201'];
const amounts: Readonly<Record<string, readonly [total: string, basic: string, project: string]>> = {
  合计: ['119.00', '87.00', '32.00'],
  '205': ['76.00', '44.00', '32.00'],
  '20501': ['76.00', '44.00', '32.00'],
  '2050101': ['44.00', '44.00', ''],
  '2050102': ['32.00', '', '32.00'],
  '208': ['28.00', '28.00', ''],
  '20805': ['28.00', '28.00', ''],
  '2080505': ['28.00', '28.00', ''],
  '221': ['15.00', '15.00', ''],
  '22102': ['15.00', '15.00', ''],
  '2210201': ['15.00', '15.00', ''],
};

type Amounts = readonly [total: string, basic: string, project: string];

/** The table with some rows printed otherwise, read from alignment or from lines. */
function read(others: Readonly<Record<string, Amounts>>, aligned: boolean): Disclosure {
  const rows = ['合计', ...codes].map((name): PrintedRow => {
    const [total = '', basic = '', project = ''] = others[name] ?? amounts[name] ?? [];
    return [name, name === '合计' ? {} : { function: name }, { total, basic, project }];
  });
  const figures = figuresOf({ number: 1, scope: { flow: 'expenditure', use: 'spent' }, columns }, rows);
  const placed = figures.map((figure, at): Omit<Figure, 'id'> => {
    return {
      ...figure,
      place: { ...figure.place, page: 2, box: [100 + (at % 3) * 100, 100 + at * 5, 40, 9] },
    };
  });
  const place = { file: '', page: 2, box: [90, 90, 400, 400] as const };
  const table = { number: 1, key: '', label: null, title: '支出总表', unit: '万元', note: null } as const;
  return {
    ...disclosureOf(placed),
    tables: [{ ...table, place: { file: '', page: 2 }, columns: [], rows: [] }],
    uncertain: aligned ? [{ place, note: 'alignedTable', reason: '表格的框线不全，各列按对齐读取' }] : [],
  };
}

const told = ({ rule, severity, culprits: [culprit], params }: Finding): string =>
  [severity, rule, culprit?.place.row, culprit?.expected?.text, params['tables']].filter(Boolean).join(' ');

const findings = (others: Readonly<Record<string, Amounts>>, aligned = true): readonly string[] =>
  checkDisclosure(read(others, aligned))
    .findings.filter(({ severity, rule }) => severity === 'error' || rule === 'document.alignedTable')
    .map(told);

/** Amounts of four rows read into the column beside their own. */
const shifted = {
  '2050101': ['', '44.00', '44.00'],
  '208': ['28.00', '', '28.00'],
  '2080505': ['', '28.00', ''],
  '22102': ['', '', '15.00'],
} as const;

describe('a table read by alignment alone', () => {
  test('that agrees with itself says nothing', () => {
    expect(findings({})).toEqual([]);
  });

  test('with one wrong figure: it is located', () => {
    expect(findings({ '2080505': ['28.00', '23.00', ''] })).toEqual([
      expect.stringMatching(/^error table\.\w+ 2080505 28\.00$/),
    ]);
  });

  test('a cell that seems blank is advice, with lines an error', () => {
    const blank = { '2080505': ['28.00', '', ''] } as const;
    const severities = (aligned: boolean): readonly string[] =>
      checkDisclosure(read(blank, aligned))
        .findings.filter(({ rule }) => rule.startsWith('table.'))
        .map(({ severity }) => severity);
    expect(severities(false)).toContain('error');
    expect(severities(true)).not.toContain('error');
    expect(severities(true)).toHaveLength(severities(false).length);
  });

  test('that was misread: one advice, nothing accused', () => {
    expect(findings(shifted)).toEqual(['info document.alignedTable “支出总表”']);
  });

  test('with lines the same figures are contradicted', () => {
    const found = findings(shifted, false);
    expect(found).not.toEqual([]);
    expect(found).not.toContainEqual(expect.stringContaining('alignedTable'));
  });

  test('one mistake among amounts without a meaning is none', () => {
    const disclosure = read({ '2080505': ['28.00', '23.00', ''] }, true);
    const place = { file: '', table: 1 };
    const unplaced = [1, 2, 3].map((at) => ({
      text: `${at}.00`,
      fen: at * 1_000_000,
      unitFen: 10_000,
      place,
      side: null,
      part: true,
    }));
    const meaningless = unplaced.map((amount) => ({ ...amount, part: false, side: 'revenue' as const }));
    expect(checkDisclosure({ ...disclosure, unplaced }).findings.map(told)).not.toContainEqual(
      expect.stringContaining('alignedTable'),
    );
    expect(checkDisclosure({ ...disclosure, unplaced: meaningless }).findings.map(told)).toContainEqual(
      expect.stringContaining('alignedTable'),
    );
  });
});

test('a table that shows ### for an amount accuses none, and says so once', () => {
  const wrong = read({ '205': ['77.00', '44.00', '32.00'] }, false);
  const accused = (disclosure: Disclosure): readonly string[] =>
    checkDisclosure(disclosure)
      .findings.filter(({ rule }) => rule.startsWith('table.'))
      .map(({ rule, severity }) => `${severity} ${rule}`);
  expect(accused(wrong)).toEqual(['error table.parent']);
  const place = { file: '', page: 2, table: 1, row: '210', column: 'basic' };
  const unshown = { text: '###', fen: 0, unitFen: 0, place, side: 'expenditure', part: false } as const;
  expect(accused({ ...wrong, unplaced: [unshown, unshown] })).toEqual(['warning table.unreadableAmount']);
});
