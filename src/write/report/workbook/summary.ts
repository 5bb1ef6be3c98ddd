import type ExcelJS from 'exceljs';
import type { DocumentReport, ReportedFinding } from '../../../model/report.ts';
import { comparisonOf, comparisonTitle } from '../comparison.ts';
import { reportWords } from '../words.ts';
import type { RowOptions } from './rows.ts';
import { headRow, heightOf, textCell } from './cells.ts';
import { countsOf, waivedOf, type Line } from './counts.ts';
import { departmentLines } from './departments.ts';
import { workbookWords } from './words.ts';

const widths = [28, 26, 34, 24, 10, 10, 10, 11, 12];

/** The counts by document, by kind of mistake, and by department, kind and severity. */
export function fillSummary(
  sheet: ExcelJS.Worksheet,
  documents: readonly DocumentReport[],
  options: RowOptions,
): void {
  const words = workbookWords(options.language);
  sheet.columns = widths.map((width) => ({ width }));
  const title = sheet.getRow(1);
  title.getCell(1).value = words.title;
  title.getCell(1).font = { bold: true, size: 15 };
  title.height = 26;
  title.commit();
  headRow(sheet, 3, words.byDocument);
  const lines = documents.map((document) => documentLine(document, options));
  const findings = documents.flatMap((document) => document.findings);
  const total = [words.total, '', '', '', ...countsOf(findings), waivedOf(findings)];
  const next = writeLines(sheet, 4, [...lines, total]);
  headRow(sheet, next + 1, words.byKind);
  const last = writeLines(sheet, next + 2, kindLines(findings, options));
  const below = writeDepartments(sheet, last + 1, documents, options);
  const comparison = comparisonOf(documents, options.language);
  if (comparison === null) return;
  const sentences = [...comparison.compared.map(({ sentence }) => sentence), ...comparison.missing];
  writeSentences(sheet, below + 1, sentences, comparisonTitle[options.language]);
}

/** For several documents only: one has nothing to be summed. Gives the row below. */
function writeDepartments(
  sheet: ExcelJS.Worksheet,
  from: number,
  documents: readonly DocumentReport[],
  options: RowOptions,
): number {
  const lines = documents.length < 2 ? [] : departmentLines(documents, options);
  if (lines.length === 0) return from - 1;
  headRow(sheet, from, workbookWords(options.language).byDepartment);
  return writeLines(
    sheet,
    from + 1,
    lines.map(({ line }) => line),
    (i) => lines[i]?.isSum === true,
  );
}

/** Sentences over the whole width. */
function writeSentences(
  sheet: ExcelJS.Worksheet,
  from: number,
  sentences: readonly string[],
  title: string,
): void {
  headRow(sheet, from, [title]);
  const width = widths.reduce((sum, each) => sum + each, 0);
  sentences.forEach((sentence, i) => {
    const row = sheet.getRow(from + 1 + i);
    sheet.mergeCells(from + 1 + i, 1, from + 1 + i, widths.length);
    textCell(row.getCell(1), sentence);
    row.getCell(1).alignment = { vertical: 'top', wrapText: true };
    row.height = heightOf([[sentence, width]]);
    row.commit();
  });
}

function documentLine(document: DocumentReport, { language }: RowOptions): Line {
  const told = reportWords(language);
  const { department, year, file, verdict, error, findings } = document;
  const result = error === null ? told.verdict[verdict] : `${told.verdict[verdict]}：${error}`;
  const name = department ?? (error === null ? told.unknownDepartment : '');
  return [name, year === null ? '' : String(year), file, result, ...countsOf(findings), waivedOf(findings)];
}

function kindLines(findings: readonly ReportedFinding[], options: RowOptions): readonly Line[] {
  const words = workbookWords(options.language);
  const byRule = new Map<string, ReportedFinding[]>();
  for (const finding of findings) {
    const list = byRule.get(finding.rule);
    if (list === undefined) byRule.set(finding.rule, [finding]);
    else list.push(finding);
  }
  const lines = [...byRule].map(([rule, list]): Line => [options.titleOf(rule), rule, ...countsOf(list)]);
  const ordered = lines.sort((a, b) => Number(b.at(-1)) - Number(a.at(-1)));
  return [...ordered, [words.total, '', ...countsOf(findings)]];
}

/** The last line is the total where nothing else is said. Gives the row below. */
function writeLines(
  sheet: ExcelJS.Worksheet,
  from: number,
  lines: readonly Line[],
  isSum = (i: number): boolean => i === lines.length - 1,
): number {
  lines.forEach((line, i) => {
    const row = sheet.getRow(from + i);
    line.forEach((value, column) => {
      const cell = row.getCell(column + 1);
      textCell(cell, value);
      const horizontal = typeof value === 'number' ? 'right' : 'left';
      cell.alignment = { vertical: 'top', wrapText: true, horizontal };
      if (isSum(i)) cell.font = { bold: true };
    });
    row.height = heightOf(line.map((value, column) => [value, widths[column] ?? 10]));
    row.commit();
  });
  return from + lines.length;
}
