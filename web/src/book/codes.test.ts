import { expect, test } from 'vitest';
import { codeSearch, pinyinInitials } from './codes.ts';

test('initials of pinyin', () => {
  expect(pinyinInitials('行政运行')).toMatch(/^[XH]ZY[XH]$/);
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
  ['tzbt', ['2210202']],
  ['没有', []],
])('%s finds %s', (text, codes) => {
  expect(search.find(text).map(({ code }) => code)).toEqual(codes);
});

test('a class has a name but is no line', () => {
  expect(search.nameOf('212')).toBe('城乡社区支出');
  expect(search.find('212').map(({ code }) => code)).toEqual(['2120101']);
});
