import { fiscalFunds, type Book, type BookFact, type PublicItem } from './book.ts';
import { addFen } from './money.ts';
import { problem, yuan, type BookProblem } from './bookProblem.ts';
import { itemTerms } from './words/terms.ts';

/** 款 of the departments' economic classification that are one of the three public expenses. */
export const publicItemOfCode: Readonly<Record<string, PublicItem>> = {
  '30212': 'abroad',
  '30217': 'reception',
  '30231': 'vehicleRunning',
  '31013': 'vehiclePurchase',
};

/** What the basic expenditure of a unit spends on one of the three public expenses is part of that expense. */
export function publicFloors(book: Book): readonly BookProblem[] {
  const spent = new Map<string, { readonly unit: string; readonly code: string; readonly fen: number }>();
  for (const fact of book.facts) {
    const { unit, deptEconomic: code = '', fen } = fact;
    if (!isBasic(fact) || publicItemOfCode[code] === undefined) continue;
    const key = `${unit} ${code}`;
    spent.set(key, { unit, code, fen: addFen(spent.get(key)?.fen ?? 0, fen) });
  }
  return [...spent.values()].flatMap(({ unit, code, fen }) => floorProblem(book, unit, code, fen));
}

function isBasic({ project, fund, vintage }: BookFact): boolean {
  return project === undefined && vintage === 'current' && fiscalFunds.some((fiscal) => fiscal === fund);
}

function floorProblem(book: Book, unit: string, code: string, spent: number): readonly BookProblem[] {
  const item = publicItemOfCode[code];
  const isOwn = (line: Book['threePublic'][number]): boolean => line.unit === unit && line.item === item;
  const stated = book.threePublic.filter(isOwn).reduce((sum, { fen }) => addFen(sum, fen), 0);
  if (stated >= spent || item === undefined) return [];
  const index = book.threePublic.findIndex(isOwn);
  return problem(
    index < 0 ? 'threePublic' : `threePublic[${index}].fen`,
    `“${unit}”的${itemTerms[item] ?? item} ${yuan(stated)} 元，少于基本支出中经济分类${code}的 ${yuan(spent)} 元；“三公”经费包含这笔支出，请核对`,
    `“${unit}”: ${item} is ${yuan(stated)} yuan, below its basic expenditure of ${yuan(spent)} yuan under ${code}, which is part of it`,
  );
}
