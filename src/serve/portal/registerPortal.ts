import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { PortalReply } from './reply.ts';
import { respond } from './respond.ts';
import type { PortalSource } from './source.ts';

/**
 * The portal's pages on a server: every address that nothing else has taken. `isOther` says which addresses
 * belong to other parts of the server even where they do not exist (its API).
 */
export function registerPortal(
  app: FastifyInstance,
  source: PortalSource,
  isOther: (path: string) => boolean = (path) => path.startsWith('/api/'),
): void {
  const handle = async (request: FastifyRequest, reply: FastifyReply): Promise<unknown> => {
    const [path = '/', query = ''] = request.url.split('?', 2);
    if (isOther(path)) {
      reply.callNotFound();
      return reply;
    }
    const origin = `${request.protocol}://${request.host}`;
    const answer = await respond(source, {
      path,
      query: Object.fromEntries(new URLSearchParams(query)),
      origin,
    });
    return send(answer, reply);
  };
  app.get('/', handle);
  app.get('/*', handle);
}

function send({ status, mediaType, body, headers }: PortalReply, reply: FastifyReply): FastifyReply {
  for (const [name, value] of Object.entries(headers)) reply.header(name, value);
  const bytes = typeof body === 'string' ? body : Buffer.from(body.buffer, body.byteOffset, body.byteLength);
  return reply.code(status).type(mediaType).send(bytes);
}
