import { z } from 'zod';
import { addFile } from '../../../store/files.ts';
import { unpack, uploadOf } from '../../uploads.ts';
import { anyWork, callerOf } from '../access.ts';
import { answers, type Api, type ApiContext } from '../context.ts';
import { ApiProblem } from '../problems.ts';
import { line } from '../shapes/words.ts';
import { batch, storedFile } from '../shapes/work.ts';
import { languageIn } from './filings.ts';
import { batchRoles, beginBatch } from './jobs.ts';

const megabyte = 1024 * 1024;
const unpacked = z.object({
  batch: batch.shape.id,
  files: z.number().int(),
  refused: z.array(z.object({ name: z.string(), reason: z.string() })),
});

/** Files as the body of a request (application/octet-stream), named in the address. */
export function registerUploads(api: Api, { store: { db }, limits, onJob }: ApiContext): void {
  const largest = Math.max(limits.fileMegabytes, limits.batchMegabytes) * megabyte;
  api.addContentTypeParser(
    'application/octet-stream',
    { parseAs: 'buffer', bodyLimit: largest },
    (_, body, done) => {
      done(null, body);
    },
  );
  const tags = ['uploads'];
  const consumes = ['application/octet-stream'];
  api.post(
    '/files',
    {
      config: { access: anyWork },
      bodyLimit: limits.fileMegabytes * megabyte,
      schema: {
        summary: 'Upload a document',
        tags,
        consumes,
        querystring: z.object({ name: line(200), lang: z.enum(['zh', 'en']).optional() }),
        response: answers(storedFile, 201),
      },
    },
    async (request, reply) => {
      const upload = uploadOf(
        request.query.name,
        bytesOf(request.body, limits.fileMegabytes),
        languageIn(request),
      );
      const file = await addFile(db, upload.content, upload.mediaType);
      return reply.code(201).send({ ...file, name: upload.name });
    },
  );
  api.post(
    '/batches/zip',
    {
      config: { access: batchRoles },
      bodyLimit: limits.batchMegabytes * megabyte,
      schema: {
        summary: 'Upload a zip of documents and read them all',
        tags,
        consumes,
        querystring: z.object({ region: line(20), name: line(120), lang: z.enum(['zh', 'en']).optional() }),
        response: answers(unpacked, 202),
      },
    },
    async (request, reply) => {
      const caller = callerOf(request);
      const language = languageIn(request);
      const { batchFiles: files, fileMegabytes, batchMegabytes: megabytes } = limits;
      const bytes = bytesOf(request.body, megabytes);
      const { uploads, refused } = unpack(bytes, { files, fileMegabytes, megabytes }, language);
      if (uploads.length === 0) {
        const [first] = refused;
        const why = first === undefined ? '' : `${first.name}: ${first.reason}`;
        throw new ApiProblem('nothingToRead', [why], { refused });
      }
      const stored: { id: string; name: string }[] = [];
      for (const { name, content, mediaType } of uploads) {
        stored.push({ id: (await addFile(db, content, mediaType)).id, name });
      }
      const { region, name } = request.query;
      const id = await beginBatch(db, caller, { region, name, files: stored, language });
      onJob();
      return reply.code(202).send({ batch: id, files: stored.length, refused: [...refused] });
    },
  );
}

/** An upload of another type than bytes, or without a body, is refused. */
export function bytesIn(body: unknown): Buffer {
  if (!Buffer.isBuffer(body)) throw new ApiProblem('notBytes');
  return body;
}

/** The same, up to a size. */
export function bytesOf(body: unknown, megabytes: number): Buffer {
  const bytes = bytesIn(body);
  if (bytes.length > megabytes * megabyte) throw new ApiProblem('tooLarge', [`${megabytes} MB`]);
  return bytes;
}
