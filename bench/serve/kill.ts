import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { verifyAudit } from '../../src/store/audit.ts';
import { openStore, type Store } from '../../src/store/store.ts';
import { examplePassword } from '../../src/serve/example.ts';
import { buildProgram, end, freePort, startServer, type ServerProcess } from './process.ts';
import { signIn, type Person } from './person.ts';

/** What the rounds of killing showed. */
export interface KillReport {
  readonly rounds: number;
  readonly acknowledged: number;
  /** Writes that were acknowledged and are not there. */
  readonly lost: readonly string[];
  readonly auditBroken: boolean;
  /** Jobs that left more than one result, or none and no reason why. */
  readonly wrongJobs: number;
  /** Jobs that were killed with their server so often that they were given up, and say so. */
  readonly givenUp: number;
  readonly jobs: number;
}

interface Written {
  readonly filing: string;
  readonly version: number;
  readonly mark: string;
}

const writers = 6;

/** Kills the server under concurrent writes, round after round, and looks for what is missing afterwards. */
export async function killRounds(
  rounds: number,
  tell: (line: string) => void = () => undefined,
): Promise<KillReport> {
  const directory = await mkdtemp(join(tmpdir(), 'mingsuan-kill-'));
  const port = await freePort();
  const written: Written[] = [];
  const comments = new Set<string>();
  const jobs = new Set<string>();
  const program = await buildProgram();
  let server: ServerProcess | null = null;
  try {
    server = await startServer(program, 'demo', directory, port);
    // The session is kept in the database too: it outlives the server.
    const clerk = await signIn(server.address, 'tianbao', examplePassword);
    const filing = await preparedFiling(clerk);
    for (let round = 0; round < rounds; round++) {
      const stop = { now: false };
      const work = writing(clerk, filing, round, { written, comments, jobs, stop });
      await underWay(
        () => written.length + comments.size,
        () => jobs.size,
      );
      // Another moment each round, before, within and after writes.
      await new Promise((resume) => setTimeout(resume, (round * 137) % 500));
      await end(server, 'SIGKILL');
      stop.now = true;
      await work;
      server = await startServer(program, 'demo', directory, port);
      tell(`${round + 1}/${rounds}: ${written.length + comments.size} acknowledged`);
    }
    await jobsDone(clerk, [...jobs]);
    await end(server, 'SIGTERM');
    const store = await openStore({ directory, exclusive: false });
    try {
      return await judge(store, rounds, { written, comments, jobs });
    } finally {
      await store.close();
    }
  } finally {
    if (server !== null) await end(server, 'SIGTERM');
    await rm(directory, { recursive: true, force: true });
    program.remove();
  }
}

const fewestWrites = 10;
const mostRoundMilliseconds = 30_000;

/** Waits until the round has done something that could be lost, but not for ever. */
async function underWay(writes: () => number, jobs: () => number): Promise<void> {
  const [former, known, end] = [writes(), jobs(), Date.now() + mostRoundMilliseconds];
  while ((writes() < former + fewestWrites || jobs() === known) && Date.now() < end) {
    await new Promise((resume) => setTimeout(resume, 10));
  }
}

async function preparedFiling(clerk: Person): Promise<string> {
  const { body } = await clerk.call('GET', '/tasks');
  const [filing] = body['items'] as { readonly id: string }[];
  if (filing === undefined) throw new Error('the example has nothing to prepare');
  return filing.id;
}

interface Records {
  readonly written: Written[];
  readonly comments: Set<string>;
  readonly jobs: Set<string>;
  readonly stop: { now: boolean };
}

async function writing(clerk: Person, filing: string, round: number, records: Records): Promise<void> {
  const saving = saveBooks(clerk, filing, round, records);
  const commenting = Array.from({ length: writers }, (_, i) =>
    comment(clerk, filing, `${round}-${i}`, records),
  );
  const asking = askForJobs(clerk, filing, records);
  await Promise.all([saving, ...commenting, asking]);
}

/** Every acknowledged version must be there with its mark. What was not answered may or may not be. */
async function saveBooks(
  clerk: Person,
  filing: string,
  round: number,
  { written, stop }: Records,
): Promise<void> {
  for (let n = 0; !stop.now; n++) {
    try {
      const { body, etag } = await clerk.call('GET', `/filings/${filing}/book`);
      const mark = `${round}-${n}`;
      const content = { ...(body['content'] as object), otherNotes: mark };
      const saved = await clerk.call(
        'PUT',
        `/filings/${filing}/book`,
        { content },
        { 'if-match': etag ?? '' },
      );
      if (saved.status === 200) written.push({ filing, version: saved.body['version'] as number, mark });
    } catch {
      // The connection broke: the server was killed, which is what this is about.
      return;
    }
  }
}

async function comment(
  clerk: Person,
  filing: string,
  mark: string,
  { comments, stop }: Records,
): Promise<void> {
  for (let n = 0; !stop.now; n++) {
    try {
      const saved = await clerk.call('POST', `/filings/${filing}/comments`, { body: `${mark}-${n}` });
      if (saved.status === 201) comments.add(saved.body['id'] as string);
    } catch {
      return;
    }
  }
}

async function askForJobs(clerk: Person, filing: string, { jobs, stop }: Records): Promise<void> {
  while (!stop.now) {
    try {
      const made = await clerk.call('POST', `/filings/${filing}/disclosures`, { from: 'book' });
      if (made.status === 202) jobs.add(made.body['id'] as string);
      await new Promise((resume) => setTimeout(resume, 100));
    } catch {
      return;
    }
  }
}

async function jobsDone(clerk: Person, jobs: readonly string[]): Promise<void> {
  for (const job of jobs) {
    for (;;) {
      const { body } = await clerk.call('GET', `/jobs/${job}`);
      if (body['state'] !== 'queued' && body['state'] !== 'running') break;
      await new Promise((resume) => setTimeout(resume, 100));
    }
  }
}

async function judge(
  { db }: Store,
  rounds: number,
  { written, comments, jobs }: Pick<Records, 'written' | 'comments' | 'jobs'>,
): Promise<KillReport> {
  const versions = await db.selectFrom('book_versions').select(['filing_id', 'version', 'content']).execute();
  const marks = new Map(
    versions.map((row) => [
      `${row.filing_id} ${row.version}`,
      (row.content as { otherNotes?: string }).otherNotes,
    ]),
  );
  const lostBooks = written.filter(({ filing, version, mark }) => marks.get(`${filing} ${version}`) !== mark);
  const kept = new Set((await db.selectFrom('comments').select('id').execute()).map(({ id }) => id));
  const lostComments = [...comments].filter((id) => !kept.has(id));
  const results = await db.selectFrom('jobs').select(['id', 'state', 'result', 'problem']).execute();
  const done = results.filter(({ id, state }) => jobs.has(id) && state === 'done');
  const made = done.map(({ result }) => (result as { version: number }).version);
  const disclosures = await db
    .selectFrom('disclosure_versions')
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .where('reason', '=', '编制')
    .executeTakeFirstOrThrow();
  // A job that was done twice would have left two versions, one that was forgotten none.
  const allDone = results.filter(({ state }) => state === 'done').length;
  const givenUp = results.filter(({ id, problem }) => jobs.has(id) && problem === 'workerLost').length;
  const wrongJobs = jobs.size - givenUp - new Set(made).size + Math.abs(disclosures.count - allDone);
  return {
    rounds,
    acknowledged: written.length + comments.size,
    lost: [...lostBooks.map(({ filing, version }) => `${filing} ${version}`), ...lostComments],
    auditBroken: (await verifyAudit(db)).broken !== null,
    jobs: jobs.size,
    wrongJobs,
    givenUp,
  };
}

if (process.argv[1]?.endsWith('kill.ts') === true) {
  const report = await killRounds(Number(process.argv[2] ?? 50), (line) => {
    process.stderr.write(`${line}\n`);
  });
  process.stdout.write(`${JSON.stringify(report, null, 2)}\n`);
  process.exitCode = report.lost.length > 0 || report.auditBroken || report.wrongJobs > 0 ? 1 : 0;
}
