import type { Severity } from '../../model/finding.ts';
import type { Language } from '../../model/language.ts';
import type { Coverage, DocumentReport, Verdict } from '../../model/report.ts';

/** The fixed words of the text report in one language. */
export interface ReportWords {
  readonly severity: Readonly<Record<Severity, string>>;
  readonly verdict: Readonly<Record<Verdict, string>>;
  readonly stage: Readonly<Record<DocumentReport['stage'], string>>;
  readonly year: (year: number | null, stage: string) => string;
  readonly form: (form: string | null, reason: string) => string;
  readonly counts: (errors: number, warnings: number) => string;
  /** The verdict with its counts in brackets; nothing in brackets where there are none. */
  readonly judged: (verdict: Verdict, counts: string) => string;
  readonly conclusion: string;
  readonly unknownDepartment: string;
  readonly remedy: string;
  readonly alternatives: (count: number) => string;
  readonly printed: (reported: string | null, expected: string | null) => string;
  readonly group: string;
  readonly waived: (by: string, date: string, reason: string, expires?: string | null) => string;
  readonly waivedCount: (count: number) => string;
  readonly advice: (count: number) => string;
  readonly times: (count: number) => string;
  readonly coverage: (coverage: Coverage) => string;
  readonly at: (reference: string) => string;
  /** Behind a finding: by which rule it was made. */
  readonly rule: (rule: string) => string;
  /** Where the rules are told; the example is a rule that the report names. */
  readonly rulesAt: (example: string) => string;
  readonly summary: (counts: Readonly<Record<Verdict, number>>, total: number) => string;
}

const zh: ReportWords = {
  severity: { error: '错误', warning: '提醒', info: '提示' },
  verdict: { errors: '有错误', warnings: '有需要核实之处', clean: '没有发现错误', unreadable: '无法读取' },
  stage: { budget: '预算', finalAccounts: '决算', adjusted: '调整预算' },
  year: (year, stage) => `${year === null ? '年度不明' : `${year}年`}部门${stage}`,
  form: (form, reason) => `表样：${form ?? '未能确定'}${reason === '' ? '' : `（${reason}）`}`,
  counts: (errors, warnings) =>
    [errors > 0 ? `${errors} 处错误` : '', warnings > 0 ? `${warnings} 处提醒` : '']
      .filter(Boolean)
      .join('，'),
  judged: (verdict, counts) => `${zh.verdict[verdict]}${counts === '' ? '' : `（${counts}）`}`,
  conclusion: '结论：',
  unknownDepartment: '部门名称不明',
  remedy: '改法：',
  alternatives: (count) => `下列 ${count} 个数互相矛盾，现有数字不能断定是哪一个写错，改正其中一个即可：`,
  printed: (reported, expected) =>
    `${reported === null ? '空白' : `写作 ${reported}`}${expected === null ? '' : `，应为 ${expected}`}`,
  group: '须与同组的其他错误一并改正',
  waived: (by, date, reason, expires = null) =>
    `已由${by}于${date}豁免：${reason}${expires === null ? '' : `（有效期至${expires}）`}`,
  waivedCount: (count) => `（另有 ${count} 处已豁免）`,
  advice: (count) => `提示 ${count} 条（供参考，不影响结论）`,
  times: (count) => `（同类共 ${count} 处）`,
  coverage: ({ figures, verified, contradicted, unverified, indicators }) =>
    `共 ${figures} 个数：${verified} 个核对无误，${contradicted} 个有矛盾，` +
    `${unverified} 个无从核对（不是“没有问题”）${indicators > 0 ? `；另有绩效指标 ${indicators} 条` : ''}`,
  at: (reference) => `（${reference}）`,
  rule: (rule) => `〔${rule}〕`,
  rulesAt: (example) => `〔〕里是规则的名称。查什么、依据、怎样改：mingsuan rule ${example}`,
  summary: (counts, total) =>
    `共 ${total} 份：${counts.errors} 份有错误，${counts.warnings} 份有需要核实之处，` +
    `${counts.clean} 份没有发现错误，${counts.unreadable} 份无法读取`,
};

const plural = (count: number, word: string): string => `${count} ${word}${count === 1 ? '' : 's'}`;

const en: ReportWords = {
  severity: { error: 'Error', warning: 'Warning', info: 'Advice' },
  verdict: {
    errors: 'errors found',
    warnings: 'needs a look',
    clean: 'no error found',
    unreadable: 'cannot be read',
  },
  stage: { budget: 'budget', finalAccounts: 'final accounts', adjusted: 'adjusted budget' },
  year: (year, stage) => `departmental ${stage}, ${year ?? 'year unknown'}`,
  // The reason is recognition's own sentence, in Chinese.
  form: (form, reason) =>
    `Form: ${form ?? 'not recognised'}${/^[\x20-\x7e]+$/.test(reason) ? ` (${reason})` : ''}`,
  counts: (errors, warnings) =>
    [errors > 0 ? plural(errors, 'error') : '', warnings > 0 ? plural(warnings, 'warning') : '']
      .filter(Boolean)
      .join(', '),
  judged: (verdict, counts) => `${en.verdict[verdict]}${counts === '' ? '' : ` (${counts})`}`,
  conclusion: 'Result: ',
  unknownDepartment: 'department unknown',
  remedy: 'To put it right: ',
  alternatives: (count) =>
    `These ${count} figures contradict each other. The document does not decide which is wrong; correcting one is enough:`,
  printed: (reported, expected) =>
    `${reported === null ? 'blank' : `printed ${reported}`}${expected === null ? '' : `, should be ${expected}`}`,
  group: 'To be corrected together with the others of its group',
  waived: (by, date, reason, expires = null) =>
    `Waived by ${by} on ${date}${expires === null ? '' : `, until ${expires}`}: ${reason}`,
  waivedCount: (count) => ` (${count} waived)`,
  advice: (count) => `Advice: ${count} (does not count for the result)`,
  times: (count) => ` (${count} of this kind)`,
  coverage: ({ figures, verified, contradicted, unverified, indicators }) =>
    `${plural(figures, 'figure')}: ${verified} verified, ${contradicted} contradicted, ` +
    `${unverified} not verifiable (which does not mean correct)` +
    (indicators > 0 ? `; besides ${plural(indicators, 'performance indicator')}` : ''),
  at: (reference) => ` (${reference})`,
  rule: (rule) => ` [${rule}]`,
  rulesAt: (example) => `Rules stand in brackets. What a rule finds and why: mingsuan rule ${example}`,
  summary: (counts, total) =>
    `${plural(total, 'document')}: ${counts.errors} with errors, ${counts.warnings} to look at, ` +
    `${counts.clean} without error, ${counts.unreadable} unreadable`,
};

/** The words of the text report. */
export function reportWords(language: Language): ReportWords {
  return language === 'zh' ? zh : en;
}
