import { z } from 'zod';
import { addComment, commentsOf, markRead, noticesOf } from '../../../store/discussion.ts';
import { questionsOf } from '../../../store/readerQuestions.ts';
import { resolveWaiting } from '../../../store/resolving.ts';
import { anyWork, callerOf } from '../access.ts';
import { answers, nothing, visibleFiling, type Api, type ApiContext } from '../context.ts';
import { ApiProblem } from '../problems.ts';
import { comment, notice, readerQuestion } from '../shapes/discussion.ts';
import { askedIn, pageOf, pageQuery, wholePage } from '../shapes/pages.ts';
import { identity, passage } from '../shapes/words.ts';

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
    {
      config,
      schema: {
        summary: 'Comments, the oldest first',
        tags,
        params,
        querystring: pageQuery,
        response: answers(pageOf(comment)),
      },
    },
    async (request) => {
      const filing = await visibleFiling(db, callerOf(request), request.params.id);
      return wholePage(await commentsOf(db, filing.id, askedIn(request.query)));
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
        querystring: pageQuery,
        response: answers(pageOf(notice)),
      },
    },
    async (request) => wholePage(await noticesOf(db, callerOf(request).user, askedIn(request.query))),
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
        querystring: pageQuery,
        response: answers(pageOf(readerQuestion)),
      },
    },
    async (request) => {
      const filing = await visibleFiling(db, callerOf(request), request.params.id);
      return wholePage(await questionsOf(db, filing.id, askedIn(request.query)));
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
