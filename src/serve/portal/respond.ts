import { readAddress } from './address.ts';
import { correctionNotes } from './correctionNotes.ts';
import { feedXml } from './feed.ts';
import { cataloguePage, dataPage, helpPage } from './pages/about.ts';
import { folderSearchPage } from './folder/searchPage.ts';
import { comparePage } from './pages/compare.ts';
import { homePage, regionPage } from './pages/lists.ts';
import { queryOf, searchPage } from './pages/search.ts';
import {
  folderAssets,
  folderSearchPath,
  forEver,
  notFound,
  pageReply,
  textReply,
  type PortalContext,
  type PortalOptions,
  type PortalReply,
  type PortalRequest,
} from './reply.ts';
import { disclosureReply } from './respondDisclosure.ts';
import { yearReply } from './respondYear.ts';
import type { PortalSource } from './source.ts';
import { takeQuestion, type Ask } from './questions/respond.ts';
import { viewOf, type View } from './view.ts';

/** Entries of a feed. */
const mostUpdates = 100;

/** Answers a request for a page, its data or one of the portal's files. */
export async function respond(
  source: PortalSource,
  request: PortalRequest,
  options: PortalOptions = {},
): Promise<PortalReply> {
  const asset = folderAssets.get(request.path);
  if (asset !== undefined) return { status: 200, ...asset, headers: forEver };
  const { context, view } = contextOf(source, request, options);
  return (context === null ? null : await replyTo(context)) ?? notFound(view, options);
}

/** Takes what a reader sent from a form of the portal. */
export async function respondToForm(
  source: PortalSource,
  request: PortalRequest,
  {
    form,
    ask,
    options,
  }: { readonly form: URLSearchParams; readonly ask: Ask; readonly options: PortalOptions },
): Promise<PortalReply> {
  const { context, view } = contextOf(source, request, options);
  return (context === null ? null : await takeQuestion(context, form, ask)) ?? notFound(view, options);
}

function contextOf(
  source: PortalSource,
  request: PortalRequest,
  options: PortalOptions,
): { readonly context: PortalContext | null; readonly view: View } {
  const address = readAddress(request.path);
  const language = address?.language ?? (request.path.startsWith('/en/') ? 'en' : 'zh');
  const view = viewOf(language, options.abilities);
  return { context: address === null ? null : { source, request, view, address, options }, view };
}

async function feedOf(region: string | undefined, { source, request, view }: PortalContext): Promise<string> {
  const updates = await source.updates(mostUpdates, region === undefined ? {} : { region });
  const corrections = await correctionNotes(source, updates, view);
  return feedXml(updates, { origin: request.origin, region, corrections }, view);
}

async function replyTo(context: PortalContext): Promise<PortalReply | null> {
  const { source, view, address, request } = context;
  const { route } = address;
  switch (route.kind) {
    case 'disclosure':
      return disclosureReply(context, route);
    case 'year':
      return yearReply(context, route);
    case 'feed':
      return address.format === 'xml'
        ? textReply('application/atom+xml; charset=utf-8', await feedOf(route.region, context))
        : null;
    case 'home':
      return pageReply(context, homePage(await source.regions(), await source.updates(12), view));
    case 'region':
      return pageReply(
        context,
        regionPage(route.region, await source.departmentYears({ region: route.region }), view),
      );
    case 'catalogue':
      return pageReply(context, cataloguePage(await source.departmentYears({}), view));
    case 'compare':
      return pageReply(context, comparePage(await source.departmentYears({}), view));
    case 'search': {
      if (view.inFolder)
        return address.format === 'html'
          ? pageReply(context, folderSearchPage(await source.departmentYears({}), folderSearchPath, view))
          : null;
      const query = queryOf(request.query, address.format);
      return pageReply(context, searchPage(query, await source.search(query), view));
    }
    case 'data':
      return pageReply(context, dataPage((await source.updates(1))[0] ?? null, request.origin, view));
    case 'help':
      return pageReply(context, helpPage(view));
  }
}
