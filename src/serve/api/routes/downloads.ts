import type { FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { reportContent } from '../../../commands/reportContent.ts';
import { rulePage } from '../../../commands/rulePages.ts';
import type { OutputFile } from '../../../commands/writeFiles.ts';
import { titleOf } from '../../../check/render.ts';
import { zipOf } from '../../../file/zipWrite.ts';
import type { Language } from '../../../model/language.ts';
import type { RulePage } from '../../../model/report.ts';
import { version as programVersion } from '../../../version.ts';
import { htmlReport } from '../../../write/report/html/htmlReport.ts';
import { fileContent } from '../../../store/files.ts';
import type { Database } from '../../../store/store.ts';
import { annotatedCopy } from '../../jobs/annotatedCopy.ts';
import type { Examination } from '../../jobs/examineTask.ts';
import { anyWork, callerOf } from '../access.ts';
import { answers, nothing, visibleFiling, type Api, type ApiContext } from '../context.ts';
import type { ExaminedFiles, Examinations } from '../examinations.ts';
import { ApiProblem } from '../problems.ts';
import { examined } from '../shapes/examined.ts';
import { filePosition, identity, versionInAddress } from '../shapes/words.ts';
import { attachment } from './disclosures.ts';
import { languageIn } from './filings.ts';
import { documentsIn } from './documents.ts';

const reportFormat = z.enum(['html', 'xlsx', 'json']);
const documentFormat = z.enum(['docx', 'xlsx', 'pdf', 'html', 'datapackage']);
const lang = z.enum(['zh', 'en']).optional();
const onlyProblems = { '4xx': answers(nothing)['4xx'] };

/** Reports, marked copies and documents as files, made when they are asked for. */
export function registerDownloads(api: Api, context: ApiContext, examinations: Examinations): void {
  const { db } = context.store;
  const tags = ['downloads'];
  const config = { access: anyWork };
  const ofJob = z.object({ id: identity });
  const ofVersion = z.object({ id: identity, version: versionInAddress });
  api.get(
    '/jobs/:id/examined',
    {
      config,
      schema: {
        summary: 'The document of a check as it was read, with its report',
        tags,
        params: ofJob,
        response: answers(examined),
      },
    },
    async (request) => {
      const { examination } = await examinations.ofJob(request, request.params.id);
      return examination as unknown as z.output<typeof examined>;
    },
  );
  registerReport(api, context, {
    path: '/jobs/:id',
    params: ofJob,
    summaries: {
      report: 'The report of a check: a page, the rectification workbook, or data',
      annotated: 'A file of a check with the findings marked in it',
    },
    find: (request) => examinations.ofJob(request, ofJob.parse(request.params).id),
  });
  registerReport(api, context, {
    path: '/filings/:id/disclosures/:version',
    params: ofVersion,
    summaries: {
      report: 'The report on a version, with its waivers',
      annotated: 'An uploaded file of a version with the findings marked in it',
    },
    find: async (request) => {
      const { id, version } = ofVersion.parse(request.params);
      const filing = await visibleFiling(db, callerOf(request), id);
      return examinations.ofVersion(filing, version, languageIn(request));
    },
  });
  api.get(
    '/filings/:id/disclosures/:version/documents/:format',
    {
      config,
      schema: {
        summary: 'A version as the document that is published; a draft before the approval',
        tags,
        params: ofVersion.extend({ format: documentFormat }),
        response: onlyProblems,
      },
    },
    async (request, reply) => {
      const filing = await visibleFiling(db, callerOf(request), request.params.id);
      const { version, format } = request.params;
      const { files } = await documentsIn(context, filing, version, format);
      const name = `${filing.unitName ?? filing.departmentName}${filing.year}.${format === 'datapackage' ? 'zip' : format}`;
      if (format === 'datapackage') return sendFile(reply, name, packed(files));
      return sendFile(reply, name, files[0]?.content ?? '');
    },
  );
}

/** What was examined, and where its report and marked copies are asked for. */
interface Reported {
  readonly path: string;
  readonly params: z.ZodObject;
  readonly summaries: { readonly report: string; readonly annotated: string };
  readonly find: (request: FastifyRequest) => Promise<ExaminedFiles>;
}

function registerReport(
  api: Api,
  { store: { db } }: ApiContext,
  { path, params, summaries, find }: Reported,
): void {
  const config = { access: anyWork };
  const tags = ['downloads'];
  api.get(
    `${path}/report`,
    {
      config,
      schema: {
        summary: summaries.report,
        tags,
        params,
        querystring: z.object({ format: reportFormat, lang }),
        response: onlyProblems,
      },
    },
    async (request, reply) => {
      const { examination } = await find(request);
      return sendReport(reply, examination, request.query.format, languageIn(request));
    },
  );
  const atPosition = z.object({ position: filePosition });
  api.get(
    `${path}/annotated/:position`,
    {
      config,
      schema: {
        summary: summaries.annotated,
        tags,
        params: params.extend(atPosition.shape),
        querystring: z.object({ lang }),
        response: onlyProblems,
      },
    },
    async (request, reply) => {
      const { position: index } = atPosition.parse(request.params);
      return sendAnnotated(db, reply, await find(request), index, languageIn(request));
    },
  );
}

async function sendReport(
  reply: FastifyReply,
  { report, disclosure, trace }: Examination,
  format: z.output<typeof reportFormat>,
  language: Language,
): Promise<FastifyReply> {
  const name = `${report.department ?? report.file}-${language === 'zh' ? '审核报告' : 'report'}.${format}`;
  if (format === 'html') {
    const titled = (rule: string): string => titleOf(rule, language);
    const pageOf = (rule: string): RulePage | null => rulePage(rule, language);
    const options = { language, version: programVersion, titleOf: titled, pageOf };
    return sendFile(reply, name, htmlReport({ report, disclosure, trace }, options));
  }
  return sendFile(
    reply,
    name,
    await reportContent([report], format, language, { colour: false, width: null }),
  );
}

async function sendAnnotated(
  db: Database,
  reply: FastifyReply,
  { examination, files }: ExaminedFiles,
  index: number,
  language: Language,
): Promise<FastifyReply> {
  const named = files[index];
  const file = named === undefined ? null : await fileContent(db, named.id);
  if (named === undefined || file === null) throw new ApiProblem('notFound');
  const source = { name: named.name, content: file.content };
  const copy = await annotatedCopy(source, examination.report, language);
  if ('none' in copy) throw new ApiProblem('unreadableFile', [whyNone[copy.none][language]]);
  const dot = named.name.lastIndexOf('.');
  const suffix = language === 'zh' ? '-审核' : '-checked';
  return sendFile(reply, `${named.name.slice(0, dot)}${suffix}${named.name.slice(dot)}`, copy.bytes);
}

const whyNone = {
  format: {
    zh: '只有 docx、pdf、xlsx 能加批注；请下载报告或整改表。',
    en: 'only docx, pdf and xlsx can be annotated; download the report or the workbook.',
  },
  nothing: { zh: '这份文件里没有要标注的问题。', en: 'there is nothing to mark in this file.' },
  damaged: { zh: '文件可能已损坏，没有做成批注副本。', en: 'the file may be damaged; no copy was made.' },
} as const;

function packed(files: readonly OutputFile[]): Uint8Array {
  const parts = files.map(({ path, content }) => [path, Buffer.from(content)] as const);
  const zip = zipOf(new Map(parts));
  if (zip === undefined) throw new ApiProblem('tooLarge', ['4096 MB']);
  return zip;
}

/** Saved by the browser, never shown in our name. */
function sendFile(reply: FastifyReply, name: string, content: string | Uint8Array): FastifyReply {
  const body = typeof content === 'string' ? Buffer.from(content) : Buffer.from(content);
  reply.header('content-disposition', attachment(name));
  return reply.type('application/octet-stream').send(body);
}
