import { openZip } from '../../file/zip.ts';
import { zipOf } from '../../file/zipWrite.ts';

/**
 * The archive packed again without the times of writing: the same content gives the same bytes. Folders, which the
 * package lists as parts, are left out: a package of the office formats holds none.
 */
export function reproducible(bytes: Uint8Array): Uint8Array {
  const opened = openZip(bytes);
  if (!opened.ok) throw new Error(`the written workbook is ${opened.problem}`);
  const parts = new Map<string, Uint8Array>();
  for (const name of opened.archive.entries.keys()) {
    const content = name.endsWith('/') ? undefined : opened.archive.read(name);
    if (content?.ok === true) parts.set(name, content.bytes);
  }
  const packed = zipOf(parts);
  if (packed === undefined) throw new Error('the written workbook cannot be packed again');
  return packed;
}
