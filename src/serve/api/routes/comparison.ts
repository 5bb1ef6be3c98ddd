import { z } from 'zod';
import { compareDisclosures } from '../../../model/diff/disclosures.ts';
import { disclosureVersion } from '../../../store/disclosures.ts';
import { diffJson } from '../../../write/diff/diffJson.ts';
import { anyWork, callerOf } from '../access.ts';
import { answers, visibleFiling, type Api, type ApiContext } from '../context.ts';
import { ApiProblem } from '../problems.ts';
import { comparison } from '../shapes/comparison.ts';
import { identity, versionInAddress } from '../shapes/words.ts';

/** Two versions of a document beside each other, by the code of `mingsuan diff`. */
export function registerComparison(api: Api, { store: { db } }: ApiContext): void {
  const version = versionInAddress;
  api.get(
    '/filings/:id/differences',
    {
      config: { access: anyWork },
      schema: {
        summary: 'What changed from one version of the document to another: figures, projects, texts',
        tags: ['disclosures'],
        params: z.object({ id: identity }),
        querystring: z.object({ from: version, to: version }),
        response: answers(comparison),
      },
    },
    async (request) => {
      const filing = await visibleFiling(db, callerOf(request), request.params.id);
      const { from, to } = request.query;
      const [before, after] = [
        await disclosureVersion(db, filing, from),
        await disclosureVersion(db, filing, to),
      ];
      if (before === null || after === null) throw new ApiProblem('notFound');
      return diffJson(compareDisclosures(before.disclosure, after.disclosure)) as z.output<typeof comparison>;
    },
  );
}
