import type { Endpoints, Problem, Session } from './schema.ts';

/** A refusal of the API with its problem details. */
export class ApiRefusal extends Error {
  readonly problem: Problem;

  constructor(problem: Problem) {
    super(problem.title);
    this.name = 'ApiRefusal';
    this.problem = problem;
  }
}

/** What an endpoint is called with; a file goes as `bytes`. */
export type CallOptions<Name extends keyof Endpoints> = Needed<'path', Endpoints[Name]['path']> &
  Needed<'query', Endpoints[Name]['query']> &
  (Endpoints[Name]['body'] extends undefined
    ? { readonly bytes?: Blob }
    : { readonly body: Endpoints[Name]['body'] }) & {
    /** The ETag of what is changed. */
    readonly ifMatch?: string;
    readonly signal?: AbortSignal;
  };

type Needed<Key extends string, Value> = [Value] extends [undefined]
  ? unknown
  : Partial<Value> extends Value
    ? Readonly<Partial<Record<Key, Value>>>
    : Readonly<Record<Key, Value>>;

export interface Answered<T> {
  readonly data: T;
  /** Given back as `ifMatch` when saving. */
  readonly etag: string | null;
}

/** The lists of the API: each is given in pages. */
export type Listing = {
  [Name in keyof Endpoints]: Endpoints[Name]['answer'] extends Paged ? Name : never;
}[keyof Endpoints];

export type ItemOf<Name extends Listing> = Endpoints[Name]['answer']['items'][number];

interface Paged {
  readonly items: readonly unknown[];
  readonly next: string | null;
}

/** As many as the API gives at once. */
const pageLength = 200;

export interface ApiClient {
  call<Name extends keyof Endpoints>(
    name: Name,
    options: CallOptions<Name>,
  ): Promise<Answered<Endpoints[Name]['answer']>>;
  /** A list page by page, until it ends or there are `most`. */
  all<Name extends Listing>(
    name: Name,
    options: CallOptions<Name>,
    most: number,
  ): Promise<readonly ItemOf<Name>[]>;
}

interface Loose {
  readonly path?: Readonly<Record<string, string | number>>;
  readonly query?: Readonly<Record<string, string | number | undefined>>;
  readonly body?: unknown;
  readonly bytes?: Blob;
  readonly ifMatch?: string;
  readonly signal?: AbortSignal;
}

/** What answers with the session. */
const sessions: readonly string[] = ['/api/v1/session', '/api/v1/session/password'];

/**
 * The one way to the API. It keeps the token that changing requests must carry: signing in, asking for the
 * session and changing the password renew it. Refusals are thrown as ApiRefusal, what never arrives as it is.
 */
export function apiClient(language: () => 'zh' | 'en', base = ''): ApiClient {
  const state: { csrf: string | null } = { csrf: null };
  const ask = async (name: string, loose: Loose): Promise<Answered<unknown>> => {
    const [method = 'GET', pattern = ''] = name.split(' ');
    const response = await fetch(base + addressOf(pattern, loose), {
      method,
      credentials: 'same-origin',
      headers: headersOf(loose, state.csrf, language()),
      ...bodyOf(loose),
      ...(loose.signal === undefined ? {} : { signal: loose.signal }),
    });
    const data: unknown = await contentOf(response);
    if (!response.ok) throw new ApiRefusal(data as Problem);
    if (sessions.includes(pattern) && data !== null) state.csrf = (data as Session).csrf;
    return { data, etag: response.headers.get('etag') };
  };
  return {
    call: async (name, options) => (await ask(name, options)) as Answered<never>,
    all: async (name, options, most) => (await pagesOf(ask, name, options, most)) as readonly never[],
  };
}

async function pagesOf(
  ask: (name: string, loose: Loose) => Promise<Answered<unknown>>,
  name: string,
  loose: Loose,
  most: number,
): Promise<readonly unknown[]> {
  const items: unknown[] = [];
  for (let after: string | undefined; ;) {
    const page = await ask(name, { ...loose, query: { ...loose.query, after, limit: pageLength } });
    const { items: more, next } = page.data as Paged;
    items.push(...more);
    if (next === null || items.length >= most) return items;
    after = next;
  }
}

/** JSON as values; a file as it is. */
async function contentOf(response: Response): Promise<unknown> {
  if (response.status === 204) return null;
  const isJson = response.headers.get('content-type')?.includes('json') === true;
  return isJson ? response.json() : response.blob();
}

function addressOf(pattern: string, { path = {}, query = {} }: Loose): string {
  const filled = pattern.replace(/\{(\w+)\}/g, (_, key: string) => encodeURIComponent(String(path[key])));
  const entries = Object.entries(query).filter(([, value]) => value !== undefined);
  const search = new URLSearchParams(entries.map(([key, value]) => [key, String(value)]));
  return search.size === 0 ? filled : `${filled}?${search.toString()}`;
}

function headersOf({ body, bytes, ifMatch }: Loose, csrf: string | null, language: string): Headers {
  const headers = new Headers({ accept: 'application/json', 'accept-language': language });
  if (csrf !== null) headers.set('x-csrf-token', csrf);
  if (ifMatch !== undefined) headers.set('if-match', ifMatch);
  if (bytes !== undefined) headers.set('content-type', 'application/octet-stream');
  else if (body !== undefined) headers.set('content-type', 'application/json');
  return headers;
}

function bodyOf({ body, bytes }: Loose): { readonly body?: BodyInit } {
  if (bytes !== undefined) return { body: bytes };
  return body === undefined ? {} : { body: JSON.stringify(body) };
}
