import type { Book, BookFact } from './book.ts';
import { words, type BookProblem } from './bookProblem.ts';

/** Lines that say the same to the last 分: one of them was most likely entered twice. */
export function repeatedLines({ facts }: Pick<Book, 'facts'>): readonly BookProblem[] {
  const first = new Map<string, number>();
  return facts.flatMap((fact, i) => {
    const key = keyOf(fact);
    const before = first.get(key);
    if (before === undefined) first.set(key, i);
    // Lines that stand ready for next year's amounts are alike.
    return before === undefined || fact.fen === 0 ? [] : [repeated(i, before)];
  });
}

const keys = new WeakMap<BookFact, string>();

/** Kept with the line, which is never changed in place: an editor asks at every keystroke. */
function keyOf(fact: BookFact): string {
  const known = keys.get(fact);
  if (known !== undefined) return known;
  const key = newKeyOf(fact);
  keys.set(fact, key);
  return key;
}

function newKeyOf(fact: BookFact): string {
  const {
    unit,
    function: code,
    nature,
    deptEconomic,
    govEconomic,
    project,
    fund,
    vintage,
    withheld,
    fen,
  } = fact;
  return JSON.stringify([
    ...[unit, code, nature, fund, vintage, fen],
    ...[deptEconomic, govEconomic, project, withheld].map((part) => part ?? null),
  ]);
}

function repeated(index: number, before: number): BookProblem {
  return {
    path: `facts[${index}]`,
    message: words(
      '这一笔与{other}完全相同：重复填写的请删除，确是两笔的请合并成一笔',
      'This line is the same as {other}: remove it, or make one line of both',
    ),
    other: {
      path: `facts[${before}]`,
      words: words(`第${before + 1}笔支出`, `line ${before + 1} of the expenditure`),
    },
  };
}
