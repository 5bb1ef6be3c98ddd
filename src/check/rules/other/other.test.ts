import { describe, expect, it } from 'vitest';
import { otherMessages } from '../../messages/other.ts';
import { observed, type Written } from '../disclosureFixture.ts';
import { otherRules } from './rules.ts';

const operating = { flow: 'expenditure', nature: 'operating' };
const funds = (offices: string, all: string, text = ''): Written => ({
  sections: { other: [text] },
  figures: [
    [{ ...operating, unitKind: 'administrative' }, offices, 11],
    [{ ...operating, fund: 'general' }, all, 6],
  ],
});
const dated = (published: string): Written => ({
  sections: { other: ['本预算于2030年2月1日经财政局批复。', `公开时间：${published}`] },
});

describe('operating funds and timeliness', () => {
  it.each<[string, Written, unknown[]]>([
    ['as much as all operating expenditure', funds('5.00', '5.00', '行政单位1家，事业单位0家。'), []],
    ['less, with units that are not told', funds('5.00', '8.00'), []],
    [
      'less without institutions',
      funds('5.00', '8.00', '行政单位1家，事业单位0家。'),
      [['operatingFunds', 'info', 'below', '5.00', null]],
    ],
    ['more', funds('9.00', '8.00'), [['operatingFunds', 'info', '', '9.00', null]]],
    ['published in time', dated('2030年2月21日'), []],
    ['published late', dated('2030-02-22'), [['timeliness', 'warning', '', '公开时间：2030-02-22', null]]],
    ['one date only', { sections: { other: ['公开时间：2030-02-22'] } }, []],
  ])('%s', (_, parts, expected) => {
    expect(observed(otherRules, parts)).toEqual(expected);
  });
});

it('every rule has its words', () => {
  expect(otherRules.map(({ id }) => id).sort()).toEqual(Object.keys(otherMessages).sort());
});
