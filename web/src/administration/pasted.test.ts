import { expect, test } from 'vitest';
import { pastedDepartments } from './pasted.ts';

test('columns of a spreadsheet in either order, with a heading', () => {
  const { departments, wrong } = pastedDepartments('代码\t名称\n416\t住建局\n\n水利局\t３０１\n');
  expect(departments).toEqual([
    { code: '416', name: '住建局' },
    { code: '301', name: '水利局' },
  ]);
  expect(wrong).toEqual([]);
});

test('a line without a code is told with its number', () => {
  expect(pastedDepartments('416 住建局\n水利局').wrong).toEqual([{ line: 2, text: '水利局' }]);
});

test('a code counts once; the same code with another name is told', () => {
  const { departments, repeated } = pastedDepartments('416 住建局\n417 水利局\n416 住建局\n417 农业局');
  expect(departments.map(({ code }) => code)).toEqual(['416', '417']);
  expect(repeated).toEqual([{ code: '417', name: '农业局' }]);
});
