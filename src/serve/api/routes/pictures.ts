import type { FastifyReply } from 'fastify';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { z } from 'zod';
import { fileContent } from '../../../store/files.ts';
import type { SoughtFigure } from '../../../write/pages/figureSpots.ts';
import type { PageMap } from '../../../write/pages/pages.ts';
import type { Drawn, DrawTask } from '../../jobs/drawTask.ts';
import { ownNames } from '../../jobs/run.ts';
import { memoryOf, type Memory } from '../../portal/remembered.ts';
import { anyWork, callerOf } from '../access.ts';
import { answers, nothing, visibleFiling, type Api, type ApiContext } from '../context.ts';
import type { ExaminedFiles, Examinations } from '../examinations.ts';
import { ApiProblem } from '../problems.ts';
import { filePosition, identity, versionInAddress } from '../shapes/words.ts';
import { composedPdf } from './documents.ts';

const megabyte = 1024 * 1024;
const mostPictureBytes = 48 * megabyte;
const mostMaps = 40;
const mostWaiting = 40;
/** Pixels a point: a page stays sharp on a screen of twice the usual density. */
const scale = 1.8;

const pageMap = z
  .object({
    pages: z.array(z.object({ page: z.number().int(), width: z.number(), height: z.number() })),
    spots: z
      .record(z.string(), z.array(z.number()))
      .describe(
        'By the number of the figure in the trace: page, x, y, width, height; points from the top left',
      ),
  })
  .meta({ id: 'PageMap' });
const page = z.coerce.number().int().min(1).max(5000);
const onlyProblems = { '4xx': answers(nothing)['4xx'] };

/** What is drawn, and where what was drawn before is kept. */
interface Drawing {
  readonly context: ApiContext;
  readonly maps: Memory<PageMap | null>;
  readonly pictures: Memory<Buffer | null>;
}

/** One file to be drawn; `content` is asked for only where it must be drawn anew. */
interface DrawnFile {
  readonly key: string;
  readonly figures: readonly SoughtFigure[];
  readonly content: () => Promise<Uint8Array>;
}

/** The pages of PDF files as pictures, with the places of the figures on them. */
export function registerPictures(api: Api, context: ApiContext, examinations: Examinations): void {
  const { db } = context.store;
  const drawing: Drawing = {
    context,
    maps: memoryOf<PageMap | null>(mostMaps, () => 1),
    pictures: memoryOf<Buffer | null>(mostPictureBytes, (picture) => picture?.length ?? 100),
  };
  const tags = ['downloads'];
  const config = { access: anyWork };
  const ofJob = z.object({ id: identity, position: filePosition });
  const ofVersion = z.object({ id: identity, version: versionInAddress });
  const mapped = { summary: "A PDF's pages and where the figures stand on them", tags };
  const drawn = { summary: 'A page of a PDF as a picture (PNG)', tags, response: onlyProblems };
  api.get(
    '/jobs/:id/pages/:position',
    { config, schema: { ...mapped, params: ofJob, response: answers(pageMap) } },
    async (request) => {
      const { id, position: index } = request.params;
      return mapOf(drawing, fileOf(context, await examinations.ofJob(request, id), index));
    },
  );
  api.get(
    '/jobs/:id/pages/:position/:page',
    { config, schema: { ...drawn, params: ofJob.extend({ page }) } },
    async (request, reply) => {
      const { id, position: index, page: number } = request.params;
      const file = fileOf(context, await examinations.ofJob(request, id), index);
      return sendPicture(reply, drawing, file, number);
    },
  );
  api.get(
    '/filings/:id/disclosures/:version/pages/:position',
    {
      config,
      schema: { ...mapped, params: ofVersion.extend({ position: filePosition }), response: answers(pageMap) },
    },
    async (request) => {
      const { id, version, position: index } = request.params;
      const filing = await visibleFiling(db, callerOf(request), id);
      return mapOf(drawing, fileOf(context, await examinations.ofVersion(filing, version, null), index));
    },
  );
  api.get(
    '/filings/:id/disclosures/:version/pages/:position/:page',
    { config, schema: { ...drawn, params: ofVersion.extend({ position: filePosition, page }) } },
    async (request, reply) => {
      const { id, version, position: index, page: number } = request.params;
      const filing = await visibleFiling(db, callerOf(request), id);
      const file = fileOf(context, await examinations.ofVersion(filing, version, null), index);
      return sendPicture(reply, drawing, file, number);
    },
  );
  api.get(
    '/filings/:id/disclosures/:version/preview/pages',
    {
      config,
      schema: {
        ...{ summary: 'The pages of the PDF that is published', tags },
        ...{ params: ofVersion, response: answers(pageMap) },
      },
    },
    async (request) => {
      const filing = await visibleFiling(db, callerOf(request), request.params.id);
      return mapOf(drawing, await composedPdf(context, filing, request.params.version));
    },
  );
  api.get(
    '/filings/:id/disclosures/:version/preview/pages/:page',
    { config, schema: { ...drawn, params: ofVersion.extend({ page }) } },
    async (request, reply) => {
      const filing = await visibleFiling(db, callerOf(request), request.params.id);
      const file = await composedPdf(context, filing, request.params.version);
      return sendPicture(reply, drawing, file, request.params.page);
    },
  );
}

function fileOf(
  { store: { db } }: ApiContext,
  { key, examination, files }: ExaminedFiles,
  index: number,
): DrawnFile {
  const named = files[index];
  const own = ownNames(files.map(({ name }) => name))[index];
  if (named === undefined) throw new ApiProblem('notFound');
  const figures = (examination.trace?.figures ?? []).flatMap(({ origin, text, quote, place }, id) =>
    place.file === own ? [{ id, origin, text, quote, place }] : [],
  );
  const content = async (): Promise<Uint8Array> => {
    const file = await fileContent(db, named.id);
    if (file === null) throw new ApiProblem('notFound');
    return file.content;
  };
  // The same file is read into the same figures whoever asks; its name is in their places.
  return { key: `${key} ${named.id}`, figures, content };
}

async function mapOf({ context, maps }: Drawing, file: DrawnFile): Promise<z.output<typeof pageMap>> {
  const map = await maps.get(file.key, async () => {
    const task = { kind: 'pages', figures: file.figures } as const;
    return (await draw(context, file, (path) => ({ ...task, path }))).map;
  });
  if (map === null) throw new ApiProblem('notFound');
  return { pages: [...map.pages], spots: spotsIn(map) };
}

function spotsIn({ spots }: PageMap): Record<string, number[]> {
  return Object.fromEntries(Object.entries(spots).map(([id, spot]) => [id, [...spot]]));
}

async function sendPicture(
  reply: FastifyReply,
  { context, pictures }: Drawing,
  file: DrawnFile,
  number: number,
): Promise<FastifyReply> {
  const picture = await pictures.get(`${file.key} ${number}`, async () => {
    const task = { kind: 'picture', page: number, scale } as const;
    const made = await draw(context, file, (path) => ({ ...task, path }));
    return made.picture === null ? null : Buffer.from(made.picture, 'base64');
  });
  if (picture === null) throw new ApiProblem('notFound');
  reply.header('cache-control', 'private, max-age=3600');
  return reply.type('image/png').send(picture);
}

/** A worker process draws it: a hostile file costs that process only. */
async function draw(
  { examiner }: ApiContext,
  { content }: DrawnFile,
  task: (path: string) => DrawTask,
): Promise<Drawn> {
  if (examiner.waiting() > mostWaiting) throw new ApiProblem('busy');
  const folder = await mkdtemp(join(tmpdir(), 'mingsuan-draw-'));
  try {
    const path = join(folder, 'file');
    await writeFile(path, await content());
    const drawn = await examiner.draw(task(path));
    return 'lost' in drawn ? { map: null, picture: null } : drawn;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
