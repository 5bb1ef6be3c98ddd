import { isSame } from './differences.ts';
import { fromParts, partsOf, pathTo, type Json } from './keys.ts';

/** Where both changed the same place in different ways. */
export interface Conflict {
  readonly path: string;
  readonly base: Json | undefined;
  readonly yours: Json | undefined;
  readonly theirs: Json | undefined;
  /** Both added a line of the same name: both lines may stay. */
  readonly both: boolean;
}

export interface Merged {
  readonly value: Json | undefined;
  readonly conflicts: readonly Conflict[];
}

interface Versions {
  readonly base: Json | undefined;
  readonly yours: Json | undefined;
  readonly theirs: Json | undefined;
}

/** What was chosen at conflicts, by their path; theirs where nothing was. */
export type Choices = ReadonlyMap<string, 'yours' | 'both'>;

/** Lists whose lines may stand twice: two who added the same line meant two amounts. */
const mayRepeat: ReadonlySet<string> = new Set(['facts', 'revenue', 'threePublic', 'indicators']);

/**
 * Puts two changes of one version together. What only one of them changed is taken from that one; where both
 * changed the same place in different ways, theirs, which is saved already, stays unless otherwise chosen, and
 * the conflict is told. Lines of lists are the same line by what they are for, not by their number.
 */
export function merge(versions: Versions, choices: Choices = new Map(), path = '', name = ''): Merged {
  const { base, yours, theirs } = versions;
  if (isSame(yours, theirs) || isSame(base, yours)) return { value: theirs, conflicts: [] };
  if (isSame(base, theirs)) return { value: yours, conflicts: [] };
  const [b, y, t] = [partsOf(name, base), partsOf(name, yours), partsOf(name, theirs)];
  if (y === null || t === null) return undecided(versions, choices, path);
  const value = new Map<string, Json>();
  const conflicts: Conflict[] = [];
  const isList = Array.isArray(theirs);
  for (const key of inOrder([...t.keys()], [...y.keys()])) {
    const own = { base: b?.get(key), yours: y.get(key), theirs: t.get(key) };
    const below = pathTo(path, key, theirs);
    const part =
      isList && isAddedTwice(own)
        ? undecided(own, choices, below, mayRepeat.has(name))
        : merge(own, choices, below, isList ? '' : key);
    if (part.value !== undefined) value.set(key, part.value);
    if (isList && own.yours !== undefined && choices.get(below) === 'both')
      value.set(`${key}#yours`, own.yours);
    conflicts.push(...part.conflicts);
  }
  return { value: fromParts(value, theirs), conflicts };
}

function isAddedTwice({ base, yours, theirs }: Versions): boolean {
  return base === undefined && yours !== undefined && theirs !== undefined && !isSame(yours, theirs);
}

function undecided({ base, yours, theirs }: Versions, choices: Choices, path: string, both = false): Merged {
  const value = choices.get(path) === 'yours' ? yours : theirs;
  return { value, conflicts: [{ path, base, yours, theirs, both }] };
}

/** The keys of both; what only the second has stands behind what it stood behind there. */
function inOrder(first: readonly string[], second: readonly string[]): readonly string[] {
  const known = new Set(first);
  const behind = new Map<string, string[]>();
  let last = '';
  for (const key of second) {
    if (known.has(key)) last = key;
    else behind.set(last, [...(behind.get(last) ?? []), key]);
  }
  return [...(behind.get('') ?? []), ...first.flatMap((key) => [key, ...(behind.get(key) ?? [])])];
}
