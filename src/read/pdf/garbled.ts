import type { Glyph } from '../../file/pdfText.ts';

/**
 * What a font gives whose characters the file does not explain, or explains wrongly: private and replaced characters,
 * alphabets and rare ideographs that no budget is written with. The signs of units and formulas are left out.
 */
const odd =
  /[\uFFFD\uE000-\uF8FF\u3400-\u4DBF\u0100-\u02C6\u02C8\u02CA-\u0390\u03AA-\u03B0\u03CA-\u1FFF]|[\u00A1-\u00FF](?<![\u00A5\u00A7\u00A9\u00AE\u00B0-\u00B3\u00B5\u00B7\u00BC-\u00BE\u00D7\u00E0\u00E8\u00E9\u00F7\u00FC])/;
/** Of all characters of a page; a name or two in rare characters stays below. */
const mostOdd = 0.03;
const fewestOdd = 4;

/** True for a page many of whose characters are not those that it shows. */
export function isGarbled(glyphs: readonly Glyph[]): boolean {
  const count = glyphs.reduce((sum, { text }) => sum + (odd.test(text) ? 1 : 0), 0);
  return count >= fewestOdd && count > mostOdd * glyphs.length;
}
