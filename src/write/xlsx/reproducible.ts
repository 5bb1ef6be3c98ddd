import { openZip } from '../../file/zip.ts';
import { withParts } from '../../file/zipWrite.ts';

/** The archive packed again without the times of writing: the same content gives the same bytes. */
export function reproducible(bytes: Uint8Array): Uint8Array {
  const opened = openZip(bytes);
  if (!opened.ok) throw new Error(`the written workbook is ${opened.problem}`);
  const parts = new Map<string, Uint8Array>();
  for (const name of opened.archive.entries.keys()) {
    const content = opened.archive.read(name);
    if (content?.ok === true) parts.set(name, content.bytes);
  }
  const packed = withParts(bytes, parts);
  if (packed === undefined) throw new Error('the written workbook cannot be packed again');
  return packed;
}
