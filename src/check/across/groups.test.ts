import { describe, expect, test } from 'vitest';
import type { DocumentDigest } from '../../model/digest.ts';
import { digest } from './digestFixture.ts';
import { groupsOf, isRowOf, isSameName } from './groups.ts';

const unit = (name: string, of: Partial<DocumentDigest> = {}): DocumentDigest =>
  digest(name, { level: 'unit', ...of });

function groupedWith(
  department: Partial<DocumentDigest>,
  others: readonly DocumentDigest[],
): readonly unknown[] {
  const [group] = groupsOf([digest('安澜县水务局', department), ...others]);
  return [group?.units.map(({ name }) => name), group?.missing, group?.count, group?.complete];
}

describe('a department and its units', () => {
  const rows = { units: ['安澜县水务局', '安澜县河道管理所'] };

  test.each([
    ['all are here', [unit('安澜县水务局（本级）'), unit('安澜县河道管理所')], [], true],
    ['the office is not', [unit('安澜县河道管理所')], ['安澜县水务局'], false],
    [
      'a unit of last year does not count',
      [unit('安澜县水务局（本级）'), unit('安澜县河道管理所', { year: 2025 })],
      ['安澜县河道管理所'],
      false,
    ],
    [
      'nor does its final account',
      [unit('安澜县水务局（本级）'), unit('安澜县河道管理所', { stage: 'finalAccounts' })],
      ['安澜县河道管理所'],
      false,
    ],
  ])('rows of units: %s', (_, others, missing, complete) => {
    const [, left, count, whole] = groupedWith(rows, others);
    expect([left, count, whole]).toEqual([missing, 2, complete]);
  });

  test.each([
    ['as many as the text says', 2, true],
    ['fewer than the text says', 3, false],
    ['the text does not say how many', null, false],
  ])('no rows of units: %s', (_, unitCount, complete) => {
    const organisation = '本部门包括安澜县河道管理所和水文监测站。';
    const others = [unit('安澜县河道管理所'), unit('安澜县水文监测站'), unit('安澜县文化馆')];
    expect(groupedWith({ organisation, unitCount }, others)).toEqual([
      ['安澜县河道管理所', '安澜县水文监测站'],
      [],
      unitCount,
      complete,
    ]);
  });
});

describe('a row of a table is a body', () => {
  const of = (name: string, row: string, region: string | null): boolean =>
    isRowOf(row, digest(name), digest('全县', { region }));

  test.each([
    ['安澜县教育局', '安澜县教育局', true],
    ['安澜县教育局', '教育局', true],
    ['安澜县教育局', '县教育局', true],
    ['安澜县教育局（本级）', '教育局', true],
    ['安澜县教育局', '体育局', false],
    ['安澜县教育局', '青山县教育局', false],
    ['安澜县教育局', '', false],
  ])('%s in the row %s: %s', (name, row, expected) => {
    expect(of(name, row, '安澜县')).toBe(expected);
  });

  test('a city may stand before the district, and without a region only the full name counts', () => {
    expect(of('云州市青山区民政局', '青山区民政局', '云州市青山区')).toBe(true);
    expect(of('安澜县教育局', '教育局', null)).toBe(false);
  });

  test('a name that is only the region and the office is never cut to nothing', () => {
    expect(isSameName('安澜县本级', '安澜县')).toBe(true);
    expect(of('安澜县', '青山县', '安澜县')).toBe(false);
  });
});
