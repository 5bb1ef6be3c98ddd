import Fastify, { type FastifyInstance } from 'fastify';
import { afterEach, expect, test } from 'vitest';
import { cachePages } from './pageCache.ts';

let app: FastifyInstance;
afterEach(() => app.close());

/** A page that tells how often it was made, and that waits until it is let go. */
function server(generation: { value: string }, held: { wait: Promise<void> } = { wait: Promise.resolve() }) {
  app = Fastify();
  const made = { count: 0, atOnce: 0, most: 0 };
  cachePages(app, () => Promise.resolve(generation.value));
  app.get('/*', async (_, reply) => {
    made.count += 1;
    made.atOnce += 1;
    made.most = Math.max(made.most, made.atOnce);
    await held.wait;
    made.atOnce -= 1;
    return reply.type('text/html').send(`page ${made.count}`);
  });
  return made;
}

const get = (url: string) => app.inject({ url, headers: { host: 'example' } });

test('a page is made once, however many ask for it at once', async () => {
  let letGo = (): void => undefined;
  const made = server({ value: '1' }, { wait: new Promise((resolve) => (letGo = resolve)) });
  const asked = Promise.all(Array.from({ length: 50 }, () => get('/a')));
  while (made.count === 0) await new Promise(setImmediate);
  letGo();
  const answers = await asked;
  expect(new Set(answers.map(({ body }) => body))).toEqual(new Set(['page 1']));
  expect(made.count).toBe(1);
  expect(answers[0]?.headers['etag']).toBe((await get('/a')).headers['etag']);
});

test('a few pages are made at a time; the others wait their turn', async () => {
  const made = server({ value: '1' });
  const answers = await Promise.all(Array.from({ length: 40 }, (_, i) => get(`/${i}`)));
  expect(answers.every(({ statusCode }) => statusCode === 200)).toBe(true);
  expect(made).toMatchObject({ count: 40, most: 4 });
});

test('more than can wait are told to come again', async () => {
  let letGo = (): void => undefined;
  const made = server({ value: '1' }, { wait: new Promise((resolve) => (letGo = resolve)) });
  const asked = Array.from({ length: 520 }, (_, i) => get(`/${i}`));
  while (made.count < 4) await new Promise(setImmediate);
  letGo();
  const statuses = (await Promise.all(asked)).map(({ statusCode }) => statusCode);
  expect(statuses.filter((status) => status === 200).length).toBe(504);
});

test('a page is made anew after a publication', async () => {
  const generation = { value: '1' };
  server(generation);
  const body = async (): Promise<string> => (await get('/a')).body;
  expect([await body(), await body()]).toEqual(['page 1', 'page 1']);
  generation.value = '2';
  await expect.poll(body, { timeout: 30_000 }).toBe('page 2');
});

test('a page that nobody can make is not waited for twice', async () => {
  app = Fastify();
  cachePages(app, () => Promise.resolve('1'));
  app.get('/*', () => Promise.reject(new Error('broken')));
  const answers = await Promise.all(Array.from({ length: 20 }, () => get('/a')));
  expect(answers.map(({ statusCode }) => statusCode)).toEqual(Array.from({ length: 20 }, () => 500));
});
