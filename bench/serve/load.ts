// Loads a server on loopback: editors who save, readers who read, each as fast as it is answered, for a while.
//   npm run bench:load [seconds] [editors] [readers]
import { mkdtemp, rm } from 'node:fs/promises';
import { loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { Agent, request as send } from 'node:http';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { examplePassword } from '../../src/serve/example.ts';
import { buildProgram, end, freePort, processorUse, startServer } from './process.ts';
import { signIn, type Person } from './person.ts';

/** Connections at once from readers: readers beyond wait for one, as browsers behind a proxy do. */
const mostConnections = 64;
/** Between two saves of one editor: somebody who types saves every few seconds. */
const editorPauseMilliseconds = 2000;
const readerPauseMilliseconds = 1000;
/** A server that has just started compiles its code and makes each page for the first time: not counted. */
const warmUpMilliseconds = 3000;

interface Tally {
  /** What began before is not counted. */
  readonly from: number;
  readonly milliseconds: number[];
  errors: number;
}

async function main(seconds: number, editors: number, readers: number): Promise<void> {
  const directory = await mkdtemp(join(tmpdir(), 'mingsuan-load-'));
  const program = await buildProgram();
  const server = await startServer(program, 'demo', directory, await freePort());
  try {
    const clerk = await signIn(server.address, 'tianbao', examplePassword);
    const filings = await newFilings(clerk, editors);
    const pages = await pagesOf(server.address);
    const from = performance.now() + warmUpMilliseconds;
    const until = Date.now() + warmUpMilliseconds + seconds * 1000;
    const saves: Tally = { from, milliseconds: [], errors: 0 };
    const reads: Tally = { from, milliseconds: [], errors: 0 };
    const editing = filings.map((filing, i) => edit(clerk, filing, i, until, saves));
    const agent = new Agent({ keepAlive: true, maxSockets: mostConnections });
    const reading = Array.from({ length: readers }, (_, i) =>
      read(server.address, pages, i, until, reads, agent),
    );
    await pause(warmUpMilliseconds);
    const used = await processorUse(server, directory);
    // The client's own waits are part of what it measures: they are told with the result.
    const clientDelay = monitorEventLoopDelay({ resolution: 5 });
    clientDelay.enable();
    const versions = await Promise.all(editing);
    await Promise.all(reading);
    agent.destroy();
    clientDelay.disable();
    const processor = used();
    const lost = await lostUpdates(clerk, filings, versions);
    const client = { delayP95: Math.round(clientDelay.percentile(95) / 1e6), load: loadavg()[0] };
    const counted = { saves: summary(saves), reads: summary(reads), lost };
    const report = { seconds, editors, readers, ...counted, processor, client };
    process.stdout.write(`${JSON.stringify(report, null, 2)}\n`);
  } finally {
    await end(server, 'SIGTERM');
    await rm(directory, { recursive: true, force: true });
    program.remove();
  }
}

/** A filing for each pair of editors: two save on one book and meet. */
async function newFilings(clerk: Person, editors: number): Promise<readonly string[]> {
  const { body } = await clerk.call('GET', '/tasks');
  const [known] = body['items'] as { readonly region: string; readonly department: string }[];
  if (known === undefined) throw new Error('the example has nothing to prepare');
  const { region, department } = known;
  const made: string[] = [];
  for (let i = 0; i < Math.ceil(editors / 2); i++) {
    const filing = { region, department, year: 2030 + i, form: 'shanxi-13' };
    const { body: begun } = await clerk.call('POST', '/filings', filing);
    made.push(begun['id'] as string);
  }
  return made.flatMap((id) => [id, id]).slice(0, editors);
}

/** Adds one line of its own with each save; what a conflict shows is merged and saved again. Gives the number. */
async function edit(
  clerk: Person,
  filing: string,
  editor: number,
  until: number,
  tally: Tally,
): Promise<number> {
  let added = 0;
  await pause(Math.random() * editorPauseMilliseconds);
  while (Date.now() < until) {
    const { body, etag } = await clerk.call('GET', `/filings/${filing}/book`);
    let content = withLine(body['content'] as Content, `${editor}-${added}`);
    let match = etag ?? '';
    for (;;) {
      const start = performance.now();
      const saved = await clerk.call('PUT', `/filings/${filing}/book`, { content }, { 'if-match': match });
      note(tally, start);
      if (saved.status === 200) {
        added += 1;
        break;
      }
      if (saved.status !== 412) {
        tally.errors += 1;
        break;
      }
      const merge = saved.body['merge'] as { readonly merged: Content; readonly current: number };
      content = withLine(merge.merged, `${editor}-${added}`);
      match = `"${merge.current}"`;
    }
    await pause(editorPauseMilliseconds);
  }
  return added;
}

interface Content extends Readonly<Record<string, unknown>> {
  readonly glossary: readonly { readonly term: string; readonly definition: string }[];
}

function withLine(content: Content, term: string): Content {
  if (content.glossary.some((line) => line.term === term)) return content;
  return { ...content, glossary: [...content.glossary, { term, definition: '负载' }] };
}

/** Pages of the portal that stand for what is read: lists, a department, its tables, a search. */
async function pagesOf(address: string): Promise<readonly string[]> {
  const home = await (await fetch(`${address}/`)).text();
  const links = [...home.matchAll(/href="(\/[^"]+)"/g)].map(([, link = '']) => link);
  const department = links.find((link) => /\/\d{4}\/[^/"]+$/.test(link)) ?? '/';
  return [
    '/',
    department,
    `${department}.json`,
    `/${encodeURIComponent('搜索')}?q=${encodeURIComponent('供热')}`,
  ];
}

async function read(
  address: string,
  pages: readonly string[],
  reader: number,
  until: number,
  tally: Tally,
  agent: Agent,
): Promise<void> {
  await pause(Math.random() * readerPauseMilliseconds);
  for (let n = reader; Date.now() < until; n++) {
    const start = performance.now();
    const status = await get(`${address}${pages[n % pages.length] ?? '/'}`, agent);
    note(tally, start);
    if (status !== 200) tally.errors += 1;
    await pause(readerPauseMilliseconds);
  }
}

function get(url: string, agent: Agent): Promise<number> {
  return new Promise((settle) => {
    const sent = send(url, { agent, headers: { 'accept-encoding': 'gzip' } }, (response) => {
      response.resume();
      response.on('end', () => {
        settle(response.statusCode ?? 0);
      });
    });
    sent.on('error', () => {
      settle(0);
    });
    sent.end();
  });
}

async function lostUpdates(
  clerk: Person,
  filings: readonly string[],
  added: readonly number[],
): Promise<number> {
  let lost = 0;
  for (const filing of new Set(filings)) {
    const { body } = await clerk.call('GET', `/filings/${filing}/book`);
    const own = filings.flatMap((each, i) => (each === filing ? [added[i] ?? 0] : []));
    const expected = own.reduce((sum, n) => sum + n, 0);
    lost += expected - (body['content'] as Content).glossary.length;
  }
  return lost;
}

function note({ from, milliseconds }: Tally, start: number): void {
  if (start >= from) milliseconds.push(performance.now() - start);
}

function summary({ milliseconds, errors }: Tally): object {
  const sorted = [...milliseconds].sort((a, b) => a - b);
  const at = (share: number): number => Math.round(sorted[Math.floor(sorted.length * share)] ?? 0);
  return { count: sorted.length, errors, p50: at(0.5), p95: at(0.95), p99: at(0.99) };
}

function pause(milliseconds: number): Promise<void> {
  return new Promise((resume) => setTimeout(resume, milliseconds));
}

const [seconds = 20, editors = 100, readers = 1000] = process.argv.slice(2).map(Number);
await main(seconds, editors, readers);
