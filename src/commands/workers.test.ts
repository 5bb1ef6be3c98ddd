import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { inWorkers, workersFor, type Loss } from './workers.ts';

interface Task {
  readonly do: 'answer' | 'hang' | 'exit' | 'abort';
  readonly n: number;
}

const program = `
process.on('disconnect', () => process.exit(0));
process.on('message', ({ do: what, n }) => {
  if (what === 'hang') for (;;);
  if (what === 'exit') process.exit(3);
  if (what === 'abort') process.kill(process.pid, 'SIGSEGV');
  setTimeout(() => process.send({ n, pid: process.pid }), 20 - (n % 20));
});
`;

let folder = '';
let entry = pathToFileURL('/');

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'mingsuan-workers-'));
  writeFileSync(join(folder, 'worker.mjs'), program);
  entry = pathToFileURL(join(folder, 'worker.mjs'));
});

afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

interface Answer {
  readonly n: number;
  readonly pid?: number;
  readonly loss?: string;
}

function run(tasks: readonly Task[], workers = 2, seconds = 60): Promise<readonly Answer[]> {
  return inWorkers<Task, Answer>(tasks, {
    entry,
    workers,
    seconds,
    starting: () => undefined,
    lost: ({ n }, loss: Loss) => ({ n, loss: loss.kind === 'died' ? loss.detail : loss.kind }),
  });
}

const answers = (n: number): readonly Task[] => Array.from({ length: n }, (_, i) => ({ do: 'answer', n: i }));

test('answers come in the order of the tasks, from several processes', async () => {
  const given = await run(answers(40), 3);
  expect(given.map(({ n }) => n)).toEqual(answers(40).map(({ n }) => n));
  expect(new Set(given.map(({ pid }) => pid)).size).toBe(3);
});

test('a task that hangs or kills its worker costs only itself', async () => {
  const bad: readonly Task[] = [
    { do: 'exit', n: 0 },
    { do: 'hang', n: 1 },
    { do: 'abort', n: 2 },
  ];
  const given = await run([...bad, ...answers(10)], 2, 8);
  expect(given.slice(0, 3)).toEqual([
    { n: 0, loss: '3' },
    { n: 1, loss: 'tooLong' },
    { n: 2, loss: 'SIGSEGV' },
  ]);
  expect(given.slice(3).every(({ loss }) => loss === undefined)).toBe(true);
});

test('a worker is replaced after many tasks', async () => {
  const given = await run(answers(150), 1);
  expect(new Set(given.map(({ pid }) => pid)).size).toBe(2);
});

test('no tasks start no answers; never more workers than tasks', async () => {
  expect(await run([], 1)).toEqual([]);
  expect(workersFor(1)).toBe(1);
  expect(workersFor(500)).toBeGreaterThanOrEqual(1);
});
