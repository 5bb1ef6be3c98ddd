import type { BookFact, BookPublicExpense, PublicItem } from '../../model/book.ts';
import { fiscalFunds, publicItems } from '../../model/book.ts';
import { basicPublicFen } from '../../model/bookPublic.ts';
import type { Figure } from '../../model/figure.ts';

/** The four parts of 三公经费 as the tables print them, by fund where they divide it. */
export function publicExpensesOf(
  figures: readonly Figure[],
  facts: readonly BookFact[],
  unit: string,
): readonly BookPublicExpense[] {
  return publicItems.flatMap((item) => {
    const own = figures.filter(({ scope, fen }) => scope.item === item && fen > 0);
    const divided = own.filter(({ scope }) => fiscalFunds.some((fund) => fund === scope.fund));
    const [total] = own;
    if (divided.length === 0)
      return total === undefined
        ? []
        : [{ unit, item, fund: 'general', fen: withoutTail(total, item, facts) }];
    return fiscalFunds.flatMap((fund) => {
      const found = divided.find(({ scope }) => scope.fund === fund);
      if (found === undefined) return [];
      const fen = divided.length === 1 ? withoutTail(found, item, facts) : found.fen;
      return [{ unit, item, fund, fen }];
    });
  });
}

/** An amount that was rounded below the basic expenditure it consists of is that expenditure. */
function withoutTail({ fen, unitFen }: Figure, item: PublicItem, facts: readonly BookFact[]): number {
  const basic = basicPublicFen(facts, item);
  return basic > fen && 2 * (basic - fen) <= unitFen ? basic : fen;
}
