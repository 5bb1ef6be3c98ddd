import { createHash } from 'node:crypto';
import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';

interface Page {
  readonly generation: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly etag: string;
  readonly body: Buffer;
  readonly packed: Buffer;
}

const mostBytes = 128 * 1024 * 1024;
const largestPage = 8 * 1024 * 1024;
const askEveryMilliseconds = 1000;
const keptHeaders = [
  'content-type',
  'content-security-policy',
  'cache-control',
  'access-control-allow-origin',
];
const pack = promisify(gzip);

/**
 * Keeps finished public pages until something is published or withdrawn. `generation` says what is published;
 * it is asked at most once a second, so that other processes' publications show after that.
 */
export function cachePages(app: FastifyInstance, generation: () => Promise<string>): void {
  const pages = new Map<string, Page>();
  const state = { total: 0, generation: '', askedAt: 0, asking: null as Promise<void> | null };
  const ask = async (): Promise<void> => {
    state.generation = await generation();
    state.askedAt = Date.now();
  };
  const current = async (): Promise<string> => {
    if (Date.now() - state.askedAt > askEveryMilliseconds) {
      state.asking ??= ask().finally(() => {
        state.asking = null;
      });
      await state.asking;
    }
    return state.generation;
  };
  const forget = (key: string): void => {
    const page = pages.get(key);
    if (page === undefined) return;
    state.total -= page.body.length + page.packed.length;
    pages.delete(key);
  };
  const keep = (key: string, page: Page): void => {
    forget(key);
    pages.set(key, page);
    state.total += page.body.length + page.packed.length;
    for (const oldest of pages.keys()) {
      if (state.total <= mostBytes) break;
      forget(oldest);
    }
  };
  app.addHook('onRequest', async (request, reply) => {
    const page = pages.get(keyOf(request));
    if (page === undefined) return;
    if (page.generation !== (await current())) return;
    await sendPage(page, request, reply);
  });
  app.addHook('onSend', async (request, reply, payload) => {
    if (reply.statusCode !== 200 || request.method !== 'GET' || reply.hasHeader('etag')) return payload;
    const body = typeof payload === 'string' ? Buffer.from(payload) : payload;
    if (!Buffer.isBuffer(body) || body.length > largestPage) return payload;
    const page = await pageOf(body, reply, await current());
    keep(keyOf(request), page);
    reply.header('etag', page.etag);
    return payload;
  });
}

/** Charts and links know their host only in feeds and citations: it is part of the key. */
function keyOf({ host, protocol, url }: FastifyRequest): string {
  return `${protocol} ${host} ${url}`;
}

async function pageOf(body: Buffer, reply: FastifyReply, generation: string): Promise<Page> {
  const headers = Object.fromEntries(
    keptHeaders.flatMap((name) => {
      const value = reply.getHeader(name);
      return value === undefined ? [] : [[name, String(value)]];
    }),
  );
  const etag = `"${createHash('sha256').update(body).digest('base64url').slice(0, 22)}"`;
  return { generation, headers, etag, body, packed: await pack(body) };
}

function sendPage(page: Page, request: FastifyRequest, reply: FastifyReply): FastifyReply {
  reply.headers({ ...page.headers, etag: page.etag, vary: 'accept-encoding' });
  if (request.headers['if-none-match'] === page.etag) return reply.code(304).send();
  const packs = /\bgzip\b/.test(request.headers['accept-encoding'] ?? '');
  if (packs) reply.header('content-encoding', 'gzip');
  return reply.send(packs ? page.packed : page.body);
}
