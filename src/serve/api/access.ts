import type { FastifyRequest } from 'fastify';
import { administratorRoles, hasRole, workRoles, type Holding, type Role } from '../../store/roles.ts';
import type { Caller } from '../../store/sessions.ts';
import { ApiProblem } from './problems.ts';

/**
 * Who may use an endpoint: everybody; everybody who is signed in; or who has one of the roles somewhere.
 * Where the endpoint is about one filing, its handler asks whether the role holds there too.
 */
export type Access = 'public' | 'signedIn' | readonly Role[];

/** Everybody who takes part in the work: what they see depends on where their roles hold. */
export const anyWork: readonly Role[] = workRoles;
export const anyAdministrator: readonly Role[] = administratorRoles;

export interface Endpoint {
  readonly method: string;
  readonly url: string;
  readonly access: Access;
}

declare module 'fastify' {
  interface FastifyContextConfig {
    access?: Access;
    /** A user whose password must be changed first may call it. */
    beforePasswordChange?: boolean;
  }
  interface FastifyInstance {
    /** Every endpoint of the API with who may use it. */
    endpoints: Endpoint[];
  }
  interface FastifyRequest {
    caller: Caller | null;
  }
}

/** The caller of an endpoint that is not public. */
export function callerOf({ caller }: Pick<FastifyRequest, 'caller'>): Caller {
  if (caller === null) throw new ApiProblem('notSignedIn');
  return caller;
}

/** Refuses a caller whose access does not reach. */
export function requireAccess(access: Access, caller: Caller | null, beforePasswordChange: boolean): void {
  if (access === 'public') return;
  if (caller === null) throw new ApiProblem('notSignedIn');
  if (caller.mustChangePassword && !beforePasswordChange) throw new ApiProblem('passwordMustChange');
  if (access === 'signedIn') return;
  if (!caller.grants.some(({ role }) => access.includes(role))) throw new ApiProblem('notAllowed');
}

/** Refuses a caller none of whose grants gives one of the roles there. */
export function requireRole(caller: Caller, roles: readonly Role[], at: Holding): void {
  if (!hasRole(caller.grants, roles, at)) throw new ApiProblem('notAllowed');
}
