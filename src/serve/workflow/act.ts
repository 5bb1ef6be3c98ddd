import type { Disclosure } from '../../model/disclosure.ts';
import { record } from '../../store/audit.ts';
import { bookVersion } from '../../store/books.ts';
import type { Days } from '../../store/deadlines.ts';
import { disclosureVersion, disclosureVersions, filesOf, openErrors } from '../../store/disclosures.ts';
import { insertComment, notifyRoles } from '../../store/discussion.ts';
import { filingById, listFilings, takeStep, type Filing, type Step } from '../../store/filings.ts';
import { wholeList } from '../../store/paging.ts';
import { insertPublication, withdrawPublication, type NewPublication } from '../../store/publications.ts';
import { hasRole } from '../../store/roles.ts';
import type { Caller } from '../../store/sessions.ts';
import type { Change, Database } from '../../store/store.ts';
import { ApiProblem, wrongState } from '../api/problems.ts';
import { keyOf, summaryOf } from '../portal/published.ts';
import { recordsOf } from '../portal/search/records.ts';
import { alsoTold, stepsFrom, waitedFor, type Condition, type StepAction, type StepRule } from './steps.ts';

/** The workbench marks a last day from here on too. */
const daysOfWarning = 5;

export interface Act {
  readonly action: StepAction;
  /** The filing's version that the caller saw. */
  readonly version: number;
  readonly comment: string;
  readonly comments: readonly { readonly place: unknown; readonly body: string }[];
  /** Days for publishing after the approval. */
  readonly publishDays: number;
}

/** The actions that a caller may take now; whether their conditions hold is seen when they are taken. */
export function actionsFor(filing: Filing, caller: Caller): readonly StepAction[] {
  return stepsFrom(filing)
    .filter(({ roles, conditions }) => {
      return hasRole(caller.grants, roles, filing) && !isSamePerson(filing, caller, conditions);
    })
    .map(({ action }) => action);
}

function isSamePerson(filing: Filing, { user }: Caller, conditions: readonly Condition[]): boolean {
  return (
    (conditions.includes('notSubmitter') && filing.submittedBy === user) ||
    (conditions.includes('notReviewer') && filing.reviewedBy === user)
  );
}

/**
 * Takes a step of the workflow with its comments, notices and, when it publishes, the publication: all or
 * nothing. Refuses with the reason.
 */
export async function act(db: Database, filing: Filing, caller: Caller, wanted: Act): Promise<Filing> {
  const rule = ruleFor(filing, caller, wanted);
  for (const condition of rule.conditions) await requireCondition(db, filing, caller, condition, wanted);
  const publication = rule.action === 'publish' ? await publicationOf(db, filing, caller.user) : null;
  const step = stepOf(caller, rule, wanted);
  await db.transaction().execute(async (change) => {
    if (!(await takeStep(change, filing, step))) throw new ApiProblem('stateChanged');
    for (const comment of wanted.comments) await insertComment(change, filing, comment, caller.user);
    if (publication !== null) await insertPublication(change, filing, publication);
    if (rule.action === 'withdraw') {
      await withdrawPublication(change, filing, { reason: wanted.comment, actor: caller.user });
    }
    await tellWhoIsNext(change, filing, caller, rule);
    const details = { from: rule.from, to: rule.to, disclosure: filing.disclosureVersion };
    const entry = { actor: caller.user, action: `filing.${rule.action}`, object: `filing:${filing.id}` };
    await record(change, { ...entry, details });
  });
  const moved = await filingById(db, filing.id);
  if (moved === null) throw new ApiProblem('notFound');
  return moved;
}

function ruleFor(filing: Filing, caller: Caller, { action, version }: Act): StepRule {
  if (filing.version !== version) throw new ApiProblem('stateChanged', [], { current: filing.version });
  const rule = stepsFrom(filing).find((each) => each.action === action);
  if (rule === undefined) throw wrongState(filing);
  if (!hasRole(caller.grants, rule.roles, filing)) throw new ApiProblem('notAllowed');
  return rule;
}

async function requireCondition(
  db: Database,
  filing: Filing,
  caller: Caller,
  condition: Condition,
  { comment }: Act,
): Promise<void> {
  switch (condition) {
    case 'notSubmitter':
      if (isSamePerson(filing, caller, [condition])) throw new ApiProblem('samePerson');
      return;
    case 'notReviewer':
      if (isSamePerson(filing, caller, [condition])) throw new ApiProblem('sameReviewer');
      return;
    case 'comment':
      if (comment === '') throw new ApiProblem('commentNeeded');
      return;
    case 'complete':
      return requireComplete(db, filing);
    case 'noOpenErrors':
      return requireNoErrors(db, filing);
    case 'unitsCollected':
    case 'departmentApproved':
      return requireOthers(db, filing, condition);
  }
}

async function requireComplete(db: Database, filing: Filing): Promise<void> {
  if (filing.disclosureVersion === 0) throw new ApiProblem('noDisclosure');
  const [newest] = (await disclosureVersions(db, filing, { after: null, limit: 1 })).items;
  // A disclosure that was uploaded stands for itself; a composed one must be of the newest book.
  if (newest?.bookVersion == null) return;
  const book = await bookVersion(db, filing, filing.bookVersion);
  if (book !== null && book.problems > 0) throw new ApiProblem('bookProblems', [book.problems]);
  if (newest.bookVersion !== filing.bookVersion) throw new ApiProblem('noDisclosure');
}

async function requireNoErrors(db: Database, filing: Filing): Promise<void> {
  if (filing.disclosureVersion === 0) throw new ApiProblem('noDisclosure');
  const open = await openErrors(db, filing, filing.disclosureVersion);
  if (open > 0) throw new ApiProblem('openErrors', [open]);
}

/** The other filings of the department in the same year and stage. */
async function requireOthers(
  db: Database,
  { region, department, year, stage }: Filing,
  condition: 'unitsCollected' | 'departmentApproved',
): Promise<void> {
  const whole = [{ role: 'departmentReviewer', region, department, unit: null }] as const;
  const { items: all } = await listFilings(db, whole, { department, year, stage }, wholeList);
  const early = ['drafting', 'unitReview', 'departmentReview'];
  if (condition === 'unitsCollected') {
    const pending = all.filter(({ unit, state }) => unit !== null && early.includes(state)).length;
    if (pending > 0) throw new ApiProblem('unitsPending', [pending]);
    return;
  }
  const own = all.find(({ unit }) => unit === null);
  if (own?.approvedAt == null) throw new ApiProblem('departmentPending');
}

function stepOf({ user }: Caller, rule: StepRule, { comment, publishDays }: Act): Step {
  const base = { action: rule.action, to: rule.to, comment, actor: user };
  if (rule.action === 'submit') return { ...base, submittedBy: user, reviewedBy: null };
  if (rule.action === 'approve') {
    const approvedAt = new Date();
    return { ...base, approvedAt, dueOn: dayAfter(approvedAt, publishDays) };
  }
  return rule.from === 'financeReview' && rule.action === 'pass' ? { ...base, reviewedBy: user } : base;
}

/** YYYY-MM-DD by the clock of this machine: the law counts days, not hours. */
export function dayAfter(moment: Date, days: number): string {
  const day = new Date(moment.getFullYear(), moment.getMonth(), moment.getDate() + days);
  const parts = [day.getFullYear(), day.getMonth() + 1, day.getDate()];
  return parts.map((part) => String(part).padStart(2, '0')).join('-');
}

/** What the warnings of last days go by. */
export function warningDays(now = new Date()): Days {
  return { today: dayAfter(now, 0), soon: dayAfter(now, daysOfWarning) };
}

/** Days from today until the day; negative when it has passed. */
export function daysUntil(day: string, now = new Date()): number {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  const today = Date.UTC(now.getFullYear(), now.getMonth(), now.getDate());
  return Math.round((Date.UTC(year, month - 1, date) - today) / 86_400_000);
}

/** The disclosure under the names of the organisation, not what it prints of itself: the portal's addresses follow them. */
export function asPublished(
  { regionName, year, stage, departmentCode, departmentName, unitName }: Filing,
  disclosure: Disclosure,
): Disclosure {
  const department = { code: departmentCode, name: unitName ?? departmentName };
  return { ...disclosure, region: regionName, year, stage, department };
}

async function publicationOf(db: Database, filing: Filing, actor: string): Promise<NewPublication> {
  const examined = await disclosureVersion(db, filing, filing.disclosureVersion);
  if (examined === null) throw new ApiProblem('noDisclosure');
  const disclosure = asPublished(filing, examined.disclosure);
  const key = keyOf(disclosure);
  if (key === null) throw new ApiProblem('noDisclosure');
  const department = filing.unitName === null ? key.department : `${key.department}-${filing.unitName}`;
  const files = await filesOf(db, filing, filing.disclosureVersion);
  const published = { ...examined, disclosure, files };
  const summary = (version: number, publishedAt: Date): object => ({
    ...summaryOf({ ...published, version, publishedAt: publishedAt.toISOString() }),
    department,
    level: filing.unit === null ? 'department' : 'unit',
  });
  const first = summaryOf({ ...published, version: 1, publishedAt: new Date().toISOString() });
  const records = recordsOf({ summary: first, ...published });
  return { region: key.region, department, year: key.year, stage: key.stage, summary, records, actor };
}

/** Those whom the filing waits on; after a return, those who prepared it; of a publication, who worked on it. */
async function tellWhoIsNext(
  change: Change,
  filing: Filing,
  { user }: Caller,
  rule: StepRule,
): Promise<void> {
  const { departmentName, unitName, year } = filing;
  const params = { department: departmentName, unit: unitName, year, action: rule.action, to: rule.to };
  const roles = [...waitedFor({ ...filing, state: rule.to }), ...(alsoTold[rule.action] ?? [])];
  await notifyRoles(change, filing, roles, { kind: `filing.${rule.action}`, params, actor: user });
}
