import type { Book, BookFund, BookPreviousYear, PublicItem } from '../../model/book.ts';
import { fiscalFunds, ownFunds, projectKey, publicItems } from '../../model/book.ts';
import { moneyOf, sumFen } from '../../model/bookAmounts.ts';
import { contains, type Scope } from '../../model/scope.ts';
import { note, type ImportNote } from '../note.ts';

export interface Rolled {
  readonly book: Book;
  /** What was kept and what is to be filled in. */
  readonly notes: readonly ImportNote[];
}

/**
 * Next year's book: this year's amounts become last year's, recurring lines stand ready without amounts, and
 * what belongs to one year only is left out.
 */
export function rollBook(book: Book): Rolled {
  const year = book.year + 1;
  const projects = book.projects.filter(isRecurring);
  const kept = new Set(projects.map(projectKey));
  const facts = book.facts.filter(
    ({ vintage, project }) => vintage === 'current' && (project === undefined || kept.has(project)),
  );
  const dropped = book.projects.length - projects.length;
  const rolled: Book = {
    ...withoutShares(book),
    year,
    facts: facts.map((fact) => ({ ...fact, fen: 0 })),
    revenue: book.revenue.map((line) => ({ ...line, fen: 0 })),
    projects: projects.map(({ sheet, ...project }) =>
      sheet === undefined
        ? project
        : { ...project, sheet: { ...sheet, funds: { period: {}, annual: {} }, filedAt: '' } },
    ),
    previous: previousFrom(book),
    reasons: {},
    threePublic: book.threePublic.map((line) => ({ ...line, fen: 0 })),
    procurement: { goods: 0, works: 0, services: 0 },
    assets: { ...book.assets, date: `${year - 1}-12-31` },
    dates: { approved: null, published: null },
  };
  const notes = [
    note('rolledYear', book.year, year),
    note('rolledKept', facts.length, projects.length),
    ...(dropped > 0 ? [note('rolledLeft', dropped)] : []),
    note('rolledCleared'),
  ];
  return { book: rolled, notes };
}

/** A project for one year is over; one without a sheet may go on. */
function isRecurring({ sheet }: Book['projects'][number]): boolean {
  return sheet === undefined || !sheet.attribute.includes('一次性');
}

/** What next year's sentences compare with. */
function previousFrom(book: Book): BookPreviousYear {
  const money = moneyOf(book);
  const amount = (scope: Scope): number => sumFen(money.filter((fact) => contains(scope, fact.scope)));
  const spent: Scope = { flow: 'expenditure', use: 'spent' };
  const codes = [...new Set(book.facts.map(({ function: code }) => code.slice(0, 3)))].sort();
  const funds = [...fiscalFunds, ...ownFunds].flatMap((fund): readonly (readonly [BookFund, number])[] => {
    const fen = amount({ flow: 'revenue', fund, vintage: 'current' });
    return fen === 0 ? [] : [[fund, fen]];
  });
  const items = publicItems.flatMap((item): readonly (readonly [PublicItem, number])[] => {
    const fen = sumFen(book.threePublic.filter((line) => line.item === item));
    return fen === 0 ? [] : [[item, fen]];
  });
  return {
    byClass: Object.fromEntries(codes.map((code) => [code, amount({ ...spent, function: code })])),
    byNature: {
      basic: amount({ ...spent, nature: 'basic' }),
      project: amount({ ...spent, nature: 'project' }),
    },
    byFund: Object.fromEntries(funds),
    carriedOver: amount({ flow: 'revenue', vintage: 'carriedOver' }),
    operating: amount({ ...spent, nature: 'operating', unitKind: 'administrative' }),
    threePublic: Object.fromEntries(items),
  };
}

/** Whose the totals were is of the year that is over. */
function withoutShares(book: Book): Book {
  const copy: { -readonly [Key in keyof Book]: Book[Key] } = { ...book };
  delete copy.shares;
  return copy;
}
