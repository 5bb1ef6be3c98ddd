import type { FastifyInstance, InjectOptions } from 'fastify';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Grant, Role } from '../store/roles.ts';
import {
  testOrganisation,
  testStore,
  testUser,
  type TestOrganisation,
  type TestStore,
} from '../store/storeFixture.ts';
import { drawTask } from './jobs/drawTask.ts';
import { examineTask } from './jobs/examineTask.ts';
import type { Examiner } from './jobs/examiner.ts';
import { importTask } from './jobs/importTask.ts';
import { rowsTask } from './jobs/rowsTask.ts';
import { startRunner, type JobRunner } from './jobs/runner.ts';
import { defaultLimits, type Limits } from './limits.ts';
import { newMetrics } from './metrics.ts';
import { sessionCookie } from './security/identify.ts';
import { hashPassword } from './security/passwords.ts';
import { buildServer } from './server.ts';

/** The example of a book that composes without problems. */
export function exampleBook(): Record<string, unknown> {
  const text = readFileSync(new URL('../../examples/book.json', import.meta.url), 'utf8');
  return JSON.parse(text) as Record<string, unknown>;
}

/** Fields of answers that tests look at; which of them there are is what the tests check. */
export interface Seen {
  readonly id: string;
  readonly name: string;
  readonly code: string;
  readonly state: string;
  readonly csrf: string;
  readonly secret: string;
  readonly password: string;
  readonly batch: string;
  readonly next: string | null;
  readonly version: number;
  readonly bookVersion: number;
  readonly disclosureVersion: number;
  readonly year: number;
  readonly title: string;
  readonly merge: { readonly merged: unknown };
  readonly content: Readonly<Record<string, unknown>>;
  readonly items: readonly Seen[];
  readonly result: Seen;
  readonly filing: string | null;
  readonly user: Seen;
  readonly counts: Readonly<Record<string, number>>;
}

export interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, unknown>>;
  readonly text: string;
  readonly body: Seen;
}

/** Somebody who is signed in. */
export interface Person {
  readonly id: string;
  get(url: string): Promise<Answer>;
  send(
    method: 'POST' | 'PUT' | 'DELETE',
    url: string,
    body?: unknown,
    headers?: Record<string, string>,
  ): Promise<Answer>;
  upload(url: string, content: Buffer): Promise<Answer>;
  /** The headers that show who it is. */
  readonly headers: Readonly<Record<string, string>>;
}

export interface TestServer {
  readonly app: FastifyInstance;
  readonly store: TestStore;
  readonly place: TestOrganisation;
  readonly runner: JobRunner;
  request(options: InjectOptions): Promise<Answer>;
  /** A new user with the grants, signed in. */
  person(login: string, grants: readonly Grant[]): Promise<Person>;
  /** A user with the role in the whole region, or everywhere for an administrator. */
  withRole(role: Role): Promise<Person>;
  /** Waits until the job has ended. */
  finished(person: Person, job: string): Promise<Answer>;
  close(): Promise<void>;
}

export const testPassword = 'Correct-Horse-7';

/** Reads in this process: a test has no built worker to start. */
export const here: Examiner = {
  examine: (task) => examineTask(task),
  draw: (task) => drawTask(task),
  importBook: (task) => importTask(task),
  readRows: (task) => rowsTask(task),
  waiting: () => 0,
  close: () => undefined,
};

/** `extend` registers what else the server has. */
export async function testServer(
  limits: Partial<Limits> = {},
  examiner = here,
  extend: (app: FastifyInstance, store: TestStore) => void = () => undefined,
): Promise<TestServer> {
  const store = await testStore();
  const place = await testOrganisation(store);
  const faults: unknown[] = [];
  const runner = await startRunner({ store, examiner, lanes: 1, onFault: (error) => faults.push(error) });
  const app = await buildServer({
    store,
    examiner,
    limits: { ...defaultLimits, logins: { burst: 10_000, perMinute: 10_000 }, ...limits },
    metrics: newMetrics(),
    onJob: () => {
      runner.wake();
    },
    backups: join(store.directory, 'backups'),
    trustProxy: false,
  });
  extend(app, store);
  await app.ready();
  const passwordHash = await hashPassword(testPassword, 2 ** 10);
  const request = async (options: InjectOptions): Promise<Answer> => {
    const { statusCode: status, headers, body: text } = await app.inject(options);
    const isJson = String(headers['content-type']).includes('json');
    return { status, headers, text, body: (isJson ? JSON.parse(text) : null) as Seen };
  };
  const person = async (login: string, grants: readonly Grant[]): Promise<Person> => {
    const id = await testUser(store, login, grants, passwordHash);
    return signedIn(request, id, login);
  };
  const withRole = (role: Role): Promise<Person> => {
    const region = role.endsWith('Administrator') ? null : place.region;
    return person(`role-${role}`, [{ role, region, department: null, unit: null }]);
  };
  const finished = async (who: Person, job: string): Promise<Answer> => {
    for (;;) {
      const answer = await who.get(`/api/v1/jobs/${job}`);
      if (answer.status !== 200 || !['queued', 'running'].includes(answer.body.state)) return answer;
      await new Promise((resume) => setTimeout(resume, 20));
    }
  };
  const close = async (): Promise<void> => {
    await runner.stop();
    await app.close();
    await store.close();
  };
  return { app, store, place, runner, request, person, withRole, finished, close };
}

async function signedIn(request: TestServer['request'], id: string, login: string): Promise<Person> {
  const payload = { login, password: testPassword };
  const answer = await request({ method: 'POST', url: '/api/v1/session', payload });
  const cookie = /mingsuan_session=[^;]+/.exec(String(answer.headers['set-cookie']))?.[0] ?? '';
  if (answer.status !== 200 || cookie === '') throw new Error(`${login}: ${answer.text}`);
  const headers = { cookie, 'x-csrf-token': answer.body.csrf };
  return {
    id,
    headers,
    get: (url) => request({ method: 'GET', url, headers }),
    send: (method, url, body, extra = {}) => {
      const withBody = body === undefined ? {} : { payload: JSON.stringify(body) };
      const type = body === undefined ? {} : { 'content-type': 'application/json' };
      return request({ method, url, headers: { ...headers, ...type, ...extra }, ...withBody });
    },
    upload: (url, content) =>
      request({
        method: 'POST',
        url,
        headers: { ...headers, 'content-type': 'application/octet-stream' },
        payload: content,
      }),
  };
}

export { sessionCookie };
