/** Signs that one author writes and another leaves out or puts for each other: no misspelling. */
const indifferent = /^[的和与及并或、,()费用款类项等之]*$/;
const alike: readonly (readonly [string, string])[] = [
  ['他', '它'],
  ['帐', '账'],
  ['予', '与'],
];

/** From this length on two wrong characters still leave no doubt which name is meant. */
const longName = 10;

/**
 * The stretch of `words` that is the name with one character wrong, missing, too many or changed places with
 * the next (two wrong ones in a long name); null where the name itself, or nothing like it, stands there.
 */
export function misspeltIn(words: string, name: string): string | null {
  if (words.includes(name) || isShort(name)) return null;
  const lengths = [name.length, name.length - 1, name.length + 1];
  const [first, last] = [name.charCodeAt(0), name.charCodeAt(name.length - 1)];
  for (const length of lengths) {
    for (let start = words.length - length; start >= 0; start -= 1) {
      // Both ends of a slip are right: most stretches are told without being cut out.
      if (words.charCodeAt(start) !== first || words.charCodeAt(start + length - 1) !== last) continue;
      const stretch = words.slice(start, start + length);
      if (isMisspelling(stretch, name)) return stretch;
    }
  }
  return null;
}

/**
 * How a clause begins, where that is a short name (教育支出) with a slip. So few characters may mean many things: the
 * amount behind them must be the row's.
 */
export function shortMisspeltAt(words: string, name: string): string | null {
  if (!isShort(name) || words.includes(name)) return null;
  const openings = [0, 1, -1].map((more) => words.slice(0, name.length + more));
  return openings.find((opening) => isMisspelling(opening, name)) ?? null;
}

function isShort(name: string): boolean {
  return coreOf(name).length < 3;
}

/** 卫生健康 without its 支出: what tells one class from another. */
function coreOf(name: string): string {
  return name.replace(/支出$/, '');
}

/** Is one the other with a slip of the keyboard? The first and the last character are never the slip alone. */
export function isMisspelling(stretch: string, name: string): boolean {
  const start = commonStart(stretch, name);
  const end = commonEnd(stretch, name, start);
  const [wrong, right] = [stretch, name].map((text) => text.slice(start, text.length - end));
  if (wrong === undefined || right === undefined || wrong === right || start === 0) return false;
  if (indifferent.test(wrong + right) || isAlike(wrong, right)) return false;
  // 公务接待支出 begins like 公务接待费: a name that goes on in other words is another one.
  if (end === 0) return false;
  if (wrong.length + right.length === 1) return true;
  if (wrong.length !== right.length) return false;
  if (wrong.length === 1) return true;
  const swapped = wrong.length === 2 && wrong === `${right.charAt(1)}${right.charAt(0)}`;
  // Another last word (拨款 for 支出) is another name.
  return swapped || (end > 0 && name.length >= longName && differences(wrong, right) <= 2);
}

/** The same name but for signs and characters that authors write as they like. */
export function isSameName(stretch: string, name: string): boolean {
  return bare(stretch) === bare(name);
}

/** Without what is indifferent, and one character for each that is written for another. */
function bare(name: string): string {
  const kept = Array.from(name).filter((character) => !indifferent.test(character));
  return kept.map((character) => alike.find(([, other]) => other === character)?.[0] ?? character).join('');
}

function commonStart(a: string, b: string): number {
  let length = 0;
  while (length < a.length && length < b.length && a[length] === b[length]) length += 1;
  return length;
}

function commonEnd(a: string, b: string, start: number): number {
  const room = Math.min(a.length, b.length) - start;
  let length = 0;
  while (length < room && a[a.length - 1 - length] === b[b.length - 1 - length]) length += 1;
  return length;
}

function differences(a: string, b: string): number {
  return Array.from(a).filter((character, i) => character !== b[i]).length;
}

function isAlike(a: string, b: string): boolean {
  return alike.some((pair) => pair.includes(a) && pair.includes(b));
}
