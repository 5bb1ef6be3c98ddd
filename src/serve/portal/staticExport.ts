import { readAddress } from './address.ts';
import { searchIndex } from './folder/searchIndex.ts';
import { folderAssets } from './reply.ts';
import { respond } from './respond.ts';
import type { PortalSource } from './source.ts';

/** A file of the exported portal. */
export interface ExportedFile {
  /** Below the folder, with /. */
  readonly path: string;
  readonly content: string | Uint8Array;
}

export interface ExportOptions {
  /** The English pages too. */
  readonly english: boolean;
  /** Where the folder will stand, without a slash at its end: for the feed and for citations. Empty: not known. */
  readonly origin: string;
}

/**
 * The whole portal as files that any web server can send and a browser can open from a disk: every page that the
 * front page leads to, its data, its pictures. Links are relative, so the folder may stand anywhere. One file at
 * a time: what was given is not kept.
 */
export async function* staticExport(
  source: PortalSource,
  options: ExportOptions,
): AsyncGenerator<ExportedFile> {
  const targets = targetsOf(source);
  const seen = new Set<string>();
  const waiting = ['/', '/目录', '/数据', ...(options.english ? ['/en'] : []), ...folderAssets.keys()].map(
    encodeURI,
  );
  for (let path = waiting.pop(); path !== undefined; path = waiting.pop()) {
    if (seen.has(path)) continue;
    seen.add(path);
    const answer = await respond(
      source,
      { path, query: {}, origin: options.origin },
      {
        policyInPage: true,
        abilities: { hasSearch: true, hasTwin: options.english, inFolder: true, hasQuestions: false },
      },
    );
    const target = await targets(path);
    if (answer.status !== 200 || target === null) continue;
    const { body, mediaType } = answer;
    if (typeof body !== 'string' || !/^(?:text\/html|image\/svg)/.test(mediaType)) {
      yield { path: target, content: body };
      continue;
    }
    const links = linksIn(body).filter((link) => isExported(link, options));
    for (const link of links) if (!seen.has(link)) waiting.push(link);
    yield { path: target, content: await relinked(body, target, links, targets) };
  }
  yield* searchIndex(source, options.english);
}

/** Feeds need the address that the folder will have. */
function isExported(link: string, { english, origin }: ExportOptions): boolean {
  const address = readAddress(link);
  if (address === null) return folderAssets.has(link);
  if (address.route.kind === 'feed') return origin !== '';
  return english || address.language === 'zh';
}

/** Before an attribute stands a space, or the line break of a template. */
const linkPattern = /\s(href|src|action)="(\/[^"#?]*)(#[^"]*)?"/g;

function linksIn(html: string): readonly string[] {
  return [
    ...new Set([...html.matchAll(linkPattern)].map(([, , path = '']) => path.replaceAll('&amp;', '&'))),
  ];
}

/** Links relative to the page's own place; a link to what is not exported is none. */
async function relinked(
  html: string,
  own: string,
  links: readonly string[],
  targets: (path: string) => Promise<string | null>,
): Promise<string> {
  const known = new Map<string, string | null>();
  for (const link of links) known.set(link, await targets(link));
  const up = '../'.repeat(own.split('/').length - 1);
  return html.replace(linkPattern, (_, name: string, path: string, hash: string | undefined) => {
    const target = known.get(path.replaceAll('&amp;', '&')) ?? null;
    if (target === null) return '';
    const relative =
      target === own && hash !== undefined
        ? ''
        : `${up}${target.split('/').map(encodeURIComponent).join('/')}`;
    return ` ${name}="${relative}${hash ?? ''}"`;
  });
}

/** Where an address stands in the folder: a page is the index of its own folder, a file keeps its name. */
function targetsOf(source: PortalSource): (path: string) => Promise<string | null> {
  return async (path) => {
    if (folderAssets.has(path)) return path.slice(1);
    const address = readAddress(path);
    if (address === null) return null;
    const plain = decodeURIComponent(path)
      .split('/')
      .filter((segment) => segment !== '');
    if (address.format !== 'html') return plain.join('/');
    const { route } = address;
    if (route.kind !== 'disclosure' || route.part.kind !== 'file') return [...plain, 'index.html'].join('/');
    const published = await source.disclosure(route.key, route.version);
    const file = published?.summary.files[route.part.file];
    return file === undefined ? null : [...plain, file.name.replace(/[\\/:*?"<>|]/g, '_')].join('/');
  };
}
