import type { Scope } from '../../model/scope.ts';
import { amountsOf } from './data/amountIndex.ts';
import { countsFor, type Count } from './denominators.ts';
import { findRecords, indexed, type IndexedRecord } from './search/find.ts';
import { recordsOf } from './search/records.ts';
import type {
  DepartmentYear,
  DisclosureFilter,
  DisclosureKey,
  OriginalFile,
  PortalSource,
  PublishedDisclosure,
  RegionSummary,
  SeriesPoint,
} from './source.ts';

/** A disclosure with the files that it was read from. */
export interface MemoryEntry extends PublishedDisclosure {
  readonly contents: readonly OriginalFile[];
}

export interface MemoryOptions {
  readonly counts?: readonly Count[];
}

/** The portal's source over disclosures in memory: for a folder of files, the static export and tests. */
export function memorySource(entries: readonly MemoryEntry[], options: MemoryOptions = {}): PortalSource {
  const groups = byKey(entries);
  const newest = [...groups.values()].flatMap((versions) => versions[0] ?? []).sort(bySummary);
  let index: readonly IndexedRecord[] | undefined;
  const fitting = (filter: DisclosureFilter): readonly MemoryEntry[] =>
    newest.filter(({ summary }) => fits(summary, filter));
  const versionOf = (key: DisclosureKey, version: number | null): MemoryEntry | null => {
    const versions = groups.get(keyText(key)) ?? [];
    return (
      (version === null ? versions[0] : versions.find(({ summary }) => summary.version === version)) ?? null
    );
  };
  return {
    regions: () => Promise.resolve(regionsOf(newest)),
    departmentYears: (filter) => Promise.resolve(fitting(filter).map(({ summary }) => summary)),
    versions: (key) => Promise.resolve((groups.get(keyText(key)) ?? []).map(({ summary }) => summary)),
    disclosure: (key, version) => Promise.resolve(versionOf(key, version)),
    // Nothing takes a file back.
    withdrawnAt: () => Promise.resolve(null),
    search: (query) => {
      index ??= indexed(newest.flatMap(recordsOf));
      return Promise.resolve(findRecords(index, query));
    },
    series: (scope, filter) => Promise.resolve(fitting(filter).map((entry) => pointOf(entry, scope))),
    updates: (limit, filter = {}) =>
      Promise.resolve(latest(entries.filter(({ summary }) => fits(summary, filter))).slice(0, limit)),
    file: (key, version, file) => Promise.resolve(versionOf(key, version)?.contents[file] ?? null),
    denominators: (region, year) => Promise.resolve(countsFor(options.counts ?? [], region, year)),
  };
}

function byKey(entries: readonly MemoryEntry[]): ReadonlyMap<string, readonly MemoryEntry[]> {
  const groups = new Map<string, MemoryEntry[]>();
  for (const entry of entries) {
    const key = keyText(entry.summary);
    groups.set(key, [...(groups.get(key) ?? []), entry]);
  }
  for (const group of groups.values()) group.sort((a, b) => b.summary.version - a.summary.version);
  return groups;
}

function keyText({ region, year, stage, department }: DisclosureKey): string {
  return [region, year, stage, department].join('/');
}

function bySummary({ summary: a }: MemoryEntry, { summary: b }: MemoryEntry): number {
  return (
    a.region.localeCompare(b.region, 'zh') ||
    b.year - a.year ||
    a.department.localeCompare(b.department, 'zh', { numeric: true }) ||
    a.stage.localeCompare(b.stage)
  );
}

function fits(summary: DepartmentYear, filter: DisclosureFilter): boolean {
  const keys = ['region', 'year', 'stage', 'department'] as const;
  return keys.every((key) => filter[key] === undefined || filter[key] === summary[key]);
}

function regionsOf(newest: readonly MemoryEntry[]): readonly RegionSummary[] {
  const regions = new Map<string, { departments: Set<string>; years: Set<number> }>();
  for (const { summary } of newest) {
    const known = regions.get(summary.region) ?? { departments: new Set(), years: new Set() };
    known.departments.add(summary.department);
    known.years.add(summary.year);
    regions.set(summary.region, known);
  }
  return [...regions].map(([region, { departments, years }]) => ({
    region,
    departments: departments.size,
    years: [...years].sort((a, b) => b - a),
  }));
}

function pointOf(entry: MemoryEntry, scope: Scope): SeriesPoint {
  const { summary } = entry;
  const figure = amountsOf(entry).find(scope);
  return { summary, fen: figure?.fen ?? null, text: figure?.text ?? '', place: figure?.place ?? null };
}

function latest(entries: readonly MemoryEntry[]): readonly DepartmentYear[] {
  return entries
    .map(({ summary }) => summary)
    .sort((a, b) => b.publishedAt.localeCompare(a.publishedAt) || b.version - a.version);
}
