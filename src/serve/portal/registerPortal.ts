import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { isTooOften, refusedReply, type Ask } from './questions/respond.ts';
import type { PortalReply, PortalRequest } from './reply.ts';
import { respond, respondToForm } from './respond.ts';
import type { PortalSource } from './source.ts';
import { served, viewOf } from './view.ts';

export interface PortalServing {
  /** Which addresses belong to other parts of the server even where they do not exist (its API). */
  readonly isOther?: (path: string) => boolean;
  /** Who hears what readers do not understand; absent: nobody does, and nothing is asked. */
  readonly ask?: Ask;
  /** Seconds that an address has to wait before it may ask; 0 lets it. */
  readonly mayAsk?: (ip: string) => number;
}

/** A form with a few hundred signs. */
const largestForm = 8 * 1024;

/** The portal's pages on a server: every address that nothing else has taken. */
export function registerPortal(
  app: FastifyInstance,
  source: PortalSource,
  { isOther = (path) => path.startsWith('/api/'), ask, mayAsk = () => 0 }: PortalServing = {},
): void {
  const options = { abilities: { ...served, hasQuestions: ask !== undefined } };
  const handle = async (request: FastifyRequest, reply: FastifyReply): Promise<unknown> => {
    const asked = requestOf(request);
    if (!isOther(asked.path)) return send(await respond(source, asked, options), reply);
    reply.callNotFound();
    return reply;
  };
  app.get('/', handle);
  app.get('/*', handle);
  if (ask === undefined) return;
  const parsing = { parseAs: 'string', bodyLimit: largestForm } as const;
  app.addContentTypeParser<string>('application/x-www-form-urlencoded', parsing, (_, body, done) => {
    done(null, new URLSearchParams(body));
  });
  app.post('/*', async (request, reply) => {
    const asked = requestOf(request);
    const form = request.body;
    if (isOther(asked.path) || !(form instanceof URLSearchParams)) {
      reply.callNotFound();
      return reply;
    }
    const wait = mayAsk(request.ip);
    if (wait > 0) {
      const language = asked.path.startsWith('/en/') ? 'en' : 'zh';
      return send(refusedReply(viewOf(language), isTooOften), reply.header('retry-after', String(wait)));
    }
    return send(await respondToForm(source, asked, { form, ask, options }), reply);
  });
}

function requestOf(request: FastifyRequest): PortalRequest {
  const [path = '/', query = ''] = request.url.split('?', 2);
  const origin = `${request.protocol}://${request.host}`;
  return { path, query: Object.fromEntries(new URLSearchParams(query)), origin };
}

function send({ status, mediaType, body, headers }: PortalReply, reply: FastifyReply): FastifyReply {
  for (const [name, value] of Object.entries(headers)) reply.header(name, value);
  const bytes = typeof body === 'string' ? body : Buffer.from(body.buffer, body.byteOffset, body.byteLength);
  return reply.code(status).type(mediaType).send(bytes);
}
