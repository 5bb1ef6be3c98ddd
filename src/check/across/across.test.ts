import { describe, expect, test } from 'vitest';
import type { DocumentDigest } from '../../model/digest.ts';
import { checkAcross } from './across.ts';
import { digest, figure, project } from './digestFixture.ts';

/** Each finding as [file, rule, variant, printed, expected]; what is only missing is left out. */
function told(digests: readonly DocumentDigest[]): readonly (readonly unknown[])[] {
  return [...checkAcross(digests)].flatMap(([file, { findings }]) =>
    findings
      .filter(({ rule }) => rule !== 'acrossDocuments.incomplete')
      .map(({ rule, variant = '', culprits: [first] }) => [
        file.replace(/-.*/, ''),
        rule.replace('acrossDocuments.', ''),
        ...[variant, first?.reported?.text, first?.expected?.text],
      ]),
  );
}

const units = ['安澜县水务局', '安澜县河道管理所'];
const office = (of: Partial<DocumentDigest>): DocumentDigest =>
  digest('安澜县水务局（本级）', { level: 'unit', ...of });
const river = (of: Partial<DocumentDigest>): DocumentDigest =>
  digest('安澜县河道管理所', { level: 'unit', ...of });
const department = (of: Partial<DocumentDigest>): DocumentDigest => digest('安澜县水务局', { units, ...of });

describe('a figure of a department is the sum of its units', () => {
  const sums = (total: string, a: string, b: string): readonly DocumentDigest[] => [
    department({ figures: [figure('fund=general;', total)] }),
    office({ figures: [figure('fund=general;', a)] }),
    river({ figures: [figure('fund=general;', b)] }),
  ];

  test.each([
    ['exact', '3.00', '1.00', '2.00', []],
    ['within the last digits', '3.01', '1.00', '2.00', []],
    ['beyond them', '3.02', '1.00', '2.00', [['安澜县水务局', 'unitSum', '', '3.02', '3.00']]],
  ])('%s', (_, total, a, b, expected) => {
    expect(told(sums(total, a, b))).toEqual(expected);
  });

  test('not when a unit is missing, or one of the figures is contradicted in its own document', () => {
    const [whole, first, second] = sums('9.00', '1.00', '2.00');
    if (whole === undefined || first === undefined || second === undefined) throw new Error('no documents');
    expect(told([whole, first])).toEqual([]);
    const doubtful = river({ figures: [figure('fund=general;', '2.00', { doubtful: true })] });
    expect(told([whole, first, doubtful])).toEqual([]);
  });

  test('a unit that prints the table without the row has nothing, one without the table is not known', () => {
    const whole = department({ figures: [figure('fund=general;', '3.00')] });
    const first = office({ figures: [figure('fund=general;', '1.00')] });
    expect(told([whole, first, river({})])).toHaveLength(1);
    expect(told([whole, first, river({ tables: [] })])).toEqual([]);
  });

  test('money that passes between them adds up only where it is the treasury’s', () => {
    const passed = figure('fund=superiorGrant;', '5.00', { internal: true });
    const own = [
      department({ figures: [figure('all', '3.00'), figure('fund=general;', '3.00')] }),
      office({ figures: [figure('all', '3.00'), figure('fund=general;', '3.00')] }),
      river({ figures: [figure('all', '5.00'), figure('fund=general;', '1.00'), passed] }),
    ];
    expect(told(own).map(([, , , printed, expected]) => [printed, expected])).toEqual([['3.00', '4.00']]);
  });

  test('one cause is told once, at the narrowest figure, whatever the last digits make of its size', () => {
    const wide = { depth: 1 };
    const narrow = { depth: 9 };
    const own = [
      department({
        figures: [
          figure('fund=general;', '100.00', wide),
          figure('fund=general;function=213', '40.00', narrow),
        ],
      }),
      office({
        figures: [
          figure('fund=general;', '60.00', wide),
          figure('fund=general;function=213', '20.00', narrow),
        ],
      }),
      river({
        figures: [
          figure('fund=general;', '41.24', wide),
          figure('fund=general;function=213', '21.23', narrow),
        ],
      }),
    ];
    expect(told(own)).toEqual([['安澜县水务局', 'unitSum', '', '40.00', '41.23']]);
  });

  test('a difference that the row of a unit shows is told there only', () => {
    const row = figure('fund=general;', '2.00', { unit: '河道管理所' });
    const own = [
      department({ units: ['水务局', '河道管理所'], figures: [figure('fund=general;', '3.00'), row] }),
      office({ figures: [figure('fund=general;', '1.00')] }),
      river({ figures: [figure('fund=general;', '3.01')] }),
    ];
    expect(told(own)).toEqual([['安澜县水务局', 'unitRow', '', '2.00', '3.01']]);
  });
});

describe('a project stands in one unit and with one amount', () => {
  const projects = (whole: readonly string[], own: readonly string[], other: readonly string[] = []) => {
    const of = (list: readonly string[]) =>
      list.map((each) => project(each.split(' ')[0] ?? '', each.split(' ')[1] ?? ''));
    return [
      department({ projects: of(whole) }),
      office({ projects: of(own) }),
      river({ projects: of(other) }),
    ];
  };

  test.each([
    ['the same', ['清淤 5.00'], ['清淤 5.00'], [], []],
    ['another amount', ['清淤 5.00'], ['清淤 6.00'], [], [['amount', '5.00', '6.00']]],
    ['another name', ['清淤 5.00'], ['清游 5.00'], [], [['renamed', '清淤', undefined]]],
    ['in no unit', ['清淤 5.00', '加固 7.00'], ['加固 7.00'], [], [['noUnit', '清淤', undefined]]],
    [
      'not in the department',
      ['加固 7.00'],
      ['加固 7.00', '清淤 5.00'],
      [],
      [['missing', '清淤', undefined]],
    ],
    ['in two units', ['清淤 5.00'], ['清淤 5.00'], ['清淤 5.00'], [['twice', '清淤', undefined]]],
    ['shared by two units', ['清淤 9.00'], ['清淤 5.00'], ['清淤 4.00'], []],
  ])('%s', (_, whole, own, other, expected) => {
    expect(told(projects(whole, own, other)).map((each) => each.slice(2))).toEqual(expected);
  });
});

describe('final accounts speak of the budget that was published', () => {
  const budget = digest('安澜县水务局', {
    figures: [figure('a', '10.00'), figure('b', '20.00'), figure('c', '30.00')],
  });
  const said = (amounts: readonly string[], initial = true): DocumentDigest =>
    digest('安澜县水务局', {
      stage: 'finalAccounts',
      budgetStatements: amounts.map((text, i) => {
        const { fen, unitFen, place } = figure('abc'.charAt(i), text);
        return { keys: ['abc'.charAt(i)], text, fen, unitFen, place, initial };
      }),
    });
  const severities = (digests: readonly DocumentDigest[]): readonly string[] =>
    [...checkAcross(digests).values()].flatMap(({ findings }) =>
      findings
        .filter(({ rule }) => rule === 'acrossDocuments.budgetInAccounts')
        .map(({ severity }) => severity),
    );

  test.each([
    ['all agree', ['10.00', '20.00', '30.00'], true, []],
    ['one differs, the others prove the base', ['10.00', '20.00', '33.00'], true, ['error']],
    ['nothing proves the base', ['33.00'], true, ['warning']],
    ['it may be the adjusted budget', ['10.00', '20.00', '33.00'], false, ['info']],
  ])('%s', (_, amounts, initial, expected) => {
    expect(severities([budget, said(amounts, initial)])).toEqual(expected);
  });

  test('not the budget of another year or another body', () => {
    const accounts = said(['11.00', '21.00', '31.00']);
    expect(severities([{ ...budget, year: 2025 }, accounts])).toEqual([]);
    expect(severities([{ ...budget, name: '安澜县教育局' }, accounts])).toEqual([]);
  });
});

describe("a region's total and its departments", () => {
  const whole = (total: string, rows: readonly string[] = []): DocumentDigest =>
    digest('安澜县', {
      level: 'region',
      units: rows.map((row) => row.split(' ')[0] ?? ''),
      figures: [
        figure('a', total),
        ...rows.map((row) => figure('a', row.split(' ')[1] ?? '', { unit: row.split(' ')[0] ?? '' })),
      ],
    });
  const departments = [
    digest('安澜县水务局', { figures: [figure('a', '1.00')] }),
    digest('安澜县教育局', { figures: [figure('a', '4.00')] }),
  ];

  test.each([
    ['listed, complete and equal', whole('5.00', ['水务局 1.00', '教育局 4.00']), []],
    ['the total is wrong', whole('6.00', ['水务局 1.00', '教育局 4.00']), [['', '6.00', '5.00']]],
    ['a row is wrong', whole('6.00', ['水务局 2.00', '教育局 4.00']), [['row', '2.00', '1.00']]],
    ['not listed: less says nothing', whole('9.00'), []],
    ['not listed: they exceed the whole', whole('4.50'), [['exceeds', '4.50', undefined]]],
  ])('%s', (_, region, expected) => {
    expect(told([region, ...departments]).map((each) => each.slice(2))).toEqual(expected);
  });
});

describe('what is missing is told', () => {
  const missing = (digests: readonly DocumentDigest[]): readonly unknown[] =>
    [...checkAcross(digests).values()].flatMap(({ findings }) =>
      findings
        .filter(({ rule }) => rule === 'acrossDocuments.incomplete')
        .map(({ variant, params }) => [variant, params['missing'] ?? params['other']]),
    );

  test('units by name, the office itself as the office', () => {
    expect(missing([department({})])).toEqual([['named', '安澜县水务局（本级）、安澜县河道管理所']]);
    expect(missing([department({}), office({}), river({})])).toEqual([]);
  });

  test('departments that a region lists, under whatever name', () => {
    const region = digest('安澜县', { level: 'region', units: ['水务局', '教育局'] });
    expect(missing([region, digest('安澜县水务局')])).toEqual([['departments', '教育局']]);
  });

  test('a document that stands here twice is compared once', () => {
    const again = office({ file: '再.txt' });
    expect(missing([department({}), office({ file: '先.txt' }), again, river({})])).toEqual([
      ['twice', '先.txt'],
    ]);
  });
});
