import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { singleChanges } from '../../bench/oracle.ts';
import type { Disclosure } from '../model/disclosure.ts';
import { checkArithmetic, type Arithmetic } from './arithmetic.ts';
import { relationsOf } from './check.ts';
import { cellsOf, disclosureOf, figuresOf, type Fact, type TableOfScopes } from './figuresFixture.ts';
import { ledgerOf } from './ledger.ts';

function check(disclosure: Disclosure, tailsNoted = true): Arithmetic {
  const ledger = ledgerOf(disclosure.figures);
  return checkArithmetic(ledger.variables, relationsOf(disclosure, ledger), { tailsNoted });
}

/** Findings as [rule, table, row, column, expected] of every culprit. */
function culpritsIn(disclosure: Disclosure): readonly string[][] {
  return check(disclosure).findings.map(({ culprits }) =>
    culprits.map(({ place, expected }) => [place.table, place.row, place.column, expected?.text].join(' ')),
  );
}

const items = ['2080501', '2080505', '2120101', '2120199', '2120501', '2210201'];
const nodes = [...new Set(items.flatMap((code) => [code.slice(0, 3), code.slice(0, 5), code]))].sort();
const classes = nodes.filter((node) => node.length === 3);
const rowsOf = (codes: readonly string[]): TableOfScopes['rows'] => [
  ['合计', {}],
  ...codes.map((code) => [code, { function: code }] as const),
];
const spent = { use: 'spent', flow: 'expenditure' } as const;
const natures = [
  ['total', {}],
  ['basic', { nature: 'basic' }],
  ['project', { nature: 'project' }],
] as const;

const tables: readonly TableOfScopes[] = [
  {
    number: 1,
    scope: spent,
    rows: rowsOf(classes),
    columns: [
      ['total', {}],
      ['current', { vintage: 'current' }],
      ['carriedOver', { vintage: 'carriedOver' }],
    ],
  },
  {
    number: 2,
    scope: { flow: 'revenue' },
    rows: rowsOf(nodes),
    columns: [
      ['total', { vintage: 'current' }],
      ['general', { vintage: 'current', fund: 'general' }],
      ['governmentFund', { vintage: 'current', fund: 'governmentFund' }],
      ['stateCapital', { vintage: 'current', fund: 'stateCapital' }],
      ['fiscalAccount', { vintage: 'current', fund: 'fiscalAccount' }],
      ['unitFunds', { vintage: 'current', fund: 'unitFunds' }],
      ['carriedOver', { vintage: 'carriedOver' }],
    ],
  },
  { number: 3, scope: spent, rows: rowsOf(nodes), columns: natures },
  {
    number: 5,
    scope: { ...spent, fund: 'general', vintage: 'current' },
    rows: rowsOf(nodes),
    columns: natures,
  },
  {
    number: 8,
    scope: { ...spent, fund: 'governmentFund', vintage: 'current' },
    rows: rowsOf(nodes),
    columns: natures,
  },
];

const anyFact: fc.Arbitrary<Fact> = fc.record({
  scope: fc.record({
    function: fc.constantFrom(...items),
    fund: fc.constantFrom('general', 'general', 'general', 'governmentFund', 'unitFunds'),
    vintage: fc.constantFrom('current', 'current', 'current', 'carriedOver'),
    nature: fc.constantFrom('personnel', 'operating', 'otherOperating'),
    use: fc.constant('spent'),
  }),
  // 元: what is printed in 万元 with two decimals is rounded.
  fen: fc.integer({ min: 1, max: 90_000_000 }).map((yuan) => yuan * 100),
});

const anyDisclosure = fc
  .array(anyFact, { minLength: 3, maxLength: 14 })
  .map((facts) => disclosureOf(tables.flatMap((table) => cellsOf(table, facts))));

describe('a consistent disclosure', () => {
  it('has no finding, however its figures are rounded', () => {
    fc.assert(
      fc.property(anyDisclosure, (disclosure) => {
        const { findings, counts } = check(disclosure);
        expect(findings).toEqual([]);
        expect(counts.every((count) => count.fail === 0)).toBe(true);
      }),
      { numRuns: 150 },
    );
  });

  it('has every printed figure of these tables verified by a relation', () => {
    fc.assert(
      fc.property(anyDisclosure, (disclosure) => {
        const { verifiedBy } = check(disclosure);
        const left = disclosure.figures.filter((figure) => figure.text !== '' && verifiedBy(figure.id) === 0);
        expect(left).toEqual([]);
      }),
      { numRuns: 40 },
    );
  });
});

describe('one wrong figure', () => {
  const wrong = fc.tuple(
    anyDisclosure,
    fc.nat(),
    fc.integer({ min: 1, max: 9 }),
    fc.integer({ min: 0, max: 5 }),
  );

  /** One digit more or less at a decimal place, in a printed figure. */
  function planted(
    disclosure: Disclosure,
    at: number,
    digit: number,
    power: number,
  ): readonly [number, Disclosure] {
    const shown = disclosure.figures.filter((figure) => figure.text !== '');
    const target = shown[at % shown.length];
    const figures = disclosure.figures.map((figure) => {
      if (figure.id !== target?.id) return figure;
      const fen = figure.fen + digit * 10_000 * 10 ** power;
      return { ...figure, fen, text: (fen / 1_000_000).toFixed(2) };
    });
    return [target?.id ?? -1, { ...disclosure, figures }];
  }

  it('is the culprit with its original value wherever brute force finds no other explanation', () => {
    let decided = 0;
    fc.assert(
      fc.property(wrong, ([right, at, digit, power]) => {
        const [id, disclosure] = planted(right, at, digit, power);
        const ledger = ledgerOf(disclosure.figures);
        const changes = singleChanges(ledger.variables, relationsOf(disclosure, ledger));
        const figures = new Set(changes.map((change) => change.figure));
        if (figures.size !== 1 || !figures.has(id)) return;
        decided += 1;
        const { findings } = check(disclosure);
        const [finding] = findings;
        expect(findings.length).toBe(1);
        expect(finding?.culprits.map((culprit) => culprit.place)).toEqual([right.figures[id]?.place]);
        const values = new Set(changes.map((change) => change.value));
        if (values.size === 1) expect(finding?.culprits[0]?.expected?.fen).toBe(right.figures[id]?.fen);
      }),
      { numRuns: 150, seed: 5 },
    );
    expect(decided).toBeGreaterThan(100);
  });

  it('is never blamed on a figure whose change would not explain everything', () => {
    fc.assert(
      fc.property(wrong, ([right, at, digit, power]) => {
        const [, disclosure] = planted(right, at, digit, power);
        const ledger = ledgerOf(disclosure.figures);
        const changes = singleChanges(ledger.variables, relationsOf(disclosure, ledger));
        if (changes.length === 0) return;
        const explaining = new Set(
          changes.map(({ figure }) => JSON.stringify(ledger.variables[figure]?.place)),
        );
        const named = check(disclosure).findings.flatMap((finding) => finding.culprits);
        expect(named.filter(({ place }) => !explaining.has(JSON.stringify(place)))).toEqual([]);
      }),
      { numRuns: 100, seed: 6 },
    );
  });
});

describe('what is found', () => {
  const wrong = fc.tuple(anyDisclosure, fc.nat(), fc.integer({ min: 1, max: 9 }));

  /** A disclosure with one figure wrong, and where. */
  function spoilt([right, at, digit]: readonly [Disclosure, number, number]): readonly [string, Disclosure] {
    const shown = right.figures.filter((figure) => figure.text !== '');
    const target = shown[at % shown.length];
    const figures = right.figures.map((figure) => {
      const fen = figure.fen + digit * 10_000_000;
      return figure.id === target?.id ? { ...figure, fen, text: (fen / 1_000_000).toFixed(2) } : figure;
    });
    return [JSON.stringify(target?.place), { ...right, figures }];
  }

  it('holds the figure that is wrong wherever a relation fails', () => {
    fc.assert(
      fc.property(wrong, (sample) => {
        const [place, disclosure] = spoilt(sample);
        const { findings, counts } = check(disclosure);
        if (counts.every(({ fail }) => fail === 0)) return;
        const named = findings.flatMap(({ culprits }) => culprits.map((each) => JSON.stringify(each.place)));
        expect(named).toContain(place);
      }),
      { numRuns: 60, seed: 7 },
    );
  });

  it('does not depend on the order of the tables', () => {
    fc.assert(
      fc.property(wrong, (sample) => {
        const [, disclosure] = spoilt(sample);
        const turned = [...disclosure.figures]
          .sort((a, b) => (b.place.table ?? 0) - (a.place.table ?? 0))
          .map((figure, id) => ({ ...figure, id }));
        const sorted = (found: readonly string[][]): readonly string[] =>
          found.map((culprits) => culprits.toSorted().join()).toSorted();
        expect(sorted(culpritsIn({ ...disclosure, figures: turned }))).toEqual(
          sorted(culpritsIn(disclosure)),
        );
      }),
      { numRuns: 40, seed: 8 },
    );
  });

  it('does not depend on what codes and rows are called', () => {
    const renamed = (code: string): string => code.replace(/^2/, '7');
    fc.assert(
      fc.property(wrong, (sample) => {
        const [, disclosure] = spoilt(sample);
        const figures = disclosure.figures.map((figure) => {
          const { function: code } = figure.scope;
          const scope = code === undefined ? figure.scope : { ...figure.scope, function: renamed(code) };
          return { ...figure, scope, place: { ...figure.place, row: renamed(figure.place.row ?? '') } };
        });
        const told = culpritsIn(disclosure).map((culprits) =>
          culprits.map((culprit) => culprit.replace(/^(\d+) 2/, '$1 7')),
        );
        expect(culpritsIn({ ...disclosure, figures })).toEqual(told);
      }),
      { numRuns: 40, seed: 9 },
    );
  });
});

describe('ties', () => {
  const table = { number: 3, scope: spent, columns: [['total', {}]] } as const;
  const three = (total: string, a: string, b: string): Disclosure =>
    disclosureOf(
      figuresOf(table, [
        ['合计', {}, { total }],
        ['208', { function: '208' }, { total: a }],
        ['212', { function: '212' }, { total: b }],
      ]),
    );

  it('name every figure of a sum that nothing else decides', () => {
    expect(culpritsIn(three('97.31', '36.18', '52.45'))).toEqual([
      ['3 合计 total 88.63', '3 208 total 44.86', '3 212 total 61.13'],
    ]);
    expect(check(three('97.31', '36.18', '52.45')).findings[0]?.tied).toBe(true);
  });

  it('are broken by the likelihood of the slip', () => {
    expect(culpritsIn(three('88.36', '36.18', '52.45'))).toEqual([['3 合计 total 88.63']]);
  });

  it('do not arise from rounding', () => {
    expect(culpritsIn(three('88.64', '36.18', '52.45'))).toEqual([]);
    expect(culpritsIn(three('88.65', '36.18', '52.45')).length).toBe(1);
  });
});
