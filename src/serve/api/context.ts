import type { FastifyInstance, RawServerDefault } from 'fastify';
import type { FastifyBaseLogger } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { z } from 'zod';
import { filingById, type Filing } from '../../store/filings.ts';
import type { Caller } from '../../store/sessions.ts';
import type { Database, Store } from '../../store/store.ts';
import type { Examiner } from '../jobs/examiner.ts';
import type { Limits } from '../limits.ts';
import { anyWork, requireRole } from './access.ts';
import { ApiProblem, wrongState } from './problems.ts';
import { problemShape } from './shapes/words.ts';

/** What the routes work with. */
export interface ApiContext {
  readonly store: Store;
  readonly examiner: Examiner;
  readonly limits: Limits;
  readonly onJob: () => void;
  /** The folder where backups lie. */
  readonly backups: string;
}

export type Api = FastifyInstance<
  RawServerDefault,
  IncomingMessage,
  ServerResponse,
  FastifyBaseLogger,
  ZodTypeProvider
>;

/** The answers of an endpoint: one when all is well, problem details otherwise. */
export function answers<Shape extends z.ZodType, Status extends 200 | 201 | 202 | 204 = 200>(
  shape: Shape,
  status?: Status,
) {
  return { [status ?? 200]: shape, '4xx': problemShape } as Record<Status, Shape> & {
    '4xx': typeof problemShape;
  };
}

export const nothing = z.null().describe('Nothing');

/** A filing that the caller takes part in; for all others it does not exist. */
export async function visibleFiling(db: Database, caller: Caller, id: string): Promise<Filing> {
  const filing = await filingById(db, id);
  if (filing === null) throw new ApiProblem('notFound');
  try {
    requireRole(caller, anyWork, filing);
  } catch {
    throw new ApiProblem('notFound');
  }
  return filing;
}

/** A filing that the caller prepares. */
export async function preparedFiling(db: Database, caller: Caller, id: string): Promise<Filing> {
  const filing = await visibleFiling(db, caller, id);
  requireRole(caller, ['preparer'], filing);
  return filing;
}

/** A filing that the caller prepares and that has not been submitted. */
export async function draftedFiling(db: Database, caller: Caller, id: string): Promise<Filing> {
  const filing = await preparedFiling(db, caller, id);
  if (filing.state !== 'drafting') throw wrongState(filing);
  return filing;
}

/** A filing whose findings the caller may waive. */
export async function reviewedFiling(db: Database, caller: Caller, id: string): Promise<Filing> {
  const filing = await visibleFiling(db, caller, id);
  requireRole(caller, ['departmentReviewer', 'financeReviewer'], filing);
  return filing;
}
