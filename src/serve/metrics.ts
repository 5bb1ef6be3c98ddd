import type { FastifyReply, FastifyRequest } from 'fastify';

const bounds = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 10] as const;

interface Series {
  count: number;
  seconds: number;
  readonly buckets: number[];
}

/** Counts of requests by route and status: nothing about who asks. */
export interface Metrics {
  readonly requests: Map<string, Series>;
  readonly startedAt: number;
}

export function newMetrics(): Metrics {
  return { requests: new Map(), startedAt: Date.now() };
}

export function measure({ requests }: Metrics, request: FastifyRequest, reply: FastifyReply): void {
  const route = request.routeOptions.url ?? 'none';
  const key = `method="${request.method}",route="${route}",status="${reply.statusCode}"`;
  const series = requests.get(key) ?? { count: 0, seconds: 0, buckets: bounds.map(() => 0) };
  requests.set(key, series);
  const seconds = reply.elapsedTime / 1000;
  series.count += 1;
  series.seconds += seconds;
  bounds.forEach((bound, i) => {
    if (seconds <= bound) series.buckets[i] = (series.buckets[i] ?? 0) + 1;
  });
}

/** The text format that Prometheus reads. */
export function metricsText(
  { requests, startedAt }: Metrics,
  gauges: Readonly<Record<string, number>>,
): string {
  const lines = ['# TYPE mingsuan_request_seconds histogram'];
  for (const [key, { count, seconds, buckets }] of requests) {
    bounds.forEach((bound, i) => {
      lines.push(`mingsuan_request_seconds_bucket{${key},le="${bound}"} ${buckets[i] ?? 0}`);
    });
    lines.push(`mingsuan_request_seconds_bucket{${key},le="+Inf"} ${count}`);
    lines.push(
      `mingsuan_request_seconds_sum{${key}} ${seconds}`,
      `mingsuan_request_seconds_count{${key}} ${count}`,
    );
  }
  const all = { ...gauges, uptime_seconds: Math.round((Date.now() - startedAt) / 1000) };
  for (const [name, value] of Object.entries(all)) {
    lines.push(`# TYPE mingsuan_${name} gauge`, `mingsuan_${name} ${value}`);
  }
  return `${lines.join('\n')}\n`;
}
