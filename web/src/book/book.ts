/** The parts of a book that the editor works on; the whole shape is schemas/book.schema.json. */
export interface Fact {
  readonly unit: string;
  readonly function: string;
  readonly deptEconomic?: string;
  readonly govEconomic?: string;
  readonly nature: Nature;
  readonly fund: string;
  readonly vintage: 'current' | 'carriedOver';
  readonly project?: string;
  readonly withheld?: string;
  /** 分 */
  readonly fen: number;
}

export type Nature = 'personnel' | 'operating' | 'otherOperating' | 'specificTarget';

export interface BookIndicator {
  readonly horizon: 'period' | 'annual';
  readonly level1: string;
  readonly level2: string;
  readonly level3: string;
  readonly value: string;
}

export type Sources = Readonly<Record<string, number>>;

export interface BookSheet {
  readonly attribute: string;
  readonly term: string;
  readonly funds: { readonly period: Sources; readonly annual: Sources };
  readonly texts: Readonly<Record<string, string>>;
  readonly indicators: readonly BookIndicator[];
  readonly filedAt: string;
}

export interface BookProject {
  readonly name: string;
  readonly id?: string;
  readonly unit: string;
  readonly sheet?: BookSheet;
}

export interface Book {
  readonly year: number;
  readonly units: readonly { readonly name: string; readonly kind: 'administrative' | 'institution' }[];
  readonly overview: {
    readonly duties: string;
    readonly offices: readonly { readonly name: string; readonly text: string }[];
  };
  readonly facts: readonly Fact[];
  readonly projects: readonly BookProject[];
  readonly previous: { readonly byClass: Readonly<Record<string, number>> } | null;
  readonly reasons: Readonly<Record<string, string>>;
  readonly otherNotes: string;
  readonly [key: string]: unknown;
}

export type Content = Readonly<Record<string, unknown>>;

/** A book that the server keeps has these parts, whatever else is still missing in it. */
export function bookOf(content: Content): Book {
  return content as Book;
}

export const natures = ['personnel', 'operating', 'otherOperating', 'specificTarget'] as const;
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
] as const;
export const vintages = ['current', 'carriedOver'] as const;

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
