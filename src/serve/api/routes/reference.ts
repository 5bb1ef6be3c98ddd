import { z } from 'zod';
import { codeAxes, shippedEntries, type CodeAxis } from '../../../model/codes/entries.ts';
import { findingCounts } from '../../../store/findingCounts.ts';
import { listFilings } from '../../../store/filings.ts';
import { anyWork, callerOf } from '../access.ts';
import { answers, type Api, type ApiContext } from '../context.ts';
import { verdict } from '../shapes/examined.ts';
import { askedIn, pageOf, pageQuery } from '../shapes/pages.ts';
import { identity, line, year } from '../shapes/words.ts';

const code = z
  .object({ code: z.string(), name: z.string(), fund: z.string().nullable() })
  .meta({ id: 'Code' });
const counts = z
  .object({
    filing: identity,
    verdict,
    errors: z.number().int(),
    warnings: z.number().int(),
    infos: z.number().int(),
    waived: z.number().int(),
  })
  .meta({ id: 'FindingCounts' });

/** What forms and boards are filled from. */
export function registerReference(api: Api, { store: { db } }: ApiContext): void {
  api.get(
    '/codes',
    {
      config: { access: 'signedIn' },
      schema: {
        summary: 'The items of 政府收支分类科目 that are in use, by axis',
        tags: ['about'],
        response: answers(
          z.object({
            function: z.array(code),
            deptEconomic: z.array(code),
            govEconomic: z.array(code),
            revenue: z.array(code),
          }),
        ),
      },
    },
    (_, reply) => {
      reply.header('cache-control', 'private, max-age=3600');
      const [functions, deptEconomic, govEconomic, revenue] = codeAxes.map(itemsOf);
      return {
        function: functions ?? [],
        deptEconomic: deptEconomic ?? [],
        govEconomic: govEconomic ?? [],
        revenue: revenue ?? [],
      };
    },
  );
  api.get(
    '/finding-counts',
    {
      config: { access: anyWork },
      schema: {
        summary: "Counts of the findings of filings' newest disclosures",
        tags: ['filings'],
        querystring: pageQuery.extend({ region: line(20).optional(), year: year.optional() }),
        response: answers(pageOf(counts)),
      },
    },
    async (request) => {
      const { grants } = callerOf(request);
      const { items, next } = await listFilings(db, grants, request.query, askedIn(request.query));
      const all = await findingCounts(db, items);
      return { items: all.map((each) => ({ ...each, verdict: verdict.parse(each.verdict) })), next };
    },
  );
}

function itemsOf(axis: CodeAxis): z.output<typeof code>[] {
  const entries = shippedEntries(axis);
  const items = [...entries.codes()].sort().map((each) => entries.find(each));
  return items.flatMap((item) =>
    item === null || item.retired ? [] : [{ code: item.code, name: item.name, fund: item.fund }],
  );
}
