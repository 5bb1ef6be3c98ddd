import { expect, it } from 'vitest';
import { recognise } from '../src/read/recognise/recognise.ts';
import { readSource } from '../src/read/open.ts';
import { alarmsIn, falseAlarms } from './falseAlarms.ts';
import { countyBooks } from './worlds/region.ts';
import { accountsOf, finalAccountsText } from './worlds/finalAccounts.ts';

it(
  'composed documents have no error and no warning, as composed and as read back',
  { timeout: 240_000 },
  async () => {
    const told: string[] = [];
    // The sixth is a department whose units are called other than public bodies are.
    for await (const { alarms } of falseAlarms(7, 1)) told.push(...alarms.map(({ message }) => message));
    expect(told).toEqual([]);
  },
);

it('generated final accounts have no error and no warning', { timeout: 120_000 }, async () => {
  for (const book of countyBooks({ seed: 5, departments: 2, firstYear: 2023, years: 1 })) {
    const bytes = Buffer.from(finalAccountsText(accountsOf(book)));
    const read = await readSource({ name: 'accounts.txt', bytes });
    const disclosure = read.ok ? recognise(read.source) : null;
    expect(disclosure?.form).toBe('national-9-final');
    expect(disclosure === null ? ['unread'] : alarmsIn('', disclosure)).toEqual([]);
  }
});
