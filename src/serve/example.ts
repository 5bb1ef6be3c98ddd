import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { rollBook } from '../compose/books/rollBook.ts';
import { readBook } from '../model/bookProblems.ts';
import { saveBook } from '../store/books.ts';
import { saveDisclosure } from '../store/disclosures.ts';
import { prepareDisclosure } from '../store/preparedDisclosure.ts';
import { addFile } from '../store/files.ts';
import { createFiling, filingById, listFilings, type Filing } from '../store/filings.ts';
import { addDepartment, addRegion } from '../store/organisation.ts';
import { roles, type Role } from '../store/roles.ts';
import { grantsOf } from '../store/users.ts';
import type { Caller } from '../store/sessions.ts';
import type { Store } from '../store/store.ts';
import { addGrant, createUser } from '../store/users.ts';
import type { Examiner } from './jobs/examiner.ts';
import { hashPassword } from './security/passwords.ts';
import { act } from './workflow/act.ts';
import type { StepAction } from './workflow/steps.ts';

/** People of the demonstration; all have one password, which is printed. */
export const examplePassword = 'Mingyan-2026';
const people: Readonly<Record<Role, { readonly login: string; readonly name: string }>> = {
  preparer: { login: 'tianbao', name: '填报人（演示）' },
  unitHead: { login: 'fuze', name: '单位负责人（演示）' },
  departmentReviewer: { login: 'bumen', name: '部门审核人（演示）' },
  financeReviewer: { login: 'caizheng', name: '财政审核人（演示）' },
  approver: { login: 'pifu', name: '批复人（演示）' },
  publisher: { login: 'fabu', name: '发布人（演示）' },
  systemAdministrator: { login: 'xitong', name: '系统管理员（演示）' },
  securityAdministrator: { login: 'anquan', name: '安全管理员（演示）' },
  auditAdministrator: { login: 'shenji', name: '审计管理员（演示）' },
};

/** Logins of the demonstration in the order of the work. */
export const exampleLogins: readonly { readonly login: string; readonly role: Role }[] = roles.map((role) => {
  return { login: people[role].login, role };
});

const regionCode = '140603';

/**
 * Fills an empty store: people for every role, the example's department with a published budget, and next
 * year's as a beginning; a second department whose document has mistakes waits for review.
 */
export async function loadExample(
  store: Store,
  examiner: Pick<Examiner, 'examine'>,
  folder: URL,
): Promise<void> {
  const { db } = store;
  const text = await readFile(new URL('book.json', folder), 'utf8');
  const book = JSON.parse(text) as ExampleBook;
  const known = await db
    .selectFrom('regions')
    .select('code')
    .where('code', '=', regionCode)
    .executeTakeFirst();
  if (known !== undefined) return;
  await addRegion(db, { code: regionCode, name: book.region, parent: null, financeSteps: 1 }, null);
  const callers = await makePeople(store);
  const filing = await newFiling(store, callers, book.department, book.year);
  if (filing === null) return;
  await publish(store, examiner, callers, filing, book);
  await beginNextYear(store, callers, filing, book);
  await loadMistakes(store, examiner, callers, new URL('disclosure-with-mistakes.txt', folder), book.year);
}

interface ExampleBook extends Readonly<Record<string, unknown>> {
  readonly region: string;
  readonly year: number;
  readonly department: { readonly code: string; readonly name: string };
}

type Callers = ReadonlyMap<Role, Caller>;

async function makePeople({ db }: Store): Promise<Callers> {
  const passwordHash = await hashPassword(examplePassword);
  const callers = new Map<Role, Caller>();
  for (const role of roles) {
    const { login, name } = people[role];
    const user = await createUser(db, { login, name, passwordHash, mustChangePassword: false }, null);
    if (user === null) continue;
    const region = role.endsWith('Administrator') ? null : regionCode;
    await addGrant(db, user.id, { role, region, department: null, unit: null }, null);
    const grants = await grantsOf(db, user.id);
    callers.set(role, { user: user.id, login, name, grants, mustChangePassword: false, csrf: null });
  }
  return callers;
}

function caller(callers: Callers, role: Role): Caller {
  const found = callers.get(role);
  if (found === undefined) throw new Error(`the example has nobody who is ${role}`);
  return found;
}

async function newFiling(
  { db }: Store,
  callers: Callers,
  { code, name }: ExampleBook['department'],
  year: number,
): Promise<Filing | null> {
  const added = await addDepartment(db, { region: regionCode, code, name }, null);
  if (!added.ok) return null;
  const place = { region: regionCode, department: added.value.id, unit: null };
  const filing = { ...place, year, stage: 'budget', form: 'shanxi-13' } as const;
  const made = await createFiling(db, filing, caller(callers, 'preparer').user);
  return made.ok ? made.filing : null;
}

async function publish(
  { db }: Store,
  examiner: Pick<Examiner, 'examine'>,
  callers: Callers,
  filing: Filing,
  book: ExampleBook,
): Promise<void> {
  const author = caller(callers, 'preparer').user;
  const read = readBook(book);
  const problems = read.ok ? 0 : read.problems.length;
  await saveBook(db, filing, { base: 0, content: book, problems, author, reason: '示例' });
  const made = await examiner.examine({ kind: 'compose', book, form: filing.form, language: 'zh' });
  if (!('report' in made) || made.disclosure === null) throw new Error('the example does not compose');
  const { disclosure, report } = made;
  const trace = made.trace ?? { figures: [], relations: [] };
  const prepared = prepareDisclosure({ disclosure, report, trace });
  const save = { prepared, bookVersion: 1, files: [], author, reason: '示例' };
  await db.transaction().execute((change) => saveDisclosure(change, filing, save));
  const way: readonly (readonly [Role, StepAction])[] = [
    ['preparer', 'submit'],
    ['unitHead', 'pass'],
    ['departmentReviewer', 'pass'],
    ['financeReviewer', 'pass'],
    ['approver', 'approve'],
    ['publisher', 'publish'],
  ];
  for (const [role, action] of way) await take({ db } as Store, caller(callers, role), filing.id, action);
}

async function take({ db }: Store, who: Caller, id: string, action: StepAction): Promise<void> {
  const filing = await filingById(db, id);
  if (filing === null) throw new Error('the filing of the example is gone');
  const wanted = { action, version: filing.version, comment: '', comments: [], publishDays: 20 };
  await act(db, filing, who, wanted);
}

/** A budget to work on: the published one's lines and projects, compared with it. */
async function beginNextYear(
  { db }: Store,
  callers: Callers,
  { department, form }: Filing,
  book: ExampleBook,
): Promise<void> {
  const author = caller(callers, 'preparer').user;
  const year = book.year + 1;
  const made = await createFiling(
    db,
    { region: regionCode, department, unit: null, year, stage: 'budget', form },
    author,
  );
  if (!made.ok) return;
  const content = { ...book, year, ...yearBefore(book), dates: { approved: null, published: null } };
  const read = readBook(content);
  const problems = read.ok ? 0 : read.problems.length;
  await saveBook(db, made.filing, { base: 0, content, problems, author, reason: '由上年预算带入' });
}

/** What the published book spent is what the next one compares with; its reasons spoke of the year before. */
function yearBefore(book: ExampleBook): object {
  const read = readBook(book);
  return read.ok ? { previous: rollBook(read.book).book.previous, reasons: {} } : {};
}

/** The document with mistakes, submitted and waiting for review. */
async function loadMistakes(
  store: Store,
  examiner: Pick<Examiner, 'examine'>,
  callers: Callers,
  file: URL,
  year: number,
): Promise<void> {
  const { db } = store;
  const name = 'disclosure-with-mistakes.txt';
  const filing = await newFiling(store, callers, { code: '417', name: '示例部门（含错误）' }, year);
  if (filing === null) return;
  const content = await readFile(file);
  const stored = await addFile(db, content, 'text/plain');
  const folder = fileURLToPath(new URL('.', file));
  const read = await examiner.examine({ kind: 'read', folder, files: [name], language: 'zh' });
  if (!('report' in read) || read.disclosure === null) return;
  const { disclosure, report } = read;
  const author = caller(callers, 'preparer').user;
  const files = [{ name, id: stored.id }];
  const trace = read.trace ?? { figures: [], relations: [] };
  const prepared = prepareDisclosure({ disclosure, report, trace });
  const save = { prepared, bookVersion: null, files, author, reason: '示例' };
  await db.transaction().execute((change) => saveDisclosure(change, filing, save));
  await take(store, caller(callers, 'preparer'), filing.id, 'submit');
}

/** Is there anything in the store yet? */
export async function isEmpty({ db }: Store): Promise<boolean> {
  const page = { after: null, limit: 1 };
  const grants = [{ role: 'financeReviewer', region: regionCode, department: null, unit: null }] as const;
  return (await listFilings(db, grants, {}, page)).items.length === 0;
}
