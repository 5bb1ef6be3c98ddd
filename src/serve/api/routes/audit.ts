import { z } from 'zod';
import { auditEntries, verifyAudit } from '../../../store/audit.ts';
import { auditNames } from '../../../store/auditNames.ts';
import { answers, type Api, type ApiContext } from '../context.ts';
import { limit, pageOf } from '../shapes/words.ts';
import { auditRecord } from '../shapes/work.ts';

const verdict = z
  .object({
    entries: z.number().int(),
    hash: z.string().describe('Of the last entry: kept elsewhere it proves that nothing was cut off'),
    broken: z.object({ number: z.number().int(), reason: z.enum(['missing', 'altered']) }).nullable(),
  })
  .meta({ id: 'AuditVerdict' });

/** The audit administrator reads the log; nobody changes it. */
export function registerAudit(api: Api, { store: { db } }: ApiContext): void {
  const config = { access: ['auditAdministrator'] } as const;
  const querystring = z.object({ before: z.coerce.number().int().min(1).optional(), limit });
  api.get(
    '/audit',
    {
      config,
      schema: {
        summary: 'The log, newest first',
        tags: ['audit'],
        querystring,
        response: answers(pageOf(auditRecord)),
      },
    },
    async ({ query }) => {
      const records = await auditEntries(db, query.before ?? null, query.limit);
      const names = await auditNames(db, records);
      const items = records.map((each) => ({
        ...each,
        actorName: each.actor === null ? null : (names.get(`user:${each.actor}`) ?? null),
        objectName: names.get(each.object) ?? null,
      }));
      return { items, next: items.length < query.limit ? null : String(items.at(-1)?.number ?? '') };
    },
  );
  api.get(
    '/audit/verification',
    {
      config,
      schema: { summary: 'Recompute the chain of hashes', tags: ['audit'], response: answers(verdict) },
    },
    () => verifyAudit(db),
  );
}
