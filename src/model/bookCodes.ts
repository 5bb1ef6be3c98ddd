import type { Book } from './book.ts';
import { codeList, listedOnce, type CodeList, type CodeLists } from './codes/codes.ts';
import type { CodeAxis } from './codes/entries.ts';

/** The classification lists with the book's own items in front; those are not verified. */
export function codesOfBook({ codes = [] }: Book, behind: CodeLists = codeList): CodeLists {
  if (codes.length === 0) return behind;
  return listedOnce((axis, year) => withItems(behind(axis, year), namesOf(codes, axis)));
}

function namesOf(codes: NonNullable<Book['codes']>, axis: CodeAxis): ReadonlyMap<string, string> {
  return new Map(codes.flatMap((item) => (item.axis === axis ? [[item.code, item.name] as const] : [])));
}

function withItems(list: CodeList, names: ReadonlyMap<string, string>): CodeList {
  if (names.size === 0) return list;
  return {
    ...list,
    find(code) {
      const name = names.get(code);
      const known = list.find(code);
      if (name === undefined) return known;
      const other = known ?? { code, retired: false, fund: null };
      return { ...other, name, verified: known?.name === name && known.verified };
    },
    named(name, within = '') {
      const own = [...names].flatMap(([code, known]) =>
        known === name && code.length > within.length && code.startsWith(within) ? [code] : [],
      );
      return own.length > 0 ? own : list.named(name, within);
    },
  };
}
