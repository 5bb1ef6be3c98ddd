/** A line of a text file: its number from 1 and its text without the line break. */
export interface Line {
  readonly number: number;
  readonly text: string;
}

export type LineKind = 'blank' | 'tabbed' | 'piped' | 'pageNumber' | 'prose';

/** More lines with text than any disclosure has; beyond, a file of short lines would exhaust memory. */
const mostLines = 400_000;

/**
 * Splits text at LF, CR LF or CR, and drops blank lines but for one that stands for each gap.
 * Undefined when the file has more lines than a document can have.
 */
export function splitLines(text: string): Line[] | undefined {
  const unified = text.includes('\r') ? text.replace(/\r\n?/g, '\n') : text;
  const lines: Line[] = [];
  let gap = false;
  for (let start = 0, number = 1; start <= unified.length; number++) {
    const found = unified.indexOf('\n', start);
    const end = found === -1 ? unified.length : found;
    const line = end === start ? '' : unified.slice(start, end);
    start = end + 1;
    const blank = line === '' || (!line.includes('\t') && line.trim() === '');
    if (!blank || !gap) lines.push({ number, text: blank ? '' : line });
    gap = blank;
    if (lines.length > mostLines) return undefined;
  }
  return lines;
}

/** What a line is by itself. A line of tabs alone is a blank row of a table. */
export function lineKind(text: string): LineKind {
  if (text === '') return 'blank';
  if (text.includes('\t')) return 'tabbed';
  const trimmed = text.trim();
  if (trimmed.startsWith('|') && trimmed.indexOf('|', 1) > 0) return 'piped';
  return isPageNumber(trimmed) ? 'pageNumber' : 'prose';
}

function isPageNumber(text: string): boolean {
  return (
    text.length < 20 &&
    /^(?:[-—–－]{1,2}\s*\d{1,4}\s*[-—–－]{1,2}|第\s*\d{1,4}\s*页(?:[，,\s/]*共\s*\d{1,4}\s*页)?)$/.test(text)
  );
}

const twoDots = /[.．。·…]{2}/;
const leaders = /[.．。·…]{2,}[\t\s.．·…]*[-—\s]*\d{1,4}[-—\s]*$/;
const pageAtEnd = /^[^\t]*[^\t\d\s][^\t]*\t+\s*[-—]?\s*(\d{1,4})\s*[-—]?\s*$/;

/** No entry of a contents list is longer; this also bounds the patterns' time on hostile lines. */
const longestEntry = 250;

/**
 * Tells the lines of a contents list from the rows of a table: both can be "name, tab, number". A line
 * with dot leaders is one anywhere; without leaders only after the word 目录 and while page numbers rise.
 */
export function contentsLines(lines: readonly Line[]): ReadonlySet<number> {
  const found = new Set<number>();
  let page = -1;
  for (const { number, text } of lines) {
    if (text === '') continue;
    if (/^\s*(?:目\s*录|目\s*次|contents)\s*$/i.test(text)) page = 0;
    else if (text.includes('\t')) page = contentsPage(text, page, () => found.add(number));
  }
  return found;
}

/** The last page of the list after this line; -1 when the line ends the list. */
function contentsPage(text: string, page: number, accept: () => void): number {
  if (text.length > longestEntry || !/[\d\s—-]/.test(text.slice(-1))) return -1;
  const led = twoDots.test(text) && leaders.test(text);
  if (page < 0 && !led) return -1;
  const next = Number(pageAtEnd.exec(text)?.[1] ?? Number.NaN);
  if (!led && !(page >= 0 && next >= page)) return -1;
  accept();
  return Number.isNaN(next) ? page : next;
}

/** The cells of a tab separated row. A cell that a spreadsheet wrote in quotes loses them. */
export function splitTabs(text: string): string[] {
  return text.split('\t').map((cell) => (cell === '' ? cell : unquote(cell.trim())));
}

function unquote(cell: string): string {
  if (cell.length < 2 || !cell.startsWith('"') || !cell.endsWith('"')) return cell;
  const inner = cell.slice(1, -1);
  return inner.replaceAll('""', '').includes('"') ? cell : inner.replaceAll('""', '"').trim();
}

/** The cells of a Markdown row `| a | b |`; undefined for the row of dashes under the header. */
export function splitPipes(text: string): string[] | undefined {
  const inner = text
    .trim()
    .replace(/^\|/, '')
    .replace(/(?<!\\)\|$/, '');
  const cells = inner.split(/(?<!\\)\|/).map((cell) => cell.trim());
  if (cells.every((cell) => /^:?-+:?$/.test(cell))) return undefined;
  return cells.map((cell) => plainMarkdown(cell.replaceAll('\\|', '|').replace(/<br\s*\/?>/gi, '\n')));
}

/** Markdown text without its marks for bold and code. */
export function plainMarkdown(text: string): string {
  return text
    .replace(/\*\*([^*]+)\*\*/g, '$1')
    .replace(/`([^`]+)`/g, '$1')
    .replace(/\\([\\*_`#|[\]<>])/g, '$1');
}
