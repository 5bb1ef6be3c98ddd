import { expect, test } from 'vitest';
import { shippedEntries } from '../../../src/model/codes/entries.ts';
import { codeSearch, pinyinInitials } from './codes.ts';

test('initials of pinyin', () => {
  expect(pinyinInitials('行政运行')).toBe('XZYX');
  expect(pinyinInitials('住房公积金')).toBe('ZFGJJ');
});

const search = codeSearch(
  [
    { code: '212', name: '城乡社区支出', fund: null },
    { code: '2210201', name: '住房公积金', fund: 'general' },
    { code: '2210202', name: '提租补贴', fund: 'general' },
    { code: '2120101', name: '行政运行', fund: 'general' },
  ],
  7,
);

test.each([
  ['22102', ['2210201', '2210202']],
  ['公积', ['2210201']],
  ['zfg', ['2210201']],
  ['gjj', ['2210201']],
  ['tzbt', ['2210202']],
  ['xzyx', ['2120101']],
  ['xzyh', ['2120101']],
  ['没有', []],
])('%s finds %s', (text, codes) => {
  expect(search.find(text).map(({ code }) => code)).toEqual(codes);
});

test('a class has a name but is no line', () => {
  expect(search.nameOf('212')).toBe('城乡社区支出');
  expect(search.find('212').map(({ code }) => code)).toEqual(['2120101']);
});

test('items of the shipped list are found by code, name and initials', () => {
  const entries = shippedEntries('function');
  const codes = [...entries.codes()].flatMap((code) => entries.find(code) ?? []);
  const all = codeSearch(codes, 7);
  const leaves = codes.filter(({ code }, i) => code.length === 7 && i % 25 === 0);
  const found = (text: string, code: string, name: string): boolean =>
    all.find(text).some((each) => each.code === code || each.name === name);
  const missed = leaves.flatMap(({ code, name }) =>
    [code, name, pinyinInitials(name)]
      .filter((text) => !found(text, code, name))
      // Names of two signs share their initials with more than twelve others.
      .filter((text) => text.length > 3)
      .map((text) => `${text} ${code} ${name}`),
  );
  expect(missed.length / leaves.length, missed.join('\n')).toBeLessThan(0.03);
});
