import type { ClassificationCode, CodeAxis, CodeEntries } from './entries.ts';
import { importedEntries, shippedEntries } from './entries.ts';
import type { ImportedList } from './imported.ts';
import { formerlyNamed, formerName } from './renamed.ts';

/** The classification of one axis in one year. */
export interface CodeList {
  readonly axis: CodeAxis;
  /** Null where the year is not known: today's names. */
  readonly year: number | null;
  /** True when the year's official list was imported: only then does a code that is missing mean anything. */
  readonly official: boolean;
  /** The item of a code, with the name it bore in the year; null when the code is not known. */
  find(code: string): ClassificationCode | null;
  /** Codes that bear or bore the name, current ones first choice, optionally only those below a parent code. */
  named(name: string, within?: string): readonly string[];
}

/** Where rules and readers look codes up: the shipped lists, or those with a user's imports. */
export type CodeLists = (axis: CodeAxis, year: number | null) => CodeList;

const made = new Map<string, CodeList>();
const official = new Map<string, ImportedList>();

/** Official lists that this process answers with from now on, in place of those it had; see `codeList`. */
export function useOfficialLists(lists: readonly ImportedList[]): void {
  official.clear();
  made.clear();
  for (const list of lists) official.set(`${list.axis} ${list.year}`, list);
}

/** Lists that are made when they are first asked for: a book asks for one at each of its lines. */
export function listedOnce(lists: CodeLists): CodeLists {
  const known = new Map<number | null, Partial<Record<CodeAxis, CodeList>>>();
  return (axis, year) => {
    const before = known.get(year)?.[axis];
    if (before !== undefined) return before;
    const list = lists(axis, year);
    known.set(year, { ...known.get(year), [axis]: list });
    return list;
  };
}

/**
 * The shipped starting list, which is no official edition and carries no year: it serves every year, and an
 * item is verified only when it was seen in a real document. A name of former years is not verified. A year
 * whose official list is in use has that list.
 */
export function codeList(axis: CodeAxis, year: number | null): CodeList {
  const key = `${axis} ${year ?? ''}`;
  const known = made.get(key);
  if (known !== undefined) return known;
  const imported = official.get(key);
  const shipped = shippedList(axis, year);
  const list =
    imported === undefined ? shipped : importedList(imported, importedEntries(imported.items), shipped);
  made.set(key, list);
  return list;
}

function shippedList(axis: CodeAxis, year: number | null): CodeList {
  return {
    axis,
    year,
    official: false,
    find(code) {
      const item = shippedEntries(axis).find(code);
      const former = year === null ? null : formerName(axis, code, year);
      if (item === null) return null;
      return former === null ? item : { ...item, name: former, verified: false };
    },
    named: (name, within) => codesNamed(shippedEntries(axis), axis, name, within),
  };
}

/** Current codes of the name, else renamed ones, else retired ones, else a class without the word 支出. */
function codesNamed(entries: CodeEntries, axis: CodeAxis, name: string, within?: string): readonly string[] {
  const isRetired = (code: string): boolean => entries.find(code)?.retired === true;
  const found = below(entries.named(name), within);
  const current = found.filter((code) => !isRetired(code));
  if (current.length > 0) return current;
  const former = below(formerlyNamed(axis, name), within);
  if (former.length > 0) return former;
  if (found.length > 0 || axis !== 'function') return found;
  return below(classNamed(entries, `${name}支出`), within);
}

/** Until 2013 the classes of the function axis were printed without 支出. */
function classNamed(entries: CodeEntries, name: string): readonly string[] {
  return entries.named(name).filter((code) => code.length === 3);
}

function below(codes: readonly string[], within: string | undefined): readonly string[] {
  if (within === undefined || within === '') return codes;
  return codes.filter((code) => code.length > within.length && code.startsWith(within));
}

/**
 * The lists with one year's list of a user in front: its items are verified, and what it does not know is
 * answered by the lists behind it, unverified.
 */
export function withImportedList(imported: ImportedList, behind: CodeLists = codeList): CodeLists {
  const entries = importedEntries(imported.items);
  const list = importedList(imported, entries, behind(imported.axis, imported.year));
  return (axis, year) => (axis === imported.axis && year === imported.year ? list : behind(axis, year));
}

function importedList(imported: ImportedList, entries: CodeEntries, behind: CodeList): CodeList {
  return {
    axis: imported.axis,
    year: imported.year,
    official: true,
    find(code) {
      const item = entries.find(code);
      const other = behind.find(code);
      if (item !== null) return { ...item, fund: other?.fund ?? null };
      return other === null ? null : { ...other, verified: false };
    },
    named(name, within) {
      const codes = below(entries.named(name), within);
      return codes.length > 0 ? codes : behind.named(name, within);
    },
  };
}
