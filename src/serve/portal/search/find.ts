import { fold } from '../../../model/fold.ts';
import { facetNames, type FacetCount, type PublishedFacet } from '../../../store/search/query.ts';
import { type SearchQuery, type SearchRecord, type SearchResult, type SearchSum } from '../source.ts';

/** A record with its text made ready for comparison. */
export interface IndexedRecord {
  readonly record: SearchRecord;
  readonly title: string;
  readonly text: string;
}

/** Makes records comparable: widths, brackets, quotes, spaces and letter case do not count. */
export function indexed(records: readonly SearchRecord[]): readonly IndexedRecord[] {
  return records.map((record) => ({
    record,
    title: comparable(record.title),
    text: comparable(record.text),
  }));
}

function comparable(text: string): string {
  return fold(text).toLowerCase();
}

/** The words of a query, made comparable. */
export function wordsOf(text: string): readonly string[] {
  return text
    .split(/\s+/)
    .map(comparable)
    .filter((word) => word !== '')
    .slice(0, 12);
}

/** Searches records: every word must occur. Facets count under the other choices; sums are over the whole result. */
export function findRecords(index: readonly IndexedRecord[], query: SearchQuery): SearchResult {
  const words = wordsOf(query.text);
  const matching = index.filter(({ text }) => words.every((word) => text.includes(word)));
  const found = matching.filter(({ record }) => fits(record, query.chosen, null));
  const ordered = inOrder(found, words, query.order);
  const from = (query.page - 1) * query.pageSize;
  return {
    total: found.length,
    hits: ordered.slice(from, from + query.pageSize).map(({ record }) => record),
    facets: facetsOf(
      matching.map(({ record }) => record),
      query.chosen,
    ),
    sums: sumsOf(found.map(({ record }) => record)),
  };
}

/** The value of a facet for a record; null where it has none. */
export function facetValue(
  { kind, summary, functionClass }: SearchRecord,
  facet: PublishedFacet,
): string | null {
  if (facet === 'kind') return kind;
  if (facet === 'functionClass') return functionClass;
  return String(summary[facet]);
}

function fits(record: SearchRecord, chosen: SearchQuery['chosen'], except: PublishedFacet | null): boolean {
  return facetNames.every(
    (facet) => facet === except || chosen[facet] === undefined || facetValue(record, facet) === chosen[facet],
  );
}

function facetsOf(
  records: readonly SearchRecord[],
  chosen: SearchQuery['chosen'],
): Readonly<Record<PublishedFacet, readonly FacetCount[]>> {
  const values = (facet: PublishedFacet): readonly FacetCount[] =>
    countsOf(
      records.filter((record) => fits(record, chosen, facet)),
      facet,
    );
  return {
    kind: values('kind'),
    region: values('region'),
    year: values('year'),
    stage: values('stage'),
    department: values('department'),
    functionClass: values('functionClass'),
  };
}

function countsOf(records: readonly SearchRecord[], facet: PublishedFacet): readonly FacetCount[] {
  const counts = new Map<string, { label: string; count: number }>();
  for (const record of records) {
    const value = facetValue(record, facet);
    if (value === null) continue;
    const known = counts.get(value) ?? { label: labelOf(record, facet, value), count: 0 };
    known.count += 1;
    // A class is called by its own line where that is among the records.
    if (facet === 'functionClass' && record.code === value) known.label = record.title;
    counts.set(value, known);
  }
  return [...counts]
    .map(([value, { label, count }]) => ({ value, label, count }))
    .sort((a, b) => b.count - a.count || (a.value < b.value ? -1 : 1));
}

function labelOf({ summary }: SearchRecord, facet: PublishedFacet, value: string): string {
  return facet === 'department' ? summary.name : value;
}

const kindOrder = { department: 0, project: 1, line: 2, indicator: 3, text: 4 } as const;

/** By how well it fits: the title itself, its beginning, within it, then within the text; larger amounts first. */
function inOrder(
  found: readonly IndexedRecord[],
  words: readonly string[],
  order: SearchQuery['order'],
): readonly IndexedRecord[] {
  const rank = ({ title }: IndexedRecord): number => {
    const [first = ''] = words;
    if (words.length === 0 || order === 'amount') return 0;
    if (title === words.join('')) return 0;
    if (title.startsWith(first)) return 1;
    return words.every((word) => title.includes(word)) ? 2 : 3;
  };
  return found
    .map((item) => ({ item, rank: rank(item) }))
    .sort(
      (a, b) =>
        a.rank - b.rank ||
        (order === 'amount' ? 0 : kindOrder[a.item.record.kind] - kindOrder[b.item.record.kind]) ||
        (b.item.record.fen ?? Number.NEGATIVE_INFINITY) - (a.item.record.fen ?? Number.NEGATIVE_INFINITY) ||
        b.item.record.summary.year - a.item.record.summary.year,
    )
    .map(({ item }) => item);
}

/** Sums that mean something: one kind, one year, one stage, one level, nothing counted twice. */
function sumsOf(records: readonly SearchRecord[]): readonly SearchSum[] {
  const lines = new Set(records.filter(({ kind }) => kind === 'line').map(lineKey));
  const sums = new Map<string, SearchSum>();
  for (const record of records) {
    if (record.fen === null) continue;
    const { kind, summary } = record;
    const { year, stage, level } = summary;
    const key = [kind, year, stage, level].join(' ');
    const known = sums.get(key) ?? { kind, year, stage, level, fen: 0, counted: 0, leftOut: 0 };
    const isWithin =
      kind === 'line' &&
      codesAbove(record.code ?? '').some((code) => lines.has(lineKey({ ...record, code })));
    sums.set(
      key,
      isWithin
        ? { ...known, leftOut: known.leftOut + 1 }
        : { ...known, fen: known.fen + record.fen, counted: known.counted + 1 },
    );
  }
  return [...sums.values()].sort(
    (a, b) => kindOrder[a.kind] - kindOrder[b.kind] || b.year - a.year || b.fen - a.fen,
  );
}

function lineKey({ summary, code }: SearchRecord): string {
  return [summary.region, summary.year, summary.stage, summary.department, code ?? ''].join('/');
}

function codesAbove(code: string): readonly string[] {
  return [code.slice(0, 3), code.slice(0, 5)].filter(
    (above) => above.length < code.length && above.length >= 3,
  );
}
