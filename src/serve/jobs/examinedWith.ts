import { createHash, randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import type { Language } from '../../model/language.ts';
import { contentHash } from '../../store/canonical.ts';
import type { CheckBasis } from '../basis.ts';

/** Names all that decides what reading and checking a file gives: the program, what was set, the language. */
export function examinedWith(basis: CheckBasis, language: Language): string {
  return contentHash({ program, basis, language }).toString('hex');
}

/** The built worker names its parts by their content. Sources are the same only as long as the process lives. */
const program = ((): string => {
  if (import.meta.url.endsWith('.ts')) return randomUUID();
  const worker = readFileSync(new URL('./examineWorker.js', import.meta.url));
  return createHash('sha256').update(worker).digest('hex');
})();
