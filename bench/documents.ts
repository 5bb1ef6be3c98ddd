import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { checkDisclosure } from '../src/check/check.ts';
import type { Disclosure } from '../src/model/disclosure.ts';
import { readSource } from '../src/read/open.ts';
import { recognise } from '../src/read/recognise/recognise.ts';

export interface BenchDocument {
  readonly name: string;
  readonly bytes: Uint8Array;
}

const root = join(import.meta.dirname, '..');

/** The example that the package ships: it holds no mistake in its tables. */
export function exampleDocument(): BenchDocument {
  const name = 'examples/disclosure.txt';
  return { name, bytes: readFileSync(join(root, name)) };
}

/** A real document from the folder that MINGSUAN_CORPUS names; null where it is absent. */
export function corpusDocument(name: string): BenchDocument | null {
  const folder = process.env['MINGSUAN_CORPUS'];
  const path = join(folder ?? '', name);
  return folder !== undefined && existsSync(path) ? { name, bytes: readFileSync(path) } : null;
}

export const referenceName = 'pinglu-housing-2026.txt';

export const corpusPdfs = [
  'putuo-finance-2025-department.pdf',
  'putuo-planning-2024-final-accounts.pdf',
  'putuo-wanli-2024-department.pdf',
  'putuo-welfare-home-2024-unit.pdf',
  'shanghai-finance-2025-unit.pdf',
] as const;

/** Reads and recognises. @throws Error when the document cannot be read: then there is nothing to measure. */
export async function disclosureOf({ name, bytes }: BenchDocument): Promise<Disclosure> {
  const read = await readSource({ name, bytes });
  if (!read.ok) throw new Error(`${name}: ${read.problem.code}`);
  return recognise(read.source);
}

/** Reads, recognises and checks: how many findings there are. @throws Error when it cannot be read. */
export async function readRecogniseCheck(document: BenchDocument): Promise<number> {
  return checkDisclosure(await disclosureOf(document)).findings.length;
}

export function textOf({ bytes }: BenchDocument): string {
  return new TextDecoder().decode(bytes);
}
