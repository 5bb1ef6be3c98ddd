import type { FastifyReply } from 'fastify';
import { z } from 'zod';
import { disclosureVersion, filesOf } from '../../../store/disclosures.ts';
import type { Filing } from '../../../store/filings.ts';
import { addressOf } from '../../portal/address.ts';
import { memorySource } from '../../portal/memorySource.ts';
import { keyOf, summaryOf } from '../../portal/published.ts';
import { contentPolicy } from '../../portal/reply.ts';
import { respond } from '../../portal/respond.ts';
import type { PortalSource } from '../../portal/source.ts';
import { asPublished } from '../../workflow/act.ts';
import { anyWork, callerOf } from '../access.ts';
import { answers, nothing, visibleFiling, type Api, type ApiContext } from '../context.ts';
import { ApiProblem } from '../problems.ts';
import { identity, versionInAddress } from '../shapes/words.ts';
import { documentsIn } from './documents.ts';

const ofVersion = z.object({ id: identity, version: versionInAddress });
const onlyProblems = { '4xx': answers(nothing)['4xx'] };
/** A document runs nothing and asks nobody; the workbench alone may frame it. */
const documentPolicy =
  "default-src 'none'; style-src 'unsafe-inline'; img-src data:; font-src data:; frame-ancestors 'self'; sandbox";

/** What the public will see, before it does: the web document, and the portal's pages with every link. */
export function registerPreviews(api: Api, context: ApiContext): void {
  const { db } = context.store;
  const tags = ['downloads'];
  const config = { access: anyWork };
  api.get(
    '/filings/:id/disclosures/:version/preview/html',
    {
      config,
      schema: { summary: 'The web document to look at', tags, params: ofVersion, response: onlyProblems },
    },
    async (request, reply) => {
      const filing = await visibleFiling(db, callerOf(request), request.params.id);
      const { files } = await documentsIn(context, filing, request.params.version, 'html');
      framed(reply, documentPolicy);
      return reply.type('text/html; charset=utf-8').send((files[0]?.content ?? '') as never);
    },
  );
  api.get(
    '/filings/:id/disclosures/:version/portal',
    {
      config,
      schema: {
        summary: 'The address of the page in the portal, below `…/portal/` of this preview',
        ...{ tags, params: ofVersion, response: answers(z.object({ path: z.string() })) },
      },
    },
    async (request) => {
      const filing = await visibleFiling(db, callerOf(request), request.params.id);
      const { path } = await previewOf(context, filing, request.params.version);
      return { path };
    },
  );
  api.get(
    '/filings/:id/disclosures/:version/portal/*',
    {
      config,
      schema: {
        summary: 'A page of the portal as if the version were published',
        ...{ tags, params: ofVersion.extend({ '*': z.string() }), response: onlyProblems },
      },
    },
    async (request, reply) => {
      const { id, version } = request.params;
      const filing = await visibleFiling(db, callerOf(request), id);
      const { source } = await previewOf(context, filing, version);
      const base = `/api/v1/filings/${id}/disclosures/${version}/portal`;
      const [path = '', query = ''] = request.url.slice(base.length).split('?', 2);
      const asked = { path, query: Object.fromEntries(new URLSearchParams(query)), origin: '' };
      const { status, mediaType, body } = await respond(source, asked);
      framed(reply, contentPolicy("'self'"));
      const isPage = mediaType.startsWith('text/html') && typeof body === 'string';
      const sent = isPage ? withBase(body, base) : body;
      return reply
        .code(status as 200)
        .type(mediaType)
        .send((typeof sent === 'string' ? sent : Buffer.from(sent)) as never);
    },
  );
}

function framed(reply: FastifyReply, policy: string): void {
  reply.header('content-security-policy', policy).header('x-frame-options', 'SAMEORIGIN');
}

/** Links and pictures of a page lead on within the preview. */
export function withBase(page: string, base: string): string {
  return page.replace(/ (href|src|action)="\/(?!\/)/g, ` $1="${base}/`);
}

/** A portal in which nothing but the version is published. */
async function previewOf(
  { store: { db } }: ApiContext,
  filing: Filing,
  version: number,
): Promise<{ readonly source: PortalSource; readonly path: string }> {
  const found = await disclosureVersion(db, filing, version);
  if (found === null) throw new ApiProblem('noDisclosure');
  const disclosure = asPublished(filing, found.disclosure);
  const key = keyOf(disclosure);
  if (key === null) throw new ApiProblem('noDisclosure');
  const files = await filesOf(db, filing, version);
  const publication = {
    ...{ ...found, disclosure, version: 1, publishedAt: new Date().toISOString() },
    files: files.map(({ name, mediaType, bytes, sha256 }) => ({ name, mediaType, bytes, sha256 })),
  };
  const entry = { summary: summaryOf(publication), ...found, disclosure, contents: [] };
  const route = { kind: 'disclosure', key, version: null, part: { kind: 'overview' } } as const;
  return { source: memorySource([entry]), path: addressOf(route, 'zh') };
}
