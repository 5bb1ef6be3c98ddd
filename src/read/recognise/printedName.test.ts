import { expect, it } from 'vitest';
import type { Block } from '../../model/source.ts';
import { printedName } from './printedName.ts';

const place = { file: 'a' };
const paragraph = (text: string): Block => ({ kind: 'paragraph', text, place, spans: [] });
const grid = (text: string): Block => ({ kind: 'grid', rows: [[{ text, place }]], place });

it.each([
  ['某县“智慧城市”管理局（本级）', '某县智慧城市管理局(本级)'],
  ['某县〔城建〕中心', '某县[城建]中心'],
  ['某县水务局', '某县水务局'],
])('a name keeps the brackets and quotes of %s', (printed, folded) => {
  expect(printedName(folded, [paragraph('目 录'), paragraph(`部门名称：${printed}`)])).toBe(printed);
  expect(printedName(folded, [grid(`编制单位：${printed}`)])).toBe(printed);
});

it('a name spread over its line has no spaces, and one that no line has in full stays as it was read', () => {
  expect(printedName('某县水务局(本级)', [paragraph('某 县 水 务 局（ 本 级 ）')])).toBe(
    '某县水务局（本级）',
  );
  expect(printedName('某县水务局(本级)', [paragraph('某县水务局')])).toBe('某县水务局(本级)');
  expect(printedName(null, [])).toBeNull();
});
