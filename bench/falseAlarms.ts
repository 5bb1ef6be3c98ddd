import { checkDisclosure } from '../src/check/check.ts';
import { messageOf } from '../src/check/render.ts';
import type { Disclosure } from '../src/model/disclosure.ts';
import { placeNamesOf } from '../src/model/words/names.ts';
import { readSource } from '../src/read/open.ts';
import { recognise } from '../src/read/recognise/recognise.ts';
import { textDocument } from '../src/write/textDocument.ts';
import { composedDocuments } from './composedDocuments.ts';

/** An error or a warning on a document that holds no mistake. */
export interface FalseAlarm {
  readonly document: string;
  readonly rule: string;
  readonly message: string;
}

/** Errors and warnings, in words. */
export function alarmsIn(document: string, disclosure: Disclosure): readonly FalseAlarm[] {
  const names = placeNamesOf(disclosure);
  return checkDisclosure(disclosure)
    .findings.filter(({ severity }) => severity !== 'info')
    .map((finding) => ({ document, rule: finding.rule, message: messageOf(finding, 'zh', names) }));
}

/** The disclosure written as text, read and recognised again. @throws Error when it cannot be read. */
export async function readAgain(disclosure: Disclosure): Promise<Disclosure> {
  const bytes = new TextEncoder().encode(textDocument(disclosure));
  const read = await readSource({ name: 'disclosure.txt', bytes });
  if (!read.ok) throw new Error(read.problem.code);
  return recognise(read.source);
}

/** Checks composed documents as they are and as they read back. */
export async function* falseAlarms(
  count: number,
  seed: number,
): AsyncGenerator<{ readonly document: string; readonly alarms: readonly FalseAlarm[] }> {
  for (const { name, disclosure } of composedDocuments(count, seed)) {
    const back = await readAgain(disclosure);
    const alarms = [...alarmsIn(name, disclosure), ...alarmsIn(`${name}, read back`, back)];
    yield { document: name, alarms };
  }
}
