import type { Book } from '../../src/model/book.ts';
import type { Disclosure } from '../../src/model/disclosure.ts';
import { bookOf } from '../worlds/department.ts';
import { departmentPlan } from '../worlds/plan.ts';
import { departmentKinds } from '../worlds/words.ts';

/** A department's book of eight projects, or so many times as many. */
export function madeBook(times: number): Book {
  const [kind] = departmentKinds;
  if (kind === undefined) throw new RangeError('no kind of department');
  const size = { units: 1, lines: 4, projects: 8 * times };
  return bookOf(
    departmentPlan({ seed: 5, region: '景澄县', kind, code: '101', size, firstYear: 2025 }),
    2026,
    2025,
  );
}

/** Printed figures: those of the tables and the funds on the sheets. */
export function printedIn({ figures, projects }: Disclosure): number {
  const funds = projects.flatMap((sheet) =>
    [sheet.funds.period, sheet.funds.annual].flatMap((all) => Object.values(all)),
  );
  return figures.length + funds.filter((amount) => amount !== null).length;
}
