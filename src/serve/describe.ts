import type { Store } from '../store/store.ts';
import { defaultLimits } from './limits.ts';
import { newMetrics } from './metrics.ts';
import { buildServer } from './server.ts';

/** The OpenAPI description of the API, made from the schemas that validate; no store is opened for it. */
export async function apiDescription(): Promise<object> {
  const app = await buildServer({
    store: {} as unknown as Store,
    examiner: {
      examine: () => Promise.reject(new Error('nothing is examined')),
      waiting: () => 0,
      close: () => undefined,
    },
    limits: defaultLimits,
    metrics: newMetrics(),
    onJob: () => undefined,
    trustProxy: false,
  });
  await app.ready();
  try {
    return app.swagger();
  } finally {
    await app.close();
  }
}
