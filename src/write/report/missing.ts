import type { Language } from '../../model/language.ts';
import type { DocumentReport } from '../../model/report.ts';

/** The rule that says what a comparison of documents lacks. */
const rule = 'acrossDocuments.incomplete';

/** What is missing to make the sums over documents complete, for the summaries; each sentence once. */
export function missingIn(documents: readonly DocumentReport[]): readonly string[] {
  const told = documents.flatMap(({ findings }) =>
    findings.flatMap((finding) =>
      finding.rule === rule && finding.waiver === null ? [finding.message] : [],
    ),
  );
  return [...new Set(told)];
}

export const missingTitle: Readonly<Record<Language, string>> = {
  zh: '文件之间的核对还缺什么',
  en: 'What is missing to compare the documents',
};
