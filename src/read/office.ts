import type { OfficeOptions, OfficeTarget } from '../file/office.ts';
import { convertWithOffice } from '../file/office.ts';
import { isOle, oleKind, openOle } from '../file/ole.ts';
import type { FileBytes, Reader, ReadProblem, ReadResult } from './reader.ts';

const mostBytes = 64 * 1024 * 1024;

/** Loads the reader of the converted file only when a file was converted. */
export type ConvertedReaders = Readonly<Record<OfficeTarget, () => Promise<Reader>>>;

const words = /^(?:doc|dot|wps|wpt|rtf|odt|ott|fodt|sxw|uot|uof|xml)$/;
/** A workbook of today is converted only to have its formulas calculated. */
const sheets = /^(?:xlsx|xlsm|xls|xlt|et|ett|ods|ots|fods|sxc|uos)$/;

/**
 * Reads old and foreign formats (.doc, .wps, .rtf, .odt, .ods …) by converting them to docx or xlsx with
 * LibreOffice; places keep the name of the original file.
 * Problems: needsOffice when it is not installed, officeFailed, empty, tooLarge, encrypted, wrongType,
 * and those of the reader of the converted file.
 */
export function officeReader(readers: ConvertedReaders, options: OfficeOptions = {}): Reader {
  return {
    id: 'office',
    accepts: ({ name }) => targetOf(endingOf(name)) !== undefined,
    read: (file) => readConverted(file, readers, options),
  };
}

function endingOf(name: string): string {
  return /\.([a-z\d]+)$/i.exec(name)?.[1]?.toLowerCase() ?? '';
}

function targetOf(ending: string): OfficeTarget | undefined {
  if (words.test(ending)) return 'docx';
  return sheets.test(ending) ? 'xlsx' : undefined;
}

async function readConverted(
  file: FileBytes,
  readers: ConvertedReaders,
  options: OfficeOptions,
): Promise<ReadResult> {
  const ending = trueEnding(file);
  const refused = refusal(file.bytes);
  if (refused !== undefined) return { ok: false, problem: refused };
  const target = targetOf(ending);
  if (target === undefined) return { ok: false, problem: { code: 'wrongType' } };
  const converted = await convertWithOffice(file.bytes, ending, target, options);
  if (!converted.ok) {
    const { problem: code, detail } = converted;
    return { ok: false, problem: detail === undefined ? { code } : { code, detail } };
  }
  const reader = await readers[target]();
  return withNote(await reader.read({ name: file.name, bytes: converted.bytes }), file.name);
}

function refusal(bytes: Uint8Array): ReadProblem | undefined {
  if (bytes.length === 0) return { code: 'empty' };
  if (bytes.length > mostBytes)
    return { code: 'tooLarge', detail: `${Math.round(bytes.length / 1024 / 1024)} MB` };
  const ole = openOle(bytes);
  return ole !== undefined && oleKind(ole) === 'encrypted' ? { code: 'encrypted' } : undefined;
}

/** The ending that fits the content: LibreOffice takes some endings for formats of other programs. */
function trueEnding({ name, bytes }: FileBytes): string {
  const ole = isOle(bytes) ? openOle(bytes) : undefined;
  const kind = ole === undefined ? 'other' : oleKind(ole);
  if (kind === 'words') return 'doc';
  if (kind === 'sheets' || kind === 'oldSheets') return 'xls';
  const start = new TextDecoder('latin1').decode(bytes.subarray(0, 200));
  if (start.startsWith('{\\rtf')) return 'rtf';
  if (start.startsWith('PK')) return openDocumentEnding(start) ?? endingOf(name);
  return start.trimStart().startsWith('<') ? 'xml' : endingOf(name);
}

/** An OpenDocument file begins with its media type, stored uncompressed. */
function openDocumentEnding(start: string): string | undefined {
  const type = /mimetypeapplication\/vnd\.oasis\.opendocument\.(text|spreadsheet)/.exec(start)?.[1];
  return type === undefined ? undefined : type === 'text' ? 'odt' : 'ods';
}

function withNote(result: ReadResult, file: string): ReadResult {
  if (!result.ok) return result;
  const note = { code: 'convertedByOffice', place: { file }, detail: 'LibreOffice' } as const;
  return { ok: true, source: { ...result.source, notes: [note, ...result.source.notes] } };
}
