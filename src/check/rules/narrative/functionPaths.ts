/** One step of a path “…（类）…（款）…（项）” in the grammar's plain text. */
export interface PathStep {
  readonly words: string;
  /** Offset of the words. */
  readonly start: number;
}

export interface WrittenPath {
  readonly class?: PathStep;
  readonly division?: PathStep;
  readonly item?: PathStep;
  /** Offset where it begins, and behind its last mark. */
  readonly start: number;
  readonly end: number;
}

export const levelMark = /\(\d*(类|款|项)(?:级)?\)/g;
const stepNames = { 类: 'class', 款: 'division', 项: 'item' } as const;
const order = ['类', '款', '项'];

/** The paths of a plain text; a step that is not below the last one, or not right behind it, begins a new path. */
export function pathsIn(text: string): readonly WrittenPath[] {
  const paths: WrittenPath[] = [];
  let last = '';
  for (const mark of text.matchAll(levelMark)) {
    const level = mark[1] as keyof typeof stepNames;
    const before = paths.at(-1);
    const goesOn =
      before !== undefined &&
      order.indexOf(level) > order.indexOf(last) &&
      !clauseEnd.test(text.slice(before.end, mark.index));
    const start = goesOn ? before.end : clauseStart(text, mark.index);
    const step = { [stepNames[level]]: { words: text.slice(start, mark.index).trim(), start } };
    const end = mark.index + mark[0].length;
    if (goesOn) paths[paths.length - 1] = { ...before, ...step, end };
    else paths.push({ ...step, start, end });
    last = level;
  }
  return paths;
}

const clauseEnd = /[,;。:、\d]/;
const longestName = 40;

function clauseStart(text: string, end: number): number {
  let from = end;
  while (from > 0 && end - from < longestName && !/[,;。:、()\d\s.]/.test(text.charAt(from - 1))) from -= 1;
  return from;
}
