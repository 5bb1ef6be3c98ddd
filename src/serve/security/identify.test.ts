import Fastify from 'fastify';
import { expect, test } from 'vitest';
import { ApiProblem } from '../api/problems.ts';
import { refuseForgery } from './identify.ts';

/** What a changing request is answered, without a session. */
async function answer(trustProxy: boolean, headers: Readonly<Record<string, string>>): Promise<string> {
  const app = Fastify({ trustProxy });
  app.post('/', (request) => {
    try {
      refuseForgery(request, null);
      return 'taken';
    } catch (error) {
      return error instanceof ApiProblem ? error.code : String(error);
    }
  });
  const { body } = await app.inject({ method: 'POST', url: '/', headers });
  await app.close();
  return body;
}

const page = { origin: 'https://budget.example', host: '127.0.0.1:8080' };
const forwarded = { ...page, 'x-forwarded-host': 'budget.example' };

test('behind a trusted proxy the page’s own host is the one that the browser asked for', async () => {
  expect(await answer(true, forwarded)).toBe('taken');
  expect(await answer(true, { ...page, host: 'budget.example' })).toBe('taken');
  expect(await answer(true, { ...forwarded, origin: 'https://evil.example' })).toBe('crossSite');
  expect(await answer(true, page)).toBe('crossSite');
});

test('a header that anybody can send counts for nothing without such a proxy', async () => {
  expect(await answer(false, forwarded)).toBe('crossSite');
  expect(await answer(false, { origin: 'http://127.0.0.1:8080', host: '127.0.0.1:8080' })).toBe('taken');
});
