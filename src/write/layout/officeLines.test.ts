import { describe, expect, it } from 'vitest';
import { officeLines } from './officeLines.ts';

/** Lines of so many characters of 10 points. */
function lines(text: string, characters: number, indent = 0): readonly string[] {
  return officeLines(text, 10, characters * 10, indent * 10);
}

describe('lines as an office suite breaks them', () => {
  it.each([
    [
      'fills each line, the first one behind its indent',
      '一二三四五六七八九',
      ['一二三', '四五六七八', '九'],
      2,
    ],
    ['keeps a number in one piece', '一二三123456四', ['一二三', '123456四'], 0],
    ['puts space between Chinese and digits', '一二三四12', ['一二三四', '12'], 0],
    ['lets one sign hang over the end', '一二三四五，六', ['一二三四五，', '六'], 0],
    ['lets none hang behind digits', '一二三万90%，五', ['一二三万', '90%，五'], 0],
    ['takes a character down with a sign that begins no line', '一二三四五）六', ['一二三四', '五）六'], 0],
    ['takes an opening sign down', '一二三四（五六', ['一二三四', '（五六'], 0],
    ['keeps the line breaks of the text', '一\n二', ['一', '二'], 0],
    ['has a line for nothing', '', [''], 0],
  ] as const)('%s', (_, text, broken, indent) => {
    expect(lines(text, 5, indent)).toEqual(broken);
  });

  it('ends for what is wider than its line, and loses nothing', () => {
    const text = '）））））））'.repeat(9) + 'abcdefghijklmnopqrstuvwxyz'.repeat(4) + '（（（（（（（（';
    expect(lines(text, 3).join('')).toBe(text);
    expect(lines('一二三', 0)).toEqual(['一', '二', '三']);
  });
});
