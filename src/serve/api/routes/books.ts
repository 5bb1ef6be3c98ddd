import { z } from 'zod';
import { readBook, type BookProblem } from '../../../model/bookProblems.ts';
import type { Language } from '../../../model/language.ts';
import { bookVersion, bookVersions, saveBook, type BookVersion } from '../../../store/books.ts';
import { filingById, type Filing } from '../../../store/filings.ts';
import type { Database } from '../../../store/store.ts';
import { checkBasis } from '../../basis.ts';
import { differencesOf } from '../../books/differences.ts';
import { foreignFields } from '../../books/emptyBook.ts';
import type { Json } from '../../books/keys.ts';
import { merge, type Choices } from '../../books/merge.ts';
import { placeWords } from '../../books/placeWords.ts';
import { toldProblems } from '../../books/toldProblems.ts';
import { anyWork, callerOf } from '../access.ts';
import { answers, draftedFiling, visibleFiling, type Api, type ApiContext } from '../context.ts';
import { ApiProblem } from '../problems.ts';
import { book, bookContent, bookVersionSummary, difference, mergeView } from '../shapes/book.ts';
import { examined } from '../shapes/examined.ts';
import { askedIn, pageOf, pageQuery, wholePage } from '../shapes/pages.ts';
import { identity, line, versionInAddress, versionNumber } from '../shapes/words.ts';
import { languageIn } from './filings.ts';

const savedBook = z.object({ content: bookContent, reason: line(200).default('保存') });

/** The book of a filing: every fact once, in versions that stay. */
export function registerBooks(api: Api, { store: { db }, examiner }: ApiContext): void {
  const tags = ['books'];
  const params = z.object({ id: identity });
  api.get(
    '/filings/:id/book',
    {
      config: { access: anyWork },
      schema: {
        summary: 'The newest version; its ETag is asked back when saving',
        tags,
        params,
        response: answers(book),
      },
    },
    async (request, reply) => {
      const filing = await visibleFiling(db, callerOf(request), request.params.id);
      const found = await bookVersion(db, filing, filing.bookVersion);
      if (found === null) throw new ApiProblem('notFound');
      reply.header('etag', etagOf(found.version));
      return bookView(found, filing, languageIn(request));
    },
  );
  api.put(
    '/filings/:id/book',
    {
      config: { access: ['preparer'] },
      schema: {
        summary: 'Save the next version (If-Match: the version that was changed)',
        tags,
        params,
        headers: z.looseObject({ 'if-match': z.string().max(40).optional() }),
        body: savedBook,
        response: answers(z.object({ ...bookVersionSummary.shape, list: book.shape.list })),
      },
    },
    async (request, reply) => {
      const caller = callerOf(request);
      const filing = await draftedFiling(db, caller, request.params.id);
      const base = baseOf(request.headers['if-match']);
      const { content, reason } = request.body;
      const list = problemsOf(content, filing);
      const save = { base, content, problems: list.length, author: caller.user, reason };
      const saved = await saveBook(db, filing, save);
      if (saved === null) throw await passed(db, filing.id, base, content);
      reply.header('etag', etagOf(saved.version));
      return { ...saved, authorName: caller.name, list: toldProblems(list, languageIn(request)) };
    },
  );
  api.post(
    '/filings/:id/book/merge',
    {
      config: { access: ['preparer'] },
      schema: {
        summary: 'Own changes of a version put together with what was saved since',
        tags,
        params,
        body: z.object({
          base: versionNumber,
          content: bookContent,
          choices: z
            .record(z.string(), z.enum(['yours', 'both']))
            .default({})
            .describe('What to take at conflicts, by their path; theirs where nothing is said'),
        }),
        response: answers(mergeView),
      },
    },
    async (request) => {
      const filing = await visibleFiling(db, callerOf(request), request.params.id);
      const { base, content, choices } = request.body;
      const view = await viewOfMerge(db, filing, base, content, new Map(Object.entries(choices)));
      if (view === null) throw new ApiProblem('notFound');
      return view;
    },
  );
  api.get(
    '/filings/:id/book/versions',
    {
      config: { access: anyWork },
      schema: {
        summary: 'All versions, newest first',
        tags,
        params,
        querystring: pageQuery,
        response: answers(pageOf(bookVersionSummary)),
      },
    },
    async (request) => {
      const filing = await visibleFiling(db, callerOf(request), request.params.id);
      return wholePage(await bookVersions(db, filing, askedIn(request.query)));
    },
  );
  api.get(
    '/filings/:id/book/versions/:version',
    {
      config: { access: anyWork },
      schema: {
        summary: 'One version',
        tags,
        params: params.extend({ version: versionInAddress }),
        response: answers(book),
      },
    },
    async (request) => {
      const filing = await visibleFiling(db, callerOf(request), request.params.id);
      const found = await bookVersion(db, filing, request.params.version);
      if (found === null) throw new ApiProblem('notFound');
      return bookView(found, filing, languageIn(request));
    },
  );
  const between = z.object({ from: versionInAddress, to: versionInAddress });
  api.get(
    '/filings/:id/book/differences',
    {
      config: { access: anyWork },
      schema: {
        summary: 'Where two versions differ',
        tags,
        params,
        querystring: between,
        response: answers(z.array(difference)),
      },
    },
    async (request) => {
      const filing = await visibleFiling(db, callerOf(request), request.params.id);
      const from = await bookVersion(db, filing, request.query.from);
      const to = await bookVersion(db, filing, request.query.to);
      if (from === null || to === null) throw new ApiProblem('notFound');
      return differences(from.content as Json, to.content as Json);
    },
  );
  api.post(
    '/filings/:id/preview',
    {
      config: { access: anyWork },
      schema: {
        summary: 'Compose and check a book without keeping anything',
        tags,
        params,
        body: z.object({ content: bookContent.optional(), form: line(40).optional() }),
        response: answers(examined),
      },
    },
    async (request) => {
      const filing = await visibleFiling(db, callerOf(request), request.params.id);
      if (examiner.waiting() > mostPreviews) throw new ApiProblem('busy');
      const saved = await bookVersion(db, filing, filing.bookVersion);
      const task = {
        kind: 'compose',
        book: request.body.content ?? saved?.content,
        form: request.body.form ?? filing.form,
        language: languageIn(request),
      } as const;
      const answer = await examiner.examine({ ...task, basis: await checkBasis(db) }, previewSeconds);
      if ('report' in answer) return answer as unknown as z.output<typeof examined>;
      if ('lost' in answer) throw new ApiProblem('busy');
      if (answer.refused === 'bookProblems') {
        const list = problemsOf(request.body.content ?? (saved?.content as Content), filing);
        throw new ApiProblem('bookProblems', [answer.detail], {
          list: toldProblems(list, languageIn(request)),
        });
      }
      throw new ApiProblem('badRequest', [answer.detail]);
    },
  );
}

type Content = Readonly<Record<string, unknown>>;
const mostPreviews = 20;
const previewSeconds = 30;

function etagOf(version: number): string {
  return `"${version}"`;
}

function baseOf(ifMatch: string | undefined): number {
  const version = /^(?:W\/)?"?(\d{1,9})"?$/.exec(ifMatch ?? '')?.[1];
  if (version === undefined) throw new ApiProblem('versionNeeded');
  return Number(version);
}

/** What must be put right before the book is composed. */
function problemsOf(content: Content, filing: Filing): BookProblem[] {
  const read = readBook(content);
  return [...(read.ok ? [] : read.problems), ...foreignFields(content, filing)];
}

/** Many read one version: what must be put right is the same for all of them. */
const remembered = new Map<string, BookProblem[]>();
const mostRemembered = 500;

function bookView(found: BookVersion, filing: Filing, language: Language): z.output<typeof book> {
  const content = found.content as Record<string, unknown>;
  const key = `${filing.id} ${found.hash}`;
  const list = remembered.get(key) ?? problemsOf(content, filing);
  remembered.delete(key);
  remembered.set(key, list);
  for (const oldest of remembered.keys()) {
    if (remembered.size <= mostRemembered) break;
    remembered.delete(oldest);
  }
  return { ...found, content, list: toldProblems(list, language) };
}

function differences(before: Json, after: Json): z.output<typeof difference>[] {
  return differencesOf(before, after).map((each) => ({ ...each, words: placeWords(each.path) }));
}

/** The refusal that carries what is needed to go on. */
async function passed(db: Database, id: string, base: number, content: Content): Promise<ApiProblem> {
  const filing = await filingById(db, id);
  if (filing === null) return new ApiProblem('notFound');
  if (filing.bookVersion === base) return new ApiProblem('stateChanged');
  const view = await viewOfMerge(db, filing, base, content);
  return new ApiProblem('versionPassed', [filing.bookVersion], view === null ? {} : { merge: view });
}

async function viewOfMerge(
  db: Database,
  filing: Filing,
  version: number,
  content: Content,
  choices: Choices = new Map(),
): Promise<z.output<typeof mergeView> | null> {
  const base = await bookVersion(db, filing, version);
  const theirs = await bookVersion(db, filing, filing.bookVersion);
  if (base === null || theirs === null) return null;
  const [from, to] = [base.content as Json, theirs.content as Json];
  const { value, conflicts } = merge({ base: from, yours: content as Json, theirs: to }, choices);
  return {
    current: filing.bookVersion,
    author: theirs.authorName,
    merged: value as Record<string, unknown>,
    conflicts: conflicts.map((each) => ({ ...each, words: placeWords(each.path) })),
    theirs: differences(from, to),
  };
}
