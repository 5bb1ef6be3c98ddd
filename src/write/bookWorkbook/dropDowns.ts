import type ExcelJS from 'exceljs';
import { projectKey, type Book } from '../../model/book.ts';
import { codesOfBook } from '../../model/bookCodes.ts';
import type { CellKind } from '../../model/bookSheets/cellKind.ts';
import { codesSheetName, wordsSheetName } from '../../model/bookSheets/bookSheets.ts';
import { shippedEntries, type CodeAxis } from '../../model/codes/entries.ts';
import { columnLetter, columnRange, type PlacedSheet } from './placed.ts';

/** The ranges that drop-down lists take their entries from. */
export interface DropDowns {
  /** The range for a cell; null for cells without a list. */
  rangeFor(cell: CellKind): string | null;
}

interface ListColumn {
  readonly key: string;
  readonly entries: readonly string[];
}

const codeLists: readonly (readonly [axis: CodeAxis, digits: 3 | 5 | 7])[] = [
  ['function', 7],
  ['function', 3],
  ['deptEconomic', 5],
  ['govEconomic', 5],
  ['revenue', 7],
];

/** Writes the hidden sheets of words, codes and projects, and tells where each list stands. */
export function writeDropDowns(
  workbook: ExcelJS.Workbook,
  sheets: readonly PlacedSheet[],
  book: Book,
): DropDowns {
  const ranges = new Map([
    ...writeLists(workbook, codesSheetName, codeColumns(book)),
    ...writeLists(workbook, wordsSheetName, wordColumns(sheets)),
  ]);
  const projects = sheets.find(({ form }) => form.list?.path === 'projects');
  if (projects !== undefined) ranges.set('projects', writeProjectKeys(workbook, projects, book));
  for (const [key, path, column] of [
    ['units', 'units', 'name'],
    ['decisions', 'decisions', 'document'],
  ] as const) {
    const sheet = sheets.find(({ form }) => form.list?.path === path);
    if (sheet !== undefined) ranges.set(key, columnRange(sheet, column));
  }
  return { rangeFor: (cell) => ranges.get(keyOf(cell)) ?? null };
}

function keyOf(cell: CellKind): string {
  switch (cell.kind) {
    case 'code':
      return `${cell.axis} ${cell.digits}`;
    case 'choice':
      return cell.words.map(([, word]) => word).join('|');
    case 'name':
      return cell.of;
    default:
      return '';
  }
}

/** Current items of every list, with the book's own. */
function codeColumns(book: Book): readonly ListColumn[] {
  const lists = codesOfBook(book);
  return codeLists.map(([axis, digits]) => {
    const own = (book.codes ?? []).flatMap((item) => (item.axis === axis ? [item.code] : []));
    const list = lists(axis, book.year);
    const codes = [...new Set([...shippedEntries(axis).codes(), ...own])].filter(
      (code) => code.length === digits,
    );
    const entries = codes.sort().flatMap((code) => {
      const item = list.find(code);
      return item === null || item.retired ? [] : [`${code} ${item.name}`];
    });
    return { key: `${axis} ${digits}`, entries };
  });
}

function wordColumns(sheets: readonly PlacedSheet[]): readonly ListColumn[] {
  const cells = sheets.flatMap(({ form }) => [
    ...form.fields.map(({ cell }) => cell),
    ...(form.list?.columns.map(({ cell }) => cell) ?? []),
  ]);
  const lists = new Map<string, ListColumn>();
  for (const cell of cells) {
    if (cell.kind !== 'choice') continue;
    const key = keyOf(cell);
    lists.set(key, { key, entries: cell.words.map(([, word]) => word) });
  }
  return [...lists.values()];
}

function writeLists(
  workbook: ExcelJS.Workbook,
  name: string,
  columns: readonly ListColumn[],
): readonly (readonly [string, string])[] {
  const sheet = workbook.addWorksheet(name, { state: 'hidden' });
  return columns.map(({ key, entries }, i) => {
    const letter = columnLetter(i);
    entries.forEach((entry, row) => {
      sheet.getCell(`${letter}${row + 1}`).value = entry;
    });
    return [key, `${name}!$${letter}$1:$${letter}$${Math.max(1, entries.length)}`] as const;
  });
}

/** A project goes by its id where it has one: a column that follows the sheet of projects. */
function writeProjectKeys(workbook: ExcelJS.Workbook, projects: PlacedSheet, book: Book): string {
  const sheet = workbook.getWorksheet(wordsSheetName);
  const letter = 'Z';
  const { firstRow, lastRow, form, columns } = projects;
  const [name, id] = [columns.get('name') ?? 'A', columns.get('id') ?? 'B'];
  for (let row = firstRow; row <= lastRow; row += 1) {
    const cell = sheet?.getCell(`${letter}${row - firstRow + 1}`);
    const project = book.projects[row - firstRow];
    const formula = `IF(${form.name}!${id}${row}="",${form.name}!${name}${row}&"",${form.name}!${id}${row}&"")`;
    if (cell !== undefined)
      cell.value = { formula, result: project === undefined ? '' : projectKey(project) };
  }
  return `${wordsSheetName}!$${letter}$1:$${letter}$${lastRow - firstRow + 1}`;
}
