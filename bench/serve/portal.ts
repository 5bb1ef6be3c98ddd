// Page views of a county's portal on loopback, at a fixed rate, first with nothing kept and then again.
//   npm run bench:portal [views a second] [seconds] [departments]
import { spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { Agent, request as send } from 'node:http';
import { loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { addressOf, type Part } from '../../src/serve/portal/address.ts';
import { end, freePort, processorUse, type ServerProcess } from './process.ts';

const region = '试验县';
const mostConnections = 64;
/** Shares of views: most readers come to a department, few go deep. */
const visited: readonly (readonly [weight: number, Part])[] = [
  [10, { kind: 'overview' }],
  [2, { kind: 'table', number: 1 }],
  [1, { kind: 'table', number: 4 }],
  [2, { kind: 'projects' }],
  [2, { kind: 'project', slug: '紫韵体育运动广场工程' }],
  [2, { kind: 'function', code: '212' }],
  [1, { kind: 'narrative' }],
  [1, { kind: 'checks' }],
  [1, { kind: 'check', of: 'table', name: '1' }],
  [1, { kind: 'download' }],
];
const searches = ['供热', '环境', '道路', '项目'];

interface Views {
  readonly milliseconds: number[];
  readonly statuses: Map<number, number>;
  bytes: number;
}

async function main(perSecond: number, seconds: number, departments: number): Promise<void> {
  const directory = await mkdtemp(join(tmpdir(), 'mingsuan-portal-'));
  const server = await startCounty(directory, departments);
  try {
    const pages = pagesOf(departments);
    const first = await phase(server, directory, everyPage(pages), perSecond);
    const again = await phase(server, directory, drawn(pages, perSecond * seconds), perSecond);
    const report = { departments, pages: new Set(pages).size, perSecond, first, again, load: loadavg()[0] };
    process.stdout.write(`${JSON.stringify(report, null, 2)}\n`);
  } finally {
    await end(server, 'SIGTERM');
    await rm(directory, { recursive: true, force: true });
  }
}

async function startCounty(directory: string, departments: number): Promise<ServerProcess> {
  const port = await freePort();
  const script = fileURLToPath(new URL('portalCounty.ts', import.meta.url));
  const words = ['--import', 'tsx', script, directory, String(port), String(departments)];
  const child = spawn(process.execPath, words, { cwd: fileURLToPath(new URL('../..', import.meta.url)) });
  let output = '';
  child.stderr.on('data', (part: Buffer) => (output += part.toString()));
  const isUp = new Promise<void>((resolve, reject) => {
    child.stdout.on('data', (part: Buffer) => {
      output += part.toString();
      if (output.includes('up http')) resolve();
    });
    child.once('exit', () => {
      reject(new Error(output));
    });
  });
  await isUp;
  return { child, address: `http://127.0.0.1:${port}`, output: () => output };
}

/** Addresses by their weight. */
function pagesOf(departments: number): readonly string[] {
  const pages = ['/', '/', addressOf({ kind: 'region', region }, 'zh')];
  const year = { kind: 'year', region, year: 2026, stage: 'budget' } as const;
  pages.push(addressOf(year, 'zh'), addressOf({ ...year, compared: { axis: 'total', node: '' } }, 'zh'));
  for (const word of searches)
    pages.push(`${addressOf({ kind: 'search' }, 'zh')}?q=${encodeURIComponent(word)}`);
  for (let i = 0; i < departments; i++)
    for (const [weight, part] of visited) {
      const key = { region, year: 2026, stage: 'budget', department: String(100 + i) } as const;
      const address = addressOf({ kind: 'disclosure', key, version: null, part }, 'zh');
      for (let n = 0; n < weight; n++) pages.push(address);
    }
  return pages;
}

/** Every page once: nothing of it is kept yet. */
function everyPage(pages: readonly string[]): readonly string[] {
  return [...new Set(pages)];
}

/** Pages by their weight, the same in every run. */
function drawn(pages: readonly string[], count: number): readonly string[] {
  let state = 12_345;
  return Array.from({ length: count }, () => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return pages[state % pages.length] ?? '/';
  });
}

/** Asks for the addresses at the rate, whether earlier ones are answered or not. */
async function phase(
  server: ServerProcess,
  directory: string,
  addresses: readonly string[],
  perSecond: number,
): Promise<object> {
  const agent = new Agent({ keepAlive: true, maxSockets: mostConnections });
  const views: Views = { milliseconds: [], statuses: new Map(), bytes: 0 };
  const used = await processorUse(server, directory);
  const begun = performance.now();
  const asked = addresses.map(async (address, i) => {
    const due = begun + (i / perSecond) * 1000;
    await new Promise((resume) => setTimeout(resume, due - performance.now()));
    await view(`${server.address}${address}`, agent, views);
  });
  await Promise.all(asked);
  agent.destroy();
  const seconds = (performance.now() - begun) / 1000;
  return summary(views, seconds, used());
}

function view(url: string, agent: Agent, views: Views): Promise<void> {
  const begun = performance.now();
  return new Promise((resolve) => {
    const request = send(url, { agent, headers: { 'accept-encoding': 'gzip' } }, (answer) => {
      answer.on('data', (part: Buffer) => (views.bytes += part.length));
      answer.on('end', () => {
        views.milliseconds.push(performance.now() - begun);
        const status = answer.statusCode ?? 0;
        views.statuses.set(status, (views.statuses.get(status) ?? 0) + 1);
        resolve();
      });
    });
    request.on('error', () => {
      views.statuses.set(0, (views.statuses.get(0) ?? 0) + 1);
      resolve();
    });
    request.end();
  });
}

function summary(
  { milliseconds, statuses, bytes }: Views,
  seconds: number,
  used: Readonly<Record<string, number>>,
): object {
  const sorted = [...milliseconds].sort((a, b) => a - b);
  const at = (share: number): number =>
    Math.round((sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0) * 10) / 10;
  const each = (process: string): number =>
    Math.round((((used[process] ?? 0) * 1000) / Math.max(1, sorted.length)) * 100) / 100;
  return {
    views: sorted.length,
    perSecond: Math.round(sorted.length / seconds),
    statuses: Object.fromEntries(statuses),
    milliseconds: { p50: at(0.5), p95: at(0.95), p99: at(0.99) },
    processorMillisecondsPerView: {
      server: each('server'),
      database: each('database'),
      client: each('client'),
    },
    bytesPerView: Math.round(bytes / Math.max(1, sorted.length)),
  };
}

const [perSecond = '300', seconds = '20', departments = '60'] = process.argv.slice(2);
await main(Number(perSecond), Number(seconds), Number(departments));
