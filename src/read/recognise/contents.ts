import type { ContentsEntry } from '../../model/disclosure.ts';
import { fold, withoutNumbering } from '../../model/fold.ts';
import type { Block, Paragraph } from '../../model/source.ts';

export interface ContentsPage {
  readonly entries: readonly ContentsEntry[];
  /** The paragraphs of the contents page: no other part of the document is looked for in them. */
  readonly used: ReadonlySet<Block>;
}

/** The contents page: the lines after 目录 up to the place where its first entry is printed again. */
export function readContents(blocks: readonly Block[]): ContentsPage {
  const start = blocks.findIndex((block) => block.kind === 'paragraph' && fold(block.text) === '目录');
  if (start < 0) return { entries: [], used: new Set() };
  const used = new Set<Block>(blocks.slice(start, start + 1));
  const entries: ContentsEntry[] = [];
  for (const block of blocks.slice(start + 1)) {
    if (block.kind !== 'paragraph') break;
    const lines = entryLines(block);
    if (lines === null || isRepeated(lines, entries)) break;
    entries.push(...lines);
    used.add(block);
  }
  return { entries, used };
}

function isRepeated(lines: readonly ContentsEntry[], entries: readonly ContentsEntry[]): boolean {
  const first = entries[0];
  return first !== undefined && lines.some((line) => fold(line.title) === fold(first.title));
}

/** One paragraph may hold several lines of the contents; null: it is not part of them. */
function entryLines(paragraph: Paragraph): readonly ContentsEntry[] | null {
  const lines = paragraph.text.split('\n').filter((line) => line.trim() !== '');
  const entries = lines.map((line) => entryOf(line, paragraph));
  return entries.some((entry) => entry === null) ? null : entries.filter((entry) => entry !== null);
}

const pageAtEnd = /^(.*?)[\s.．·…⋯‥・]*(?:[\s.．·…⋯‥・])[-－—\s]*(\d{1,3})[-－—\s]*$/;

function entryOf(line: string, paragraph: Paragraph): ContentsEntry | null {
  const match = pageAtEnd.exec(line.trim());
  const title = (match?.[1] ?? line).replace(/[\s.．·…⋯‥・]+$/, '').trim();
  const folded = fold(title);
  const numbered = withoutNumbering(folded) !== folded || /^(?:附|表|公开|\d{1,2}[.．、])/.test(folded);
  if (title === '' || folded.length > 70 || /[。；]$/.test(folded)) return null;
  if (match === null && !numbered) return null;
  return { title, page: match?.[2] ?? null, place: paragraph.place };
}
