import ExcelJS from 'exceljs';
import { PassThrough } from 'node:stream';
import type { DocumentReport } from '../../../model/report.ts';
import { yearWords } from '../yearWords.ts';
import { headRow, heightOf, textCell } from './cells.ts';
import { fillChanges } from './changes.ts';
import { ordered } from './ordered.ts';
import { fillRulePages, pagesFor, ruleLinks } from './rulePages.ts';
import { listRows, type ListRow, type RowOptions } from './rows.ts';
import { fillSummary } from './summary.ts';
import { listColumns, workbookWords, type ListColumn, type WorkbookWords } from './words.ts';

/**
 * `check --format xlsx`: the rectification list (整改清单), a row for each finding, a summary by document,
 * kind and department, and the pages of the rules. Rows are written as they come, so that many documents take little memory. Every text is a
 * text cell: nothing that begins with = + - @ can become a formula.
 */
export async function rectificationWorkbook(
  documents: readonly DocumentReport[],
  options: RowOptions,
): Promise<Uint8Array> {
  const stream = new PassThrough();
  const written = collect(stream);
  const workbook = new ExcelJS.stream.xlsx.WorkbookWriter({
    stream,
    useStyles: true,
    useSharedStrings: false,
  });
  const words = workbookWords(options.language);
  const summary = workbook.addWorksheet(words.summary, {
    ...printed(words),
    views: [{ showGridLines: false }],
  });
  const list = workbook.addWorksheet(words.list, {
    ...printed(words),
    views: [{ state: 'frozen', xSplit: 1, ySplit: 1, showGridLines: false }],
  });
  fillSummary(summary, documents, options);
  summary.commit();
  const pages = pagesFor(documents, options);
  fillList(list, documents, options, ruleLinks(pages, options));
  list.commit();
  if (pages.length > 0) {
    const rules = workbook.addWorksheet(words.rules, {
      ...printed(words),
      views: [{ state: 'frozen', xSplit: 0, ySplit: 1, showGridLines: false }],
    });
    fillRulePages(rules, pages, options);
    rules.commit();
  }
  if (documents.some(({ changes }) => changes !== undefined)) {
    const year = workbook.addWorksheet(yearWords(options.language).title, {
      ...printed(words),
      views: [{ state: 'frozen', xSplit: 0, ySplit: 1, showGridLines: false }],
    });
    fillChanges(year, documents, options);
    year.commit();
  }
  await workbook.commit();
  return ordered(await written);
}

async function collect(stream: PassThrough): Promise<Uint8Array> {
  const chunks: Buffer[] = [];
  for await (const chunk of stream) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}

// The package declares its paper sizes as an enum that does not exist when the program runs.
// eslint-disable-next-line @typescript-eslint/no-unsafe-enum-assignment
const A4 = 9 as ExcelJS.PaperSize;

/** A4 across, as wide as the page. */
function printed(words: WorkbookWords): Pick<ExcelJS.AddWorksheetOptions, 'pageSetup' | 'headerFooter'> {
  return {
    pageSetup: {
      paperSize: A4,
      orientation: 'landscape',
      fitToPage: true,
      fitToWidth: 1,
      fitToHeight: 0,
      margins: { left: 0.4, right: 0.4, top: 0.6, bottom: 0.6, header: 0.3, footer: 0.3 },
    },
    headerFooter: { oddHeader: `&C${words.title}`, oddFooter: `&C${words.page}` },
  };
}

const widths: Readonly<Record<ListColumn, number>> = {
  number: 6,
  department: 18,
  year: 7,
  file: 20,
  place: 28,
  kind: 16,
  severity: 7,
  reported: 15,
  expected: 15,
  reason: 46,
  remedy: 30,
  person: 10,
  state: 10,
  remark: 18,
};

const centred: readonly ListColumn[] = ['number', 'year', 'severity', 'person', 'state'];
const severityColours: Readonly<Record<string, string>> = { error: 'FFB3261E', warning: 'FF8A5A00' };

function fillList(
  sheet: ExcelJS.Worksheet,
  documents: readonly DocumentReport[],
  options: RowOptions,
  links: ReadonlyMap<string, string>,
): void {
  const words = workbookWords(options.language);
  sheet.columns = listColumns.map((key) => ({ key, width: widths[key] }));
  sheet.pageSetup.printTitlesRow = '1:1';
  headRow(
    sheet,
    1,
    listColumns.map((key) => words.head[key]),
  );
  const colours = coloursOf(documents);
  let at = 1;
  for (const { row, rule } of listRows(documents, options)) {
    at += 1;
    writeRow(sheet, at, row, { colour: colours[at - 2] ?? null, link: links.get(rule) }, words);
  }
  if (at === 1) {
    const cell = sheet.getRow(2).getCell(1);
    cell.value = words.none;
    sheet.getRow(2).commit();
  }
  sheet.autoFilter = { from: { row: 1, column: 1 }, to: { row: at, column: listColumns.length } };
}

/** The severities in the order of the rows. */
function coloursOf(documents: readonly DocumentReport[]): readonly (string | null)[] {
  return documents.flatMap(({ findings }) =>
    [...findings].sort((a, b) => a.rank - b.rank).map(({ severity }) => severityColours[severity] ?? null),
  );
}

function writeRow(
  sheet: ExcelJS.Worksheet,
  at: number,
  values: ListRow,
  { colour, link }: { readonly colour: string | null; readonly link: string | undefined },
  words: WorkbookWords,
): void {
  const row = sheet.getRow(at);
  listColumns.forEach((key, i) => {
    const cell = row.getCell(i + 1);
    textCell(cell, values[key]);
    const horizontal = centred.includes(key) ? 'center' : isFigure(key, values[key]) ? 'right' : 'left';
    cell.alignment = { vertical: 'top', wrapText: true, horizontal };
    if (key === 'severity' && colour !== null) cell.font = { bold: true, color: { argb: colour } };
    if (key === 'kind' && link !== undefined && cell.text !== '') linkTo(cell, link);
    if (key === 'state') cell.dataValidation = stateList(words);
  });
  row.height = heightOf(listColumns.map((key) => [values[key], widths[key]]));
  row.commit();
}

/** A text that leads to another sheet. */
function linkTo(cell: ExcelJS.Cell, hyperlink: string): void {
  cell.value = { text: cell.text, hyperlink };
  cell.font = { underline: true, color: { argb: 'FF1F4E8C' } };
}

function stateList(words: WorkbookWords): ExcelJS.DataValidation {
  return {
    type: 'list',
    allowBlank: true,
    formulae: [`"${words.states.join(',')}"`],
    showErrorMessage: true,
    errorTitle: words.head.state,
    error: words.stateHint,
  };
}

function isFigure(key: ListColumn, value: string | number): boolean {
  return (key === 'reported' || key === 'expected') && /^[\d.,%\n-]+$/.test(String(value));
}
