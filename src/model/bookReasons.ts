import { reasonSubjects, type Book, type ReasonSubject } from './book.ts';
import { moneyOf, sumFen, sumOf } from './bookAmounts.ts';
import { contains, type Scope } from './scope.ts';

const scopes: Readonly<Partial<Record<ReasonSubject, Scope>>> = {
  total: { flow: 'revenue' },
  basic: { flow: 'expenditure', use: 'spent', nature: 'basic' },
  project: { flow: 'expenditure', use: 'spent', nature: 'project' },
  operating: { flow: 'expenditure', use: 'spent', nature: 'operating', unitKind: 'administrative' },
};

/** This year's amount of what a reason explains, in 分. */
export function currentFen(book: Book, subject: ReasonSubject): number {
  if (subject === 'threePublic') return sumFen(book.threePublic);
  const scope = scopes[subject] ?? { flow: 'revenue', fund: subject, vintage: 'current' };
  return sumFen(moneyOf(book).filter((fact) => contains(scope, fact.scope)));
}

/** Last year's amount of what a reason explains, in 分; null where there was no budget. */
export function previousFen({ previous }: Pick<Book, 'previous'>, subject: ReasonSubject): number | null {
  if (previous === null) return null;
  switch (subject) {
    case 'total':
      return sumOf(previous.byFund) + previous.carriedOver;
    case 'basic':
    case 'project':
      return previous.byNature[subject];
    case 'operating':
      return previous.operating;
    case 'threePublic':
      return sumOf(previous.threePublic);
    default:
      return previous.byFund[subject] ?? 0;
  }
}

/** Half of the last digit of 万元 with two decimals, in 分: a smaller change does not show in print. */
const leastPrinted = 5_000;

/** Does a change, in 分, show in print? One that rounds to nothing is none. */
export function isPrintedChange(change: number): boolean {
  return Math.abs(change) >= leastPrinted;
}

/** What changed against last year without a reason being given. */
export function unexplainedSubjects(book: Book): readonly ReasonSubject[] {
  return reasonSubjects.filter((subject) => {
    const before = previousFen(book, subject);
    const isGiven = (book.reasons[subject] ?? '').trim() !== '';
    return before !== null && !isGiven && isPrintedChange(currentFen(book, subject) - before);
  });
}
