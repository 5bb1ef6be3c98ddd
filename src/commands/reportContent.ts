import { titleOf } from '../check/render.ts';
import type { Language } from '../model/language.ts';
import type { DocumentReport, RulePage } from '../model/report.ts';
import { version } from '../version.ts';
import { checkReport } from '../write/report/json.ts';
import type { Look } from '../write/report/layout.ts';
import { textReport } from '../write/report/text.ts';
import { rulePage } from './rulePages.ts';

/** The report on all documents in the format; a page per document (html) is written while checking. */
export async function reportContent(
  documents: readonly DocumentReport[],
  format: 'text' | 'json' | 'xlsx' | 'sarif',
  language: Language,
  look: Look,
): Promise<string | Uint8Array> {
  const pageOf = (rule: string): RulePage | null => rulePage(rule, language);
  if (format === 'json') return `${JSON.stringify(checkReport(documents, version), null, 2)}\n`;
  if (format === 'sarif') {
    const [{ describedRules }, { sarifLog }] = await Promise.all([
      import('../check/describe.ts'),
      import('../write/report/sarif.ts'),
    ]);
    return `${JSON.stringify(sarifLog(documents, describedRules(language), version, pageOf), null, 2)}\n`;
  }
  if (format === 'text') return textReport(documents, language, look);
  // The writer of workbooks is large and rarely needed.
  const { rectificationWorkbook } = await import('../write/report/workbook/workbook.ts');
  return rectificationWorkbook(documents, { language, titleOf: (rule) => titleOf(rule, language), pageOf });
}
