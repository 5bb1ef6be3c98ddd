import { editScript } from './script.ts';
import { similarity } from './textMarks.ts';

/** A text that changed, came (old null) or went (new null). */
export interface ChangedText {
  readonly old: string | null;
  readonly new: string | null;
}

/** Texts that share less are no versions of each other. */
const leastAlike = 0.4;

/** The paragraphs that differ, in order: those that stand in each other's place and are alike are one changed. */
export function changedParagraphs(
  before: readonly string[],
  after: readonly string[],
): readonly ChangedText[] {
  const changes: ChangedText[] = [];
  let removed: readonly string[] = [];
  for (const { kind, items } of [...editScript(before, after), { kind: 'same' as const, items: [] }]) {
    if (kind === 'removed') {
      removed = items;
      continue;
    }
    changes.push(...paired(removed, kind === 'added' ? items : []));
    removed = [];
  }
  return changes;
}

/** Each old text with the first new one that is like it, in order. */
function paired(removed: readonly string[], added: readonly string[]): readonly ChangedText[] {
  const changes: ChangedText[] = [];
  let next = 0;
  for (const old of removed) {
    const found = added.findIndex((text, i) => i >= next && similarity(old, text) >= leastAlike);
    if (found < 0) {
      changes.push({ old, new: null });
      continue;
    }
    for (const text of added.slice(next, found)) changes.push({ old: null, new: text });
    changes.push({ old, new: added[found] ?? null });
    next = found + 1;
  }
  return [...changes, ...added.slice(next).map((text): ChangedText => ({ old: null, new: text }))];
}
