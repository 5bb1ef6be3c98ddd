import { expect, test } from 'vitest';
import { pdfOf, text } from '../../file/pdfFixture.ts';
import { isGarbled } from './garbled.ts';
import { page } from './readerFixture.ts';
import { pdfReader } from './reader.ts';

const glyphs = (words: string) =>
  Array.from(words, (text, at) => ({ text, x0: at, x1: at + 1, y0: 0, y1: 1, base: 1, spaced: false }));
const sound = '二〇二五年度部门收支预算总表（单位：万元）一般公共预算拨款1,234.50，增长±3.2％·①㎡°C×Ⅱαβ≥95%';

test('signs and units of a budget, and a rare character of a name, are no garble', () => {
  expect(isGarbled(glyphs(sound.repeat(3)))).toBe(false);
  expect(isGarbled(glyphs(`${sound.repeat(3)}㛃`))).toBe(false);
});

test('numbers of glyphs for characters, a few wrong characters in every line', () => {
  const shifted = Array.from('部门收支预算总表一般公共预算拨款', (word) =>
    String.fromCharCode(word.charCodeAt(0) - 0x4a2c),
  );
  expect(isGarbled(glyphs(shifted.join('')))).toBe(true);
  expect(isGarbled(glyphs('编v单位P海市¯政局ß能分类科目Ï业收入一般|共服á支出127,886,849行政运行'))).toBe(
    true,
  );
});

test('a document of such pages is refused with what to do', async () => {
  const bytes = pdfOf([page(text(100, 100, 'ъяюэщёфхцчшж')), page(text(100, 100, '预算'))]);
  const result = await pdfReader.read({ name: 'a.pdf', bytes });
  expect(result.ok).toBe(true);
  const most = pdfOf([page(text(100, 100, 'ъяюэщёфхцчшж'))]);
  const refused = await pdfReader.read({ name: 'a.pdf', bytes: most });
  expect(refused.ok ? 'ok' : refused.problem.code).toBe('garbled');
});
