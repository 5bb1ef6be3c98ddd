import { expect, test } from 'vitest';
import { ledgerOf } from '../../ledger.ts';
import { written } from '../disclosureFixture.ts';
import { tableMissing } from './required.ts';

/** The tables found missing in a document of the form and year that holds none at all. */
function missing(form: string, year: number | null): readonly unknown[] {
  const disclosure = { ...written({}), form, year };
  const { observations } = tableMissing.check({ disclosure, ledger: ledgerOf(disclosure.figures) });
  return observations.map(({ culprits }) => culprits[0]?.place.table);
}

test('a table that came later is asked of the years from then on', () => {
  expect(missing('national-9', 2021)).toContain(9);
  expect(missing('national-9', 2020)).toEqual([1, 2, 3, 4, 5, 6, 7, 8]);
  expect(missing('national-9', null)).toEqual([1, 2, 3, 4, 5, 6, 7, 8]);
  expect([missing('national-9-final', 2019), missing('national-9-final', 2020)].map((m) => m.length)).toEqual(
    [8, 9],
  );
});
