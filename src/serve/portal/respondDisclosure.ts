import { zipOf } from '../../file/zipWrite.ts';
import { disclosureJson } from '../../write/disclosureJson.ts';
import type { Part, Route } from './address.ts';
import { codeLinesOf, type CodeDimension } from './data/codeLines.ts';
import { portalProjects } from './data/projects.ts';
import { projectYears, type ProjectYear } from './data/projectYears.ts';
import { documentOf, type NewerVersion, type PortalDocument } from './document.ts';
import { pagePng, shownFile } from './files/shown.ts';
import { chartFrame, chartSvg } from './pages/chart.ts';
import { checkPage } from './pages/check.ts';
import { checksPage } from './pages/checks.ts';
import { codePage } from './pages/code.ts';
import { comparedScopes } from './pages/compare.ts';
import { correctionsPage } from './pages/corrections.ts';
import { downloadPage } from './pages/download.ts';
import { narrativePage } from './pages/narrative.ts';
import { overviewPage } from './pages/overview.ts';
import { projectPage } from './pages/project.ts';
import { projectsPage } from './pages/projects.ts';
import { sourcePage, sourcesPage, type ShownFile } from './pages/sources.ts';
import { withdrawnPage } from './pages/withdrawn.ts';
import { tableData, tablePage, tablesPage } from './pages/tables.ts';
import { memoryOf } from './remembered.ts';
import {
  htmlReply,
  packageReply,
  pageReply,
  shellOptions,
  textReply,
  type PortalContext,
  type PortalReply,
} from './reply.ts';
import { questionReply } from './questions/respond.ts';
import { packageParts, pointsOf } from './respondYear.ts';
import { replacedVersion } from './replaced.ts';
import { similarWords } from './search/similar.ts';
import { shell, type PortalPage } from './page.ts';
import type {
  DisclosureKey,
  OriginalFile,
  PortalSource,
  PublishedDisclosure,
  SearchRecord,
} from './source.ts';

type DisclosureRoute = Extract<Route, { readonly kind: 'disclosure' }>;

interface Asked extends PortalContext {
  readonly key: DisclosureKey;
  readonly version: number | null;
  readonly document: PortalDocument;
}

/** A page or a file of one disclosure; null where it does not exist. */
export async function disclosureReply(
  context: PortalContext,
  route: DisclosureRoute,
): Promise<PortalReply | null> {
  const { key, version, part } = route;
  const { source, view } = context;
  const published = await source.disclosure(key, version);
  if (published === null) return withdrawnReply(context, route);
  const newer = version === null ? null : await newerVersion(context, route, version);
  const document = documentOf(published, version, view, newer);
  return partReply({ ...context, key, version, document }, part);
}

/** Parts that every version has, or whose absence in the newest says nothing: others lead to the overview. */
const lasting: ReadonlySet<Part['kind']> = new Set([
  ...(['overview', 'tables', 'table', 'narrative', 'checks', 'sources', 'download', 'corrections'] as const),
]);

async function newerVersion(
  { source, view }: PortalContext,
  { key, part }: DisclosureRoute,
  version: number,
): Promise<NewerVersion | null> {
  const newest = (await source.versions(key))[0]?.version ?? version;
  const to: Part = lasting.has(part.kind) ? part : { kind: 'overview' };
  const href = view.link({ kind: 'disclosure', key, version: null, part: to });
  return newest === version ? null : { version: newest, href };
}

/** What was published once and taken back says so, and leads to what stands there now. */
async function withdrawnReply(
  { source, view, options, address }: PortalContext,
  { key, version }: DisclosureRoute,
): Promise<PortalReply | null> {
  const at = address.format === 'html' ? await source.withdrawnAt(key, version) : null;
  if (at === null) return null;
  const newest = version === null ? null : await source.disclosure(key, null);
  const page = withdrawnPage(key, { version, at, newest: newest?.summary.version ?? null }, view);
  return htmlReply(shell(page, view, shellOptions(options)), "'none'", 410);
}

async function partReply(asked: Asked, part: Part): Promise<PortalReply | null> {
  const { document, version, address } = asked;
  const { format } = address;
  switch (part.kind) {
    case 'overview':
      return pageReply(asked, await overviewOf(asked));
    case 'tables':
      return format === 'zip' ? tablesArchive(asked) : pageReply(asked, tablesPage(document, version));
    case 'table':
      return pageReply(asked, tablePage(document, version, part.number));
    case 'function':
    case 'economic':
      return codeReply(asked, part.kind === 'function' ? 'function' : 'deptEconomic', part.code);
    case 'narrative':
      return pageReply(asked, narrativePage(document, version));
    case 'projects':
      return pageReply(asked, projectsPage(document, version));
    case 'project':
      return pageReply(
        asked,
        projectPage(document, version, part.slug, {
          similar: await similarProjects(asked, part.slug),
          years: await yearsOfProject(asked, part.slug),
        }),
      );
    case 'checks':
      return pageReply(asked, checksPage(document, version));
    case 'check':
      return pageReply(asked, checkPage(document, version, part));
    case 'sources':
      return sourcesReply(asked);
    case 'source':
      return sourceReply(asked, part.file, part.page);
    case 'file':
      return fileReply(asked, part.file);
    case 'download':
      return downloadReply(asked);
    case 'chart':
      return chartReply(asked);
    case 'corrections':
      return pageReply(asked, correctionsPage(document, version, await replacedBy(asked)));
    case 'question':
      return questionReply(asked, document.published, version);
  }
}

/** The overview with all that it shows of other years and departments. */
async function overviewOf(asked: Asked): Promise<PortalPage> {
  const { source, key, version, document } = asked;
  const { region, stage, department } = key;
  const [versions, replaced, previous, others, years, denominators] = await Promise.all([
    source.versions(key),
    replacedBy(asked),
    source.disclosure({ ...key, year: key.year - 1 }, null),
    source.departmentYears({ region, department }),
    pointsOf(source, comparedScopes({ axis: 'total', node: '' }), { region, stage, department }),
    source.denominators(region, key.year),
  ]);
  const context = { version, versions, replaced, previous, others, years, denominators };
  return overviewPage(document, context);
}

/** The published version that the shown one corrects; null for the first, and where none before it is public. */
async function replacedBy({ source, key, document }: Asked): Promise<PublishedDisclosure | null> {
  const replaced = await replacedVersion(source, document.published.summary);
  return replaced === null ? null : source.disclosure(key, replaced.version);
}

async function codeReply(asked: Asked, dimension: CodeDimension, code: string): Promise<PortalReply | null> {
  const { source, key, document, version } = asked;
  const base = codeLinesOf(document.published, dimension)?.base;
  if (base === undefined) return null;
  const { region, stage, department } = key;
  const years = await pointsOf(source, [{ ...base, [dimension]: code }], { region, stage, department });
  return pageReply(asked, codePage(document, version, dimension, code, years));
}

const mostSimilar = 6;

/** Projects elsewhere whose names share this one's telling words. */
async function similarProjects({ source, document }: Asked, slug: string): Promise<readonly SearchRecord[]> {
  const { summary, disclosure } = document.published;
  const project = portalProjects(disclosure).find((each) => each.slug === slug);
  if (project === undefined) return [];
  const found = new Map<string, SearchRecord>();
  for (const text of similarWords(project.name)) {
    const { hits } = await source.search({
      text,
      chosen: { kind: 'project' },
      order: 'relevance',
      page: 1,
      pageSize: mostSimilar + 4,
    });
    for (const hit of hits) {
      const isSame = hit.summary.department === summary.department && hit.page[1] === slug;
      if (!isSame && hit.title.includes(text))
        found.set(`${hit.summary.region}/${hit.summary.year}/${hit.page.join('/')}`, hit);
    }
    if (found.size >= mostSimilar) break;
  }
  return [...found.values()].slice(0, mostSimilar);
}

/** A project is followed two years back and two on. */
const yearsAround = 2;

async function yearsOfProject(
  { source, key, document }: Asked,
  slug: string,
): Promise<readonly ProjectYear[]> {
  const { region, stage, department, year } = key;
  const { published } = document;
  const project = portalProjects(published.disclosure).find((each) => each.slug === slug);
  if (project === undefined) return [];
  const all = await source.departmentYears({ region, stage, department });
  const near = all.filter((each) => each.year !== year && Math.abs(each.year - year) <= yearsAround);
  const others = await Promise.all(near.map((each) => source.disclosure(each, null)));
  return projectYears(project.name, [published, ...others.filter((each) => each !== null)]);
}

/** All tables in one archive, after the list of them. */
function tablesArchive({ document, version, request, view }: Asked): PortalReply | null {
  const page = tablesPage(document, version);
  const tables = document.published.disclosure.tables.map((table) => ({
    ...tableData(table, document),
    id: `${table.number}-${table.key}`,
  }));
  return packageReply({ ...page, data: [...page.data, ...tables] }, request, view);
}

async function originalFile(
  source: PortalSource,
  { document, key }: Asked,
  index: number,
): Promise<OriginalFile | null> {
  return source.file(key, document.published.summary.version, index);
}

async function sourcesReply(asked: Asked): Promise<PortalReply | null> {
  const { source, document, version } = asked;
  const files = document.published.summary.files;
  const shown = await Promise.all(
    files.map(async (_, i) => {
      const file = await originalFile(source, asked, i);
      return file === null ? ({ kind: 'download' } as const) : shownBy(file);
    }),
  );
  return pageReply(asked, sourcesPage(document, version, shown));
}

/** How files can be shown, by checksum: to know a file's pages it must be opened. */
const shownFiles = memoryOf<ShownFile>(500, () => 1);

function shownBy(file: OriginalFile): Promise<ShownFile> {
  return shownFiles.get(file.sha256, () => shownFile(file));
}

/** Pictures of pages; each takes a moment to draw. Bytes. */
const pictures = memoryOf<Uint8Array | undefined>(64 * 1024 * 1024, (png) => png?.length ?? 0);

async function sourceReply(asked: Asked, index: number, page: number): Promise<PortalReply | null> {
  const { source, document, version, address } = asked;
  const summary = document.published.summary.files[index];
  const file = summary === undefined ? null : await originalFile(source, asked, index);
  if (summary === undefined || file === null) return null;
  if (address.format !== 'png')
    return pageReply(asked, sourcePage(document, version, { file: index, page }, await shownBy(file)));
  const png = await pictures.get(`${summary.sha256} ${page}`, () => pagePng(file, page));
  return png === undefined ? null : textReply('image/png', png, { 'cache-control': 'public, max-age=86400' });
}

/** The published file, unchanged. It is not run: a document may hold scripts of its own. */
async function fileReply(asked: Asked, index: number): Promise<PortalReply | null> {
  const file = await originalFile(asked.source, asked, index);
  if (file === null || asked.address.format !== 'html') return null;
  const name = encodeURIComponent(file.name);
  return textReply(file.mediaType, file.content, {
    'content-disposition': `attachment; filename*=UTF-8''${name}`,
    'content-security-policy': "default-src 'none'; sandbox",
    'x-content-type-options': 'nosniff',
  });
}

/** The page of downloads; as JSON the disclosure itself, as ZIP its data package. */
async function downloadReply(asked: Asked): Promise<PortalReply | null> {
  const { document, version, request, address } = asked;
  const { published } = document;
  if (address.format === 'json')
    return textReply(
      'application/json; charset=utf-8',
      `${JSON.stringify(disclosureJson(published.disclosure))}\n`,
    );
  if (address.format !== 'zip') {
    const { data } = await overviewOf(asked);
    return pageReply(asked, downloadPage(document, version, request.origin, data));
  }
  const archive = zipOf(new Map(packageParts(published)));
  return archive === undefined ? null : textReply('application/zip', archive);
}

function chartReply({ document, request, address, options }: Asked): PortalReply | null {
  if (address.format === 'svg') {
    const svg = chartSvg(document, request.origin);
    const policy = { 'content-security-policy': "default-src 'none'; style-src 'unsafe-inline'" };
    return svg === null ? null : textReply('image/svg+xml; charset=utf-8', svg, policy);
  }
  const page = address.format === 'html' ? chartFrame(document, shellOptions(options)) : null;
  return page === null ? null : htmlReply(page, '*');
}
