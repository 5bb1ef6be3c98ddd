import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { partNames, type PartName, type PartTold } from './parts.ts';

const sizes = [1, 10, 100] as const;

/** A part that takes longer is ended and said to be too long. */
const longestSeconds = 300;

/**
 * Every part of the work at every size up to the largest, each in a process of its own and told as soon as it is
 * done. Growth compares processor time, which other work on the machine does not lengthen.
 */
export function tellGrowth(largest: number): void {
  console.log(
    `growth: processor time a cell, a printed figure or a KB of the disclosure's text beside the smallest size; the largest memory of each part's own process; a part may take ${longestSeconds} s`,
  );
  for (const part of partNames) {
    let smallest: number | null = null;
    for (const times of sizes.filter((size) => size <= largest)) {
      const told = partAlone(part, times);
      if (told === null) {
        console.log(`  ${part.padEnd(20)} × ${String(times).padEnd(4)} ended: more than ${longestSeconds} s`);
        break;
      }
      const micro = (told.spent.processor * 1000) / told.count;
      smallest ??= micro;
      console.log(`  ${part.padEnd(20)} × ${String(times).padEnd(4)} ${lineOf(told, micro, smallest)}`);
    }
  }
}

/** Null where it took too long. @throws Error when the process fails: a fault of the program. */
function partAlone(part: PartName, times: number): PartTold | null {
  const script = join(import.meta.dirname, 'part.ts');
  const { error, status, stdout, stderr } = spawnSync(
    process.execPath,
    [...process.execArgv, script, '--part', part, '--times', String(times)],
    { encoding: 'utf8', timeout: longestSeconds * 1000, killSignal: 'SIGKILL' },
  );
  if (error !== undefined && 'code' in error && error.code === 'ETIMEDOUT') return null;
  if (status !== 0) throw new Error(`${part} × ${times}: ${stderr}`);
  return JSON.parse(stdout) as PartTold;
}

const units = { cell: 'cells', figure: 'figures', 'KB of text': 'KB of text' } as const;

function lineOf(told: PartTold, micro: number, smallest: number): string {
  const { unit, count, spent, bound, written, megabytes } = told;
  const cells = [
    `${count.toFixed(0).padStart(6)} ${units[unit]}`,
    `${spent.clock.toFixed(0).padStart(7)} ms`,
    `${micro.toFixed(1).padStart(8)} µs each`,
    `${(micro / smallest).toFixed(2).padStart(5)} × the smallest`,
    `${megabytes.toFixed(0).padStart(5)} MB`,
    `${(spent.clock / bound.clock).toFixed(0).padStart(6)} × ${bound.name}`,
    ...(written === null ? [] : [`${written.files} files of ${(written.bytes / 1024).toFixed(0)} KB`]),
  ];
  return cells.join('  ');
}
