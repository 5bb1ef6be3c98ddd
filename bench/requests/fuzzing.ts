import { subscribe, unsubscribe } from 'node:diagnostics_channel';
import { randomOf } from '../random.ts';
import { seeds } from '../seeds.ts';
import { send, wrongIn } from './answers.ts';
import { endpointsOf, plainRequest } from './plainRequests.ts';
import { mutated, type SentRequest } from './requestMutations.ts';
import { backupMade, changedTables, idle, openWorld } from './world.ts';

/** Something that no request may bring about. */
export interface RequestFault {
  readonly request: number;
  readonly sent: string;
  readonly how: string;
  readonly what: string;
}

export interface RequestReport {
  readonly requests: number;
  /** Of them: done, refused. */
  readonly accepted: number;
  readonly refused: number;
  /** Milliseconds until the slowest answer. */
  readonly slowest: number;
  readonly faults: readonly RequestFault[];
}

/**
 * Sends mutated requests to a server with its own database in this process, until so many were sent or so many
 * seconds have passed. Which requests depends on the seed alone, what they meet on those before.
 */
export async function fuzzRequests(
  until: { readonly requests: number; readonly seconds: number },
  seed: number,
): Promise<RequestReport> {
  const world = await openWorld();
  const endpoints = await endpointsOf(world);
  const end = performance.now() + until.seconds * 1000;
  const faults: RequestFault[] = [];
  const files = seeds();
  const causes = watchCauses();
  let before = await world.kept();
  let [requests, accepted, slowest] = [0, 0, 0];
  try {
    while (requests < until.requests && performance.now() < end) {
      const random = randomOf(seed * 1_000_003 + requests);
      const endpoint = endpoints[requests % endpoints.length] ?? random.pick(endpoints);
      const sent = mutated(plainRequest(endpoint, world, files, random), random);
      const start = performance.now();
      const answer = await send(world.port, sent);
      slowest = Math.max(slowest, performance.now() - start);
      const isDone = answer.status < 400;
      if (isDone) accepted += 1;
      await idle(world.server);
      if (isDone && sent.address.startsWith('/api/v1/backups')) await backupMade(world);
      const after = await world.kept();
      const wrong = wrongIn(sent, answer);
      const changed = isDone ? [] : changedTables(before, after);
      if (changed.length > 0) wrong.push(`refused with ${answer.status}, yet changed: ${changed.join()}`);
      const cause = causes.take();
      for (const what of wrong)
        faults.push({
          ...{ request: requests, sent: shown(sent), how: sent.how },
          what: `${what} ${cause}`.trim(),
        });
      before = after;
      requests += 1;
    }
  } finally {
    causes.close();
    await world.server.close();
  }
  return { requests, accepted, refused: requests - accepted, slowest, faults };
}

/** What went wrong within a handler, to be told with its request. */
function watchCauses(): { take(): string; close(): void } {
  const channel = 'tracing:fastify.request.handler:error';
  let cause = '';
  const hear = (message: unknown): void => {
    const { error } = message as { readonly error?: unknown };
    cause = error instanceof Error ? (error.stack ?? error.message).split('\n').slice(0, 4).join(' ') : '';
  };
  subscribe(channel, hear);
  return {
    take: () => {
      const taken = cause;
      cause = '';
      return taken;
    },
    close: () => {
      unsubscribe(channel, hear);
    },
  };
}

function shown({ method, address, body }: SentRequest): string {
  return `${method} ${address} ${body?.subarray(0, 300).toString() ?? ''}`.slice(0, 500);
}
