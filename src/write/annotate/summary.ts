import type { Language } from '../../model/language.ts';
import type { DocumentReport, ReportedFinding } from '../../model/report.ts';
import { reportWords } from '../report/words.ts';
import type { Mark } from './marks.ts';

interface SummaryWords {
  readonly title: string;
  readonly advice: (count: number) => string;
  readonly waived: string;
  readonly elsewhere: string;
  readonly others: (count: number) => string;
  readonly rules: (page: string) => string;
}

const summaryWords: Readonly<Record<Language, SummaryWords>> = {
  zh: {
    title: '【审核结果】',
    advice: (count) => `提示 ${count} 条`,
    waived: '已豁免，不再逐处批注：',
    elsewhere: '没有逐处批注的：',
    others: (count) => `与其他文件核对的批注另有 ${count} 处，问题记在那些文件的报告里。`,
    rules: (page) => `每条批注的末尾是规则的名称，查什么、怎样改见同一文件夹的“${page}”。`,
  },
  en: {
    title: '[Result of the check] ',
    advice: (count) => `${count} pieces of advice`,
    waived: 'Waived, not marked at their places:',
    elsewhere: 'Not marked at a place:',
    others: (count) =>
      `Comments from the comparison with other documents: ${count}; they are findings of those documents.`,
    rules: (page) => `Each comment ends with its rule, which is told in "${page}" in the same folder.`,
  },
};

export interface SummaryOptions {
  readonly language: Language;
  readonly rulesPage: string | null;
  /** How many marks in the file are of other documents' findings. */
  readonly others?: number;
}

/**
 * What stands at the head of a copy: the counts of the report, the figures that were not verified, what is waived
 * by whom and why, and the advice that no mark says. `marks` are those of the report.
 */
export function summaryMark(
  report: DocumentReport,
  marks: readonly Mark[],
  file: string,
  { language, rulesPage, others = 0 }: SummaryOptions,
): Mark {
  const words = summaryWords[language];
  const waived = report.findings.filter(({ waiver }) => waiver !== null);
  const silent = report.findings.filter(
    ({ waiver, message }) => waiver === null && !marks.some(({ note }) => note.includes(message)),
  );
  const note = [
    `${words.title}${countsOf(report, language)}`,
    reportWords(language).coverage(report.coverage),
    ...listOf(
      words.waived,
      waived.map((finding) => waivedLine(finding, language)),
    ),
    ...listOf(words.elsewhere, linesOf(silent, language)),
    ...(others === 0 ? [] : [words.others(others)]),
    ...(rulesPage === null ? [] : [words.rules(rulesPage)]),
  ].join('\n');
  return { place: { file }, reported: null, correction: null, quotes: [], severity: null, note, rule: null };
}

function countsOf({ findings, verdict }: DocumentReport, language: Language): string {
  const words = reportWords(language);
  const open = findings.filter(({ waiver }) => waiver === null);
  const [errors = 0, warnings = 0, advice = 0] = (['error', 'warning', 'info'] as const).map(
    (severity) => open.filter((finding) => finding.severity === severity).length,
  );
  const [colon, comma] = language === 'zh' ? ['：', '，'] : [': ', ', '];
  const counted = [
    words.counts(errors, warnings),
    advice === 0 ? '' : summaryWords[language].advice(advice),
  ].filter((each) => each !== '');
  const waived = findings.length - open.length;
  return (
    words.verdict[verdict] +
    (counted.length === 0 ? '' : colon + counted.join(comma)) +
    (waived === 0 ? '' : words.waivedCount(waived))
  );
}

function listOf(title: string, lines: readonly string[]): readonly string[] {
  return lines.length === 0 ? [] : [title, ...lines.map((line) => `- ${line}`)];
}

function waivedLine({ message, waiver }: ReportedFinding, language: Language): string {
  if (waiver === null) return message;
  const { by, date, reason, expires } = waiver;
  const words = reportWords(language);
  return `${message}${words.at(words.waived(by, date, reason, expires))}`;
}

/** One line for all of a rule, as in the text report. */
function linesOf(findings: readonly ReportedFinding[], language: Language): readonly string[] {
  const words = reportWords(language);
  const kinds = [...new Set(findings.map(({ rule, variant }) => `${rule} ${variant ?? ''}`))];
  return kinds.flatMap((kind) => {
    const same = findings.filter(({ rule, variant }) => `${rule} ${variant ?? ''}` === kind);
    const [first] = same;
    if (first === undefined) return [];
    return [
      `${words.severity[first.severity]} ${first.message}${same.length > 1 ? words.times(same.length) : ''}${words.rule(first.rule)}`,
    ];
  });
}
