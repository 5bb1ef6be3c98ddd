import { editScript, type Stretch } from './script.ts';

/** A stretch of a text that stayed, went or came. */
export interface TextMark {
  readonly kind: 'same' | 'removed' | 'added';
  readonly text: string;
}

/**
 * What changed between two texts, character by character; a number is one character here, since half a number
 * says nothing. A common character or two between changes is told as changed with them: it reads better.
 */
export function textMarks(before: string, after: string): readonly TextMark[] {
  return smoothed(editScript(pieces(before), pieces(after)));
}

function pieces(text: string): readonly string[] {
  return text.match(/[\d０-９]+(?:[,.，．][\d０-９]+)*%?|[A-Za-z]+|[\s\S]/gu) ?? [];
}

const shortest = 2;

function smoothed(stretches: readonly Stretch<string>[]): readonly TextMark[] {
  const marks: TextMark[] = [];
  let [removed, added] = ['', ''];
  const close = (): void => {
    if (removed !== '') marks.push({ kind: 'removed', text: removed });
    if (added !== '') marks.push({ kind: 'added', text: added });
    [removed, added] = ['', ''];
  };
  stretches.forEach(({ kind, items }, i) => {
    const text = items.join('');
    const isBetween = i > 0 && i < stretches.length - 1 && (removed !== '' || added !== '');
    if (kind === 'same' && !(isBetween && items.length <= shortest)) {
      close();
      marks.push({ kind, text });
      return;
    }
    if (kind !== 'added') removed += text;
    if (kind !== 'removed') added += text;
  });
  close();
  return marks;
}

/** How alike two texts are, from 0 to 1: the pairs of characters that they share. */
export function similarity(a: string, b: string): number {
  if (a === b) return 1;
  const [left, right] = [pairs(a), pairs(b)];
  const total = sizeOf(left) + sizeOf(right);
  if (total === 0) return 0;
  let shared = 0;
  for (const [pair, count] of left) shared += Math.min(count, right.get(pair) ?? 0);
  return (2 * shared) / total;
}

function pairs(text: string): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (let i = 0; i + 1 < text.length; i++) {
    const pair = text.slice(i, i + 2);
    counts.set(pair, (counts.get(pair) ?? 0) + 1);
  }
  return counts;
}

function sizeOf(counts: ReadonlyMap<string, number>): number {
  let size = 0;
  for (const count of counts.values()) size += count;
  return size;
}
