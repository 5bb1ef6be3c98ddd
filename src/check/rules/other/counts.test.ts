import { describe, expect, it } from 'vitest';
import type { DisclosureTable } from '../../../model/disclosure.ts';
import { checkDisclosure } from '../../check.ts';
import { written } from '../disclosureFixture.ts';

type Row = readonly [name: string, count: string, budget?: string];

/** A table of counts, with a column of 预算数 beside where a row gives one. */
function counting(number: number, rows: readonly Row[]): Partial<DisclosureTable> {
  const place = { file: 't', table: number };
  return {
    number,
    columns: [
      { key: 'budget', title: ['预算数'] },
      { key: 'final', title: ['决算数'] },
    ],
    rows: rows.map(([name, count, budget = '']) => ({
      side: null,
      code: null,
      name,
      level: 1,
      place,
      cells: {
        budget: { text: budget, fen: null, place: { ...place, row: name, column: 'budget' } },
        final: { text: count, fen: null, place: { ...place, row: name, column: 'final' } },
      },
    })),
  };
}

const cars: readonly Row[] = [
  ['（一）车辆数合计（辆）', '16'],
  ['1.机要通信用车', '5'],
  ['2.应急保障用车', '—'],
  ['3.其他用车', '11'],
];

function accused(
  tables: readonly (readonly Row[])[],
  sections: Readonly<Record<string, readonly string[]>> = {},
): readonly string[] {
  const disclosure = written({
    stage: 'finalAccounts',
    sections,
    tables: tables.map((rows, i) => counting(i + 1, rows)),
  });
  return checkDisclosure(disclosure)
    .findings.filter(({ rule }) => rule === 'other.counts')
    .map(({ culprits }) => culprits.map((c) => `${c.reported?.text} ${c.expected?.text}`).join(' or '));
}

const swapped = cars.map(([name, count]): Row => [name, count === '16' ? '61' : count]);

describe('counts', () => {
  it('all cars are the sum of their kinds, where the list is closed and printed once', () => {
    expect(accused([cars])).toEqual([]);
    expect(accused([swapped]).join()).toContain('61 16');
    expect(accused([swapped.slice(0, 3)])).toEqual([]);
    expect(accused([[...swapped, ...cars]])).toEqual([]);
  });

  it('the text says which of them is wrong', () => {
    const assets = ['截至2030年12月31日，本单位共有车辆16辆。'];
    expect(accused([swapped], { assets })).toEqual(['61 16']);
    expect(accused([cars], { assets: ['本单位共有车辆19辆。'] })).toEqual(['19 16']);
  });

  it('guests and cars of 三公 are another matter than all cars', () => {
    const publicRows: readonly Row[] = [
      ['4.公务用车保有量（辆）', '5', '9'],
      ['5.国内公务接待批次（个）', '24'],
      ['6.国内公务接待人次（人）', '180'],
    ];
    const said = (text: string): readonly string[] => accused([publicRows], { threePublic: [text] });
    expect(said('公务用车保有量5辆，国内公务接待24批次、180人次。')).toEqual([]);
    expect(said('公务用车保有量5辆，国内公务接待24批次、108人次。')).toEqual(['180 108 or 108 180']);
    expect(said('购置公务用车2辆。')).toEqual([]);
    expect(said('公务用车购置2辆，公务用车保有量4辆，比上年减少1辆。')).toEqual(['5 4 or 4 5']);
    expect(said('公务用车运行维护费9万元，用于3辆公务用车的运行。本单位共有车辆16辆。')).toEqual([]);
    expect(said('2029年国内公务接待30批次。')).toEqual([]);
    expect(accused([publicRows], { assets: ['本单位共有车辆16辆。'] })).toEqual([]);
  });

  it('cars that are bought are compared with those the table says were bought', () => {
    const bought: readonly Row[] = [
      ['3.公务用车购置数（辆）', '2'],
      ['4.公务用车保有量（辆）', '5'],
    ];
    const said = (text: string): readonly string[] => accused([bought], { threePublic: [text] });
    expect(said('公务用车购置2辆，公务用车保有量5辆。')).toEqual([]);
    expect(said('公务用车购置3辆，公务用车保有量5辆。')).toEqual(['2 3 or 3 2']);
    expect(said('未更新车辆，年末公务用车5辆。')).toEqual([]);
  });

  it('sentences that give several numbers may speak of parts', () => {
    const assets = ['本单位共有车辆9辆。', '所属中心共有车辆10辆。'];
    expect(accused([cars], { assets })).toEqual([]);
  });

  it('the same count in two tables', () => {
    const other: readonly Row[] = [['公务用车保有量（辆）', '7']];
    expect(accused([[['4.公务用车保有量（辆）', '5']], other])).toEqual(['5 7 or 7 5']);
  });
});
