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
import { fieldWords } from './api/fieldWords.ts';
import { ApiProblem, knownFault, languageOf, problemDocument, problemStatus } from './api/problems.ts';
import { registerRoutes } from './api/routes.ts';
import { sessionLimits, type Limits } from './limits.ts';
import type { Examiner } from './jobs/examiner.ts';
import { measure, type Metrics } from './metrics.ts';
import { answerBroken } from './security/brokenRequests.ts';
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
    // A zip of a region's documents takes its time on an office's network.
    requestTimeout: 300_000,
    // A sender that is slower, or silent, holds no connection.
    http: { headersTimeout: 20_000, connectionsCheckingInterval: 5_000 },
    connectionTimeout: 120_000,
    clientErrorHandler: answerBroken,
    return503OnClosing: true,
    logger: options.log === undefined ? false : loggerOptions(options.log.level),
    logController: new LogController({ disableRequestLogging: true }),
    routerOptions: { maxParamLength: 200 },
    // An address that cannot be read reaches no route and no hook.
    frameworkErrors: (error, request, reply) => {
      secureHeaders(reply, false);
      sendProblem(problemOf(error, request), request, reply as unknown as Answering);
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
    done(isDeep ? new ApiProblem('tooDeep', [mostLevels]) : undefined);
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
    const problem = problemOf(error, request);
    if (problem.code === 'fault' || problem.code === 'diskFull')
      request.log.error({ err: faultOnly(error), id: request.id }, 'fault');
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
function faultOnly({ message, stack, code }: Partial<FastifyError>): object {
  const holdsValues = code !== undefined && /^2[23]/.test(code);
  return { message: holdsValues ? code : message, stack: holdsValues ? undefined : stack, code };
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

/** What the route takes at most. */
function largestBody({ routeOptions }: FastifyRequest): string {
  const bytes = routeOptions.bodyLimit;
  return bytes < megabyte ? `${Math.floor(bytes / 1024)} KB` : `${Math.floor(bytes / megabyte)} MB`;
}

/** What the framework and the database refuse, as a problem; anything else is a fault of the program. */
function problemOf(error: FastifyError, request: FastifyRequest): ApiProblem {
  if (error instanceof ApiProblem) return error;
  if (error.validation !== undefined) {
    const language = languageOf(request.query, request.headers['accept-language']);
    const fields = error.validation.map((issue) => ({
      path: issue.instancePath,
      message: fieldWords(issue, language),
    }));
    const words = fields.map(({ path, message }) => `${path} ${message}`.trim()).join('; ');
    return new ApiProblem('badRequest', [words], { fields });
  }
  if (error instanceof CursorProblem) return new ApiProblem('badRequest', ['after']);
  if (error.code === 'FST_ERR_CTP_BODY_TOO_LARGE') return new ApiProblem('tooLarge', [largestBody(request)]);
  if (error.code === 'FST_ERR_CTP_INVALID_MEDIA_TYPE') {
    return new ApiProblem('wrongType', [(request.headers['content-type'] ?? '').slice(0, 80)]);
  }
  const known = knownFault(error);
  if (known !== null) return new ApiProblem(known);
  const status = error.statusCode ?? 500;
  if (status >= 400 && status < 500) return new ApiProblem('badRequest', [error.message]);
  return new ApiProblem('fault', [request.id]);
}
