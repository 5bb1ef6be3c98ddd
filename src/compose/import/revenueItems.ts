import type { BookFact, BookRevenue } from '../../model/book.ts';
import { fundsWithRevenueItems, sumFen } from '../../model/bookAmounts.ts';
import { codeList } from '../../model/codes/codes.ts';
import type { Figure } from '../../model/figure.ts';
import { note, type ImportNote } from '../note.ts';
import { leafCodes } from './candidates.ts';

export interface RevenueReading {
  readonly revenue: readonly BookRevenue[];
  readonly notes: readonly ImportNote[];
}

/** Usual items where the document prints none. */
const usualItems = { governmentFund: '1030148', stateCapital: '1030601' } as const;

/** Revenue of 政府性基金 and 国有资本经营预算 by item; together it is what is spent from the fund this year. */
export function revenueItemsFrom(
  figures: readonly Figure[],
  facts: readonly BookFact[],
  unit: string,
  year: number,
): RevenueReading {
  const notes: ImportNote[] = [];
  const revenue = fundsWithRevenueItems.flatMap((fund): readonly BookRevenue[] => {
    const spent = sumFen(facts.filter((fact) => fact.fund === fund && fact.vintage === 'current'));
    const own = figures.filter(({ scope }) => scope.fund === fund && scope.revenueCode !== undefined);
    const items = leafCodes(own, 'revenueCode').map((code) => ({
      code: code.length === 7 ? code : usualItems[fund],
      fen: own.find(({ scope }) => scope.revenueCode === code)?.fen ?? 0,
    }));
    if (spent === 0) return [];
    if (items.length === 0) {
      const name = codeList('revenue', year).find(usualItems[fund])?.name ?? '';
      notes.push(note('revenueItem', note(fund), `${usualItems[fund]} ${name}`));
      return [{ unit, fund, revenueCode: usualItems[fund], fen: spent }];
    }
    return balanced(items, spent).map(({ code, fen }) => ({ unit, fund, revenueCode: code, fen }));
  });
  return { revenue, notes };
}

interface Item {
  readonly code: string;
  readonly fen: number;
}

/** The largest item takes the rounding tail. */
function balanced(items: readonly Item[], total: number): readonly Item[] {
  const [largest] = [...items].sort((a, b) => b.fen - a.fen);
  const difference = total - sumFen(items);
  return items.map((item) =>
    item === largest ? { ...item, fen: Math.max(0, item.fen + difference) } : item,
  );
}
