import type { HtmlElement, HtmlNode } from './tree.ts';
import { isBlock, isElement, isIgnored, isInvisible } from './tree.ts';

/**
 * White space of the source as a browser shows it: one space, and none where a line was broken between
 * two Chinese characters (CSS Text 3, 4.1.3).
 */
export function collapseSpace(text: string): string {
  return text
    .replace(
      /([\u2e80-\u9fff\uf900-\ufaff\uff00-\uff60])[ \t]*[\r\n][ \t\r\n]*(?=[\u2e80-\u9fff\uf900-\ufaff\uff00-\uff60])/g,
      '$1',
    )
    .replace(/[ \t\r\n\f]+/g, ' ');
}

/** The text that a cell shows, with "\n" where a line ends. */
export function cellText(cell: HtmlElement): string {
  const parts: string[] = [];
  collect(cell, parts);
  return collapseLines(parts.join(''));
}

/** U+2028 stands for line ends while the white space of the source is still mixed in. */
const lineEnd = '\u2028';

function collapseLines(text: string): string {
  return text
    .split(/\u2028+/)
    .map((line) =>
      collapseSpace(line)
        .replace(/\u00a0/g, ' ')
        .trim(),
    )
    .filter((line) => line !== '')
    .join('\n');
}

function collect(node: HtmlNode, parts: string[]): void {
  if ('value' in node) {
    parts.push(node.value);
  } else if (isElement(node) && !isIgnored(node) && !isInvisible(node)) {
    const line = isBlock(node) || node.tagName === 'br';
    if (line) parts.push(lineEnd);
    for (const child of node.childNodes) collect(child, parts);
    if (line) parts.push(lineEnd);
  }
}
