import type {
  Book,
  BookFact,
  BookFund,
  BookIndicator,
  BookNature,
  BookProject,
  BookSheet,
  BookSources,
  BookVintage,
} from '../../../src/model/book.ts';

export type { Book, BookIndicator, BookProject, BookSheet };
export type Fact = BookFact;
export type Nature = BookNature;
export type Sources = BookSources;

export type Content = Readonly<Record<string, unknown>>;

/** The parts that every book has, with nothing in them. */
const empty: Content = {
  department: { code: '', name: '' },
  units: [],
  overview: { duties: '', offices: [] },
  facts: [],
  revenue: [],
  projects: [],
  previous: null,
  reasons: {},
  threePublic: [],
  procurement: { goods: 0, works: 0, services: 0 },
  assets: {
    ...{ date: '', vehicleQuota: 0, vehicles: {}, officeArea: 0 },
    ...{ generalEquipment: 0, specialEquipment: 0 },
  },
  purchasedServices: [],
  otherNotes: '',
  glossary: [],
  dates: { approved: null, published: null },
};

/** The content as a book; what was saved through the API without a part has it empty here. */
export function bookOf(content: Content): Book {
  const missing = Object.keys(empty).filter((key) => !isLike(content[key], empty[key]));
  const filled = missing.length === 0 ? content : { ...content, ...picked(empty, missing) };
  return filled as unknown as Book;
}

function isLike(value: unknown, model: unknown): boolean {
  if (model === null) return value === null || typeof value === 'object';
  return typeof value === typeof model && value !== null && Array.isArray(value) === Array.isArray(model);
}

function picked(content: Content, keys: readonly string[]): Content {
  return Object.fromEntries(keys.map((key) => [key, content[key]]));
}

/** The book with some of its parts changed. */
export function changed(book: Book, parts: Partial<Book>): Content {
  return { ...book, ...parts };
}

export const natures = [
  'personnel',
  'operating',
  'otherOperating',
  'specificTarget',
] as const satisfies readonly BookNature[];
export const funds = [
  'general',
  'governmentFund',
  'stateCapital',
  'fiscalAccount',
  'serviceIncome',
  'businessIncome',
  'superiorGrant',
  'affiliatedRemittance',
  'otherIncome',
] as const satisfies readonly BookFund[];
export const vintages = ['current', 'carriedOver'] as const satisfies readonly BookVintage[];

export function isBasic(nature: Nature): boolean {
  return nature === 'personnel' || nature === 'operating';
}

export interface Totals {
  readonly all: number;
  readonly basic: number;
  readonly project: number;
  readonly carriedOver: number;
  readonly byClass: ReadonlyMap<string, number>;
  readonly byFund: ReadonlyMap<string, number>;
}

/** What the lines sum to; thousands of lines take less than a millisecond. */
export function totalsOf(facts: readonly Fact[]): Totals {
  const byClass = new Map<string, number>();
  const byFund = new Map<string, number>();
  let [all, basic, carriedOver] = [0, 0, 0];
  for (const fact of facts) {
    const { fen } = fact;
    all += fen;
    if (isBasic(fact.nature)) basic += fen;
    if (fact.vintage === 'carriedOver') carriedOver += fen;
    const code = fact.function.slice(0, 3);
    byClass.set(code, (byClass.get(code) ?? 0) + fen);
    byFund.set(fact.fund, (byFund.get(fact.fund) ?? 0) + fen);
  }
  return { all, basic, project: all - basic, carriedOver, byClass, byFund };
}
