import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { connectionOf, moveFiguresAway } from './foreignFigures.ts';
import { openStore, type Store } from './store.ts';
import { addDepartment, addRegion, addUnit } from './organisation.ts';
import { createUser, addGrant } from './users.ts';
import type { Grant } from './roles.ts';

export interface TestStore extends Store {
  readonly directory: string;
}

/**
 * An empty store for a test file: a database of its own on the server that DATABASE_URL names, else on a
 * server of its own in a temporary directory.
 */
export async function testStore(): Promise<TestStore> {
  const directory = await mkdtemp(join(tmpdir(), 'mingsuan-test-'));
  const url = process.env['DATABASE_URL'];
  if (url === undefined) {
    const store = await openStore({ directory, exclusive: true });
    if (process.env['MINGSUAN_FIGURES_AWAY'] === '1') await figuresInAnotherDatabase(store);
    const close = async (): Promise<void> => {
      await store.close();
      await rm(directory, { recursive: true, force: true });
    };
    return { ...store, close, directory };
  }
  const name = `mingsuan_test_${randomBytes(6).toString('hex')}`;
  await onServer(url, `create database ${name} encoding 'UTF8' template template0`);
  const own = new URL(url);
  own.pathname = `/${name}`;
  const store = await openStore({ url: own.href, directory, exclusive: true });
  const close = async (): Promise<void> => {
    await store.close();
    await onServer(url, `drop database ${name} with (force)`);
    await rm(directory, { recursive: true, force: true });
  };
  return { ...store, close, directory };
}

/** MINGSUAN_FIGURES_AWAY=1 runs the same tests with the figures of the region of testOrganisation elsewhere. */
async function figuresInAnotherDatabase(store: Store): Promise<void> {
  const database = 'mingsuan_far';
  await store.pool.query(`create database ${database}`);
  await moveFiguresAway(store, testRegion, { ...(await connectionOf(store)), database });
}

async function onServer(url: string, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}

export interface TestOrganisation {
  readonly region: string;
  readonly department: string;
  readonly otherDepartment: string;
  readonly unit: string;
}

const testRegion = '990009';

/** A region with two departments, the first with a unit. */
export async function testOrganisation({ db }: Store): Promise<TestOrganisation> {
  const region = { code: testRegion, name: '示例区', parent: null, financeSteps: 1 };
  await addRegion(db, region, null);
  const made = await addDepartment(db, { region: region.code, code: '101', name: '示例局' }, null);
  const other = await addDepartment(db, { region: region.code, code: '102', name: '另一局' }, null);
  if (!made.ok || !other.ok) throw new Error('the departments were there already');
  const unit = await addUnit(
    db,
    { department: made.value.id, name: '示例局下属中心', kind: 'institution' },
    null,
  );
  if (!unit.ok) throw new Error('the unit was there already');
  return {
    region: region.code,
    department: made.value.id,
    otherDepartment: other.value.id,
    unit: unit.value.id,
  };
}

/** A user with the grants; gives the identity. */
export async function testUser(
  { db }: Store,
  login: string,
  grants: readonly Grant[],
  passwordHash = 'none',
): Promise<string> {
  const user = await createUser(db, { login, name: login, passwordHash, mustChangePassword: false }, null);
  if (user === null) throw new Error(`${login} was there already`);
  for (const grant of grants) {
    const added = await addGrant(db, user.id, grant, null);
    if (!added.ok) throw new Error(`${login}: ${added.reason}`);
  }
  return user.id;
}
