import { readFile } from 'node:fs/promises';
import { examine } from '../../commands/checkFile.ts';
import { memoryEntries, type ReadDisclosure } from './memoryEntries.ts';
import { memorySource } from './memorySource.ts';
import type { PortalSource } from './source.ts';

/** The moment of every publication in tests. */
const publishedAt = '2026-02-01T08:00:00.000Z';

/** Reads and checks a file as publishing does. */
export async function readForPortal(path: string): Promise<ReadDisclosure> {
  const { disclosure, report, trace } = await examine([path], 'zh');
  if (disclosure === null || trace === null) throw new Error(`${path}: ${report.error ?? ''}`);
  return { disclosure, report, trace, file: { name: path, content: await readFile(path) }, publishedAt };
}

/** A portal over files; those of one department and year are versions in the order given. */
export async function portalOver(paths: readonly string[]): Promise<PortalSource> {
  const read: ReadDisclosure[] = [];
  for (const path of paths) read.push(await readForPortal(path));
  return memorySource(memoryEntries(read).entries);
}

/** The example with mistakes as first version and its correction as second. */
export function examplePortal(): Promise<PortalSource> {
  return portalOver(['examples/disclosure-with-mistakes.txt', 'examples/disclosure.txt']);
}
