import type { Book, BookFact, BookFund } from './book.ts';
import { ownFunds, projectKey } from './book.ts';
import { addFen } from './money.ts';
import { fold } from './fold.ts';
import type { Scope } from './scope.ts';

/** Funds whose revenue is stated by revenue item. */
export const fundsWithRevenueItems = ['governmentFund', 'stateCapital'] as const;

/** A fact with all its dimensions as a scope, in 分. */
export interface ScopedAmount {
  readonly scope: Scope;
  readonly fen: number;
}

/**
 * The projects as scopes name them, by what facts call them: the folded name, and `name#2` for the second
 * project of a name, as tables that print it twice are read.
 */
export function projectNodes({ projects }: Pick<Book, 'projects'>): ReadonlyMap<string, string> {
  const seen = new Map<string, number>();
  return new Map(
    projects.map((project) => {
      const name = fold(project.name);
      const count = (seen.get(name) ?? 0) + 1;
      seen.set(name, count);
      return [projectKey(project), count === 1 ? name : `${name}#${count}`];
    }),
  );
}

/** The sum in 分; a RangeError when it leaves the safe range. */
export function sumFen(lines: readonly { readonly fen: number }[]): number {
  return lines.reduce((sum, { fen }) => addFen(sum, fen), 0);
}

/** The sum of the parts of a record, in 分. */
export function sumOf(parts: Readonly<Record<string, number | undefined>>): number {
  return Object.values(parts).reduce<number>((sum, fen) => sum + (fen ?? 0), 0);
}

/** This year's money of a fund that is spent. */
export function spentFrom({ facts }: Book, fund: BookFund): number {
  return sumFen(facts.filter((fact) => fact.fund === fund && fact.vintage === 'current'));
}

/** Revenue of the units' own funds beside what is spent from it, by unit, fund and function. */
export function expectedRevenue(book: Book): readonly {
  readonly unit: string;
  readonly fund: BookFund;
  readonly function: string;
  readonly stated: number;
  readonly spent: number;
}[] {
  const stating = ownFunds.filter((fund) => book.revenue.some((line) => line.fund === fund));
  return stating.flatMap((fund) => {
    const lines = book.revenue.filter((line) => line.fund === fund);
    const spending = book.facts.filter((fact) => fact.fund === fund && fact.vintage === 'current');
    const keys = new Map(
      [...lines, ...spending].map((line) => [`${line.unit} ${line.function ?? ''}`, line]),
    );
    return [...keys.values()].map(({ unit, function: code = '' }) => {
      const own = (line: { unit: string; function?: string }): boolean =>
        line.unit === unit && line.function === code;
      return {
        unit,
        fund,
        function: code,
        stated: sumFen(lines.filter(own)),
        spent: sumFen(spending.filter(own)),
      };
    });
  });
}

/**
 * The book's money as facts: expenditure, its revenue (the mirror of expenditure where the book states none)
 * and what is carried into next year. Amounts of items (三公, 政府采购) are not among them: they stand in
 * the expenditure already.
 */
export function moneyOf(book: Book): readonly ScopedAmount[] {
  const nodes = projectNodes(book);
  const spent = book.facts.map((fact) => ({ scope: expenditureScope(fact, book, nodes), fen: fact.fen }));
  const own = expectedRevenue(book);
  const mirrored = book.facts.filter(
    (fact) => fact.vintage === 'carriedOver' || !own.some(({ fund }) => fund === fact.fund),
  );
  return [
    ...spent,
    ...mirrored.map((fact) => ({ scope: revenueScope(fact, book), fen: fact.fen })),
    ...own.map((line) => ({ scope: revenueScope({ ...line, vintage: 'current' }, book), fen: line.stated })),
    ...own.map(({ unit, fund, stated, spent: used }) => ({
      scope: {
        ...identity(book, unit),
        flow: 'expenditure',
        use: 'carriedForward',
        vintage: 'current',
        fund,
      },
      fen: stated - used,
    })),
  ].filter(({ fen }) => fen !== 0);
}

/** Revenue of 政府性基金 and 国有资本经营预算 by revenue item, for the tables that list it. */
export function revenueItemsOf(book: Book): readonly ScopedAmount[] {
  return book.revenue.flatMap(({ unit, fund, revenueCode, fen }) =>
    revenueCode === undefined
      ? []
      : [{ scope: { ...identity(book, unit), flow: 'revenue', vintage: 'current', fund, revenueCode }, fen }],
  );
}

/** The three public expenses and procurement by item. */
export function itemsOf(book: Book): readonly ScopedAmount[] {
  const common = { flow: 'expenditure', use: 'spent', vintage: 'current' } as const;
  return [
    ...book.threePublic.map(({ unit, item, fund, fen }) => ({
      scope: { ...identity(book, unit), ...common, item, fund },
      fen,
    })),
    ...Object.entries(book.procurement).map(([item, fen]) => ({
      scope: { ...common, year: String(book.year), stage: book.stage, item },
      fen,
    })),
  ];
}

function identity(book: Book, unit: string): Scope {
  const kind = book.units.find(({ name }) => name === unit)?.kind ?? 'administrative';
  return { year: String(book.year), stage: book.stage, unit: fold(unit), unitKind: kind };
}

function expenditureScope(fact: BookFact, book: Book, nodes: ReadonlyMap<string, string>): Scope {
  const { nature, fund, vintage, deptEconomic, project } = fact;
  return {
    ...identity(book, fact.unit),
    flow: 'expenditure',
    use: 'spent',
    function: fact.function,
    nature,
    fund,
    vintage,
    ...(deptEconomic === undefined ? {} : { deptEconomic }),
    ...(project === undefined ? {} : { project: nodes.get(project) ?? fold(project) }),
  };
}

function revenueScope(line: Pick<BookFact, 'unit' | 'fund' | 'vintage' | 'function'>, book: Book): Scope {
  const { fund, vintage } = line;
  return { ...identity(book, line.unit), flow: 'revenue', function: line.function, fund, vintage };
}
