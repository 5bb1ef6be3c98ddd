import type { Disclosure } from '../model/disclosure.ts';
import { scopeKey, type Stage } from '../model/scope.ts';
import { disclosureVersion, filesOf, type Examined } from '../store/disclosures.ts';
import { fileContent } from '../store/files.ts';
import { searchable } from '../store/grams.ts';
import {
  editionsOf,
  latestPublished,
  newestPublished,
  publishedRegions,
  publishedSeries,
  withdrawnAt,
  type Published,
  type PublishedFilter,
} from '../store/published.ts';
import { searchPublished } from '../store/search/searchPublished.ts';
import type { Database } from '../store/store.ts';
import { countsFor, type Count } from './portal/denominators.ts';
import { memoryOf } from './portal/remembered.ts';
import type {
  DepartmentYear,
  DisclosureFilter,
  DisclosureKey,
  OriginalFile,
  PortalSource,
  PublishedDisclosure,
  SearchRecord,
  SearchResult,
} from './portal/source.ts';

/** Disclosures that are kept in memory; one with its trace takes a few megabytes. */
const mostRemembered = 24;
const mostWords = 12;

/**
 * The portal's source over the store: what is published there, and nothing else.
 * `onCommon`: called with searched words that very many records contain, to be learned.
 */
export function storeSource(
  db: Database,
  counts: readonly Count[] = [],
  onCommon?: (words: readonly string[]) => void,
): PortalSource {
  const memory = memoryOf<Examined | null>(mostRemembered, () => 1);
  const examined = ({ region, year, filing, version }: Published): Promise<Examined | null> =>
    memory.get(`${filing} ${version}`, () => disclosureVersion(db, { region, year, id: filing }, version));
  const edition = async (key: DisclosureKey, version: number | null): Promise<Published | null> => {
    const all = version === null ? await newestPublished(db, key) : await editionsOf(db, key);
    return all.find((each) => version === null || each.edition === version) ?? null;
  };
  return {
    regions: () => publishedRegions(db),
    departmentYears: async (filter) => (await newestPublished(db, filterOf(filter))).map(summaryOf),
    versions: async (key) => (await editionsOf(db, key)).map(summaryOf),
    disclosure: async (key, version) => {
      const found = await edition(key, version);
      const content = found === null ? null : await examined(found);
      return found === null || content === null ? null : publishedDisclosure(found, content);
    },
    withdrawnAt: async (key, version) => (await withdrawnAt(db, key, version))?.toISOString() ?? null,
    search: async (query) => {
      const words = query.text
        .split(/\s+/)
        .map(searchable)
        .filter((word) => word !== '')
        .slice(0, mostWords);
      const offset = (query.page - 1) * query.pageSize;
      const { chosen, order, pageSize: limit } = query;
      const found = await searchPublished(db, { words, chosen, order, offset, limit }, onCommon);
      const hits = found.hits.map(({ record, summary }) => {
        return { ...(record as SearchRecord), summary: summary as DepartmentYear };
      });
      return { ...found, hits, sums: found.sums as SearchResult['sums'] };
    },
    series: async (scope, filter) =>
      (await publishedSeries(db, scopeKey(scope), filterOf(filter))).map((row) => {
        const { table, row: line, column } = row;
        const place = {
          file: '',
          ...(table === null ? {} : { table }),
          ...(line === null ? {} : { row: line }),
          ...(column === null ? {} : { column }),
        };
        return {
          summary: summaryOf(row),
          fen: row.fen,
          text: row.printed ?? '',
          place: row.fen === null ? null : place,
        };
      }),
    updates: async (limit, filter = {}) =>
      (await latestPublished(db, limit, filterOf(filter))).map(summaryOf),
    file: async (key, version, index) => {
      const found = await edition(key, version);
      return found === null ? null : originalFile(db, found, index);
    },
    denominators: (region, year) => Promise.resolve(countsFor(counts, region, year)),
  };
}

function filterOf({ region, year, stage, department }: DisclosureFilter): PublishedFilter {
  return {
    ...(region === undefined ? {} : { region }),
    ...(year === undefined ? {} : { year }),
    ...(stage === undefined ? {} : { stage }),
    ...(department === undefined ? {} : { department }),
  };
}

/** Written by the workflow's publishing step. */
function summaryOf({ summary }: Published): DepartmentYear {
  return summary as DepartmentYear;
}

const shown = new WeakMap<Examined, PublishedDisclosure>();

/** Named as the organisation names it; the same object for the same content, for pages keep indexes by it. */
function publishedDisclosure(found: Published, content: Examined): PublishedDisclosure {
  const known = shown.get(content);
  if (known?.summary.version === found.edition) return known;
  const disclosure: Disclosure = {
    ...content.disclosure,
    region: found.regionName,
    year: found.year,
    stage: found.stage satisfies Stage,
    department: { code: found.departmentCode, name: found.name },
  };
  const made = { summary: summaryOf(found), disclosure, report: content.report, trace: content.trace };
  shown.set(content, made);
  return made;
}

async function originalFile(
  db: Database,
  { region, year, filing, version }: Published,
  index: number,
): Promise<OriginalFile | null> {
  const named = (await filesOf(db, { region, year, id: filing }, version))[index];
  const file = named === undefined ? null : await fileContent(db, named.id);
  if (named === undefined || file === null) return null;
  const { name, mediaType, bytes, sha256 } = named;
  return { name, mediaType, bytes, sha256, content: file.content };
}
