import { useMemo } from 'react';
import { useAnswer } from '../api/calls.ts';
import type { Code } from '../api/schema.ts';
import type { CodeLists } from '../../../src/model/codes/codes.ts';
import { codeList, listedOnce } from '../../../src/model/codes/codes.ts';
import type { Book } from './book.ts';
import { codeSearch, type CodeSearch } from './codes.ts';

export interface CodeSearches {
  readonly functions: CodeSearch;
  /** 类 of the functions. */
  readonly classes: CodeSearch;
  readonly economic: CodeSearch;
  readonly revenue: CodeSearch;
}

const none: readonly Code[] = [];

/** The code lists of the server with the book's own items in front, to be searched while one types. */
export function useCodeSearches({ codes }: Book): CodeSearches {
  const { data } = useAnswer('GET /api/v1/codes', {}, { staleTime: Infinity });
  return useMemo(() => {
    const own = (axis: keyof NonNullable<typeof data>): readonly Code[] => {
      const added = (codes ?? []).flatMap((each) => (each.axis === axis ? [{ ...each, fund: null }] : []));
      const names = new Set(added.map(({ code }) => code));
      return [...added, ...(data?.[axis] ?? none).filter(({ code }) => !names.has(code))];
    };
    const functions = own('function');
    return {
      functions: codeSearch(functions, 7),
      classes: codeSearch(functions, 3),
      economic: codeSearch(own('deptEconomic'), 5),
      revenue: codeSearch(own('revenue'), 7),
    };
  }, [codes, data]);
}

/** The shipped lists with what the server knows beside them: nothing that it accepts is told as wrong here. */
export function useCodeLists(): CodeLists {
  const { data } = useAnswer('GET /api/v1/codes', {}, { staleTime: Infinity });
  return useMemo(() => {
    if (data === undefined) return codeList;
    const maps = Object.fromEntries(
      Object.entries(data).map(([axis, codes]) => [axis, new Map(codes.map((each) => [each.code, each]))]),
    );
    return listedOnce((axis, year) => {
      const list = codeList(axis, year);
      return { ...list, find: (code) => list.find(code) ?? ofServer(maps[axis]?.get(code)) };
    });
  }, [data]);
}

function ofServer(item: Code | undefined): ReturnType<ReturnType<CodeLists>['find']> {
  return item === undefined
    ? null
    : { code: item.code, name: item.name, verified: true, retired: false, fund: null };
}
