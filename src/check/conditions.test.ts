import { describe, expect, it } from 'vitest';
import { checkArithmetic } from './arithmetic.ts';
import { relationsOf } from './check.ts';
import { disclosureOf, figuresOf, type PrintedRow } from './figuresFixture.ts';
import { ledgerOf } from './ledger.ts';

/** [rule, table of each figure …] of the relations between several tables, and how many findings. */
function checked(tables: readonly Figures[]): { across: string[]; findings: number } {
  const disclosure = disclosureOf(tables.flat());
  const ledger = ledgerOf(disclosure.figures);
  const relations = relationsOf(disclosure, ledger);
  const across = relations
    .map(({ terms }) =>
      [...new Set(terms.map((term) => ledger.variables[term.figure]?.place.table ?? 0))].sort(),
    )
    .filter((numbers) => numbers.length > 1)
    .map((numbers) => numbers.join('='));
  const { findings } = checkArithmetic(ledger.variables, relations, { tailsNoted: true });
  return { across: [...new Set(across)].sort(), findings: findings.length };
}

const row = (name: string, scope: PrintedRow[1], cells: PrintedRow[2]): PrintedRow => [name, scope, cells];

type Figures = ReturnType<typeof figuresOf>;

/** Table 1: funds of this year, with unit funds of the given amount, and their sum, all of it spent. */
function balance(general: string, unitFunds: string, sum: string): Figures {
  return [...revenue(general, unitFunds, sum), ...spending(sum, '', sum)];
}

/** Table 1, expenditure side. */
function spending(spent: string, carriedForward: string, total: string): Figures {
  return figuresOf({ number: 1, scope: { flow: 'expenditure' }, columns: [['total', {}]] }, [
    row('本年支出合计', { use: 'spent' }, { total: spent }),
    row('年终结转', { use: 'carriedForward' }, { total: carriedForward }),
    row('支出总计', {}, { total }),
  ]);
}

function revenue(general: string, unitFunds: string, sum: string): Figures {
  return figuresOf({ number: 1, scope: { flow: 'revenue' }, columns: [['amount', {}]] }, [
    row('一般公共预算', { fund: 'general', vintage: 'current' }, { amount: general }),
    row('政府性基金', { fund: 'governmentFund', vintage: 'current' }, {}),
    row('国有资本经营', { fund: 'stateCapital', vintage: 'current' }, {}),
    row('财政专户', { fund: 'fiscalAccount', vintage: 'current' }, {}),
    row('单位资金', { fund: 'unitFunds', vintage: 'current' }, { amount: unitFunds }),
    row('本年收入合计', { vintage: 'current' }, { amount: sum }),
    row('上年结转', { vintage: 'carriedOver' }, {}),
    row('收入总计', {}, { amount: sum }),
  ]);
}

/** Table 4: fiscal appropriation of this year and what is spent of it, all of the general budget. */
function appropriation(total: string): Figures {
  const columns = [
    ['total', {}],
    ['general', { fund: 'general' }],
    ['governmentFund', { fund: 'governmentFund' }],
    ['stateCapital', { fund: 'stateCapital' }],
  ] as const;
  return [
    ...figuresOf({ number: 4, scope: { flow: 'revenue', fund: 'fiscal' }, columns: [['amount', {}]] }, [
      row('一般公共预算', { fund: 'general', vintage: 'current' }, { amount: total }),
      row('本年收入合计', { vintage: 'current' }, { amount: total }),
      row('上年结转', { vintage: 'carriedOver' }, {}),
      row('收入总计', {}, { amount: total }),
    ]),
    ...figuresOf({ number: 4, scope: { flow: 'expenditure', use: 'spent', fund: 'fiscal' }, columns }, [
      row('支出合计', {}, { total, general: total }),
    ]),
  ];
}

const natures = [
  ['total', {}],
  ['basic', { nature: 'basic' }],
  ['project', { nature: 'project' }],
] as const;

function expenditure(number: number, scope: PrintedRow[1], total: string): Figures {
  return figuresOf({ number, scope: { flow: 'expenditure', use: 'spent', ...scope }, columns: natures }, [
    row('合计', {}, { total, project: total }),
    row('212', { function: '212' }, { total, project: total }),
  ]);
}

describe('relations hold under their conditions', () => {
  it('fiscal appropriation is all revenue only where there are no unit funds', () => {
    expect(checked([balance('80.00', '', '80.00'), appropriation('80.00')]).findings).toBe(0);
    expect(checked([balance('80.00', '', '80.00'), appropriation('81.00')]).findings).toBeGreaterThan(0);
    expect(checked([balance('80.00', '1.00', '81.00'), appropriation('80.00')]).findings).toBe(0);
    expect(checked([balance('80.00', '1.00', '81.00'), appropriation('81.00')]).findings).toBeGreaterThan(0);
  });

  it('the general budget of this year is all expenditure only where nothing else is shown to exist', () => {
    const general = { fund: 'general', vintage: 'current' };
    // Other funds or money carried over are neither printed nor excluded: table 5 may be a part.
    expect(checked([expenditure(3, {}, '90.00'), expenditure(5, general, '80.00')])).toEqual({
      across: [],
      findings: 0,
    });
    // Table 1 shows that there is only the general budget and nothing carried over.
    const only = balance('90.00', '', '90.00');
    expect(
      checked([only, expenditure(3, {}, '90.00'), expenditure(5, general, '80.00')]).findings,
    ).toBeGreaterThan(0);
    expect(checked([only, expenditure(3, {}, '90.00'), expenditure(5, general, '90.00')]).findings).toBe(0);
  });

  it('revenue is expenditure only where nothing is carried forward', () => {
    const income = revenue('90.00', '', '90.00');
    expect(checked([[...income, ...spending('88.00', '2.00', '90.00')]]).findings).toBe(0);
    expect(checked([[...income, ...spending('88.00', '', '90.00')]]).findings).toBeGreaterThan(0);
    expect(checked([[...income, ...spending('88.00', '', '88.00')]]).findings).toBeGreaterThan(0);
  });
});
