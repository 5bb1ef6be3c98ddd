import { apiDescription } from '../../src/serve/describe.ts';
import type { Access } from '../../src/serve/api/access.ts';
import { roles, type Role } from '../../src/store/roles.ts';
import type { Random } from '../random.ts';
import type { Seed } from '../seeds.ts';
import type { PlainRequest } from './requestMutations.ts';
import { valueOf, type Schema } from './schemaValues.ts';
import type { World } from './world.ts';

/** An endpoint with what it takes. */
export interface Described {
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

/** Every endpoint of the API, and addresses of the portal. */
export async function endpointsOf({ server }: World): Promise<readonly Described[]> {
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

/** A request that is in order, by somebody who mostly may. */
export function plainRequest(
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
