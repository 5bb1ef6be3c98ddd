import { isSame } from './differences.ts';
import { fromParts, partsOf, pathTo, type Json } from './keys.ts';

/** Where both changed the same place in different ways. */
export interface Conflict {
  readonly path: string;
  readonly base: Json | undefined;
  readonly yours: Json | undefined;
  readonly theirs: Json | undefined;
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

/**
 * Puts two changes of one version together. What only one of them changed is taken from that one; where both
 * changed the same place in different ways, theirs, which is saved already, stays and the conflict is told.
 */
export function merge({ base, yours, theirs }: Versions, path = '', name = ''): Merged {
  if (isSame(yours, theirs) || isSame(base, yours)) return { value: theirs, conflicts: [] };
  if (isSame(base, theirs)) return { value: yours, conflicts: [] };
  const parts = [partsOf(name, base), partsOf(name, yours), partsOf(name, theirs)] as const;
  const [b, y, t] = parts;
  if (y === null || t === null) return { value: theirs, conflicts: [{ path, base, yours, theirs }] };
  const value = new Map<string, Json>();
  const conflicts: Conflict[] = [];
  const below = Array.isArray(theirs);
  for (const key of new Set([...t.keys(), ...y.keys()])) {
    const versions = { base: b?.get(key), yours: y.get(key), theirs: t.get(key) };
    const part = merge(versions, pathTo(path, key, theirs), below ? '' : key);
    if (part.value !== undefined) value.set(key, part.value);
    conflicts.push(...part.conflicts);
  }
  return { value: fromParts(value, theirs), conflicts };
}
