import { sql } from 'kysely';
import type { FastifyInstance } from 'fastify';
import { queueLength } from '../store/jobs.ts';
import type { Store } from '../store/store.ts';
import type { Examiner } from './jobs/examiner.ts';
import { metricsText, type Metrics } from './metrics.ts';

/** /health for a load balancer, /metrics for monitoring; neither says anything about people or budgets. */
export function registerOperations(
  app: FastifyInstance,
  {
    store,
    examiner,
    metrics,
  }: { readonly store: Store; readonly examiner: Examiner; readonly metrics: Metrics },
): void {
  app.get('/health', async (_, reply) => {
    const isUp = await sql`select 1`.execute(store.db).then(
      () => true,
      () => false,
    );
    return reply.code(isUp ? 200 : 503).send({ status: isUp ? 'ok' : 'database unreachable' });
  });
  app.get('/metrics', async (_, reply) => {
    const { queued, running } = await queueLength(store.db);
    const { totalCount, idleCount, waitingCount } = store.pool;
    const gauges = {
      jobs_queued: queued,
      jobs_running: running,
      examinations_waiting: examiner.waiting(),
      database_connections: totalCount,
      database_connections_idle: idleCount,
      database_requests_waiting: waitingCount,
      resident_bytes: process.memoryUsage().rss,
    };
    return reply.type('text/plain; version=0.0.4; charset=utf-8').send(metricsText(metrics, gauges));
  });
}
