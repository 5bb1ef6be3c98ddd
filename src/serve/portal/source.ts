import type { Disclosure } from '../../model/disclosure.ts';
import type { Coverage, DocumentReport, Verdict } from '../../model/report.ts';
import type { Place } from '../../model/place.ts';
import type { Scope, Stage } from '../../model/scope.ts';
import type { Trace } from '../../model/trace.ts';
import type { FacetCount, FoundSum, PublishedFacet } from '../../store/search/query.ts';

/**
 * What the portal asks of the place where published disclosures are kept. Pages, downloads, the public API,
 * the feed and the static export all come from these queries, so that they cannot differ.
 * Amounts are in 分. A query that finds nothing gives null or an empty list; only faults of the store throw.
 */
export interface PortalSource {
  /** Every region with something published, in the order of names. */
  regions(): Promise<readonly RegionSummary[]>;
  /** The newest version of each disclosure that fits, by region, year (latest first), department. */
  departmentYears(filter: DisclosureFilter): Promise<readonly DepartmentYear[]>;
  /** All versions of one disclosure, the newest first. */
  versions(key: DisclosureKey): Promise<readonly DepartmentYear[]>;
  /** One disclosure with its check; `version` null: the newest. */
  disclosure(key: DisclosureKey, version: number | null): Promise<PublishedDisclosure | null>;
  /** When the version (null: the newest) was taken back, as an ISO date-time; null where it is public or never was. */
  withdrawnAt(key: DisclosureKey, version: number | null): Promise<string | null>;
  /** Full-text search with facets and sums over the whole result, not over the page shown. */
  search(query: SearchQuery): Promise<SearchResult>;
  /** The published amount of one scope in the newest version of every disclosure that fits. */
  series(scope: Scope, filter: DisclosureFilter): Promise<readonly SeriesPoint[]>;
  /** Newest publications first, every version an entry of its own. */
  updates(limit: number, filter?: DisclosureFilter): Promise<readonly DepartmentYear[]>;
  /** An original file of a disclosure, by its position in `files`. */
  file(key: DisclosureKey, version: number, index: number): Promise<OriginalFile | null>;
  /** Population and other counts by which an amount may be divided; empty: nothing is divided. */
  denominators(region: string, year: number): Promise<readonly Denominator[]>;
}

/** What names a disclosure in addresses. */
export interface DisclosureKey {
  readonly region: string;
  readonly year: number;
  readonly stage: Stage;
  /** The department's code, else its name without the region; a single unit's disclosure ends in -单位. */
  readonly department: string;
}

export type DisclosureFilter = Readonly<Partial<DisclosureKey>>;

/** A department's disclosure holds its units' budgets; a unit's own must not be added to it. */
export type DisclosureLevel = 'department' | 'unit';

export interface RegionSummary {
  readonly region: string;
  readonly departments: number;
  /** The latest first. */
  readonly years: readonly number[];
}

/** A disclosure in lists. */
export interface DepartmentYear extends DisclosureKey {
  readonly name: string;
  readonly level: DisclosureLevel;
  /** From 1; a corrected publication is the next version. */
  readonly version: number;
  /** When this version was published, as an ISO date-time. */
  readonly publishedAt: string;
  /** The published totals; null where the document prints none. */
  readonly revenueFen: number | null;
  readonly expenditureFen: number | null;
  readonly projects: number;
  readonly coverage: Coverage;
  readonly verdict: Verdict;
  readonly files: readonly FileSummary[];
}

export interface FileSummary {
  readonly name: string;
  readonly mediaType: string;
  readonly bytes: number;
  /** Hexadecimal. */
  readonly sha256: string;
}

export interface OriginalFile extends FileSummary {
  readonly content: Uint8Array;
}

export interface PublishedDisclosure {
  readonly summary: DepartmentYear;
  readonly disclosure: Disclosure;
  readonly report: DocumentReport;
  readonly trace: Trace;
}

export const recordKinds = ['department', 'project', 'line', 'indicator', 'text'] as const;
export type RecordKind = (typeof recordKinds)[number];

/** One thing that can be found; `records.ts` makes them from a disclosure. */
export interface SearchRecord {
  readonly kind: RecordKind;
  readonly summary: DepartmentYear;
  readonly title: string;
  /** Everything that is searched, as printed. */
  readonly text: string;
  /** The function item of a line. */
  readonly code: string | null;
  /** The function class (类) of a line: a facet. */
  readonly functionClass: string | null;
  /** Null where the thing is no amount. */
  readonly fen: number | null;
  /** The page within the disclosure, as address segments; empty for the disclosure itself. */
  readonly page: readonly string[];
}

export interface SearchQuery {
  /** Words between spaces must all occur; empty: everything. */
  readonly text: string;
  readonly chosen: Readonly<Partial<Record<PublishedFacet, string>>>;
  readonly order: 'relevance' | 'amount';
  /** From 1. */
  readonly page: number;
  readonly pageSize: number;
}

export interface SearchResult {
  readonly total: number;
  readonly hits: readonly SearchRecord[];
  /** Per facet the values that occur under the other choices, the most frequent first. */
  readonly facets: Readonly<Record<PublishedFacet, readonly FacetCount[]>>;
  readonly sums: readonly SearchSum[];
}

/**
 * The sum over the whole result of one kind, year, stage and level: amounts that differ in these are never
 * added. Lines below another line of the result are contained in it and left out.
 */
export interface SearchSum extends FoundSum {
  readonly kind: RecordKind;
  readonly level: DisclosureLevel;
}

export interface SeriesPoint {
  readonly summary: DepartmentYear;
  /** Null: this disclosure prints no amount of the scope. */
  readonly fen: number | null;
  readonly text: string;
  readonly place: Place | null;
}

/** What amounts may be divided by: 常住人口 208,000 人 of 2024. */
export interface Denominator {
  readonly name: string;
  /** What is counted: 人, 名学生, 张床位. */
  readonly unit: string;
  readonly count: number;
  /** The year of the count. */
  readonly year: number;
  /** The department's name in addresses; null: the whole region's. */
  readonly department: string | null;
  /** Where the count comes from. */
  readonly source: string;
}
