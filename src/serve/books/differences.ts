import { isRecord, partsOf, pathTo, type Json } from './keys.ts';

/** One place where two versions of a book differ; `undefined` where it is not there at all. */
export interface Difference {
  readonly path: string;
  readonly before: Json | undefined;
  readonly after: Json | undefined;
}

/** The same content, whatever the order of its fields. */
export function isSame(a: Json | undefined, b: Json | undefined): boolean {
  if (a === b) return true;
  if (Array.isArray(a)) {
    return (
      Array.isArray(b) && a.length === b.length && a.every((item: Json, i) => isSame(item, b[i] as Json))
    );
  }
  if (!isRecord(a) || !isRecord(b)) return false;
  const keys = Object.keys(a);
  return keys.length === Object.keys(b).length && keys.every((key) => key in b && isSame(a[key], b[key]));
}

/** Where two versions differ, as deep as their parts can be told apart. */
export function differencesOf(
  before: Json | undefined,
  after: Json | undefined,
  path = '',
  name = '',
): readonly Difference[] {
  if (isSame(before, after)) return [];
  const [old, now] = [partsOf(name, before), partsOf(name, after)];
  if (old === null || now === null) return [{ path, before, after }];
  const keys = new Set([...old.keys(), ...now.keys()]);
  return [...keys].flatMap((key) =>
    differencesOf(old.get(key), now.get(key), pathTo(path, key, after), Array.isArray(after) ? '' : key),
  );
}
