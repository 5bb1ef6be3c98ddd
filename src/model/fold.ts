import { halfWidth } from './money.ts';
import { remembered } from './remembered.ts';

const brackets: Readonly<Record<string, string>> = {
  '〔': '[',
  '【': '[',
  '［': '[',
  '〕': ']',
  '】': ']',
  '］': ']',
  '：': ':',
  '；': ';',
  '、': '、',
};

/**
 * Text for comparison by meaning: widths, brackets and spaces folded, quotes dropped.
 * Letter case is kept: two project names that differ by it are different names.
 */
export const fold = remembered((text) =>
  text.replace(foldable, (run) => replacements.get(run) ?? foldRun(run)),
);

/** Everything that folding changes, in runs, so that one pass over a text is enough. */
const foldable =
  /[０-９，．－−–—＋％（）〔【［〕】］：；Ａ-Ｚａ-ｚ"'“”‘’「」『』﹁﹂＂＇\s\u3000\u200b\ufeff]+/g;

/** The single signs, which are most of the runs. */
const replacements: ReadonlyMap<string, string> = new Map(
  Array.from('，：；（）“” \n', (sign) => [sign, foldRun(sign)] as const),
);

function foldRun(text: string): string {
  return halfWidth(text)
    .replace(/[〔【［〕】］：；]/g, (c) => brackets[c] ?? c)
    .replace(/[Ａ-Ｚａ-ｚ]/g, (c) => String.fromCharCode(c.charCodeAt(0) - 0xfee0))
    .replace(/["'“”‘’「」『』﹁﹂＂＇]/g, '')
    .replace(/[\s\u3000\u200b\ufeff]+/g, '');
}

const numbering =
  /^(?:第[一二三四五六七八九十百]+[部章节]分?|[一二三四五六七八九十]+[、.．]|\([一二三四五六七八九十]+\)|\d{1,2}(?:[、．]|\.(?!\d))|\(\d{1,2}\)|[①-⑳])/;

/** The text without leading list numbering such as 一、 (二) 3. ① . Takes folded text. */
export function withoutNumbering(folded: string): string {
  return folded.replace(numbering, '');
}

/** The folded text without numbering, 其中:, years and a trailing unit in brackets. */
export const headWords = remembered((text) =>
  withoutNumbering(fold(text))
    .replace(/^其中:?/, '')
    .replace(/(?:20\d\d年度?|本年度(?=预算数|决算数))/g, '')
    .replace(/\((?:万元|元|千元|亿元)\)$/, '')
    .replace(/[:,;]+$/, ''),
);
