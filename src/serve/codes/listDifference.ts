import type { CodeList } from '../../model/codes/codes.ts';
import { shippedEntries, type CodeAxis } from '../../model/codes/entries.ts';
import type { ImportedList } from '../../model/codes/imported.ts';

interface Item {
  readonly code: string;
  readonly name: string;
}

/** What an official list changes against what was known for its year until now. */
export interface ListDifference {
  readonly axis: CodeAxis;
  readonly year: number;
  readonly items: number;
  readonly same: number;
  readonly added: Item[];
  readonly removed: Item[];
  readonly renamed: (Item & { readonly before: string })[];
}

export function listDifference({ axis, year, items }: ImportedList, known: CodeList): ListDifference {
  const codes = new Set(items.map(({ code }) => code));
  const before = (code: string): Item | null => {
    const item = known.find(code);
    return item === null || item.retired ? null : { code, name: item.name };
  };
  const added = items.filter(({ code }) => before(code) === null);
  const renamed = items.flatMap(({ code, name }) => {
    const former = before(code)?.name ?? name;
    return former === name ? [] : [{ code, name, before: former }];
  });
  const removed = [...shippedEntries(axis).codes()]
    .filter((code) => !codes.has(code))
    .flatMap((code) => before(code) ?? []);
  return {
    ...{ axis, year, items: items.length },
    same: items.length - added.length - renamed.length,
    ...{ added: [...added], removed, renamed },
  };
}
