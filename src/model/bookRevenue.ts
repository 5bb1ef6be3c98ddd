import type { Book } from './book.ts';
import { expectedRevenue, fundsWithRevenueItems, spentFrom, sumFen } from './bookAmounts.ts';
import { problem, words, yuan, type BookProblem } from './bookProblem.ts';

/** Revenue items sum to their fund; a unit's own revenue is not below what is spent from it. */
export function revenueSums(book: Book): readonly BookProblem[] {
  const items = fundsWithRevenueItems.flatMap((fund) => {
    const stated = sumFen(book.revenue.filter((line) => line.fund === fund));
    const spent = spentFrom(book, fund);
    return stated === spent
      ? []
      : problem(
          'revenue',
          `${fundWords[fund].zh}的收入科目合计 ${yuan(stated)} 元，当年支出 ${yuan(spent)} 元，两者应当相等`,
          `Revenue items of ${fundWords[fund].en} sum to ${yuan(stated)} yuan, this year's expenditure is ${yuan(spent)} yuan: they must be equal`,
        );
  });
  const own = expectedRevenue(book).flatMap(({ fund, function: code, stated, spent }) =>
    stated >= spent
      ? []
      : problem(
          'revenue',
          `科目${code}用“${fund}”安排的支出 ${yuan(spent)} 元，多于收入 ${yuan(stated)} 元，请补填收入或减少支出`,
          `Item ${code}: expenditure of ${yuan(spent)} yuan from “${fund}” is above its revenue of ${yuan(stated)} yuan`,
        ),
  );
  return [...items, ...own];
}

const fundWords = {
  governmentFund: words('政府性基金预算', 'government funds'),
  stateCapital: words('国有资本经营预算', 'state capital'),
} as const;
