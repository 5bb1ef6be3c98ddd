/** A stretch of a text, [start, end). */
export interface Stretch {
  readonly start: number;
  readonly end: number;
}

export interface Sought {
  /** As printed; an ellipsis at either end stands for text left out. */
  readonly text: string;
  readonly quotes: readonly string[];
  /** Characters before it, about: list labels and spaces may count or not. */
  readonly offset?: number | undefined;
}

/** A text without white space and where each of its characters stands. */
interface Dense {
  readonly text: string;
  readonly at: readonly number[];
}

/** Two candidates must differ by more than this for the offset to decide between them. */
const offsetPrecision = 4;

/**
 * Where the sought text stands in `text`: the only occurrence, or the one that the quotes or the offset
 * lead to; undefined when there is none or the choice is not certain. White space does not count, and a
 * number is not found inside a longer one.
 */
export function findOccurrence(text: string, sought: Sought): Stretch | undefined {
  const dense = condense(text);
  const found = occurrences(dense.text, sought.text);
  const quoted = withinQuotes(found, dense.text, sought.quotes);
  const chosen = onlyOne(found) ?? onlyOne(quoted) ?? nearest(quoted, dense, sought.offset);
  if (chosen === undefined) return undefined;
  return { start: dense.at[chosen.start] ?? 0, end: (dense.at[chosen.end - 1] ?? 0) + 1 };
}

/** How often the sought text stands in `text`. */
export function countOccurrences(text: string, sought: string): number {
  return occurrences(condense(text).text, sought).length;
}

function condense(text: string): Dense {
  const at: number[] = [];
  let dense = '';
  for (let index = 0; index < text.length; index++) {
    if (/\s/.test(text.charAt(index))) continue;
    at.push(index);
    dense += text.charAt(index);
  }
  return { text: dense, at };
}

function occurrences(dense: string, sought: string): readonly Stretch[] {
  const text = sought.replace(/^…+|…+$/g, '').replace(/\s+/g, '');
  const found: Stretch[] = [];
  if (text === '') return found;
  for (let start = dense.indexOf(text); start !== -1; start = dense.indexOf(text, start + 1)) {
    const end = start + text.length;
    if (!isInsideNumber(dense, start, end)) found.push({ start, end });
  }
  return found;
}

function isInsideNumber(text: string, start: number, end: number): boolean {
  const before = /\d[.,，]?$/.test(text.slice(Math.max(0, start - 2), start));
  const after = /^[.,，]?\d/.test(text.slice(end, end + 2));
  const first = /\d/.test(text.charAt(start));
  const last = /\d/.test(text.charAt(end - 1));
  // A comma of the text's own writing may follow a number: 5，6 are two, 5,600 is one.
  return (first && before && joins(text, start - 1)) || (last && after && joins(text, end));
}

function joins(text: string, at: number): boolean {
  const character = text.charAt(at);
  if (/[\d.]/.test(character)) return true;
  return /[,，]/.test(character) && /^\d{3}(?!\d)/.test(text.slice(at + 1));
}

function withinQuotes(
  found: readonly Stretch[],
  dense: string,
  quotes: readonly string[],
): readonly Stretch[] {
  for (const quote of quotes) {
    const around = occurrences(dense, quote);
    const inside = found.filter(({ start, end }) =>
      around.some((outer) => start >= outer.start && end <= outer.end),
    );
    if (inside.length > 0) return inside;
  }
  return found;
}

function onlyOne(found: readonly Stretch[]): Stretch | undefined {
  return found.length === 1 ? found[0] : undefined;
}

function nearest(found: readonly Stretch[], dense: Dense, offset: number | undefined): Stretch | undefined {
  if (offset === undefined) return undefined;
  const sorted = found
    .map((stretch) => ({ stretch, distance: Math.abs((dense.at[stretch.start] ?? 0) - offset) }))
    .sort((a, b) => a.distance - b.distance);
  const [first, second] = sorted;
  if (first === undefined) return undefined;
  return second !== undefined && second.distance - first.distance <= offsetPrecision
    ? undefined
    : first.stretch;
}
