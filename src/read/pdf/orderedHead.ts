import type { DraftCell } from './draft.ts';
import { boundsOf } from './glyphLines.ts';
import { partition } from './looseHead.ts';
import type { TextCell, TextRow } from './orderedCells.ts';
import { draftOf } from './orderedDraft.ts';

/** A title of a head, and the titles below it. */
export interface Title {
  readonly cell: TextCell;
  /** The row of the head that it is written in. */
  readonly level: number;
  readonly above: Title | undefined;
  readonly parts: Title[];
}

/**
 * The titles of a head whose rows are known: each row's titles are shared among those of the row above so that these
 * stand in the middle of their own. Titles from the left, those above before those below.
 */
export function titlesOf(head: readonly TextRow[]): Title[] {
  let level: Title[] = [];
  const all: Title[] = [];
  head.forEach((row, at) => {
    const shares = level.length === 0 ? [] : shared(level, row);
    const next = row.map((cell, index): Title => {
      const above = shares[index];
      const title = { cell, level: at, above, parts: [] };
      above?.parts.push(title);
      return title;
    });
    all.push(...next);
    // What has nothing below reaches down, and may have parts in a later row.
    level = [...level.filter(({ parts }) => parts.length === 0), ...next].sort(
      (a, b) => a.cell.x0 - b.cell.x0,
    );
  });
  return all.sort((a, b) => a.cell.x0 - b.cell.x0 || a.level - b.level);
}

/** For each cell of a row the title above that it belongs to. */
function shared(titles: readonly Title[], row: TextRow): Title[] {
  let best: { readonly cost: number; readonly ends: readonly number[] }[] = Array.from(
    { length: row.length + 1 },
    (_, end) => ({ cost: end === 0 ? 0 : Infinity, ends: [] }),
  );
  for (const title of titles) {
    const before = best;
    best = before.map((_, end) => {
      let found = { cost: Infinity, ends: [] as readonly number[] };
      for (let start = 0; start <= end; start++) {
        const prior = before[start];
        const cost =
          (prior?.cost ?? Infinity) + (start === end ? 0 : offMiddle(title, row.slice(start, end)));
        if (cost < found.cost) found = { cost, ends: [...(prior?.ends ?? []), end] };
      }
      return found;
    });
  }
  const ends = best.at(-1)?.ends ?? [];
  return row.flatMap((_, index) => titles.filter((__, at) => index < (ends[at] ?? 0)).slice(0, 1));
}

function offMiddle({ cell }: Title, own: TextRow): number {
  const { x0, x1 } = boundsOf(own);
  return Math.abs(x0 + x1 - cell.x0 - cell.x1) / 2;
}

/** The rows of a head over the columns between `xs`; undefined where there are more titles than columns. */
export function titleRows(
  titles: readonly Title[],
  depth: number,
  xs: readonly number[],
  page: number,
): DraftCell[][] | undefined {
  const leaves = titles.filter(({ parts }) => parts.length === 0);
  const columns = xs.slice(1).map((right, at) => ({ left: xs[at] ?? 0, right }));
  if (leaves.length > columns.length) return undefined;
  const ends = partition(
    columns,
    leaves.map(({ cell }) => cell),
  );
  const drafts = new Map(titles.map((title) => [title, draftOf(title.cell, page)]));
  const rows: DraftCell[][] = Array.from({ length: depth }, () => []);
  leaves.forEach((leaf, index) => {
    const path = pathOf(leaf);
    rows.forEach((row, level) => {
      const title = path.findLast((own) => own.level <= level) ?? path[0];
      const draft = title === undefined ? undefined : drafts.get(title);
      if (draft !== undefined)
        row.push(...Array.from({ length: (ends[index] ?? 0) - (ends[index - 1] ?? 0) }, () => draft));
    });
  });
  return rows;
}

function pathOf(leaf: Title): Title[] {
  return [...(leaf.above === undefined ? [] : pathOf(leaf.above)), leaf];
}
