import { describe, expect, it } from 'vitest';
import { checkArithmetic } from './arithmetic.ts';
import type { Relation } from './relation.ts';
import type { Ratio, Term } from './term.ts';
import type { Variable } from './variable.ts';

/** Figures by name: amounts of 万元 with two decimals; rates in percent with the decimals printed. */
function network(numbers: Readonly<Record<string, string>>) {
  const names = Object.keys(numbers);
  const id = (name: string): number => names.indexOf(name);
  const variables = Object.entries(numbers).map(([name, text], i): Variable => {
    const rate = text.endsWith('%');
    const decimals = text.replace('%', '').split('.')[1]?.length ?? 0;
    const per = rate ? 10_000 : 1_000_000;
    const show = (value: number): string => `${(value / per).toFixed(decimals)}${rate ? '%' : ''}`;
    return {
      id: i,
      kind: rate ? 'rate' : 'amount',
      origin: name.startsWith('table') ? 'cell' : 'text',
      value: Math.round(Number.parseFloat(text) * per),
      unit: per / 10 ** decimals,
      text,
      place: name.startsWith('table')
        ? { file: '', table: 1, row: name, column: 'total' }
        : { file: '', section: name },
      express: (value) => ({ text: show(value), fen: rate ? null : value }),
      decimals: (doubled) => show(doubled / 2),
    };
  });
  const term = (name: string, weight: number, role: Term['role']): Term => ({
    figure: id(name),
    weight,
    role,
  });
  const relation = (rule: string, terms: readonly Term[], extra: Partial<Relation> = {}): Relation => ({
    rule,
    terms,
    holds: 'always',
    tail: 0,
    says: {},
    ...extra,
  });
  return {
    sum: (total: string, ...parts: string[]): Relation =>
      relation('table.total', [term(total, -1, 'total'), ...parts.map((part) => term(part, 1, 'addend'))]),
    mention: (table: string, text: string): Relation =>
      relation('narrative.amount', [term(table, -1, 'same'), term(text, 1, 'mention')]),
    change: (current: string, previous: string, change: string): Relation =>
      relation('narrative.change', [
        term(current, 1, 'part'),
        term(previous, -1, 'base'),
        term(change, -1, 'part'),
      ]),
    rate: (rate: string, change: string, previous: string, current?: string): Relation => {
      const ratio: Ratio = {
        rate: id(rate),
        part: [{ figure: id(change), weight: 1 }],
        whole: [{ figure: id(previous), weight: 1 }],
        ...(current === undefined ? {} : { otherWholes: [id(current)] }),
      };
      return relation(
        'narrative.rate',
        [term(rate, 0, 'part'), term(previous, 0, 'base'), term(change, 1, 'part')],
        { ratio },
      );
    },
    same: (a: string, b: string, tail: number): Relation =>
      relation('table.same', [term(a, -1, 'same'), term(b, 1, 'same')], { tail }),
    unknown: (own: Relation): Relation => ({ ...own, holds: 'unknown' }),
    /** Findings as [variant or rule, where, expected]. */
    findings: (relations: readonly Relation[], tailsNoted = true): string[] =>
      checkArithmetic(variables, relations, { tailsNoted }).findings.map((finding) =>
        [
          finding.variant ?? finding.rule,
          ...finding.culprits.map(({ place, expected }) => `${place.row ?? place.section} ${expected?.text}`),
        ].join(' | '),
      ),
    counts: (relations: readonly Relation[]) =>
      checkArithmetic(variables, relations, { tailsNoted: true }).counts,
  };
}

const confirmed = { table: '90.00', tableA: '30.00', tableB: '60.00', tableC: '50.00', tableD: '40.00' };
type Network = ReturnType<typeof network>;
const confirming = (own: Network): readonly Relation[] => [
  own.sum('table', 'tableA', 'tableB'),
  own.sum('table', 'tableC', 'tableD'),
];

describe('a sentence against a confirmed table', () => {
  it('is wrong, and a change and a rate that were computed from it are stale', () => {
    const own = network({ ...confirmed, current: '80.00', previous: '60.00', change: '20.00', rate: '33%' });
    const relations = [
      ...confirming(own),
      own.mention('table', 'current'),
      own.change('current', 'previous', 'change'),
      own.rate('rate', 'change', 'previous'),
    ];
    expect(own.findings(relations)).toEqual([
      'narrative.amount | current 90.00',
      'stale | change 30.00',
      'stale | rate 50%',
    ]);
  });

  it('is wrong alone where its change was right all the time', () => {
    const own = network({ ...confirmed, current: '80.00', previous: '60.00', change: '30.00', rate: '50%' });
    const relations = [
      ...confirming(own),
      own.mention('table', 'current'),
      own.change('current', 'previous', 'change'),
      own.rate('rate', 'change', 'previous'),
    ];
    expect(own.findings(relations)).toEqual(['narrative.amount | current 90.00']);
  });

  it('is not blamed where the table is wrong in itself', () => {
    const own = network({ ...confirmed, table: '80.00', current: '90.00' });
    expect(own.findings([...confirming(own), own.mention('table', 'current')])).toEqual([
      'table.total | table 90.00',
    ]);
  });
});

describe('a rate', () => {
  it('on the wrong base is said to be so', () => {
    const own = network({ current: '80.00', previous: '60.00', change: '20.00', rate: '25%' });
    const relations = [
      own.change('current', 'previous', 'change'),
      own.rate('rate', 'change', 'previous', 'current'),
    ];
    expect(own.findings(relations)).toEqual(['wrongBase | rate 33%']);
  });

  it('that fits no base is wrong, or the amounts are where they are as likely', () => {
    const own = network({ current: '80.00', previous: '60.00', change: '20.00', rate: '91.00%' });
    const relations = [
      own.change('current', 'previous', 'change'),
      own.rate('rate', 'change', 'previous', 'current'),
    ];
    expect(own.findings(relations)[0]).toMatch(/^narrative\.rate \| rate 33\.33%/);
  });
});

describe('rounding tails', () => {
  const tail = 40_000;
  const own = network({ tableX: '1035.73', tableY: '1035.74' });

  it('between two printings are a warning, with both as alternatives, unless the document notes them', () => {
    expect(own.findings([own.same('tableX', 'tableY', tail)], true)).toEqual([]);
    expect(own.findings([own.same('tableX', 'tableY', tail)], false)).toEqual([
      'tail | tableX 1035.74 | tableY 1035.73',
    ]);
  });

  it('end where the printed parts’ digits end', () => {
    expect(own.findings([own.same('tableX', 'tableY', 0)]).length).toBe(1);
  });
});

describe('a condition that the document does not decide', () => {
  it('verifies when it holds and is not applicable when it fails', () => {
    const own = network({ tableX: '5.00', tableY: '5.00', tableZ: '6.00' });
    const relations = [
      own.unknown(own.same('tableX', 'tableY', 0)),
      own.unknown(own.same('tableX', 'tableZ', 0)),
    ];
    expect(own.findings(relations)).toEqual([]);
    expect(own.counts(relations)).toMatchObject([{ rule: 'table.same', pass: 1, fail: 0, notApplicable: 1 }]);
  });
});
