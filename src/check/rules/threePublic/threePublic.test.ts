import { describe, expect, it } from 'vitest';
import { threePublicMessages } from '../../messages/threePublic.ts';
import { observed, type Written } from '../disclosureFixture.ts';
import { threePublicRules } from './rules.ts';

const full =
  '“三公”经费预算3.00万元，其中：因公出国（境）费0万元，公务接待费1.00万元，公务用车购置费0万元，公务用车运行维护费2.00万元。';
const said = (text: string): Written => ({ sections: { threePublic: [text] } });

const economic = (name: string, text: string): Written => ({
  ...said(full),
  figures: [[{ flow: 'expenditure', nature: 'basic', deptEconomic: '302/30217' }, text, 1, '30217']],
  tables: [
    {
      rows: [
        {
          side: null,
          code: '30217',
          name,
          level: 2,
          cells: {},
          place: { file: 't', table: 1, row: '30217' },
        },
      ],
    },
  ],
});

describe('the three public expenses', () => {
  it.each<[string, Written, unknown[]]>([
    ['all four parts', said(full), []],
    ['no public expense', said('本部门无“三公”经费预算。'), []],
    [
      'a zero of both parts',
      said('“三公”经费1.00万元，其中：出国费0万元，公务用车购置及运行费0万元，公务接待费1.00万元。'),
      [],
    ],
    [
      'parts that are not stated',
      said('“三公”经费预算1.00万元，其中：公务接待费1.00万元。'),
      [
        ['partsStated', 'warning', '', '1.00', null],
        ['partsStated', 'warning', '', '1.00', null],
        ['partsStated', 'warning', '', '1.00', null],
      ],
    ],
    [
      'a part left blank in the table',
      {
        ...said(full.replace('因公出国（境）费0万元，', '')),
        figures: [[{ item: 'abroad' }, '']],
      },
      [['partsStated', 'info', 'blank', null, '0.00']],
    ],
    [
      'final accounts that count nothing',
      { ...said(full.replace('预算', '支出决算')), stage: 'finalAccounts' },
      [
        ['partsStated', 'warning', 'counts', '2.00', null],
        ['partsStated', 'warning', 'counts', '1.00', null],
      ],
    ],
    [
      'final accounts with their counts',
      {
        ...said(`${full.replace('预算', '支出决算')}公务用车保有量2辆，国内公务接待3批次20人次。`),
        stage: 'finalAccounts',
      },
      [],
    ],
    ['an item within its expense', economic('公务接待费', '1.00'), []],
    [
      'an item above its expense',
      economic('公务接待费', '1.20'),
      [['economicItems', 'info', '', '1.20', null]],
    ],
    [
      'an item above its expense in final accounts',
      {
        ...economic('公务接待费', '1.20'),
        ...said(`${full.replace('预算', '支出决算')}公务用车保有量2辆，国内公务接待3批次20人次。`),
        stage: 'finalAccounts',
      },
      [['economicItems', 'warning', '', '1.20', null]],
    ],
    ['another item under the code', economic('离退休活动费', '1.20'), []],
  ])('%s', (_, parts, expected) => {
    expect(observed(threePublicRules, parts)).toEqual(expected);
  });
});

it('every rule has its words', () => {
  expect(threePublicRules.map(({ id }) => id).sort()).toEqual(Object.keys(threePublicMessages).sort());
});
