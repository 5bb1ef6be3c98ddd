import { z } from 'zod';
import { placeKeys, type WaivedPlace, type WaiverEntry } from '../../../check/settings/waiverEntry.ts';
import type { Finding } from '../../../model/finding.ts';
import { changePayload } from '../../../store/jobs.ts';
import { anyWork, callerOf } from '../access.ts';
import { answers, nothing, type Api, type ApiContext } from '../context.ts';
import { dayOf, waiversOf, type Examinations } from '../examinations.ts';
import { ApiProblem } from '../problems.ts';
import { day, identity, passage } from '../shapes/words.ts';
import { attachment } from './disclosures.ts';
import { ownJob } from './jobs.ts';

const newWaiver = z.object({
  finding: z.number().int().min(0).describe('Its position in the report'),
  reason: passage(1000).pipe(z.string().min(2)),
  expires: day.nullable().default(null),
});
const position = z.coerce.number().int().min(0).max(1000);
const mostWaivers = 500;

/** Waivers in a check of one's own: they count in its reports and can be kept beside the document. */
export function registerCheckWaivers(
  api: Api,
  { store: { db } }: ApiContext,
  examinations: Examinations,
): void {
  const tags = ['jobs'];
  const config = { access: anyWork };
  const params = z.object({ id: identity });
  api.post(
    '/jobs/:id/waivers',
    {
      config,
      schema: {
        summary: 'Waive a finding of a check with a reason',
        ...{ tags, params, body: newWaiver, response: answers(nothing, 204) },
      },
    },
    async (request, reply) => {
      const caller = callerOf(request);
      const job = await ownJob(db, caller, request.params.id);
      if (job.kind !== 'check') throw new ApiProblem('notFound');
      const { examination } = await examinations.ofJob(request, job.id);
      const { finding: index, reason, expires } = request.body;
      const finding = examination.report.findings[index];
      if (finding === undefined) throw new ApiProblem('notFound');
      const all = waiversOf(job);
      if (all.length >= mostWaivers) throw new ApiProblem('badRequest', [String(mostWaivers)]);
      const decision = { reason, by: caller.name, date: dayOf(new Date()), expires };
      await keep(job.id, [...all, waiverFor(finding, decision)], caller.user);
      return reply.code(204).send(null);
    },
  );
  api.delete(
    '/jobs/:id/waivers/:position',
    {
      config,
      schema: {
        summary: 'Revoke a waiver of a check, by the position of the finding that it is on',
        ...{ tags, params: params.extend({ position }), response: answers(nothing, 204) },
      },
    },
    async (request, reply) => {
      const caller = callerOf(request);
      const job = await ownJob(db, caller, request.params.id);
      const { examination } = await examinations.ofJob(request, job.id);
      const waived = examination.report.findings[request.params.position];
      if (waived?.waiver == null) throw new ApiProblem('notFound');
      const own = waiverFor(waived, { ...waived.waiver });
      const rest = waiversOf(job).filter((each) => !isSame(each, own));
      await keep(job.id, rest, caller.user);
      return reply.code(204).send(null);
    },
  );
  api.get(
    '/jobs/:id/waivers',
    {
      config,
      schema: {
        summary: 'The waivers of a check as the file that is kept beside the document',
        ...{ tags, params, response: { '4xx': answers(nothing)['4xx'] } },
      },
    },
    async (request, reply) => {
      const job = await ownJob(db, callerOf(request), request.params.id);
      const waivers = waiversOf(job).map(besideDocument);
      const files = job.payload['files'] as readonly { readonly name: string }[];
      reply.header('content-disposition', attachment(`${files[0]?.name ?? 'document'}.waivers.json`));
      const body = Buffer.from(`${JSON.stringify({ waivers }, null, 2)}\n`);
      return reply.type('application/octet-stream').send(body as never);
    },
  );

  async function keep(id: string, waivers: readonly WaiverEntry[], actor: string): Promise<void> {
    const details = { waivers: waivers.length };
    await changePayload(db, id, { waivers }, { actor, action: 'check.waive', object: `job:${id}`, details });
  }
}

/** A waiver that fits the finding: its rule, its place by business key, and what is printed there. */
export function waiverFor(
  { rule, culprits }: Pick<Finding, 'rule' | 'culprits'>,
  decision: Pick<WaiverEntry, 'reason' | 'by' | 'date' | 'expires'>,
): WaiverEntry {
  const [culprit] = culprits;
  const keys = placeKeys.flatMap((key) => {
    const value = culprit?.place[key];
    return value === undefined ? [] : [[key, value] as const];
  });
  const place: WaivedPlace = Object.fromEntries(keys);
  return { rule, place, reported: culprit?.reported?.text ?? null, ...decision, document: null };
}

/** Beside its document a waiver need not name it. */
function besideDocument({ rule, place, reported, reason, by, date, expires }: WaiverEntry): object {
  return { rule, place, reported, reason, by, date, expires };
}

function isSame(a: WaiverEntry, b: WaiverEntry): boolean {
  return (
    a.rule === b.rule && a.reported === b.reported && placeKeys.every((key) => a.place[key] === b.place[key])
  );
}
