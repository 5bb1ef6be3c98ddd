import { z } from 'zod';
import { addComment, commentsOf, markRead, noticesOf } from '../../../store/discussion.ts';
import { questionsOf } from '../../../store/readerQuestions.ts';
import { resolveWaiting } from '../../../store/resolving.ts';
import { anyWork, callerOf } from '../access.ts';
import { answers, nothing, visibleFiling, type Api, type ApiContext } from '../context.ts';
import { ApiProblem } from '../problems.ts';
import { comment, notice, readerQuestion } from '../shapes/discussion.ts';
import { identity, limit, pageOf, passage } from '../shapes/words.ts';

const newComment = z.object({
  place: z.unknown().optional().describe('A field of the book or a place of the disclosure'),
  body: passage(2000).pipe(z.string().min(1)),
});

/** Comments on places, questions of the portal's readers, and notices of what happened. */
export function registerDiscussion(api: Api, { store: { db } }: ApiContext): void {
  const params = z.object({ id: identity });
  const config = { access: anyWork };
  const tags = ['discussion'];
  registerQuestions(api, db);
  api.get(
    '/filings/:id/comments',
    { config, schema: { summary: 'Comments', tags, params, response: answers(z.array(comment)) } },
    async (request) => {
      const filing = await visibleFiling(db, callerOf(request), request.params.id);
      return [...(await commentsOf(db, filing.id))];
    },
  );
  api.post(
    '/filings/:id/comments',
    {
      config,
      schema: {
        summary: 'Comment on a place',
        tags,
        params,
        body: newComment,
        response: answers(z.object({ id: identity }), 201),
      },
    },
    async (request, reply) => {
      const caller = callerOf(request);
      const filing = await visibleFiling(db, caller, request.params.id);
      const { place = null, body } = request.body;
      return reply.code(201).send({ id: await addComment(db, filing, { place, body }, caller.user) });
    },
  );
  api.post(
    '/filings/:id/comments/:comment/resolution',
    {
      config,
      schema: {
        summary: 'A comment has been dealt with',
        tags,
        params: params.extend({ comment: identity }),
        response: answers(nothing, 204),
      },
    },
    async (request, reply) => {
      const caller = callerOf(request);
      const filing = await visibleFiling(db, caller, request.params.id);
      if (!(await resolveWaiting(db, filing, { kind: 'comment', id: request.params.comment }, caller.user)))
        throw new ApiProblem('notFound');
      return reply.code(204).send(null);
    },
  );
  api.get(
    '/notices',
    {
      config,
      schema: {
        summary: 'Notices, newest first',
        tags,
        querystring: z.object({ before: z.coerce.number().int().min(1).optional(), limit }),
        response: answers(pageOf(notice)),
      },
    },
    async (request) => {
      const { before = null, limit: most } = request.query;
      const items = [...(await noticesOf(db, callerOf(request).user, before, most))];
      return { items, next: items.length < most ? null : String(items.at(-1)?.id ?? '') };
    },
  );
  api.post(
    '/notices/read',
    {
      config,
      schema: {
        summary: 'Notices up to one have been read',
        tags,
        body: z.object({ upTo: z.number().int().min(0) }),
        response: answers(nothing, 204),
      },
    },
    async (request, reply) => {
      await markRead(db, callerOf(request).user, request.body.upTo);
      return reply.code(204).send(null);
    },
  );
}

/** What readers of the portal did not understand. */
function registerQuestions(api: Api, db: ApiContext['store']['db']): void {
  const params = z.object({ id: identity });
  const config = { access: anyWork };
  const tags = ['discussion'];
  api.get(
    '/filings/:id/questions',
    {
      config,
      schema: {
        summary: 'What readers of the portal do not understand, those that wait first',
        tags,
        params,
        response: answers(z.array(readerQuestion)),
      },
    },
    async (request) => {
      const filing = await visibleFiling(db, callerOf(request), request.params.id);
      return [...(await questionsOf(db, filing.id))];
    },
  );
  api.post(
    '/filings/:id/questions/:question/resolution',
    {
      config,
      schema: {
        summary: "A reader's question has been dealt with",
        tags,
        params: params.extend({ question: identity }),
        response: answers(nothing, 204),
      },
    },
    async (request, reply) => {
      const caller = callerOf(request);
      const filing = await visibleFiling(db, caller, request.params.id);
      if (!(await resolveWaiting(db, filing, { kind: 'question', id: request.params.question }, caller.user)))
        throw new ApiProblem('notFound');
      return reply.code(204).send(null);
    },
  );
}
