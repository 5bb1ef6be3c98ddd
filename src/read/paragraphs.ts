import type { Block, Paragraph } from '../model/source.ts';

/** A part shorter than this is no full line, so nothing is missing at its end. Counted in characters. */
const fullLine = 30;

const closed = /[。；：！？…;:!?.]["”’』」）)]*$/;
const numbered =
  /^(?:[（(]?[一二三四五六七八九十百零〇\d]{1,4}[）)、.．](?!\d)|第[一二三四五六七八九十百\d]+[部分章节条款]|[①-⑳⑴-⒛㈠-㈩]|[-•·●■◆★※]|(?:附件|附表|表)[一二三四五六七八九十\d]|[^，。；、\s]{0,8}表\s*\d+$)/;
const labelled = /^[^，。；、]{1,10}[:：]/;
const prose = /[，。；]/;
const opening = /^(?:20\d\d年|本部门|本单位|我部门|我单位|截至|截止|根据|按照|主要原因)/;
const letter = /[A-Za-z]/;

/**
 * True when `next` continues the sentence that `previous` leaves open, so that a page or line break cut
 * one paragraph in two. Certain cases only: the first part is prose and runs to a full line without an end
 * of sentence, and the second does not begin like a heading, a numbered item or a label.
 * `lastPart` is the stretch of `previous` after its own last break.
 */
export function continuesSentence(previous: string, next: string, lastPart: string = previous): boolean {
  return leavesOpen(previous, lastPart) && continuesOpen(previous, next);
}

function leavesOpen(previous: string, lastPart: string): boolean {
  return (
    lastPart.length >= fullLine &&
    prose.test(previous) &&
    !closed.test(lastPart.slice(-20)) &&
    !previous.includes('\t')
  );
}

function continuesOpen(previous: string, next: string): boolean {
  if (next === '' || next.includes('\t') || numbered.test(next) || labelled.test(next)) return false;
  if (/[（(，、]$/.test(previous)) return true;
  if (opening.test(next) || (letter.test(previous.slice(-1)) && letter.test(next.slice(0, 1)))) return false;
  return prose.test(next) || (next.length >= fullLine && !/(?:表|说明|情况)(?:[（(].*[）)])?$/.test(next));
}

/**
 * Rejoins paragraphs that a page or line break cut in mid sentence. Headings and grids stay as they are,
 * and nothing is joined across a grid.
 */
export function rejoinParagraphs(blocks: readonly Block[]): Block[] {
  const joined: Block[] = [];
  let parts: Paragraph[] = [];
  const flush = (): void => {
    if (parts.length > 0) joined.push(joinAll(parts));
    parts = [];
  };
  for (const block of blocks) {
    if (block.kind === 'grid') {
      flush();
      joined.push(block);
    } else if (canFollow(parts, block)) {
      parts.push(block);
    } else {
      flush();
      parts = [block];
    }
  }
  flush();
  return joined;
}

function canFollow(parts: readonly Paragraph[], next: Paragraph): boolean {
  const last = parts.at(-1);
  if (last === undefined || last.heading !== undefined || next.heading !== undefined) return false;
  // The sentence may have begun a part earlier: two parts are enough context and keep this linear.
  const before = parts.at(-2);
  return continuesSentence((before?.text ?? '') + last.text, next.text, last.text);
}

function joinAll(parts: readonly Paragraph[]): Paragraph {
  const [first, ...rest] = parts;
  if (first === undefined) throw new Error('A paragraph has at least one part.');
  if (rest.length === 0) return first;
  let offset = 0;
  const spans = parts.flatMap((part) => {
    const start = offset;
    offset += part.text.length;
    return part.spans.map((span) => ({ ...span, start: span.start + start, end: span.end + start }));
  });
  return { ...first, text: parts.map((part) => part.text).join(''), spans };
}
