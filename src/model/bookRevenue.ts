import type { Book } from './book.ts';
import { expectedRevenue, fundsWithRevenueItems, spentFrom, sumFen } from './bookAmounts.ts';
import { problem, words, yuan, type BookProblem } from './bookProblem.ts';
import { fundTerms } from './words/terms.ts';

/** Revenue items sum to their fund; a unit's own revenue is not below what is spent from it. */
export function revenueSums(book: Book): readonly BookProblem[] {
  return [...itemSums(book), ...ownSums(book)];
}

function itemSums(book: Book): readonly BookProblem[] {
  return fundsWithRevenueItems.flatMap((fund) => {
    const stated = sumFen(book.revenue.filter((line) => line.fund === fund));
    const spent = spentFrom(book, fund);
    return stated === spent
      ? []
      : problem(
          amountPath(book, (line) => line.fund === fund),
          `${fundWords[fund].zh}的收入科目合计 ${yuan(stated)} 元，当年支出 ${yuan(spent)} 元，两者应当相等`,
          `Revenue items of ${fundWords[fund].en} sum to ${yuan(stated)} yuan, this year's expenditure is ${yuan(spent)} yuan: they must be equal`,
        );
  });
}

const fundWords = {
  governmentFund: words('政府性基金预算', 'government funds'),
  stateCapital: words('国有资本经营预算', 'state capital'),
} as const;

function ownSums(book: Book): readonly BookProblem[] {
  return expectedRevenue(book).flatMap(({ unit, fund, function: code, stated, spent }) => {
    if (stated >= spent) return [];
    const path = amountPath(
      book,
      (line) => line.unit === unit && line.fund === fund && (line.function ?? '') === code,
    );
    const name = fundTerms[fund] ?? fund;
    return problem(
      path,
      `“${unit}”科目${code}用“${name}”安排的支出 ${yuan(spent)} 元，多于收入 ${yuan(stated)} 元，请补填收入或减少支出`,
      `“${unit}”, item ${code}: expenditure of ${yuan(spent)} yuan from “${name}” is above its revenue of ${yuan(stated)} yuan: add revenue or spend less`,
    );
  });
}

/** The amount of the first line of that kind; the list itself, for its next line, where there is none. */
function amountPath({ revenue }: Book, isOwn: (line: Book['revenue'][number]) => boolean): string {
  const index = revenue.findIndex(isOwn);
  return index < 0 ? 'revenue' : `revenue[${index}].fen`;
}
