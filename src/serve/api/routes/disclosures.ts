import { z } from 'zod';
import {
  addWaiver,
  disclosureVersion,
  disclosureVersions,
  filesOf,
  findingsOf,
  revokeWaiver,
} from '../../../store/disclosures.ts';
import { fileContent } from '../../../store/files.ts';
import { addJob } from '../../../store/jobs.ts';
import { wholeList } from '../../../store/paging.ts';
import { anyWork, callerOf } from '../access.ts';
import {
  answers,
  draftedFiling,
  nothing,
  reviewedFiling,
  visibleFiling,
  type Api,
  type ApiContext,
} from '../context.ts';
import { jobView } from '../jobView.ts';
import { keptFindingsOf, toldIn } from '../keptFindings.ts';
import { ApiProblem } from '../problems.ts';
import { disclosureVersionSummary, examined, findingRecord, verdict } from '../shapes/examined.ts';
import { askedIn, pageOf, pageQuery, shownPage } from '../shapes/pages.ts';
import {
  day,
  filePosition,
  identity,
  line,
  passage,
  versionInAddress,
  versionNumber,
} from '../shapes/words.ts';
import { job, storedFile } from '../shapes/work.ts';
import { languageIn } from './filings.ts';

const fromFiles = z.object({
  from: z.literal('files'),
  files: z
    .array(z.object({ id: identity, name: line(200) }))
    .min(1)
    .max(50),
  reason: line(200).default('上传'),
});
const fromBook = z.object({ from: z.literal('book'), reason: line(200).default('编制') });
const newWaiver = z.object({
  version: versionNumber,
  fingerprint: z.string().regex(/^[\da-f]{32}$/),
  reason: passage(1000).pipe(z.string().min(2)),
  expires: day.nullable().default(null).describe('The last day it holds'),
});

/** What will be published, in versions that stay, with its findings. */
export function registerDisclosures(api: Api, { store: { db }, onJob }: ApiContext): void {
  const tags = ['disclosures'];
  const params = z.object({ id: identity });
  const ofVersion = params.extend({ version: versionInAddress });
  const config = { access: anyWork };
  const kept = keptFindingsOf(db);
  api.get(
    '/filings/:id/disclosures',
    {
      config,
      schema: {
        summary: 'All versions, newest first',
        tags,
        params,
        querystring: pageQuery,
        response: answers(pageOf(disclosureVersionSummary)),
      },
    },
    async (request) => {
      const filing = await visibleFiling(db, callerOf(request), request.params.id);
      const versions = await disclosureVersions(db, filing, askedIn(request.query));
      return shownPage(versions, (each) => ({ ...each, verdict: verdict.parse(each.verdict) }));
    },
  );
  api.post(
    '/filings/:id/disclosures',
    {
      config: { access: ['preparer'] },
      schema: {
        summary: 'The next version: composed from the newest book, or read from uploaded files',
        tags,
        params,
        body: z.discriminatedUnion('from', [fromBook, fromFiles]),
        response: answers(job, 202),
      },
    },
    async (request, reply) => {
      const caller = callerOf(request);
      const filing = await draftedFiling(db, caller, request.params.id);
      const language = languageIn(request);
      const { body } = request;
      const { reason } = body;
      const work =
        body.from === 'book'
          ? { kind: 'compose', payload: { bookVersion: filing.bookVersion, language, reason } }
          : { kind: 'read', payload: { files: body.files, language, reason } };
      const made = await addJob(db, { ...work, filing: filing.id, region: filing.region }, caller.user);
      onJob();
      return reply.code(202).send(jobView(made));
    },
  );
  api.get(
    '/filings/:id/disclosures/:version',
    {
      config,
      schema: { summary: 'One version with its check', tags, params: ofVersion, response: answers(examined) },
    },
    async (request) => {
      const filing = await visibleFiling(db, callerOf(request), request.params.id);
      const found = await disclosureVersion(db, filing, request.params.version);
      if (found === null) throw new ApiProblem('notFound');
      // The store keeps what reading, composing and checking gave; the shapes name their public parts.
      const told = toldIn(found, languageIn(request));
      return told as unknown as z.output<typeof examined>;
    },
  );
  api.get(
    '/filings/:id/disclosures/:version/findings',
    {
      config,
      schema: {
        summary: 'The findings of a version with the waivers in force',
        tags,
        params: ofVersion,
        querystring: pageQuery,
        response: answers(pageOf(findingRecord)),
      },
    },
    async (request) => {
      const filing = await visibleFiling(db, callerOf(request), request.params.id);
      const asked = askedIn(request.query);
      const found = await kept.ofVersion(filing, request.params.version, languageIn(request), asked);
      return shownPage(found, (each) => each as unknown as z.output<typeof findingRecord>);
    },
  );
  api.get(
    '/filings/:id/disclosures/:version/files',
    {
      config,
      schema: {
        summary: 'The files of a version',
        tags,
        params: ofVersion,
        response: answers(z.array(storedFile)),
      },
    },
    async (request) => {
      const filing = await visibleFiling(db, callerOf(request), request.params.id);
      return [...(await filesOf(db, filing, request.params.version))];
    },
  );
  api.get(
    '/filings/:id/disclosures/:version/files/:position',
    {
      config,
      schema: {
        summary: 'One file as it was uploaded',
        tags,
        params: ofVersion.extend({ position: filePosition }),
        response: { '4xx': answers(nothing)['4xx'] },
      },
    },
    async (request, reply) => {
      const filing = await visibleFiling(db, callerOf(request), request.params.id);
      const named = (await filesOf(db, filing, request.params.version))[request.params.position];
      const file = named === undefined ? null : await fileContent(db, named.id);
      if (named === undefined || file === null) throw new ApiProblem('notFound');
      reply.header('content-disposition', attachment(named.name));
      return reply.type('application/octet-stream').send(file.content as never);
    },
  );
  api.post(
    '/filings/:id/waivers',
    {
      config: { access: ['departmentReviewer', 'financeReviewer'] },
      schema: {
        summary: 'Waive a finding with a reason',
        tags,
        params,
        body: newWaiver,
        response: answers(nothing, 204),
      },
    },
    async (request, reply) => {
      const caller = callerOf(request);
      const filing = await reviewedFiling(db, caller, request.params.id);
      if (filing.submittedBy === caller.user) throw new ApiProblem('samePerson');
      const { version, fingerprint, reason, expires } = request.body;
      const { items } = await findingsOf(db, filing, version, wholeList);
      const found = items.find((each) => each.fingerprint === fingerprint);
      if (found === undefined) throw new ApiProblem('notFound');
      const done = await addWaiver(
        db,
        filing,
        { fingerprint, rule: found.rule, reason, expires },
        caller.user,
      );
      if (!done) throw new ApiProblem('exists', [found.rule]);
      return reply.code(204).send(null);
    },
  );
  api.delete(
    '/filings/:id/waivers/:waiver',
    {
      config: { access: ['departmentReviewer', 'financeReviewer'] },
      schema: {
        summary: 'Revoke a waiver',
        tags,
        params: params.extend({ waiver: identity }),
        response: answers(nothing, 204),
      },
    },
    async (request, reply) => {
      const caller = callerOf(request);
      const filing = await reviewedFiling(db, caller, request.params.id);
      if (!(await revokeWaiver(db, filing, request.params.waiver, caller.user)))
        throw new ApiProblem('notFound');
      return reply.code(204).send(null);
    },
  );
}

/** RFC 6266: the name in UTF-8; saved, never shown by the browser in our name. */
export function attachment(name: string): string {
  return `attachment; filename*=UTF-8''${encodeURIComponent(name).replace(/['()*]/g, (c) => `%${c.charCodeAt(0).toString(16)}`)}`;
}
