import { timingSafeEqual } from 'node:crypto';
import type { FastifyRequest } from 'fastify';
import { callerOfSession, callerOfToken, type Caller, type SessionLimits } from '../../store/sessions.ts';
import type { Database } from '../../store/store.ts';
import { ApiProblem } from '../api/problems.ts';

export const sessionCookie = 'mingsuan_session';
const safeMethods: ReadonlySet<string> = new Set(['GET', 'HEAD', 'OPTIONS']);

/** Who sends the request: by a token in the header, else by the session's cookie. */
export async function identify(
  db: Database,
  request: FastifyRequest,
  limits: SessionLimits,
): Promise<Caller | null> {
  const bearer = /^Bearer (\S{20,200})$/.exec(request.headers.authorization ?? '')?.[1];
  if (bearer !== undefined) return callerOfToken(db, bearer);
  const secret = request.cookies[sessionCookie];
  return secret === undefined || secret === '' ? null : callerOfSession(db, secret, limits);
}

/**
 * A page of another site can make a browser send our cookie, but can neither read the session's token nor
 * hide where the request comes from.
 */
export function refuseForgery(request: FastifyRequest, caller: Caller | null): void {
  if (safeMethods.has(request.method)) return;
  const site = request.headers['sec-fetch-site'];
  if (site === 'cross-site' || site === 'same-site') throw new ApiProblem('crossSite');
  const { origin } = request.headers;
  // Behind a trusted proxy the host that the browser asked for.
  if (origin !== undefined && origin !== 'null' && originHost(origin) !== request.host) {
    throw new ApiProblem('crossSite');
  }
  const expected = caller?.csrf;
  if (expected == null) return;
  const given = request.headers['x-csrf-token'];
  if (typeof given !== 'string' || !sameText(given, expected)) throw new ApiProblem('wrongCsrf');
}

function originHost(origin: string): string | null {
  return URL.canParse(origin) ? new URL(origin).host : null;
}

function sameText(a: string, b: string): boolean {
  const [x, y] = [Buffer.from(a), Buffer.from(b)];
  return x.length === y.length && timingSafeEqual(x, y);
}
