import type { Look } from '../write/report/layout.ts';

const widest = 100;

/** Colours and line breaks for a terminal that wants them; a pipe gets plain unbroken lines. */
export function lookOf(stream: NodeJS.WriteStream): Look {
  if (!stream.isTTY) return { width: null, colour: false };
  const refused = (process.env['NO_COLOR'] ?? '') !== '' || process.env['TERM'] === 'dumb';
  return { width: Math.min(widest, stream.columns || 80), colour: !refused };
}

/** Writes to stdout and waits until it is taken, so that a long report is whole when the process ends. */
export function print(text: string): Promise<void> {
  return new Promise((resolve) => {
    process.stdout.write(text, () => {
      resolve();
    });
  });
}

/** One sentence on stderr. */
export function tell(sentence: string): void {
  process.stderr.write(`${sentence}\n`);
}
