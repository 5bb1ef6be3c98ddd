import { sql, type RawBuilder } from 'kysely';
import type { Stage } from '../../model/scope.ts';

export const facetNames = ['kind', 'region', 'year', 'stage', 'department', 'functionClass'] as const;
/** By what results are chosen. */
export type PublishedFacet = (typeof facetNames)[number];

/** Columns by which the selections of matching records are grouped and chosen. */
export const facetColumns = {
  kind: sql.ref('kind'),
  region: sql.ref('portal_region'),
  year: sql.ref('year_text'),
  stage: sql.ref('stage'),
  department: sql.ref('department'),
  functionClass: sql.ref('function_class'),
} as const;

export interface PublishedQuery {
  /** Searchable words; every one must occur. */
  readonly words: readonly string[];
  readonly chosen: Readonly<Partial<Record<PublishedFacet, string>>>;
  readonly order: 'relevance' | 'amount';
  readonly offset: number;
  readonly limit: number;
}

export interface FoundRecord {
  readonly record: unknown;
  readonly summary: unknown;
}

export interface FoundSum {
  readonly kind: string;
  readonly year: number;
  readonly stage: Stage;
  readonly level: string;
  readonly fen: number;
  readonly counted: number;
  readonly leftOut: number;
}

export interface FacetCount {
  readonly value: string;
  /** In words, e.g. the department's name for its key. */
  readonly label: string;
  readonly count: number;
}

export interface PublishedFound {
  readonly total: number;
  readonly hits: readonly FoundRecord[];
  readonly facets: Readonly<Record<PublishedFacet, readonly FacetCount[]>>;
  readonly sums: readonly FoundSum[];
}

/** Kinds in the order in which they are shown. */
export const kinds = ['department', 'project', 'line', 'indicator', 'text'] as const;
export const kindOrder = sql`array[${sql.join(kinds.map((kind) => sql.lit(kind)))}]`;
/** More values of a facet are not listed. */
export const mostFacetValues = 200;

/** The columns that the facets mean. */
type FacetColumns = Readonly<Record<PublishedFacet, RawBuilder<unknown>>>;

/** That a row has the chosen values, but for one facet. */
export function chosenWhere(
  columns: FacetColumns,
  chosen: PublishedQuery['chosen'],
  except: PublishedFacet | null,
): RawBuilder<unknown> {
  const parts = facetNames
    .filter((facet) => facet !== except && chosen[facet] !== undefined)
    .map((facet) => sql`${columns[facet]} = ${chosen[facet]}`);
  return parts.length === 0 ? sql`true` : sql.join(parts, sql` and `);
}

/** `%` and `_` in a word mean themselves. */
export function like(word: string): string {
  return `%${word.replace(/[\\%_]/g, '\\$&')}%`;
}

/** How well a title fits: it is the words, begins with the first, contains all, or only the text does. */
export const titleFits = ['is', 'begins', 'has', 'not'] as const;
export type TitleFit = (typeof titleFits)[number];

/** The place in titleFits of a row with `title_key`. */
export function fitOf(words: readonly string[]): RawBuilder<unknown> {
  if (words.length === 0) return sql`3`;
  const title = sql`title_key`;
  const within = words.map((word) => sql`${title} like ${like(word)}`);
  return sql`case when ${title} = ${words.join('')} then 0
    when ${title} like ${like(words[0] ?? '').slice(1)} then 1
    when ${sql.join(within, sql` and `)} then 2 else 3 end`;
}

/** Larger amounts first; every record has its one place. */
export const byAmount = sql`fen desc nulls last, year desc, publication_id, number`;
