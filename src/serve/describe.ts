import type { FastifyInstance } from 'fastify';
import type { Store } from '../store/store.ts';
import type { Endpoint } from './api/access.ts';
import { defaultLimits } from './limits.ts';
import { newMetrics } from './metrics.ts';
import { buildServer } from './server.ts';

/** The API without a store: its description and its endpoints can be asked, nothing else. */
export function serverWithoutStore(): Promise<FastifyInstance> {
  return buildServer({
    store: {} as unknown as Store,
    examiner: {
      examine: () => Promise.reject(new Error('nothing is examined')),
      draw: () => Promise.reject(new Error('nothing is drawn')),
      importBook: () => Promise.reject(new Error('nothing is imported')),
      readRows: () => Promise.reject(new Error('nothing is read')),
      waiting: () => 0,
      close: () => undefined,
    },
    limits: defaultLimits,
    metrics: newMetrics(),
    onJob: () => undefined,
    backups: '',
    trustProxy: false,
  });
}

async function described<T>(ask: (app: FastifyInstance) => T): Promise<T> {
  const app = await serverWithoutStore();
  await app.ready();
  try {
    return ask(app);
  } finally {
    await app.close();
  }
}

/** The OpenAPI description of the API, made from the schemas that validate; no store is opened for it. */
export function apiDescription(): Promise<object> {
  return described((app) => app.swagger());
}

/** Every endpoint and who may use it, in the order of their registration. */
export function apiEndpoints(): Promise<readonly Endpoint[]> {
  return described((app) => [...app.endpoints]);
}
