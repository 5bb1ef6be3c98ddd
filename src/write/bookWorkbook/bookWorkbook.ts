import ExcelJS from 'exceljs';
import type { Book } from '../../model/book.ts';
import { reproducible } from '../xlsx/reproducible.ts';
import { bookSheets, guideSheetName } from '../../model/bookSheets/bookSheets.ts';
import type { BookSheetForm } from '../../model/bookSheets/sheetForm.ts';
import { writeDropDowns, type DropDowns } from './dropDowns.ts';
import { writeFields, writeReasonFigures } from './fieldRows.ts';
import type { FigureSheets } from './figures.ts';
import { writeGuide } from './guide.ts';
import { listWidths, writeList } from './listRows.ts';
import { fieldCell, placeSheet, type PlacedSheet } from './placed.ts';
import { hintStyle, titleStyle } from './style.ts';
import { entriesOf, type Showing } from './values.ts';

export interface WorkbookOptions {
  /** The unit that amounts are written in; 万元 where it is not given. */
  readonly unit?: '元' | '万元';
  /** Amounts of nothing are left blank, to be filled in. */
  readonly blankAmounts?: boolean;
}

/**
 * The book as a workbook to fill in: a sheet for each part, lists of codes, totals and marks on what is
 * missing. `readBookWorkbook` gives the same book again. The same book gives the same bytes.
 */
export async function bookWorkbook(book: Book, options: WorkbookOptions = {}): Promise<Uint8Array> {
  const showing: Showing = {
    book,
    unit: options.unit ?? '万元',
    blankAmounts: options.blankAmounts ?? false,
  };
  const workbook = new ExcelJS.Workbook();
  workbook.created = new Date(Date.UTC(book.year, 0, 1));
  workbook.modified = workbook.created;
  workbook.calcProperties.fullCalcOnLoad = true;
  const placed = bookSheets.map((form) => placeSheet(form, entryCount(form, book)));
  const guide = workbook.addWorksheet(guideSheetName, sheetOptions(0, 0, 'portrait'));
  const sheets = placed.map((one) => ({ placed: one, sheet: addSheet(workbook, one) }));
  const lists = writeDropDowns(workbook, placed, book);
  const figures = figureSheets(placed);
  for (const { placed: one, sheet } of sheets) fillSheet(sheet, one, showing, lists, figures);
  writeGuide(guide, placed, showing, figures);
  await protect(workbook);
  return reproducible(new Uint8Array(await workbook.xlsx.writeBuffer()));
}

function entryCount({ list }: BookSheetForm, book: Book): number {
  return list === null ? 0 : entriesOf(list, book).length;
}

function figureSheets(placed: readonly PlacedSheet[]): FigureSheets {
  const named = (path: string): PlacedSheet => {
    const found = placed.find(({ form }) => form.list?.path === path);
    if (found === undefined) throw new Error(`no sheet lists ${path}`);
    return found;
  };
  return {
    facts: named('facts'),
    revenue: named('revenue'),
    units: named('units'),
    publicItems: named('threePublic'),
    previous: named('previous.byClass'),
    basics: placed.find(({ fieldRows }) => fieldRows.has('#unit')),
  };
}

/** Widths of columns on a page across that can still be read. */
const widestPage = 330;

// The package declares its paper sizes as an enum that does not exist when the program runs.
// eslint-disable-next-line @typescript-eslint/no-unsafe-enum-assignment
const A4 = 9 as ExcelJS.PaperSize;

function sheetOptions(
  xSplit: number,
  ySplit: number,
  orientation: 'portrait' | 'landscape',
): Partial<ExcelJS.AddWorksheetOptions> {
  return {
    views: [{ state: 'frozen', xSplit, ySplit, showGridLines: false }],
    pageSetup: {
      paperSize: A4,
      orientation,
      fitToPage: true,
      fitToWidth: 1,
      fitToHeight: 0,
      margins: { left: 0.4, right: 0.4, top: 0.6, bottom: 0.6, header: 0.3, footer: 0.3 },
    },
    headerFooter: { oddHeader: '&R&A', oddFooter: '&C第 &P 页，共 &N 页' },
  };
}

/** Lists keep their head in sight, wide ones their first column too. */
function addSheet(workbook: ExcelJS.Workbook, { form, headRow }: PlacedSheet): ExcelJS.Worksheet {
  const { list, fields } = form;
  const plain = list !== null && fields.length === 0;
  const columns = list?.columns.length ?? 0;
  const wide = columns > 4;
  return workbook.addWorksheet(
    form.name,
    sheetOptions(plain && wide ? 2 : 0, plain ? headRow : 1, wide ? 'landscape' : 'portrait'),
  );
}

function fillSheet(
  sheet: ExcelJS.Worksheet,
  placed: PlacedSheet,
  showing: Showing,
  lists: DropDowns,
  figures: FigureSheets,
): void {
  const { form } = placed;
  const widths = listWidths(form);
  (form.widths ?? widths).forEach((width, i) => {
    sheet.getColumn(i + 1).width = Math.max(width, widths[i] ?? 0);
  });
  widths.slice(form.widths?.length ?? widths.length).forEach((width, i) => {
    sheet.getColumn((form.widths?.length ?? 0) + i + 1).width = width;
  });
  writeTitle(sheet, form, showing, figures.basics);
  writeFields(sheet, placed, showing, lists);
  if (form.name === '增减原因') writeReasonFigures(sheet, placed, showing, figures);
  if (form.list !== null) {
    writeList(sheet, placed, form.list, showing, lists, figures.facts);
    sheet.pageSetup.fitToWidth = Math.ceil(widths.reduce((sum, width) => sum + width, 0) / widestPage);
    sheet.pageSetup.printTitlesRow = `${placed.headRow}:${placed.headRow}`;
  }
}

function writeTitle(
  sheet: ExcelJS.Worksheet,
  form: BookSheetForm,
  { unit }: Showing,
  basics: PlacedSheet | undefined,
): void {
  const title = sheet.getCell('A1');
  title.value = form.name;
  title.style = titleStyle;
  sheet.getRow(1).height = 28;
  form.hints.forEach((hint, i) => {
    const cell = sheet.getCell(`A${i + 2}`);
    const last = i === form.hints.length - 1 && basics !== undefined && holdsAmounts(form);
    cell.value = last
      ? {
          formula: `"${hint}　金额单位："&${fieldCell(basics, '#unit')}`,
          result: `${hint}　金额单位：${unit}`,
        }
      : hint;
    cell.style = hintStyle;
  });
}

function holdsAmounts({ fields, list }: BookSheetForm): boolean {
  return [...fields, ...(list?.columns ?? [])].some(({ cell }) => cell.kind === 'amount');
}

/** Heads and results are locked without a password; rows may be added, sorted and filtered. */
async function protect(workbook: ExcelJS.Workbook): Promise<void> {
  for (const sheet of workbook.worksheets) {
    await sheet.protect('', {
      selectLockedCells: true,
      selectUnlockedCells: true,
      formatCells: true,
      formatColumns: true,
      formatRows: true,
      insertRows: true,
      sort: true,
      autoFilter: true,
    });
  }
}
