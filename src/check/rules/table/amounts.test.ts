import { expect, test } from 'vitest';
import type { Disclosure } from '../../../model/disclosure.ts';
import { checkDisclosure } from '../../check.ts';
import { disclosureOf, figuresOf } from '../../figuresFixture.ts';

const columns = [['total', {}]] as const;

function oddOnes(amounts: readonly string[]): readonly unknown[] {
  const rows = amounts.map((total, row) => [`第${row}行`, {}, { total }] as const);
  const disclosure: Disclosure = {
    ...disclosureOf(figuresOf({ number: 1, scope: { flow: 'expenditure' }, columns }, rows)),
    tables: [
      {
        ...{
          number: 1,
          key: '',
          label: null,
          title: '支出总表',
          unit: '万元',
          note: null,
          columns: [],
          rows: [],
        },
        place: { file: '', page: 1 },
      },
    ],
  };
  const { findings } = checkDisclosure(disclosure);
  const odd = findings.filter(({ rule }) => rule === 'table.decimals');
  return odd.flatMap(({ culprits }) => culprits.map(({ reported }) => reported?.text));
}

const zeros = (zero: string): readonly string[] => Array.from({ length: 20 }, () => zero);

test.each(['-', '0', '—'])('amounts with decimals are not odd beside zeros printed as %s', (zero) => {
  expect(oddOnes([...zeros(zero), '12.34', '7.10'])).toEqual([]);
});

test('an amount with more decimals than nearly all others is odd', () => {
  expect(oddOnes([...Array.from({ length: 20 }, (_, at) => `${at + 1}.5`), '7.123'])).toEqual(['7.123']);
});
