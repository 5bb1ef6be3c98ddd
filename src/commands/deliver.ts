import type { Language } from '../model/language.ts';
import { print, tell } from './terminal.ts';
import { say, type SentenceKey } from './words.ts';
import { writeWhole } from './writeFile.ts';

/** Prints the text, or writes it whole to `out` and says so; false when it could not be written. Bytes need `out`. */
export async function deliver(
  content: string | Uint8Array,
  out: string | undefined,
  language: Language,
  written: SentenceKey,
): Promise<boolean> {
  if (out === undefined) {
    if (typeof content !== 'string') throw new TypeError('bytes have no place on the terminal');
    await print(content);
    return true;
  }
  try {
    await writeWhole(out, content);
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : String(error);
    tell(say(language, 'cannotWrite', out, code));
    return false;
  }
  tell(say(language, written, out));
  return true;
}
