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
