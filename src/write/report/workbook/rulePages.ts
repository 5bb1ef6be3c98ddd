import type ExcelJS from 'exceljs';
import type { DocumentReport, RulePage } from '../../../model/report.ts';
import { headRow, heightOf, textCell } from './cells.ts';
import type { RowOptions } from './rows.ts';
import { workbookWords } from './words.ts';

const widths = [30, 30, 100] as const;

/** The pages of the rules that the findings bear, in the order of the sheet. */
export function pagesFor(documents: readonly DocumentReport[], { pageOf }: RowOptions): readonly RulePage[] {
  if (pageOf === undefined) return [];
  const rules = new Set(documents.flatMap(({ findings }) => findings.map(({ rule }) => rule)));
  return [...rules].sort().flatMap((rule) => pageOf(rule) ?? []);
}

/** Where the list leads to for a rule: its row on the sheet of rules. */
export function ruleLinks(pages: readonly RulePage[], options: RowOptions): ReadonlyMap<string, string> {
  const { rules } = workbookWords(options.language);
  return new Map(pages.map(({ rule }, i) => [rule, `#'${rules}'!A${i + 2}`]));
}

/** A row for each rule: what it finds, an example, how to put it right, authority and history. */
export function fillRulePages(
  sheet: ExcelJS.Worksheet,
  pages: readonly RulePage[],
  options: RowOptions,
): void {
  sheet.columns = widths.map((width) => ({ width }));
  headRow(sheet, 1, workbookWords(options.language).ruleHead);
  pages.forEach(({ rule, title, parts }, i) => {
    const row = sheet.getRow(i + 2);
    const told = parts.map(({ title: name, lines }) =>
      [...(name === '' ? [] : [`【${name}】`]), ...lines].join('\n'),
    );
    const texts = [rule, title, told.join('\n')];
    texts.forEach((text, column) => {
      const cell = row.getCell(column + 1);
      textCell(cell, text);
      cell.alignment = { vertical: 'top', wrapText: true };
    });
    row.height = heightOf(texts.map((text, column) => [text, widths[column] ?? 30]));
    row.commit();
  });
}
