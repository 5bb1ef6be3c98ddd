import type { FileBytes, Reader, ReadResult } from './reader.ts';
import type { ContentKind } from './sniff.ts';
import { sniff } from './sniff.ts';
import { textReader } from './text.ts';

const docx = async (): Promise<Reader> => (await import('./docx/reader.ts')).docxReader;
const xlsx = async (): Promise<Reader> => (await import('./xlsx/reader.ts')).xlsxReader;
const office = async (): Promise<Reader> => (await import('./office.ts')).officeReader({ docx, xlsx });

const noResult = 'formulaWithoutResult';

/** Every reader but that of plain text is loaded when a file needs it, so that the command starts fast. */
const readers: Readonly<Record<ContentKind, () => Promise<Reader>>> = {
  text: () => Promise.resolve(textReader),
  docx,
  xlsx,
  pdf: async () => (await import('./pdf/reader.ts')).pdfReader,
  xls: async () => (await import('./xls.ts')).xlsReader,
  csv: async () => (await import('./csv.ts')).csvReader,
  html: async () => (await import('./html/reader.ts')).htmlReader,
  office,
};

/**
 * Reads a file of any supported format, chosen by its content first and by its name's ending second.
 * Problems are values: those of the format's reader, and wrongType, binaryNoise, damaged, encrypted or
 * scanned for a file that none can read.
 */
export async function readSource(file: FileBytes): Promise<ReadResult> {
  const sniffed = sniff(file);
  if ('problem' in sniffed) return { ok: false, problem: sniffed.problem };
  const reader = await readers[sniffed.kind]();
  const result = await reader.read(file);
  if (isNotCalculated(sniffed.kind, result)) return readCalculated(file, result);
  return needsRepair(file, sniffed.kind, result) ? readByOffice(file, result) : result;
}

/** Programs that write workbooks may leave the results of formulas to the first suite that opens the file. */
function isNotCalculated(kind: ContentKind, result: ReadResult): boolean {
  return kind === 'xlsx' && result.ok && result.source.notes.some(({ code }) => code === noResult);
}

/** A missing result would be read as a blank, and a blank is a zero: every total beside it would be accused. */
async function readCalculated(file: FileBytes, read: ReadResult): Promise<ReadResult> {
  const calculated = await readByOffice(file, read);
  if (!isNotCalculated('xlsx', calculated) || !calculated.ok) return calculated;
  const [first] = calculated.source.notes.filter(({ code }) => code === noResult);
  const place = `${first?.place.sheet ?? ''} ${first?.detail ?? ''}`.trim();
  return { ok: false, problem: { code: 'notCalculated', detail: place } };
}

/** Some .et files of old programs differ from .xls in ways that LibreOffice knows. */
function needsRepair({ name }: FileBytes, kind: ContentKind, result: ReadResult): boolean {
  return kind === 'xls' && /\.ett?$/i.test(name) && !result.ok && result.problem.code === 'damaged';
}

async function readByOffice(file: FileBytes, failed: ReadResult): Promise<ReadResult> {
  const converted = await (await office()).read(file);
  return converted.ok ? converted : failed;
}
