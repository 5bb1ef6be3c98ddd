import type { Glyph } from '../../file/pdfText.ts';
import { foldRadicals } from './radicals.ts';

const ideograph = /^[\u3400-\u9fff\uf900-\ufaff\u{20000}-\u{3fffd}]$/u;
const latin = /^[!-~]$/;

/** The text of characters on one line from left to right, with spaces where the author set them. */
export function glyphText(glyphs: readonly Glyph[]): string {
  let text = '';
  let before: Glyph | undefined;
  for (const glyph of glyphs) {
    if (before !== undefined && isSpaceBetween(before, glyph)) text += ' ';
    text += glyph.text;
    before = glyph;
  }
  return closeLetterSpacing(foldRadicals(text));
}

/** A space in the file, or a gap too wide for justified lines and for the gap of 中 and Latin. */
function isSpaceBetween(before: Glyph, glyph: Glyph): boolean {
  const em = Math.max(glyph.y1 - glyph.y0, before.y1 - before.y0, 1);
  const gap = glyph.x0 - before.x1;
  if (gap <= 0.05 * em) return false;
  if (glyph.spaced) return true;
  const words = latin.test(before.text) && latin.test(glyph.text);
  return gap > (words ? 0.3 : 0.9) * em;
}

/**
 * Joins characters that were set apart for looks ("目 录", "部 门 预 算", "单 位：元"): a space goes when a
 * single ideograph stands on each side of it.
 */
export function closeLetterSpacing(text: string): string {
  if (!text.includes(' ')) return text;
  const parts = text.split(' ');
  let joined = parts[0] ?? '';
  for (let index = 1; index < parts.length; index++) {
    const before = parts[index - 1] ?? '';
    const part = parts[index] ?? '';
    const apart = !(
      ideograph.test(before.replace(/^.*[：:（(]/, '')) && ideograph.test(part.replace(/[：:（(）)].*$/, ''))
    );
    joined += apart ? ` ${part}` : part;
  }
  return joined;
}
