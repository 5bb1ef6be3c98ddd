import type { ZipArchive } from '../../file/zip.ts';
import { openZip } from '../../file/zip.ts';
import type { SourceNote } from '../../model/source.ts';
import type { FileBytes, Reader, ReadResult } from '../reader.ts';
import { sheetsContent } from '../spreadsheet/document.ts';
import { numberFormatter } from '../spreadsheet/numberFormat.ts';
import type { Sheet } from '../spreadsheet/sheet.ts';
import { cellName } from '../spreadsheet/sheet.ts';
import type { Outcome } from './package.ts';
import { failure, readPart, success } from './package.ts';
import { readStrings } from './strings.ts';
import { readStyles } from './styles.ts';
import type { Workbook } from './workbook.ts';
import { readWorkbook } from './workbook.ts';
import type { SheetContext, Worksheet } from './worksheet.ts';
import { readWorksheet } from './worksheet.ts';

const mostSheets = 1000;
/** Cells with text in a workbook; the largest real ones have some hundred thousand. */
const mostCells = 1_000_000;

/**
 * Reads .xlsx and .xlsm as their program shows them: formatted numbers, cached results of formulas,
 * merged and hidden cells. Problems: empty, damaged, bomb, encrypted, tooComplex.
 * Source: ECMA-376 part 1, SpreadsheetML.
 */
export const xlsxReader: Reader = {
  id: 'xlsx',
  accepts: ({ name, bytes }) =>
    /\.(?:xlsx|xlsm|xltx|xltm)$/i.test(name) && bytes[0] === 0x50 && bytes[1] === 0x4b,
  read: (file) => Promise.resolve(readXlsx(file)),
};

function readXlsx(file: FileBytes): ReadResult {
  if (file.bytes.length === 0) return failure('empty');
  const opened = openZip(file.bytes);
  if (!opened.ok) return failure(opened.problem);
  const workbook = readWorkbook(opened.archive);
  if (!workbook.ok) return workbook;
  if (workbook.value.sheets.length > mostSheets)
    return failure('tooComplex', `${workbook.value.sheets.length} sheets`);
  const context = readContext(opened.archive, workbook.value);
  if (!context.ok) return context;
  const sheets = readSheets(opened.archive, workbook.value, context.value, file.name);
  return sheets.ok ? toSource(file.name, sheets.value) : sheets;
}

function readContext(archive: ZipArchive, { strings, styles, date1904 }: Workbook): Outcome<SheetContext> {
  const readStringsPart = strings === undefined ? undefined : readPart(archive, strings, readStrings);
  if (readStringsPart?.ok === false) return readStringsPart;
  const readStylesPart = styles === undefined ? undefined : readPart(archive, styles, readStyles);
  if (readStylesPart?.ok === false) return readStylesPart;
  return success({
    strings: readStringsPart?.value ?? [],
    styles: readStylesPart?.value ?? [],
    formatter: numberFormatter(date1904),
  });
}

interface ReadSheets {
  readonly sheets: readonly Sheet[];
  readonly notes: readonly SourceNote[];
}

function readSheets(
  archive: ZipArchive,
  workbook: Workbook,
  context: SheetContext,
  file: string,
): Outcome<ReadSheets> {
  const sheets: Sheet[] = [];
  const notes: SourceNote[] = [];
  let room = mostCells;
  for (const { name, hidden, part } of workbook.sheets) {
    if (hidden) notes.push({ code: 'hiddenCells', place: { file, sheet: name }, detail: name });
    if (hidden || part === undefined) continue;
    const read = readPart(archive, part, (reader) => readWorksheet(reader, name, context, room));
    if (read === undefined) return failure('damaged', part);
    if (!read.ok) return read;
    room -= read.value.cells;
    if (room < 0) return failure('tooComplex', name);
    sheets.push(read.value.sheet);
    notes.push(...resultNotes(read.value, file));
  }
  return success({ sheets, notes });
}

/** One note a sheet: the first cells and how many there are. */
function resultNotes({ sheet, withoutResult }: Worksheet, file: string): SourceNote[] {
  const [first] = withoutResult;
  if (first === undefined) return [];
  const names = withoutResult.slice(0, 10).map(({ row, column }) => cellName(row, column));
  const more = withoutResult.length > names.length ? ` … (${withoutResult.length})` : '';
  const place = { file, sheet: sheet.name ?? '', cell: cellName(first.row, first.column) };
  return [{ code: 'formulaWithoutResult', place, detail: `${names.join(', ')}${more}` }];
}

function toSource(file: string, { sheets, notes }: ReadSheets): ReadResult {
  const content = sheetsContent(file, sheets);
  if (content === undefined) return failure('tooComplex');
  const source = {
    file,
    format: 'xlsx',
    blocks: content.blocks,
    margins: [],
    notes: [...notes, ...content.notes],
  } as const;
  return { ok: true, source };
}
