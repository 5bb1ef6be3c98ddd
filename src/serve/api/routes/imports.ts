import { z } from 'zod';
import { rollBook } from '../../../compose/books/rollBook.ts';
import { noteText } from '../../../compose/note.ts';
import type { Book } from '../../../model/book.ts';
import { readBook } from '../../../model/bookProblems.ts';
import { shapeProblems } from '../../../model/bookShape.ts';
import type { Language } from '../../../model/language.ts';
import { bookVersion } from '../../../store/books.ts';
import type { Filing } from '../../../store/filings.ts';
import { filingOfYear } from '../../../store/filingOfYear.ts';
import type { Database } from '../../../store/store.ts';
import { checkBasis } from '../../basis.ts';
import { differencesOf } from '../../books/differences.ts';
import type { Json } from '../../books/keys.ts';
import { toldProblems } from '../../books/toldProblems.ts';
import { placeWords } from '../../books/placeWords.ts';
import type { ImportedFile } from '../../jobs/importTask.ts';
import { safeName } from '../../jobs/run.ts';
import { inFolder, uploadOf, type Upload } from '../../uploads.ts';
import { anyWork, callerOf } from '../access.ts';
import { answers, preparedFiling, visibleFiling, type Api, type ApiContext } from '../context.ts';
import { ApiProblem } from '../problems.ts';
import { bookContent, bookProblem, difference } from '../shapes/book.ts';
import { identity, line } from '../shapes/words.ts';
import { languageIn } from './filings.ts';
import { bytesIn } from './uploads.ts';

const importedPart = z.object({
  field: z.string().describe('The part of the book'),
  count: z.number().int().describe('Lines or fields that the file gives'),
  present: z.number().int().describe('Those of the book now'),
  changes: z.number().int().describe('Places where the two differ'),
  differences: z.array(difference).describe('The first of them'),
});
const importView = z
  .object({
    source: z.enum(['disclosure', 'book']),
    name: z.string(),
    fileYear: z.number().int(),
    fileDepartment: z.string(),
    as: z.enum(['thisYear', 'lastYear']),
    base: z.number().int().describe('The version that it was compared with'),
    content: bookContent.describe('The book that the file gives, for this department and year'),
    parts: z.array(importedPart),
    notes: z.array(z.string()),
    unread: z.array(z.object({ reason: z.string(), place: z.string() })),
    cells: z.array(z.string()),
    contradictions: z.array(z.string()),
    problems: z.array(bookProblem),
  })
  .meta({ id: 'ImportView', description: 'What was understood of a file; nothing is kept of it' });
const lastYearView = z.object({
  found: z
    .object({
      year: z.number().int(),
      facts: z.array(z.record(z.string(), z.unknown())),
      previous: z.record(z.string(), z.unknown()),
    })
    .nullable(),
});

/** A book from a file or from last year's, looked at before anything is replaced. */
export function registerImports(api: Api, { store: { db }, examiner, limits }: ApiContext): void {
  const tags = ['books'];
  const params = z.object({ id: identity });
  api.post(
    '/filings/:id/book/imports',
    {
      config: { access: ['preparer'] },
      bodyLimit: limits.fileMegabytes * 1024 * 1024,
      schema: {
        summary: 'What a disclosure, a book workbook or a book as JSON would give; nothing is replaced',
        tags,
        params,
        consumes: ['application/octet-stream'],
        querystring: z.object({
          name: line(200),
          as: z.enum(['thisYear', 'lastYear']).optional(),
          lang: z.enum(['zh', 'en']).optional(),
        }),
        response: answers(importView),
      },
    },
    async (request) => {
      const filing = await preparedFiling(db, callerOf(request), request.params.id);
      const bytes = bytesIn(request.body);
      const language = languageIn(request);
      const upload = namedUpload(request.query.name, bytes, language);
      const basis = await checkBasis(db);
      const { as = null } = request.query;
      const answer = await inFolder(upload, (folder) => {
        const task = { kind: 'import', folder, file: upload.name, language, year: filing.year, as } as const;
        return examiner.importBook({ ...task, basis });
      });
      if ('lost' in answer) throw new ApiProblem('busy');
      if ('refused' in answer) throw new ApiProblem('unreadableFile', [answer.refused]);
      return viewOf(db, filing, { name: upload.name, language }, answer);
    },
  );
  api.post(
    '/filings/:id/book/imports/last-year',
    {
      config: { access: ['preparer'] },
      schema: {
        summary: "What last year's book of this system would give; nothing is replaced",
        tags,
        params,
        response: answers(importView),
      },
    },
    async (request) => {
      const filing = await preparedFiling(db, callerOf(request), request.params.id);
      const last = await lastBook(db, filing);
      if (last === null) throw new ApiProblem('notFound');
      const { book, notes } = rollBook(last);
      const told = { notes, unread: [], cells: [], contradictions: [] };
      const origin = { source: 'book', fileYear: last.year, fileDepartment: last.department.name } as const;
      return viewOf(
        db,
        filing,
        { name: `${last.year}`, language: languageIn(request) },
        { book, as: 'lastYear', ...origin, ...told },
      );
    },
  );
  api.get(
    '/filings/:id/book/last-year',
    {
      config: { access: anyWork },
      schema: {
        summary: "The lines of last year's book, and its amounts as this year's book keeps them",
        tags,
        params,
        response: answers(lastYearView),
      },
    },
    async (request) => {
      const filing = await visibleFiling(db, callerOf(request), request.params.id);
      const last = await lastBook(db, filing);
      const previous = last === null ? null : rollBook(last).book.previous;
      if (last === null || previous === null) return { found: null };
      return {
        found: { year: last.year, facts: last.facts.map((fact) => ({ ...fact })), previous: { ...previous } },
      };
    },
  );
}

/** A document as its content says, or a book as JSON, which no reader of documents takes. */
function namedUpload(name: string, content: Buffer, language: Language): Pick<Upload, 'name' | 'content'> {
  return /\.json$/i.test(name) ? { name: safeName(name, null), content } : uploadOf(name, content, language);
}

/** The newest book of the year before; null without one, or where it is not filled in yet. */
async function lastBook(db: Database, filing: Filing): Promise<Book | null> {
  const last = await filingOfYear(db, filing, filing.year - 1);
  const saved = last === null ? null : await bookVersion(db, last, last.bookVersion);
  if (saved === null || shapeProblems(saved.content).length > 0) return null;
  return saved.content as Book;
}

const mostDifferences = 60;
/** What a filing says of itself is not taken from a file. */
const ofFiling = ['schema', 'department', 'region', 'year', 'stage'];

async function viewOf(
  db: Database,
  filing: Filing,
  { name, language }: { readonly name: string; readonly language: Language },
  { book, ...told }: ImportedFile,
): Promise<z.output<typeof importView>> {
  const saved = await bookVersion(db, filing, filing.bookVersion);
  const now = (saved?.content ?? {}) as Readonly<Record<string, Json>>;
  const own = Object.fromEntries(Object.entries(now).filter(([field]) => ofFiling.includes(field)));
  const content = { ...book, ...own } as unknown as Readonly<Record<string, Json>>;
  const fields = Object.keys({ ...content, ...now }).filter((field) => !ofFiling.includes(field));
  const read = readBook(content);
  return {
    ...{ name, base: filing.bookVersion, content },
    parts: fields.map((field) => partView(field, now[field], content[field])),
    problems: read.ok ? [] : toldProblems(read.problems, language),
    ...told,
    notes: told.notes.map((note) => noteText(note, language)),
    unread: [...told.unread],
    cells: [...told.cells],
    contradictions: [...told.contradictions],
  };
}

function partView(
  field: string,
  before: Json | undefined,
  after: Json | undefined,
): z.output<typeof importedPart> {
  const all = differencesOf(before, after, field, field);
  return {
    field,
    count: sizeOf(after),
    present: sizeOf(before),
    changes: all.length,
    differences: all.slice(0, mostDifferences).map((each) => ({ ...each, words: placeWords(each.path) })),
  };
}

/** Lines of a list, fields of a record that say something, one for a text. */
function sizeOf(value: Json | undefined): number {
  if (value === undefined || value === null || value === '' || value === 0) return 0;
  if (typeof value !== 'object') return 1;
  if (Array.isArray(value)) return value.length;
  return Object.values(value).filter((each: Json) => sizeOf(each) > 0).length;
}
