import cookie from '@fastify/cookie';
import swagger from '@fastify/swagger';
import Fastify, {
  LogController,
  type FastifyError,
  type FastifyInstance,
  type FastifyRequest,
} from 'fastify';
import { serializerCompiler, validatorCompiler } from 'fastify-type-provider-zod';
import { CursorProblem } from '../store/paging.ts';
import type { Store } from '../store/store.ts';
import { requireAccess } from './api/access.ts';
import { descriptionOptions } from './api/openapi.ts';
import { ApiProblem, languageOf, problemDocument, problemStatus } from './api/problems.ts';
import { registerRoutes } from './api/routes.ts';
import { sessionLimits, type Limits } from './limits.ts';
import type { Examiner } from './jobs/examiner.ts';
import { measure, type Metrics } from './metrics.ts';
import { isDeeperThan, mostLevels } from './security/depth.ts';
import { secureHeaders } from './security/headers.ts';
import { identify, refuseForgery } from './security/identify.ts';

export interface ServerOptions {
  readonly store: Store;
  readonly examiner: Examiner;
  readonly limits: Limits;
  readonly metrics: Metrics;
  /** The folder where backups lie. */
  readonly backups: string;
  /** Wakes the job runner when there is something to do. */
  readonly onJob: () => void;
  /** Behind a proxy that ends TLS: its headers are believed. */
  readonly trustProxy: boolean;
  /** One line of JSON for each request and fault; without personal data. */
  readonly log?: { readonly level: string };
}

const megabyte = 1024 * 1024;

/** The system over a store: the API, and what is registered beside it. It does not listen yet. */
export async function buildServer(options: ServerOptions): Promise<FastifyInstance> {
  const { store, limits, trustProxy, metrics } = options;
  const app = Fastify({
    trustProxy,
    bodyLimit: limits.bodyMegabytes * megabyte,
    requestTimeout: 60_000,
    // A slow sender holds a connection no longer than this.
    connectionTimeout: 120_000,
    return503OnClosing: true,
    logger: options.log === undefined ? false : loggerOptions(options.log.level),
    logController: new LogController({ disableRequestLogging: true }),
    routerOptions: { maxParamLength: 200 },
    // An address that cannot be read reaches no route and no hook.
    frameworkErrors: (error, request, reply) => {
      secureHeaders(reply, false);
      sendProblem(problemOf(error, request, limits), request, reply as unknown as Answering);
    },
    ajv: { customOptions: { coerceTypes: false } },
  });
  app.setValidatorCompiler(validatorCompiler);
  app.setSerializerCompiler(serializerCompiler);
  app.removeContentTypeParser('text/plain');
  await app.register(cookie);
  await app.register(swagger, descriptionOptions);
  app.decorate('endpoints', []);
  app.decorateRequest('caller', null);
  // Wherever it is registered: an address of the API that does not say who may use it is a fault of the program.
  app.addHook('onRoute', ({ config, method, url }) => {
    if (url.startsWith('/api/') && config?.access === undefined)
      throw new Error(`${String(method)} ${url} says no access`);
  });
  app.addHook('onRequest', async (request) => {
    const { access, beforePasswordChange } = request.routeOptions.config;
    if (access === undefined) return;
    request.caller = await identify(store.db, request, sessionLimits(limits));
    refuseForgery(request, request.caller);
    requireAccess(access, request.caller, beforePasswordChange === true);
  });
  app.addHook('preValidation', (request, _, done) => {
    const isDeep = !Buffer.isBuffer(request.body) && isDeeperThan(request.body, mostLevels);
    done(isDeep ? new ApiProblem('badRequest', [`> ${mostLevels}`]) : undefined);
  });
  app.addHook('onSend', async (request, reply) => {
    secureHeaders(reply, trustProxy && request.protocol === 'https');
    return Promise.resolve();
  });
  app.addHook('onResponse', (request, reply, done) => {
    measure(metrics, request, reply);
    done();
  });
  app.setErrorHandler((error: FastifyError, request, reply) => {
    const problem = problemOf(error, request, limits);
    if (problem.code === 'fault') request.log.error({ err: faultOnly(error), id: request.id }, 'fault');
    if (problem.code === 'tooMany') reply.header('retry-after', String(problem.params[0] ?? 1));
    return sendProblem(problem, request, reply);
  });
  app.setNotFoundHandler((request, reply) => sendProblem(new ApiProblem('notFound'), request, reply));
  await app.register(
    (api, _, done) => {
      registerRoutes(api, options);
      done();
    },
    { prefix: '/api/v1' },
  );
  return app;
}

function loggerOptions(level: string): object {
  return {
    level,
    base: { app: 'mingsuan' },
    // Addresses, headers and bodies may say who somebody is: none of them is logged.
    serializers: { req: () => undefined, res: () => undefined },
  };
}

/** Message and stack of a fault, never the values that led to it. */
function faultOnly({ message, stack, code }: FastifyError): object {
  return { message: code.startsWith('22') || code.startsWith('23') ? code : message, stack, code };
}

/** What of an answer a problem needs. */
interface Answering {
  code(status: number): {
    type(name: string): { serializer(f: (v: unknown) => string): { send(v: unknown): unknown } };
  };
}

function sendProblem(problem: ApiProblem, request: FastifyRequest, reply: Answering): unknown {
  const language = languageOf(request.query, request.headers['accept-language']);
  return reply
    .code(problemStatus(problem.code))
    .type('application/problem+json')
    .serializer((value) => JSON.stringify(value))
    .send(problemDocument(problem, language));
}

/** What the framework and the database refuse, as a problem; anything else is a fault of the program. */
function problemOf(error: FastifyError, request: FastifyRequest, limits: Limits): ApiProblem {
  if (error instanceof ApiProblem) return error;
  if (error.validation !== undefined) {
    const fields = error.validation.map(({ instancePath, message }) => ({ path: instancePath, message }));
    const words = fields.map(({ path, message }) => `${path} ${message ?? ''}`.trim()).join('; ');
    return new ApiProblem('badRequest', [words], { fields });
  }
  if (error instanceof CursorProblem) return new ApiProblem('badRequest', ['after']);
  if (error.code === 'FST_ERR_BAD_URL') return new ApiProblem('badAddress');
  if (error.code === 'FST_ERR_CTP_BODY_TOO_LARGE') return new ApiProblem('tooLarge', [limits.bodyMegabytes]);
  if (error.code === 'FST_ERR_CTP_INVALID_MEDIA_TYPE') {
    return new ApiProblem('wrongType', [(request.headers['content-type'] ?? '').slice(0, 80)]);
  }
  // 22P05 and 22021: a NUL or a broken character, which PostgreSQL does not keep.
  if (error.code === '22P05' || error.code === '22021') return new ApiProblem('badRequest', ['\\u0000']);
  const status = error.statusCode ?? 500;
  if (status >= 400 && status < 500) return new ApiProblem('badRequest', [error.message]);
  return new ApiProblem('fault', [request.id]);
}
