import { createHash } from 'node:crypto';
import { addressOf, type Address } from './address.ts';
import { script } from './assets/script.ts';
import { folderSearch } from './assets/folderSearch.ts';
import { style } from './assets/style.ts';
import type { Dataset } from './data/dataset.ts';
import { csvOf, datasetJson } from './data/formats.ts';
import { pagePackage } from './data/pagePackage.ts';
import { notFoundPage } from './pages/about.ts';
import { shell, type PortalPage } from './page.ts';
import { dataFrame } from './pages/embedFrame.ts';
import type { PortalSource } from './source.ts';
import type { Abilities, View } from './view.ts';

/** What is asked: a path as in an address, and what follows the question mark. */
export interface PortalRequest {
  readonly path: string;
  readonly query: Readonly<Record<string, string>>;
  /** https://host, without a slash at its end: for the feed and for citations. */
  readonly origin: string;
}

/** An answer that any server can send and any folder can hold. */
export interface PortalReply {
  readonly status: 200 | 302 | 303 | 404 | 410 | 429;
  readonly mediaType: string;
  readonly body: string | Uint8Array;
  readonly headers: Readonly<Record<string, string>>;
}

export interface PortalOptions {
  /** Pages carry their content policy themselves: a folder's web server sends no header. */
  readonly policyInPage?: boolean;
  /** What the portal has beside its pages; everything where absent. */
  readonly abilities?: Abilities;
}

/** What every answer is made with. */
export interface PortalContext {
  readonly source: PortalSource;
  readonly request: PortalRequest;
  readonly view: View;
  readonly address: Address;
  readonly options: PortalOptions;
}

const digestOf = (text: string): string => createHash('sha256').update(text).digest('hex').slice(0, 12);

/** The portal's own files; their names change with their content, so that they may be kept for ever. */
export const assets: ReadonlyMap<string, { readonly mediaType: string; readonly body: string }> = new Map([
  [`/portal-${digestOf(style)}.css`, { mediaType: 'text/css; charset=utf-8', body: style }],
  [`/portal-${digestOf(script)}.js`, { mediaType: 'text/javascript; charset=utf-8', body: script }],
]);

const [stylePath = '', scriptPath = ''] = assets.keys();

/** What an exported folder has beside them. */
export const folderAssets: typeof assets = new Map([
  ...assets,
  [
    `/portal-search-${digestOf(folderSearch)}.js`,
    { mediaType: 'text/javascript; charset=utf-8', body: folderSearch },
  ],
]);
export const folderSearchPath = [...folderAssets.keys()].at(-1) ?? '';

/** Scripts and styles from here alone; charts, pictures and data too. `frames`: who may show the page in a frame. */
export function contentPolicy(frames: string | null): string {
  const parts = [
    "default-src 'none'",
    "style-src 'self'",
    "script-src 'self'",
    "img-src 'self' data:",
    "connect-src 'self'",
    "form-action 'self'",
    "base-uri 'none'",
    ...(frames === null ? [] : [`frame-ancestors ${frames}`]),
  ];
  return parts.join('; ');
}

/** For what changes its name with its content. */
export const forEver = { 'cache-control': 'public, max-age=31536000, immutable' };
const shortly = { 'cache-control': 'public, max-age=60' };

/** A page in the format that the address asks for; null where the page does not have it. */
export function pageReply(context: PortalContext, page: PortalPage | null): PortalReply | null {
  if (page === null) return null;
  const { address, request, view, options } = context;
  const { format } = address;
  if (format === 'html') return htmlReply(shell(page, view, shellOptions(options)), "'none'");
  if (format === 'json')
    return textReply(
      'application/json; charset=utf-8',
      jsonOf(page, context),
      nextPart(page.data[0], context),
    );
  if (format === 'zip') return packageReply(page, request, view);
  const [, id, ending] = /^(?:([a-z]+)\.)?(csv|embed)$/.exec(format) ?? [];
  const data = id === undefined ? page.data[0] : page.data.find((each) => each.id === id);
  if (ending === 'embed') {
    const frame = data === undefined ? null : dataFrame(page, data, view, shellOptions(options));
    return frame === null ? null : htmlReply(frame, '*');
  }
  if (data === undefined || ending !== 'csv') return null;
  return textReply('text/csv; charset=utf-8', csvOf(data), nextPart(data, context));
}

/** Where a list goes on, for programs (RFC 8288); the address differs from the one asked for in its page alone. */
function nextPart(
  data: Dataset | undefined,
  { request, view, address }: PortalContext,
): Readonly<Record<string, string>> {
  const next = data?.whole?.next ?? null;
  if (next === null) return {};
  const query = new URLSearchParams({ ...request.query, page: String(next) });
  const path = addressOf(address.route, view.language, address.format);
  return { link: `<${request.origin}${path}?${query.toString()}>; rel="next"` };
}

/** All data sets of the page in one archive that describes them; null for a page without data. */
export function packageReply(
  { title, route, data }: PortalPage,
  { origin }: PortalRequest,
  view: View,
): PortalReply | null {
  if (data.length === 0) return null;
  const address = addressOf(route, view.language);
  const of = { name: `page-${digestOf(address)}`, title, homepage: origin === '' ? '' : origin + address };
  const archive = pagePackage(of, data);
  return archive === undefined ? null : textReply('application/zip', archive);
}

/** The page's data with where it comes from. */
function jsonOf({ title, route, data }: PortalPage, { request, view }: PortalContext): string {
  const query = new URLSearchParams(request.query).toString();
  const address = request.origin + addressOf(route, view.language) + (query === '' ? '' : `?${query}`);
  return `${JSON.stringify({ schema: 1, title, address, data: data.map(datasetJson) }, null, 1)}\n`;
}

/** Where the frame finds the style and the script, and what policy it prints. */
export function shellOptions({ policyInPage }: PortalOptions): {
  readonly style: string;
  readonly script: string;
  readonly policy: string | null;
} {
  return { style: stylePath, script: scriptPath, policy: policyInPage === true ? contentPolicy(null) : null };
}

/** `frames`: who may frame the page. */
export function htmlReply(body: string, frames: string, status: 200 | 404 | 410 | 429 = 200): PortalReply {
  return {
    status,
    mediaType: 'text/html; charset=utf-8',
    body,
    headers: { ...shortly, 'content-security-policy': contentPolicy(frames) },
  };
}

/** Data and feeds may be read by the scripts of other sites. */
export function textReply(
  mediaType: string,
  body: string | Uint8Array,
  headers: Readonly<Record<string, string>> = {},
): PortalReply {
  return {
    status: 200,
    mediaType,
    body,
    headers: { ...shortly, 'access-control-allow-origin': '*', ...headers },
  };
}

/** The page that says that there is none. */
export function notFound(view: View, options: PortalOptions): PortalReply {
  return htmlReply(shell(notFoundPage(view), view, shellOptions(options)), "'none'", 404);
}
