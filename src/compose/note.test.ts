import { expect, test } from 'vitest';
import { note, noteText } from './note.ts';
import { noteWords } from './noteWords.ts';

test('a note is told in either language, with what it lists and what it holds', () => {
  const missing = note('missing', [note('region'), note('year')]);
  expect([noteText(missing, 'zh'), noteText(missing, 'en')]).toEqual([
    '没有读到地区、预算年度，请填写',
    'Not read: region, budget year; fill it in',
  ]);
  expect(noteText(note('ofSheet', '修路', note('sheetDate')), 'en')).toBe(
    'Performance sheet “修路”: the date was not read: fill it in',
  );
});

test('both languages say the same values', () => {
  const blanks = (text: string): readonly string[] => (text.match(/\{\d\}/g) ?? []).toSorted();
  for (const { zh, en } of Object.values(noteWords)) expect(blanks(en)).toEqual(blanks(zh));
});
