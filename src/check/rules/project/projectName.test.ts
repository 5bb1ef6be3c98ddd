import { expect, test } from 'vitest';
import { differInNumbersOnly, editDistance, nameDifference, projectKey } from './projectName.ts';

test.each([
  ['【2025】46号 文', '[2025]46号文', true],
  ['绿化（一期）工程', '绿化(一期)工程', true],
  ['5GW厂房', '5Gw厂房', false],
])('%s and %s are one key: %s', (a, b, same) => {
  expect(projectKey(a) === projectKey(b)).toBe(same);
});

test.each([
  ['翻新课程', '翻新工程', 3, 1],
  ['供排水公司', '供水公司', 3, 1],
  ['甲乙丙丁', '戊己庚辛', 2, 3],
  ['', '甲乙', 5, 2],
  ['甲', '甲', 0, 0],
])('%s to %s within %i: %i', (a, b, limit, distance) => {
  expect(editDistance(a, b, limit)).toBe(distance);
});

test.each([
  ['供排水公司', '供水公司', { left: '排', right: '' }],
  ['5GW厂房', '5Gw厂房', { left: 'W', right: 'w' }],
  ['组件厂房', '组件厂厂房', { left: '', right: '厂' }],
])('the difference between %s and %s', (a, b, expected) => {
  expect(nameDifference(a, b)).toEqual(expected);
});

test('parts of one project differ in numbers only', () => {
  expect(differInNumbersOnly('道路一期', '道路二期')).toBe(true);
  expect(differInNumbersOnly('道路工程', '道路课程')).toBe(false);
});
