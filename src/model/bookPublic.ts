import { fiscalFunds, publicItems, type Book, type BookFact, type PublicItem } from './book.ts';
import { sumFen } from './bookAmounts.ts';
import { problem, yuan, type BookProblem } from './bookProblem.ts';
import { itemTerms } from './words/terms.ts';

/** 款 of the departments' economic classification that are one of the three public expenses. */
export const publicItemOfCode: Readonly<Record<string, PublicItem>> = {
  '30212': 'abroad',
  '30217': 'reception',
  '30231': 'vehicleRunning',
  '31013': 'vehiclePurchase',
};

/** This year's basic expenditure on one of the three public expenses, in 分: a part of that expense. */
export function basicPublicFen(facts: readonly BookFact[], item: PublicItem): number {
  return sumFen(facts.filter((fact) => isBasic(fact) && publicItemOfCode[fact.deptEconomic ?? ''] === item));
}

function isBasic({ project, fund, vintage }: BookFact): boolean {
  return project === undefined && vintage === 'current' && fiscalFunds.some((fiscal) => fiscal === fund);
}

/** Public expenses below what the basic expenditure spends on them; of all units together, as it is printed. */
export function publicFloors(book: Book): readonly BookProblem[] {
  return publicItems.flatMap((item) => {
    const spent = basicPublicFen(book.facts, item);
    const stated = sumFen(book.threePublic.filter((line) => line.item === item));
    if (stated >= spent) return [];
    const index = book.threePublic.findIndex((line) => line.item === item);
    return problem(
      index < 0 ? 'threePublic' : `threePublic[${index}].fen`,
      `${itemTerms[item] ?? item}合计 ${yuan(stated)} 元，少于基本支出中同一项的 ${yuan(spent)} 元；“三公”经费包含基本支出的这部分，请核对`,
      `${item} sums to ${yuan(stated)} yuan, below the ${yuan(spent)} yuan of basic expenditure that are part of it: check both`,
    );
  });
}
