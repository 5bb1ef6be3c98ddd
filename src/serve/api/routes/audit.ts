import { z } from 'zod';
import { auditEntries, verifyAudit } from '../../../store/audit.ts';
import { auditNames } from '../../../store/auditNames.ts';
import { answers, type Api, type ApiContext } from '../context.ts';
import { askedIn, pageOf, pageQuery, shownPage } from '../shapes/pages.ts';
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
  api.get(
    '/audit',
    {
      config,
      schema: {
        summary: 'The log, newest first',
        tags: ['audit'],
        querystring: pageQuery,
        response: answers(pageOf(auditRecord)),
      },
    },
    async ({ query }) => {
      const found = await auditEntries(db, askedIn(query));
      const names = await auditNames(db, found.items);
      return shownPage(found, (each) => ({
        ...each,
        actorName: each.actor === null ? null : (names.get(`user:${each.actor}`) ?? null),
        objectName: names.get(each.object) ?? null,
      }));
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
