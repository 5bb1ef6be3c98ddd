import { subscribe, unsubscribe } from 'node:diagnostics_channel';
import { Agent, request } from 'node:http';
import { apiDescription } from '../../src/serve/describe.ts';
import type { Access } from '../../src/serve/api/access.ts';
import { roles, type Role } from '../../src/store/roles.ts';
import { randomOf, type Random } from '../random.ts';
import { seeds, type Seed } from '../seeds.ts';
import { mutated, type PlainRequest, type SentRequest } from './requestMutations.ts';
import { valueOf, type Schema } from './schemaValues.ts';
import { backupMade, changedTables, idle, openWorld, type World } from './world.ts';

/** Something that no request may bring about. */
export interface RequestFault {
  readonly request: number;
  readonly sent: string;
  readonly how: string;
  readonly what: string;
}

export interface RequestReport {
  readonly requests: number;
  /** Of them: done, refused. */
  readonly accepted: number;
  readonly refused: number;
  /** Milliseconds until the slowest answer. */
  readonly slowest: number;
  readonly faults: readonly RequestFault[];
}

/** Beyond this an answer is taken for one that never comes, even on a busy machine. */
const patience = 30_000;

/**
 * Sends mutated requests to a server with its own database in this process, until so many were sent or so many
 * seconds have passed. Which requests depends on the seed alone, what they meet on those before.
 */
export async function fuzzRequests(
  until: { readonly requests: number; readonly seconds: number },
  seed: number,
): Promise<RequestReport> {
  const world = await openWorld();
  const endpoints = await endpointsOf(world);
  const end = performance.now() + until.seconds * 1000;
  const faults: RequestFault[] = [];
  const files = seeds();
  const causes = watchCauses();
  let before = await world.kept();
  let [requests, accepted, slowest] = [0, 0, 0];
  try {
    while (requests < until.requests && performance.now() < end) {
      const random = randomOf(seed * 1_000_003 + requests);
      const endpoint = endpoints[requests % endpoints.length] ?? random.pick(endpoints);
      const sent = mutated(plainRequest(endpoint, world, files, random), random);
      const start = performance.now();
      const answer = await send(world.port, sent);
      slowest = Math.max(slowest, performance.now() - start);
      const isDone = answer.status < 400;
      if (isDone) accepted += 1;
      await idle(world.server);
      if (isDone && sent.address.startsWith('/api/v1/backups')) await backupMade(world);
      const after = await world.kept();
      const wrong = wrongIn(sent, answer);
      const changed = isDone ? [] : changedTables(before, after);
      if (changed.length > 0) wrong.push(`refused with ${answer.status}, yet changed: ${changed.join()}`);
      const cause = causes.take();
      for (const what of wrong)
        faults.push({
          ...{ request: requests, sent: shown(sent), how: sent.how },
          what: `${what} ${cause}`.trim(),
        });
      before = after;
      requests += 1;
    }
  } finally {
    causes.close();
    await world.server.close();
  }
  return { requests, accepted, refused: requests - accepted, slowest, faults };
}

/** What went wrong within a handler, to be told with its request. */
function watchCauses(): { take(): string; close(): void } {
  const channel = 'tracing:fastify.request.handler:error';
  let cause = '';
  const hear = (message: unknown): void => {
    const { error } = message as { readonly error?: unknown };
    cause = error instanceof Error ? (error.stack ?? error.message).split('\n').slice(0, 4).join(' ') : '';
  };
  subscribe(channel, hear);
  return {
    take: () => {
      const taken = cause;
      cause = '';
      return taken;
    },
    close: () => {
      unsubscribe(channel, hear);
    },
  };
}

interface Described {
  readonly method: string;
  readonly url: string;
  readonly access: Access;
  readonly query: readonly { readonly name: string; readonly schema: Schema }[];
  readonly body: Schema | 'bytes' | null;
}

interface Operation {
  readonly parameters?: readonly { readonly name: string; readonly in: string; readonly schema: Schema }[];
  readonly requestBody?: { readonly content: Readonly<Record<string, { readonly schema: Schema }>> };
}

/** Pages and data of the portal have no description; requests to them are mutated all the same. */
const publicAddresses = [
  '/',
  '/search',
  '/search.json',
  '/regions/:region/:year',
  '/regions/:region/:year/budget/:code',
  '/regions/:region/:year/budget/:code/tables/:position',
  '/api',
  '/feed.xml',
];
/** They take files, which the description of a body does not say. */
const takesBytes = /\/(?:files|batches\/zip|book\/imports|code-lists|worksheets)$/;

async function endpointsOf({ server }: World): Promise<readonly Described[]> {
  const { paths } = (await apiDescription()) as {
    readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
  };
  const described = server.app.endpoints.map(({ method, url, access }): Described => {
    const path = url.replace(/:(\w+)/g, '{$1}').replace(/\*$/, '{*}');
    const { parameters = [], requestBody } = paths[path]?.[method.toLowerCase()] ?? {};
    const schema = requestBody?.content['application/json']?.schema;
    const isUpload = method === 'POST' && takesBytes.test(url);
    return {
      ...{ method, url, access },
      query: parameters.filter((each) => each.in === 'query'),
      body: isUpload ? 'bytes' : (schema ?? null),
    };
  });
  const ofPortal = publicAddresses.map((url): Described => {
    const query = ['q', 'year', 'page', 'sort', 'line'].map((name) => ({ name, schema: { type: 'string' } }));
    return { method: 'GET', url, access: 'public', query, body: null };
  });
  return [...described, ...ofPortal];
}

function plainRequest(
  { method, url, access, query, body }: Described,
  world: World,
  files: readonly Seed[],
  random: Random,
): PlainRequest {
  const path = url.split('/').slice(1);
  return {
    method,
    path: path.map((text, i) =>
      text.startsWith(':') || text === '*'
        ? { text: nameAt(path, i, world), isNamed: true }
        : { text, isNamed: false },
    ),
    query: query.map(({ name, schema }) => [name, String(valueOf(schema, name, world.known, random))]),
    headers: { ...callerHeaders(access, world, random), ...(method === 'PUT' ? { 'if-match': '"1"' } : {}) },
    content: contentOf(body, url, world, files, random),
  };
}

/** `:id` is of what the segment before it names. */
function nameAt(path: readonly string[], at: number, { known }: World): string {
  const name = (path[at] ?? '').slice(1);
  const kind = name === 'id' ? (path[at - 1] ?? '').replace(/(?:ies|s)$/, '') : name;
  const found = known(kind === 'batche' ? 'batch' : kind);
  return typeof found === 'string' || typeof found === 'number' ? String(found) : 'x';
}

function contentOf(
  body: Described['body'],
  url: string,
  { known }: World,
  files: readonly Seed[],
  random: Random,
): PlainRequest['content'] {
  if (body === null) return { kind: 'none' };
  if (body === 'bytes') return { kind: 'bytes', seed: random.pick(files) };
  const value = url.endsWith('/forms') ? known('own form') : valueOf(body, '', known, random);
  return { kind: 'json', value };
}

/** Mostly somebody who may, sometimes somebody else, a program with a token, or nobody. */
function callerHeaders(access: Access, { people, token }: World, random: Random): Record<string, string> {
  const who = random.below(12);
  if (who === 0) return {};
  if (who === 1) return { authorization: `Bearer ${token}` };
  const allowed: readonly Role[] = typeof access === 'string' ? roles : access;
  const role = who === 2 ? random.pick(roles) : random.pick(allowed);
  return { ...people.get(role)?.headers };
}

interface Received {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | readonly string[] | undefined>>;
  readonly text: string;
}

const agent = new Agent({ keepAlive: true });
/** Of the program's own, for requests without an answer. */
const none = 0;

function send(port: number, { method, address, headers, body }: SentRequest): Promise<Received> {
  return new Promise((resume) => {
    const refused = (error: Error): void => {
      resume({ status: none, headers: {}, text: error.message });
    };
    // Without a length the body of a GET would be taken for the next request.
    const sized = body === null ? headers : { ...headers, 'content-length': String(body.length) };
    const asking = request(
      { ...{ host: '127.0.0.1', port, agent, method, path: address, timeout: patience }, headers: sized },
      (reply) => {
        const parts: Buffer[] = [];
        reply.on('data', (part: Buffer) => parts.push(part));
        reply.on('error', refused);
        reply.on('end', () => {
          const text = Buffer.concat(parts).toString('utf8');
          resume({ status: reply.statusCode ?? none, headers: reply.headers, text });
        });
      },
    );
    asking.on('timeout', () => asking.destroy(new Error(`no answer within ${patience} ms`)));
    asking.on('error', refused);
    asking.end(body ?? undefined);
  });
}

const inside = /node_modules|\bat \w+ \(|syntax error|\.ts:\d|root:x|password_hash|<script>alert/;

function wrongIn({ method, address }: SentRequest, { status, headers, text }: Received): string[] {
  if (status === none) return [`no answer: ${text}`];
  if (status >= 500) return [String(status)];
  const wrong: string[] = [];
  const type = String(headers['content-type']);
  if (!type.includes('json') ? /html/.test(type) && inside.test(text) : status >= 400 && inside.test(text))
    wrong.push(`tells the inside: ${text.slice(0, 200)}`);
  if (headers['x-content-type-options'] !== 'nosniff') wrong.push(`${status} without the security headers`);
  const isRefused = status >= 400 && method !== 'HEAD' && isOfApi(address);
  if (isRefused && !(type.includes('problem+json') && /"title":"./.test(text)))
    wrong.push(`${status} without a problem's details: ${type} ${text.slice(0, 120)}`);
  return wrong;
}

/** Previews of the portal's pages answer as the portal does. */
const isOfApi = (address: string): boolean =>
  address.startsWith('/api/v1/') && !/\/disclosures\/[^/]*\/portal/.test(address);

function shown({ method, address, body }: SentRequest): string {
  return `${method} ${address} ${body?.subarray(0, 300).toString() ?? ''}`.slice(0, 500);
}
