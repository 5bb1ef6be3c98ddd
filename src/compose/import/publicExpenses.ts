import type { BookPublicExpense } from '../../model/book.ts';
import { fiscalFunds, publicItems } from '../../model/book.ts';
import type { Figure } from '../../model/figure.ts';

/** The four parts of 三公经费 as the tables print them, by fund where they divide it. */
export function publicExpensesOf(figures: readonly Figure[], unit: string): readonly BookPublicExpense[] {
  return publicItems.flatMap((item) => {
    const own = figures.filter(({ scope, fen }) => scope.item === item && fen > 0);
    const divided = own.filter(({ scope }) => fiscalFunds.some((fund) => fund === scope.fund));
    const [total] = own;
    if (divided.length === 0)
      return total === undefined ? [] : [{ unit, item, fund: 'general', fen: total.fen }];
    return fiscalFunds.flatMap((fund) => {
      const found = divided.find(({ scope }) => scope.fund === fund);
      return found === undefined ? [] : [{ unit, item, fund, fen: found.fen }];
    });
  });
}
