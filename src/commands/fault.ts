import type { Language } from '../model/language.ts';
import { version } from '../version.ts';
import { say } from './words.ts';

/** A fault of the program in one sentence, without a stack trace. */
export function faultSentence(
  error: unknown,
  language: Language,
  key: 'fault' | 'faultInFile' = 'fault',
): string {
  const message = (error instanceof Error ? error.message : String(error)).split('\n')[0] ?? '';
  return say(language, key, version, message.replace(/[。.]$/, ''));
}

/** The stack trace on stderr, for who asks for it. */
export function tellDetails(error: unknown): void {
  if (process.env['MINGSUAN_DEBUG'] !== '1' || !(error instanceof Error)) return;
  process.stderr.write(`${error.stack ?? error.message}\n`);
}
