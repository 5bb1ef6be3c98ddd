import type { SourceDocument } from '../model/source.ts';
import { decodeText } from './encoding.ts';
import { splitLines } from './lines.ts';
import type { FileBytes, Reader, ReadProblemCode, ReadResult } from './reader.ts';
import { readLayout } from './textLayout.ts';

const mostBytes = 64 * 1024 * 1024;

/**
 * Reads plain text in any Chinese encoding: tab separated rows and Markdown tables become grids, every
 * other line a paragraph. Problems: empty, tooLarge, binaryNoise, tooComplex.
 */
export const textReader: Reader = {
  id: 'text',
  accepts: (file) => acceptsText(file) && !isOtherFormat(file.bytes),
  read: (file) => Promise.resolve(readText(file)),
};

/** By the name's ending; a file without an ending when its beginning reads as text. */
function acceptsText({ name, bytes }: FileBytes): boolean {
  if (/\.(?:txt|text|md|markdown|tsv|tab)$/i.test(name)) return true;
  return (
    /(?:^|[/\\])[^./\\]+$/.test(name) && bytes.length > 0 && decodeText(bytes.subarray(0, 4096)) !== undefined
  );
}

const otherFormats = [Buffer.from('PK\u0003\u0004'), Buffer.from('%PDF-'), Buffer.from('d0cf11e0', 'hex')];

/** A zip, PDF or OLE file under a wrong name belongs to another reader. */
function isOtherFormat(bytes: Uint8Array): boolean {
  return otherFormats.some((signature) => signature.equals(bytes.subarray(0, signature.length)));
}

function problem(code: ReadProblemCode, detail?: string): ReadResult {
  return { ok: false, problem: detail === undefined ? { code } : { code, detail } };
}

function readText(file: FileBytes): ReadResult {
  if (file.bytes.length === 0) return problem('empty');
  if (file.bytes.length > mostBytes)
    return problem('tooLarge', `${Math.round(file.bytes.length / 1024 / 1024)} MB`);
  const decoded = decodeText(file.bytes);
  if (decoded === undefined) return problem('binaryNoise');
  const lines = splitLines(decoded.text);
  if (lines === undefined) return problem('tooComplex');
  if (lines.every((line) => line.text.trim() === '')) return problem('empty');
  const layout = readLayout(lines, file.name);
  if (layout === undefined) return problem('tooComplex');
  const notes: SourceDocument['notes'] = decoded.lossy
    ? [{ code: 'lossyEncoding', place: { file: file.name }, detail: decoded.encoding }]
    : [];
  return { ok: true, source: { file: file.name, format: 'text', ...layout, notes } };
}
