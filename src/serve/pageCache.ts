import { createHash } from 'node:crypto';
import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { ApiProblem } from './api/problems.ts';
import { lanesOf } from './lanes.ts';

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
/** What is known may be so old while it is asked again; after a quiet time the first reader waits for the answer. */
const mostStaleMilliseconds = 3000;
/** Pages made at once: each takes a processor for its time, and a connection. */
const pagesAtOnce = 4;
/** Readers who wait for a page to be made; more are told to come again. */
const mostWaiting = 500;
const keptHeaders = [
  'content-type',
  'content-security-policy',
  'cache-control',
  'access-control-allow-origin',
  'link',
];
const pack = promisify(gzip);

/** Answers at most once a second what is published; under load nobody waits for the question. */
function generations(ask: () => Promise<string>): () => Promise<string> {
  // By a clock that nobody sets back: what was withdrawn would stay before the public until the old time comes again.
  const state = { value: '', askedAt: Number.NEGATIVE_INFINITY, asking: null as Promise<void> | null };
  const renew = (): Promise<void> => {
    const began = performance.now();
    state.asking ??= ask()
      .then((value) => {
        state.value = value;
        state.askedAt = began;
      })
      .finally(() => {
        state.asking = null;
      });
    return state.asking;
  };
  return async () => {
    const age = performance.now() - state.askedAt;
    if (age > mostStaleMilliseconds) await renew();
    // Who comes after the time of grace is told of a database that does not answer.
    else if (age > askEveryMilliseconds) renew().catch(() => undefined);
    return state.value;
  };
}

interface Pages {
  get(key: string): Page | undefined;
  keep(key: string, page: Page): void;
}

/** Pages up to a number of bytes; what nobody asked for longest goes first. */
function pageMemory(): Pages {
  const pages = new Map<string, Page>();
  const state = { total: 0 };
  const forget = (key: string): void => {
    const page = pages.get(key);
    if (page === undefined) return;
    state.total -= page.body.length + page.packed.length;
    pages.delete(key);
  };
  return {
    get(key) {
      const page = pages.get(key);
      if (page === undefined) return undefined;
      pages.delete(key);
      pages.set(key, page);
      return page;
    },
    keep(key, page) {
      forget(key);
      pages.set(key, page);
      state.total += page.body.length + page.packed.length;
      for (const oldest of pages.keys()) {
        if (state.total <= mostBytes) break;
        forget(oldest);
      }
    },
  };
}

/**
 * Keeps finished public pages until something is published or withdrawn. `generation` says what is published;
 * it is asked at most once a second, so that other processes' publications show after that. A page that many ask
 * for at once is made once, and a few pages are made at a time.
 */
export function cachePages(app: FastifyInstance, generation: () => Promise<string>): void {
  const pages = pageMemory();
  const current = generations(generation);
  const lanes = lanesOf(pagesAtOnce, mostWaiting);
  const making = new Map<string, Promise<void>>();
  const ends = new WeakMap<FastifyRequest, () => void>();
  const fresh = async (key: string): Promise<Page | null> => {
    const page = pages.get(key);
    return page !== undefined && page.generation === (await current()) ? page : null;
  };
  const begin = async (key: string, request: FastifyRequest): Promise<void> => {
    let made = (): void => undefined;
    if (!making.has(key)) making.set(key, new Promise((resolve) => (made = resolve)));
    const leave = await lanes.enter();
    const tell = made;
    if (leave === null) {
      making.delete(key);
      tell();
      throw new ApiProblem('busy');
    }
    ends.set(request, () => {
      ends.delete(request);
      making.delete(key);
      tell();
      leave();
    });
  };
  app.addHook('onRequest', async (request, reply) => {
    if (request.method === 'POST') return undefined;
    const key = keyOf(request);
    for (let waited = false; ; waited = true) {
      const known = await fresh(key);
      if (known !== null) return sendPage(known, request, reply);
      const other = making.get(key);
      // What turned out not to be kept is made for each who asks, a few at a time like other pages.
      if (other === undefined || waited) break;
      await other;
    }
    await begin(key, request);
    return undefined;
  });
  app.addHook('onSend', async (request, reply, payload) => {
    try {
      await keepPage(pages, request, reply, payload, current);
      return payload;
    } finally {
      ends.get(request)?.();
    }
  });
  app.addHook('onResponse', (request, _, done) => {
    ends.get(request)?.();
    done();
  });
}

async function keepPage(
  pages: Pages,
  request: FastifyRequest,
  reply: FastifyReply,
  payload: unknown,
  current: () => Promise<string>,
): Promise<void> {
  if (reply.statusCode !== 200 || request.method !== 'GET' || reply.hasHeader('etag')) return;
  const body = typeof payload === 'string' ? Buffer.from(payload) : payload;
  if (!Buffer.isBuffer(body) || body.length > largestPage) return;
  const page = await pageOf(body, reply, await current());
  pages.keep(keyOf(request), page);
  reply.header('etag', page.etag);
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
