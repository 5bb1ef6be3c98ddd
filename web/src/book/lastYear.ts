import { createContext, use, useMemo } from 'react';
import { useAnswer } from '../api/calls.ts';
import type { Book, Fact } from './book.ts';

/** What the book of last year's budget of the same department says. */
export interface LastYear {
  readonly year: number;
  readonly facts: readonly Fact[];
  /** Its amounts as this year's book keeps them. */
  readonly previous: NonNullable<Book['previous']>;
}

const LastYearContext = createContext<LastYear | null>(null);
export const LastYearProvider = LastYearContext;

/** Last year's book; null where there is none. */
export function useLastYear(): LastYear | null {
  return use(LastYearContext);
}

/** Asks for last year's book once. */
export function useLastYearOf(filing: string): LastYear | null {
  const path = { id: filing };
  const { data } = useAnswer('GET /api/v1/filings/{id}/book/last-year', { path }, { staleTime: Infinity });
  return useMemo(() => (data?.found ? (data.found as unknown as LastYear) : null), [data]);
}
