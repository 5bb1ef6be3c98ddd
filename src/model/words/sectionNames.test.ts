import { expect, it } from 'vitest';
import { placeNamesFrom } from './names.ts';

const names = placeNamesFrom({
  tables: [],
  rows: [],
  columns: [],
  sections: [
    ['threePublic', '一、今年的', 10],
    ['threePublic', '二、去年的', 20],
  ],
  order: [],
});

it('names the section that the place stands in, where several are of one kind', () => {
  expect(names.section('threePublic', { file: 'f', line: 12 })).toBe('一、今年的');
  expect(names.section('threePublic', { file: 'f', line: 21 })).toBe('二、去年的');
  expect(names.section('threePublic')).toBe('一、今年的');
  expect(names.section('other')).toBeNull();
});
