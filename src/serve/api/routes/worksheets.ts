import { z } from 'zod';
import { inFolder, uploadOf } from '../../uploads.ts';
import { answers, type Api, type ApiContext } from '../context.ts';
import { ApiProblem } from '../problems.ts';
import { line } from '../shapes/words.ts';
import { languageIn } from './filings.ts';
import { bytesIn } from './uploads.ts';

const mostRows = 5_000;

/** The rows of a spreadsheet, so that a list need not be copied by hand. */
export function registerWorksheets(api: Api, { examiner, limits }: ApiContext): void {
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
      const upload = uploadOf(request.query.name, bytes, language);
      const answer = await inFolder(upload, (folder) =>
        examiner.readRows({ kind: 'rows', folder, file: upload.name, language, most: mostRows }),
      );
      if ('lost' in answer) throw new ApiProblem('busy');
      if ('refused' in answer) throw new ApiProblem('unreadableFile', [answer.refused]);
      return { rows: answer.rows.map((cells) => [...cells]) };
    },
  );
}
