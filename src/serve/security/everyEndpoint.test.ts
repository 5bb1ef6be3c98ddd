import { strToU8, zipSync } from 'fflate';
import { createServer, type Server } from 'node:http';
import { existsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { roles, type Role } from '../../store/roles.ts';
import type { Endpoint } from '../api/access.ts';
import { apiDescription, apiEndpoints } from '../describe.ts';
import { exampleBook, testServer, type Answer, type Person, type TestServer } from '../serverFixture.ts';

// Every class of hostile input on every endpoint that takes such an input: never a fault, never anything kept.
// The endpoints and what they take come from the description, so that a new one is walked without being named here.

interface Described {
  readonly parameters?: readonly { readonly name: string; readonly in: string }[];
  readonly requestBody?: { readonly content: Readonly<Record<string, unknown>> };
}
interface Walked extends Endpoint {
  readonly path: readonly string[];
  readonly query: readonly string[];
  readonly takesJson: boolean;
}

/** They take bytes: the description of a body is about JSON. */
const byteEndpoints = ['/files', '/batches/zip', '/book/imports', '/code-lists', '/worksheets'] as const;
const identity = '0b6f0000-0000-4000-8000-000000000000';
const megabyte = 1024 * 1024;

let server: TestServer;
let listener: Server;
let heard = 0;
let filing: string;
const people = new Map<Role, Person>();
const endpoints = await walked();

async function walked(): Promise<readonly Walked[]> {
  const { paths } = (await apiDescription()) as { paths: Record<string, Record<string, Described>> };
  const described = (url: string, method: string): Described => {
    const path = url.replace(/:(\w+)/g, '{$1}').replace(/\*$/, '{*}');
    return paths[path]?.[method.toLowerCase()] ?? {};
  };
  return (await apiEndpoints()).map((endpoint) => {
    const { parameters = [], requestBody } = described(endpoint.url, endpoint.method);
    const named = (where: string): string[] =>
      parameters.filter((each) => each.in === where).map(({ name }) => name);
    const takesJson = requestBody?.content['application/json'] !== undefined;
    return { ...endpoint, path: named('path'), query: named('query'), takesJson };
  });
}

beforeAll(async () => {
  server = await testServer({ fileMegabytes: 1, bodyMegabytes: 1, batchMegabytes: 1 });
  for (const role of roles) people.set(role, await server.withRole(role));
  const { region, department } = server.place;
  const made = await person(['preparer']).send('POST', '/api/v1/filings', {
    ...{ region, department, year: 2026, form: 'shanxi-13' },
  });
  filing = made.body.id;
  const content = exampleBook();
  await person(['preparer']).send(
    'PUT',
    `/api/v1/filings/${filing}/book`,
    { content },
    { 'if-match': '"1"' },
  );
  listener = createServer((_, reply) => {
    heard += 1;
    reply.end();
  });
  await new Promise<void>((resume) => listener.listen(0, '127.0.0.1', resume));
}, 60_000);
afterAll(async () => {
  listener.close();
  await server.close();
});

/** Somebody whom the access lets through. */
function person(access: Endpoint['access']): Person {
  const role = typeof access === 'string' ? 'preparer' : access[0];
  const found = people.get(role ?? 'preparer');
  if (found === undefined) throw new Error(String(access));
  return found;
}

/** The rows of every table but those that a refusal may add to: sessions and the log. */
async function kept(): Promise<string> {
  const { rows } = await server.store.pool.query<{ name: string }>(
    `select tablename as name from pg_tables where schemaname = current_schema()
     and tablename not in ('sessions', 'audit_log', 'presences') order by 1`,
  );
  const counts = rows.map(({ name }) => `select '${name}' as name, count(*)::int as n from ${name}`);
  return JSON.stringify((await server.store.pool.query(counts.join(' union all '))).rows);
}

function url({ url: pattern }: Walked, values: Readonly<Record<string, string>> = {}): string {
  return pattern
    .replace('/filings/:id', `/filings/${values['id'] ?? filing}`)
    .replace(/:(\w+)|\*$/g, (_, name: string | undefined) => {
      const usual = /^(?:version|position|page)$/.test(name ?? '')
        ? '1'
        : name === 'format'
          ? 'docx'
          : identity;
      return values[name ?? '*'] ?? usual;
    });
}

/** What no answer to a hostile input may be: a fault, the inside of the program, somebody else's file, live markup. */
function wrongIn(what: string, { status, text, headers }: Answer): readonly string[] {
  const wrong = [];
  if (status >= 500) wrong.push(`${what}: ${status}`);
  if (/node_modules|\bat \w+ \(|syntax error|\.ts:\d|root:x|password_hash/i.test(text))
    wrong.push(`${what}: ${text}`);
  if (/text\/html/.test(String(headers['content-type'])) && /<script>alert|onerror=alert/.test(text))
    wrong.push(`${what}: markup`);
  return wrong;
}

function ask(endpoint: Walked, address: string): Promise<Answer> {
  const who = person(endpoint.access);
  if (endpoint.method === 'GET') return who.get(address);
  const method = endpoint.method as 'POST' | 'PUT' | 'DELETE';
  return who.send(method, address, method === 'DELETE' ? undefined : {});
}

/** Signing out ends the walk. */
const isWalked = ({ method, url: address }: Walked): boolean =>
  !(method === 'DELETE' && address.endsWith('/session'));

describe('in an address: SQL, a path that leads out, markup, a formula, a NUL, an address to fetch', () => {
  const taking = endpoints.filter((each) => isWalked(each) && each.path.length + each.query.length > 0);
  test.each(taking.map((each) => [`${each.method} ${each.url}`, each] as const))(
    '%s',
    async (_, endpoint) => {
      const { port } = listener.address() as AddressInfo;
      const hostile = [
        "' or '1'='1' union select password_hash from users --",
        '../../../../etc/passwd',
        '<script>alert(1)</script>',
        '=HYPERLINK("http://x")\u0000',
        `http://127.0.0.1:${port}/`,
      ].map(encodeURIComponent);
      const before = await kept();
      const wrong: string[] = [];
      for (const value of hostile) {
        for (const name of endpoint.path) {
          wrong.push(...wrongIn(name, await ask(endpoint, url(endpoint, { [name]: value }))));
        }
        for (const name of endpoint.query) {
          wrong.push(...wrongIn(name, await ask(endpoint, `${url(endpoint)}?${name}=${value}`)));
        }
      }
      expect(wrong).toEqual([]);
      expect(await kept()).toBe(before);
      expect(heard).toBe(0);
    },
  );
});

describe('in a body: malformed or deep JSON, another type, an external entity, too much, a NUL', () => {
  const taking = endpoints.filter(({ takesJson }) => takesJson);
  test.each(taking.map((each) => [`${each.method} ${each.url}`, each] as const))(
    '%s',
    async (_, endpoint) => {
      const before = await kept();
      const signedIn = person(endpoint.access).headers;
      const raw = async (payload: string, type = 'application/json'): Promise<number> => {
        const method = endpoint.method as 'POST' | 'PUT';
        const headers = { ...signedIn, 'content-type': type, 'if-match': '"1"' };
        const answer = await server.request({ method, url: url(endpoint), headers, payload });
        expect(wrongIn(payload.slice(0, 40), answer)).toEqual([]);
        return answer.status;
      };
      expect(await raw('{"a": ')).toBe(400);
      expect(await raw('{"__proto__": {"x": 1}}')).toBe(400);
      const deep = `${'{"a":'.repeat(20_000)}1${'}'.repeat(20_000)}`;
      for (const body of [deep, `{"content": ${deep}}`, `{"content": ${deep}, "base": 1}`])
        expect(await raw(body)).toBeGreaterThanOrEqual(400);
      expect(await raw('[]')).toBe(400);
      expect(await raw('a=1', 'application/x-www-form-urlencoded')).toBe(415);
      expect(await raw('<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]><x>&e;</x>', 'text/xml')).toBe(
        415,
      );
      expect(await raw('x', 'text/plain')).toBe(415);
      expect(await raw(`{"a": "${'x'.repeat(megabyte)}"}`)).toBe(413);
      await raw(hostileStrings('\u0000'));
      expect(await kept()).toBe(before);
    },
  );
});

/** Many names that bodies have, with the value: refused, or not taken up where the body has no such name. */
function hostileStrings(value: string): string {
  const names = [
    'name',
    'code',
    'login',
    'password',
    'body',
    'reason',
    'comment',
    'part',
    'region',
    'current',
  ];
  return JSON.stringify(Object.fromEntries(names.map((each) => [each, value])));
}

describe('bytes: none, another type, too many, a program, a zip that leads out or swells, an external entity', () => {
  const entity = '<?xml version="1.0"?><!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]>';
  const xlsx = {
    '[Content_Types].xml': strToU8(
      '<Types><Override ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml" PartName="/xl/workbook.xml"/></Types>',
    ),
    'xl/workbook.xml': strToU8(
      `${entity}<workbook><sheets><sheet name="&e;" sheetId="1"/></sheets></workbook>`,
    ),
  };
  const hostile: Readonly<Record<string, Uint8Array>> = {
    nothing: new Uint8Array(),
    program: new Uint8Array([0x7f, 0x45, 0x4c, 0x46, 0, 0, 1, 2, 3]),
    tooMany: new Uint8Array(megabyte + 1000).fill(49),
    leadsOut: zipSync({ '../../mingsuan-evil.txt': strToU8('x'), '/tmp/mingsuan-evil.txt': strToU8('x') }),
    swells: zipSync({ 'xl/workbook.xml': [new Uint8Array(40 * megabyte), { level: 9 }] }),
    entity: zipSync(xlsx),
    halfAZip: zipSync(xlsx).slice(0, 100),
  };
  const taking = endpoints.filter(
    ({ method, url: address }) => method === 'POST' && byteEndpoints.some((each) => address.endsWith(each)),
  );

  test('each that takes bytes is among them', () => {
    expect(taking).toHaveLength(byteEndpoints.length);
  });

  test.each(taking.map((each) => [each.url, each] as const))('%s', async (address, endpoint) => {
    const who = person(endpoint.access);
    const to = `${url(endpoint)}?name=a.xlsx&region=${server.place.region}`;
    const before = await kept();
    const statuses = new Map<string, number>();
    for (const [what, content] of Object.entries(hostile)) {
      const answer = await who.upload(to, Buffer.from(content));
      expect(wrongIn(what, answer)).toEqual([]);
      statuses.set(what, answer.status);
    }
    const json = await who.send('POST', to, { a: 1 });
    expect([400, 415]).toContain(json.status);
    // What may hold documents is kept as it is, for a reader in a process of its own to refuse.
    const mayKeep = address.endsWith('/files')
      ? ['leadsOut', 'swells', 'entity', 'halfAZip']
      : ['leadsOut', 'entity'];
    for (const [what, status] of statuses)
      if (!mayKeep.includes(what)) expect([what, status >= 400]).toEqual([what, true]);
    if (![...statuses.values()].some((status) => status < 300)) expect(await kept()).toBe(before);
    expect(existsSync(join(tmpdir(), 'mingsuan-evil.txt'))).toBe(false);
    expect(existsSync(join(tmpdir(), '..', 'mingsuan-evil.txt'))).toBe(false);
  });
});
