// Backs up a generated region, restores it into an empty store, and compares every table by hashes.
//   npm run bench:backup [departments] [years] [figures per disclosure]
// With DATABASE_URL the copy is restored there (an empty database of a PostgreSQL server), else into a store of its own.
import { spawn } from 'node:child_process';
import { chmod, mkdtemp, readdir, readFile, rm, stat } from 'node:fs/promises';
import { loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import { openStore, type Database } from '../../src/store/store.ts';
import { fill } from './generatedFigures.ts';
import { processorSeconds } from './processor.ts';
import { buildProgram, type Program } from './process.ts';

const [departments = 100, years = 5, figures = 3000] = process.argv.slice(2).map(Number);
const url = process.env['DATABASE_URL'];

async function main(): Promise<void> {
  const directory = await mkdtemp(join(tmpdir(), 'mingsuan-backup-'));
  // The database's user goes through it, where root runs this.
  await chmod(directory, 0o711);
  const program = await buildProgram();
  const [full, copy, backup] = ['full', 'copy', 'backup'].map((name) => join(directory, name));
  if (full === undefined || copy === undefined || backup === undefined) return;
  try {
    const before = await inStore({ directory: full }, async (db) => {
      await fill(db, { departments, years, figures });
      return contents(db);
    });
    const backingUp = await measured(program, ['backup', backup, '--data', full], {});
    const restoring = await measured(
      program,
      ['restore', backup, '--data', copy],
      url === undefined ? {} : { DATABASE_URL: url },
    );
    const restored = { directory: copy, ...(url === undefined ? {} : { url }) };
    const after = await inStore(restored, contents);
    const differing = Object.keys(before).filter((table) => before[table] !== after[table]);
    const sizes = await Promise.all(
      (await readdir(backup)).map(async (name) => (await stat(join(backup, name))).size),
    );
    const megabytes = Math.round(sizes.reduce((sum, size) => sum + size, 0) / 1e6);
    const report = { figures: departments * years * figures, tables: Object.keys(before).length, differing };
    const load = loadavg()[0];
    process.stdout.write(
      `${JSON.stringify({ ...report, megabytes, backingUp, restoring, load }, null, 2)}\n`,
    );
    if (differing.length > 0) process.exitCode = 1;
  } finally {
    await rm(directory, { recursive: true, force: true });
    program.remove();
  }
}

async function inStore<Answer>(
  where: { readonly directory: string; readonly url?: string },
  work: (db: Database) => Promise<Answer>,
): Promise<Answer> {
  const store = await openStore({ ...where, exclusive: true });
  try {
    return await work(store.db);
  } finally {
    await store.close();
  }
}

/** Rows and the sum of their hashes, by table; what a restored system learns anew or does at times of its own is left out. */
async function contents(db: Database): Promise<Readonly<Record<string, string>>> {
  const { rows } = await sql<{ name: string }>`
    select relname as name from pg_class where relnamespace = current_schema()::regnamespace and not relispartition
      and relkind in ('r', 'p') and relname not in ('search_words', 'search_counts', 'search_totals',
      'migrations')`.execute(db);
  const found: Record<string, string> = {};
  for (const { name } of rows) {
    const { rows: sums } = await sql<{ told: string }>`
      select count(*) || ' ' || coalesce(sum(hashtextextended(t::text, 0)::numeric), 0) as told
      from ${sql.table(name)} t`.execute(db);
    found[name] = sums[0]?.told ?? '';
  }
  return found;
}

interface Cost {
  readonly seconds: number;
  /** Of the command and, where it starts it, its database. */
  readonly processorSeconds: number;
  /** The command's own, at its largest. */
  readonly megabytes: number;
}

/** Runs a command of the program to its end. */
async function measured(
  { cli }: Program,
  words: readonly string[],
  environment: Readonly<Record<string, string>>,
): Promise<Cost> {
  const env: NodeJS.ProcessEnv = { ...process.env, ...environment };
  if (environment['DATABASE_URL'] === undefined) delete env['DATABASE_URL'];
  const begun = performance.now();
  const child = spawn(process.execPath, [cli, ...words], { env, stdio: ['ignore', 'inherit', 'inherit'] });
  const most = { processor: 0, megabytes: 0 };
  const looking = setInterval(() => {
    void readFile(`/proc/${child.pid ?? 0}/status`, 'utf8').then(
      (status) => {
        // A process that has ended and was not yet taken leave of tells nothing.
        const peak = Math.round(Number(/VmHWM:\s+(\d+)/.exec(status)?.[1] ?? 0) / 1024);
        most.megabytes = Math.max(most.megabytes, peak);
        most.processor = Math.max(most.processor, processorSeconds(child.pid ?? 0));
      },
      // It has ended meanwhile.
      () => undefined,
    );
  }, 100);
  const code = await new Promise((resume) => child.once('exit', resume));
  clearInterval(looking);
  if (code !== 0) throw new Error(`${words[0] ?? ''} ended with ${String(code)}`);
  const seconds = Math.round((performance.now() - begun) / 100) / 10;
  return { seconds, processorSeconds: most.processor, megabytes: most.megabytes };
}

await main();
