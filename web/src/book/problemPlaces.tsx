import { createContext, use, type ReactNode } from 'react';
import type { BookProblem } from '../api/schema.ts';
import type { Spot } from './spots.ts';

const ProblemContext = createContext<readonly BookProblem[]>([]);

/** What must be put right, for the fields below it. */
export function ProblemPlaces({
  all,
  children,
}: {
  readonly all: readonly BookProblem[];
  readonly children: ReactNode;
}): ReactNode {
  return <ProblemContext value={all}>{children}</ProblemContext>;
}

export function useProblems(): readonly BookProblem[] {
  return use(ProblemContext);
}

/** The first thing to put right at a field. */
export function messageAt(all: readonly BookProblem[], path: string): string | null {
  return all.find((each) => each.path === path)?.message ?? null;
}

/** What must be put right in a list's lines, by "row field"; a problem of a whole line stands at `first`. */
export function lineProblems(
  all: readonly BookProblem[],
  list: string,
  first: string,
): ReadonlyMap<string, string> {
  const marks = new Map<string, string>();
  for (const { path, message } of all) {
    if (!path.startsWith(`${list}[`)) continue;
    const match = /^\[(\d+)\](?:\.(\w+))?$/.exec(path.slice(list.length));
    if (match !== null) marks.set(`${match[1] ?? ''} ${match[2] ?? first}`, message);
  }
  return marks;
}

/** What is wrong with a part as a whole, not with one of its fields. */
export function wholeProblems(all: readonly BookProblem[], path: string): readonly string[] {
  return all.filter((each) => each.path === path).map(({ message }) => message);
}

/** The cell of a list that a problem leads to. */
export function spotOf(path: string, list: string, fields: readonly string[]): Spot | null {
  const match = path.startsWith(`${list}[`) ? /^\[(\d+)\](?:\.(\w+))?/.exec(path.slice(list.length)) : null;
  if (match === null) return null;
  return { row: Number(match[1]), column: Math.max(0, fields.indexOf(match[2] ?? '')) };
}
