import { z } from 'zod';
import { problemSentence } from '../../../read/problems.ts';
import { readSource } from '../../../read/open.ts';
import { uploadOf } from '../../uploads.ts';
import { answers, type Api, type ApiContext } from '../context.ts';
import { ApiProblem } from '../problems.ts';
import { line } from '../shapes/words.ts';
import { languageIn } from './filings.ts';
import { bytesIn } from './uploads.ts';

const mostRows = 5_000;

/** The rows of a spreadsheet, so that a list need not be copied by hand. */
export function registerWorksheets(api: Api, { limits }: ApiContext): void {
  api.post(
    '/worksheets',
    {
      config: { access: ['systemAdministrator'] },
      bodyLimit: limits.fileMegabytes * 1024 * 1024,
      schema: {
        summary: 'The rows of the tables in a spreadsheet; nothing is kept',
        tags: ['organisation'],
        consumes: ['application/octet-stream'],
        querystring: z.object({ name: line(200), lang: z.enum(['zh', 'en']).optional() }),
        response: answers(z.object({ rows: z.array(z.array(z.string())) })),
      },
    },
    async (request) => {
      const bytes = bytesIn(request.body);
      const language = languageIn(request);
      const { name, content } = uploadOf(request.query.name, bytes, language);
      const read = await readSource({ name, bytes: content });
      if (!read.ok) throw new ApiProblem('unreadableFile', [problemSentence(read.problem, language)]);
      const rows = read.source.blocks.flatMap((block) =>
        block.kind === 'grid' ? block.rows.map((cells) => cells.map(({ text }) => text)) : [],
      );
      return { rows: rows.slice(0, mostRows) };
    },
  );
}
