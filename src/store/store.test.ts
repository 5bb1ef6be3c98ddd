import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { auditEntries, record, verifyAudit } from './audit.ts';
import { bookVersion, bookVersions, saveBook } from './books.ts';
import { addComment, commentsOf, insertComment, type CommentRecord } from './discussion.ts';
import { createFiling, filingById, listFilings, waitingFilings, type Filing } from './filings.ts';
import { addJob, cancelJob, claimJob, finishJob, jobById, releaseSilentJobs } from './jobs.ts';
import { CursorProblem, wholeList, type Page } from './paging.ts';
import type { Grant, Role } from './roles.ts';
import {
  testOrganisation,
  testStore,
  testUser,
  type TestOrganisation,
  type TestStore,
} from './storeFixture.ts';
import { addGrant } from './users.ts';

let store: TestStore;
let place: TestOrganisation;
let clerk: string;
let filing: Filing;

const anywhere = (role: Role): Grant => ({ role, region: null, department: null, unit: null });

beforeAll(async () => {
  store = await testStore();
  place = await testOrganisation(store);
  const { region, department } = place;
  clerk = await testUser(store, 'clerk', [{ role: 'preparer', region, department, unit: null }]);
  const made = await createFiling(
    store.db,
    { region, department, unit: null, year: 2030, stage: 'budget', form: 'national-9' },
    clerk,
  );
  if (!made.ok) throw new Error(made.reason);
  filing = made.filing;
}, 60_000);

afterAll(async () => {
  await store.close();
});

const save = (base: number, content: unknown) =>
  saveBook(store.db, filing, { base, content, problems: 0, author: clerk, reason: '测试' });

describe('books', () => {
  test('of two who save on the same version one is let through, and nothing is lost', async () => {
    const saves = await Promise.all([save(0, { a: 1 }), save(0, { a: 2 }), save(0, { a: 3 })]);
    expect(saves.filter((saved) => saved !== null)).toHaveLength(1);
    expect((await save(1, { a: 4 }))?.version).toBe(2);
    expect((await bookVersions(store.db, filing, wholeList)).items.map(({ version }) => version)).toEqual([
      2, 1,
    ]);
    expect((await bookVersion(store.db, filing, 2))?.content).toEqual({ a: 4 });
  });

  test('a version never changes', async () => {
    await expect(store.db.updateTable('book_versions').set({ reason: 'x' }).execute()).rejects.toThrow(
      /never changes/,
    );
    await expect(store.db.deleteFrom('book_versions').execute()).rejects.toThrow(/never changes/);
  });

  test('equal contents have one hash, whatever the order of their keys', async () => {
    const first = await save(2, { b: [1, { d: 2, c: 3 }], a: null });
    const second = await save(3, { a: null, b: [1, { c: 3, d: 2 }] });
    expect(first?.hash).toBe(second?.hash);
  });
});

test('a filing is seen by those whose roles hold there', async () => {
  const { region, department, otherDepartment, unit } = place;
  const page = { after: null, limit: 10 };
  const seen = async (grant: Grant) => (await listFilings(store.db, [grant], {}, page)).items.length;
  expect(await seen({ role: 'financeReviewer', region, department: null, unit: null })).toBe(1);
  expect(await seen({ role: 'unitHead', region, department, unit: null })).toBe(1);
  expect(await seen({ role: 'unitHead', region, department, unit })).toBe(0);
  expect(await seen({ role: 'unitHead', region, department: otherDepartment, unit: null })).toBe(0);
  expect(await seen(anywhere('systemAdministrator'))).toBe(0);
  expect((await filingById(store.db, filing.id))?.departmentName).toBe('示例局');
});

describe('the three administrators', () => {
  const pairs: readonly (readonly [Role, Role])[] = [
    ['systemAdministrator', 'securityAdministrator'],
    ['securityAdministrator', 'auditAdministrator'],
    ['auditAdministrator', 'preparer'],
  ];
  test.each(pairs)('%s excludes %s', async (first, second) => {
    const user = await testUser(store, `admin-${first}`, [anywhere(first)]);
    const region = second === 'preparer' ? place.region : null;
    const added = await addGrant(store.db, user, { ...anywhere(second), region }, null);
    expect(added).toEqual({ ok: false, reason: 'excluded' });
  });

  test('two grants at once do not slip past each other', async () => {
    const user = await testUser(store, 'admin-twice', []);
    const wanted = ['systemAdministrator', 'auditAdministrator', 'securityAdministrator'] as const;
    const all = await Promise.all(wanted.map((role) => addGrant(store.db, user, anywhere(role), null)));
    expect(all.filter(({ ok }) => ok)).toHaveLength(1);
  });
});

describe('jobs', () => {
  test('several workers take each job once, in the order of their coming', async () => {
    const jobs = [];
    for (let i = 0; i < 6; i++) jobs.push(await addJob(store.db, { kind: 'check', payload: { i } }, clerk));
    const claimed = await Promise.all(['a', 'b', 'c'].map((worker) => claimJob(store.db, worker)));
    expect(new Set(claimed.map((job) => job?.id))).toEqual(new Set(jobs.slice(0, 3).map(({ id }) => id)));
    const [first] = claimed;
    if (first == null) throw new Error('no job');
    const end = () =>
      store.db.transaction().execute((change) => finishJob(change, first, { result: { fine: true } }));
    expect([await end(), await end()]).toEqual([true, false]);
    expect((await jobById(store.db, first.id))?.result).toEqual({ fine: true });
  });

  test('a job of a silent worker goes back once, and the worker can no longer end it', async () => {
    const made = await addJob(store.db, { kind: 'check', payload: {} }, clerk);
    let taken = await claimJob(store.db, 'silent');
    while (taken !== null && taken.id !== made.id) taken = await claimJob(store.db, 'silent');
    if (taken === null) throw new Error('no job');
    const silent = taken;
    await store.pool.query(`update jobs set beat_at = now() - interval '5 minutes' where id = $1`, [made.id]);
    expect(await releaseSilentJobs(store.db, 60)).toBe(1);
    expect(await releaseSilentJobs(store.db, 60)).toBe(0);
    const late = await store.db
      .transaction()
      .execute((change) => finishJob(change, silent, { problem: 'late' }));
    expect(late).toBe(false);
    expect((await claimJob(store.db, 'other'))?.attempts).toBe(2);
  });

  test('a cancelled job is not taken', async () => {
    const { id } = await addJob(store.db, { kind: 'check', payload: {} }, clerk);
    expect(await cancelJob(store.db, id, clerk)).toBe(true);
    expect(await cancelJob(store.db, id, clerk)).toBe(false);
    expect(await claimJob(store.db, 'x')).toBeNull();
  });
});

describe('lists', () => {
  /** All pages of the filing's comments; `between` happens after the first. */
  async function pages(limit: number, between?: () => Promise<unknown>): Promise<readonly string[][]> {
    const read: string[][] = [];
    for (let after: string | null = null; ;) {
      const page: Page<CommentRecord> = await commentsOf(store.db, filing.id, { after, limit });
      read.push(page.items.map(({ body }) => body));
      if (read.length === 1) await between?.();
      if (page.next === null) return read;
      after = page.next;
    }
  }

  test('are given page by page, each item once, though others come and go meanwhile', async () => {
    // One transaction: all of the same moment, so that their identities decide.
    await store.db.transaction().execute(async (change) => {
      for (const body of ['1', '2', '3', '4', '5', '6'])
        await insertComment(change, filing, { place: null, body }, clerk);
    });
    const whole = (await pages(200)).flat();
    expect(whole.toSorted()).toEqual(['1', '2', '3', '4', '5', '6']);
    expect((await pages(3)).map((each) => each.length)).toEqual([3, 3]);
    const meanwhile = async (): Promise<void> => {
      await store.db
        .deleteFrom('comments')
        .where('body', '=', whole[0] ?? '')
        .execute();
      await addComment(store.db, filing, { place: null, body: '7' }, clerk);
    };
    expect(await pages(2, meanwhile)).toEqual([
      whole.slice(0, 2),
      whole.slice(2, 4),
      [...whole.slice(4), '7'].slice(0, 2),
      ['7'],
    ]);
  });

  test.each([
    ['no Base64', '%'],
    ['no list', Buffer.from('{}').toString('base64url')],
    ['too few keys', Buffer.from('["1"]').toString('base64url')],
    ['no identity', Buffer.from('["1","1; drop table users"]').toString('base64url')],
    ['a number that no column holds', Buffer.from(`["${'9'.repeat(30)}",""]`).toString('base64url')],
  ])('a cursor of another kind is refused: %s', async (_, after) => {
    await expect(commentsOf(store.db, filing.id, { after, limit: 1 })).rejects.toThrow(CursorProblem);
  });

  test('what does not wait is passed over, the soonest comes first', async () => {
    const { region, department } = place;
    const grants: readonly Grant[] = [{ role: 'preparer', region, department, unit: null }];
    for (const [year, dueOn] of [
      [2040, null],
      [2041, '2041-03-01'],
      [2042, '2041-02-01'],
      [2043, '2041-01-01'],
    ] as const) {
      const wanted = { region, department, unit: null, year, stage: 'budget', form: 'national-9' } as const;
      await createFiling(store.db, wanted, clerk);
      const state = year === 2043 ? 'published' : 'approved';
      await store.db.updateTable('filings').set({ state, due_on: dueOn }).where('year', '=', year).execute();
    }
    const waiting = { states: ['approved', 'drafting'], waits: ({ year }: Filing) => year !== 2040 } as const;
    const first = await waitingFilings(store.db, grants, waiting, { after: null, limit: 2 });
    expect(first.items.map(({ year }) => year)).toEqual([2042, 2041]);
    const rest = await waitingFilings(store.db, grants, waiting, { after: first.next, limit: 2 });
    expect(rest).toMatchObject({ items: [{ year: 2030 }], next: null });
  });
});

describe('the audit log', () => {
  test('is one chain however many write at once', async () => {
    await Promise.all(
      Array.from({ length: 40 }, (_, i) =>
        store.db
          .transaction()
          .execute((change) =>
            record(change, { actor: null, action: 'test', object: `n:${i}`, details: { 金额: i } }),
          ),
      ),
    );
    const { entries, broken } = await verifyAudit(store.db);
    expect({ broken, enough: entries >= 40 }).toEqual({ broken: null, enough: true });
    const [latest] = (await auditEntries(store.db, { after: null, limit: 1 })).items;
    expect(latest?.number).toBe(entries);
  });

  test('another hash may take over, and the chain goes on', async () => {
    await store.db
      .transaction()
      .execute((change) => record(change, { actor: null, action: 'test', object: 'sm3' }, 'sm3'));
    await store.db
      .transaction()
      .execute((change) => record(change, { actor: null, action: 'test', object: 'sha256' }));
    expect((await verifyAudit(store.db)).broken).toBeNull();
  });

  test('refuses to be changed, and a change behind its back is found', async () => {
    await expect(store.pool.query('update audit_log set action = $1', ['x'])).rejects.toThrow(
      /never changes/,
    );
    await expect(store.pool.query('truncate audit_log')).rejects.toThrow(/never changes/);
    await store.pool.query('alter table audit_log disable trigger all');
    await store.pool.query(`update audit_log set details = '{"x":1}' where number = 3`);
    expect((await verifyAudit(store.db)).broken).toEqual({ number: 3, reason: 'altered' });
    await store.pool.query('delete from audit_log where number = 3');
    expect((await verifyAudit(store.db)).broken).toEqual({ number: 3, reason: 'missing' });
    await store.pool.query('alter table audit_log enable trigger all');
  });
});
