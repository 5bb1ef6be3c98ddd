import { zipOf } from '../../file/zipWrite.ts';
import { codeList } from '../../model/codes/codes.ts';
import type { Scope, Stage } from '../../model/scope.ts';
import { dataPackage } from '../../write/datapackage/dataPackage.ts';
import type { YearRoute } from './address.ts';
import { codeLinesOf } from './data/codeLines.ts';
import { csvOf } from './data/formats.ts';
import { comparedScopes, departmentComparison, type EarlierYear } from './pages/compare.ts';
import { departmentData, yearPage } from './pages/lists.ts';
import { pageReply, textReply, type PortalContext, type PortalReply } from './reply.ts';
import type {
  DepartmentYear,
  DisclosureFilter,
  PortalSource,
  PublishedDisclosure,
  SeriesPoint,
} from './source.ts';
import type { View } from './view.ts';

/** A region's year: the list of departments, all its data in one archive, or a comparison. */
export async function yearReply(context: PortalContext, route: YearRoute): Promise<PortalReply | null> {
  const { source, view, address } = context;
  const { region, year, stage, compared } = route;
  const filter = { region, year, stage };
  if (address.format === 'zip' && compared === undefined) return archiveReply(source, filter, view);
  const all = await source.departmentYears(filter);
  if (compared === undefined) return pageReply(context, yearPage(route, all, view));
  const scopes = comparedScopes(compared);
  const [points, earlier, denominators, codes] = await Promise.all([
    pointsOf(source, scopes, filter),
    earlierYears(source, scopes, filter),
    source.denominators(region, year),
    codesOf(source, all),
  ]);
  return pageReply(
    context,
    departmentComparison({ ...route, compared }, { points, earlier, denominators, codes }, view),
  );
}

/** Each disclosure's amount of the first of the scopes that it prints: they are one scope in other words. */
export async function pointsOf(
  source: PortalSource,
  scopes: readonly Scope[],
  filter: DisclosureFilter,
): Promise<readonly SeriesPoint[]> {
  const lists = await Promise.all(scopes.map((scope) => source.series(scope, filter)));
  const [first = [], ...others] = lists;
  return first.map((point, i) =>
    point.fen !== null
      ? point
      : (others.map((list) => list[i]).find((each) => each !== undefined && each.fen !== null) ?? point),
  );
}

const yearsBefore = [1, 2] as const;

/** The same scope in the two years before, of those in which anybody printed it. */
async function earlierYears(
  source: PortalSource,
  scopes: readonly Scope[],
  { region, year, stage }: { readonly region: string; readonly year: number; readonly stage: Stage },
): Promise<readonly EarlierYear[]> {
  const all = await Promise.all(
    yearsBefore.map(async (back) => {
      const points = await pointsOf(source, scopes, { region, stage, year: year - back });
      return { year: year - back, points: points.filter(({ fen }) => fen !== null) };
    }),
  );
  return all.filter(({ points }) => points.length > 0);
}

/** More disclosures than this are not opened to offer their codes. */
const mostOpened = 40;

/** The classes that somebody prints, function before economic. */
async function codesOf(
  source: PortalSource,
  all: readonly DepartmentYear[],
): Promise<readonly { readonly code: string; readonly name: string }[]> {
  const codes = new Set<string>();
  for (const summary of all.slice(0, mostOpened)) {
    const published = await source.disclosure(summary, null);
    if (published !== null) for (const code of classCodes(published)) codes.add(code);
  }
  return [...codes].sort().map((code) => {
    const axis = code < '3' ? 'function' : 'deptEconomic';
    return { code, name: codeList(axis, null).find(code)?.name ?? code };
  });
}

function classCodes(published: PublishedDisclosure): readonly string[] {
  return (['function', 'deptEconomic'] as const).flatMap((dimension) =>
    (codeLinesOf(published, dimension)?.lines ?? [])
      .filter(({ level }) => level === 1)
      .map(({ code }) => code),
  );
}

/** Bytes of text; a larger region's year is fetched department by department. */
const mostArchived = 256 * 1024 * 1024;

/** Every disclosure's data package in a folder of its own, and the list of departments. */
async function archiveReply(
  source: PortalSource,
  filter: DisclosureFilter,
  view: View,
): Promise<PortalReply | null> {
  const all = await source.departmentYears(filter);
  if (all.length === 0) return null;
  const parts = new Map<string, Uint8Array>();
  parts.set('departments.csv', Buffer.from(csvOf(departmentData(all, view, true)), 'utf8'));
  let bytes = 0;
  for (const summary of all) {
    const published = await source.disclosure(summary, null);
    if (published === null) continue;
    for (const [path, content] of packageParts(published)) {
      parts.set(`${summary.department}/${path}`, content);
      bytes += content.length;
    }
    if (bytes > mostArchived) return null;
  }
  const archive = zipOf(parts);
  return archive === undefined ? null : textReply('application/zip', archive);
}

/** A disclosure's data package by path. */
export function packageParts({
  disclosure,
  summary,
}: PublishedDisclosure): readonly (readonly [string, Uint8Array])[] {
  const date = summary.publishedAt.slice(0, 10);
  return dataPackage(disclosure, { published: date }).map(
    ({ path, text }) => [path, Buffer.from(text, 'utf8')] as const,
  );
}
