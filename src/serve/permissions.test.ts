import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { permissionsPage, permissionsPath } from '../../scripts/permissions.ts';
import { roles, type Role } from '../store/roles.ts';
import type { Access, Endpoint } from './api/access.ts';
import { serverWithoutStore } from './describe.ts';
import { testServer, type Person, type TestServer } from './serverFixture.ts';

let server: TestServer;
const people = new Map<Role | 'nobody', Person>();

beforeAll(async () => {
  server = await testServer();
  for (const role of roles) people.set(role, await server.withRole(role));
  people.set('nobody', await server.person('nobody', []));
}, 60_000);
afterAll(() => server.close());

/** What an endpoint asks for before it looks whose filing it is. */
const queries: Readonly<Record<string, string>> = {
  differences: '?from=1&to=1',
  imports: '?name=a.docx',
  report: '?format=html',
  document: '?format=docx',
};
const identity = '0b6f0000-0000-4000-8000-000000000000';
const methods = ['GET', 'POST', 'PUT', 'DELETE'] as const;

function urlOf({ url }: Endpoint): string {
  return url
    .replace(/:version|:position|:page/g, '1')
    .replace(':format', 'docx')
    .replace(/:\w+/g, identity);
}

const reaches = (access: Access, role: Role | 'nobody'): boolean =>
  access === 'public' || access === 'signedIn' || (role !== 'nobody' && access.includes(role));

describe('every endpoint × every role', () => {
  test.each([...roles, 'nobody' as const])('%s', async (role) => {
    const person = people.get(role);
    if (person === undefined) throw new Error(role);
    // Signing out ends the walk.
    const walk = server.app.endpoints.filter(
      ({ method, url }) => !(method === 'DELETE' && url.endsWith('/session')),
    );
    const wrong: string[] = [];
    for (const endpoint of walk) {
      const method = methods.find((each) => each === endpoint.method);
      if (method === undefined) throw new Error(endpoint.method);
      const url = urlOf(endpoint);
      const { status, body } =
        method === 'GET'
          ? await person.get(url)
          : await person.send(method, url, method === 'DELETE' ? undefined : {});
      const refused = status === 401 || (status === 403 && body.code === 'notAllowed');
      if (refused === reaches(endpoint.access, role) || status >= 500)
        wrong.push(`${method} ${url}: ${status}`);
    }
    expect(wrong).toEqual([]);
    expect(walk.length).toBeGreaterThan(40);
  });

  test('somebody who is not signed in', async () => {
    const wrong: string[] = [];
    for (const endpoint of server.app.endpoints) {
      const method = methods.find((each) => each === endpoint.method) ?? 'GET';
      const payload = method === 'GET' || method === 'DELETE' ? {} : { payload: {} };
      const { status } = await server.request({ method, url: urlOf(endpoint), ...payload });
      if ((status === 401) !== (endpoint.access !== 'public'))
        wrong.push(`${method} ${endpoint.url}: ${status}`);
    }
    expect(wrong).toEqual([]);
  });
});

test('no endpoint is missing: each is in the matrix, on the page and described', async () => {
  const described = (await server.request({ method: 'GET', url: '/api/v1/openapi.json' })).text;
  const { paths } = JSON.parse(described) as {
    readonly paths: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
  };
  const known = Object.entries(paths).flatMap(([path, methods]) =>
    Object.keys(methods).map((method) => `${method.toUpperCase()} ${path}`),
  );
  const walked = server.app.endpoints.map(({ method, url }) => `${method} ${url.replace(/:(\w+)/g, '{$1}')}`);
  // The description does not describe itself.
  const inPaths = walked.map((endpoint) => endpoint.replace(/\*$/, '{*}'));
  expect(inPaths.toSorted()).toEqual([...known, 'GET /api/v1/openapi.json'].toSorted());
  const page = readFileSync(permissionsPath, 'utf8');
  expect(walked.filter((endpoint) => !page.includes(`| ${endpoint} `))).toEqual([]);
});

test('an endpoint that does not say who may use it is refused, wherever it is registered', async () => {
  const app = await serverWithoutStore();
  expect(() => app.get('/api/v1/forgotten', () => null)).toThrow('/api/v1/forgotten says no access');
  await app.close();
});

test('the page of permissions is that of the program (npm run docs:permissions)', async () => {
  expect(readFileSync(permissionsPath, 'utf8')).toBe(await permissionsPage());
});

test('what is about one filing asks whether the role holds there', async () => {
  const { region, department, otherDepartment } = server.place;
  const own = await server.person('own', [{ role: 'preparer', region, department, unit: null }]);
  const other = await server.person('other', [
    { role: 'preparer', region, department: otherDepartment, unit: null },
  ]);
  const made = await own.send('POST', '/api/v1/filings', {
    region,
    department,
    year: 2026,
    form: 'shanxi-13',
  });
  expect(made.status).toBe(201);
  const elsewhere = { region, department: otherDepartment, year: 2026, form: 'shanxi-13' };
  expect((await own.send('POST', '/api/v1/filings', elsewhere)).status).toBe(403);
  const ofFiling = server.app.endpoints.filter(({ url }) => url.includes('/filings/:id'));
  for (const { method, url } of ofFiling) {
    const address = url
      .replace(':id', made.body.id)
      .replace(/:version|:position|:page/g, '1')
      .replace(':format', 'docx')
      .replace(/:\w+/g, identity);
    const bodies: Readonly<Record<string, object>> = {
      steps: { action: 'submit', version: 1 },
      book: { content: {}, base: 1 },
      merge: { content: {}, base: 1 },
      presence: { part: 'facts' },
      disclosures: { from: 'book' },
      waivers: { version: 1, fingerprint: 'a'.repeat(32), reason: '理由' },
      comments: { body: '看' },
    };
    const body = bodies[url.split('/').at(-1) ?? ''] ?? {};
    const query = queries[url.split('/').at(-1) ?? ''] ?? '';
    const answer =
      method === 'GET'
        ? await other.get(address + query)
        : await other.send(method as 'POST', address + query, method === 'DELETE' ? undefined : body);
    // A waiver is not a preparer's to give; everything else does not exist for a stranger.
    expect(answer.status, `${method} ${address}`).toBe(url.includes('/waivers') ? 403 : 404);
  }
});
