/** A process is warm when what it runs has been optimised: after so many milliseconds of the same work. */
const warmUp = 3_000;

/** The median time of some runs, in milliseconds, in a warm process. */
export async function median(runs: number, run: () => unknown, warm = warmUp): Promise<number> {
  const times: number[] = [];
  for (const end = performance.now() + warm; performance.now() < end;) await run();
  for (let i = 0; i < runs; i += 1) {
    const start = performance.now();
    await run();
    times.push(performance.now() - start);
  }
  return middle(times);
}

/** What a run takes, in milliseconds: by the clock, and of the processor in all threads. */
export interface Spent {
  readonly clock: number;
  readonly processor: number;
}

/** A run of so many milliseconds of the processor is measured once and cold: loading what it runs is lost in it. */
const longRun = 5_000;
const mostRuns = 5;
/** No further run is begun after so many milliseconds. */
const longestRuns = 8_000;

/** The median of five runs in a warm process, of fewer where they take long. */
export async function spentOn(run: () => unknown): Promise<Spent> {
  const cold = await spentOnce(run);
  if (cold.processor > longRun) return cold;
  for (const end = performance.now() + warmUp; performance.now() < end;) await run();
  const all: Spent[] = [];
  for (const end = performance.now() + longestRuns; all.length < mostRuns && performance.now() < end;)
    all.push(await spentOnce(run));
  return {
    clock: middle(all.map(({ clock }) => clock)),
    processor: middle(all.map(({ processor }) => processor)),
  };
}

async function spentOnce(run: () => unknown): Promise<Spent> {
  const start = performance.now();
  const before = process.cpuUsage();
  await run();
  const { user, system } = process.cpuUsage(before);
  return { clock: performance.now() - start, processor: (user + system) / 1000 };
}

function middle(times: readonly number[]): number {
  return [...times].sort((a, b) => a - b)[Math.floor(times.length / 2)] ?? 0;
}
