import type { Culprit, Severity } from '../../model/finding.ts';
import type { Language } from '../../model/language.ts';
import type { Place } from '../../model/place.ts';
import type { ReportedFinding } from '../../model/report.ts';
import { ruleAnchor } from '../report/html/rules.ts';

/** What is to be said at one place of a document. */
export interface Mark {
  readonly place: Place;
  /** As printed there; null when something is missing or the whole place is meant. */
  readonly reported: string | null;
  /** What should be printed instead, where that is certain. */
  readonly correction: string | null;
  /** Longer stretches of the document's text in which the printed text stands. */
  readonly quotes: readonly string[];
  /** Null: it speaks of the whole document and finds no fault with the place. */
  readonly severity: Severity | null;
  /** The comment: what is wrong and how to put it right. */
  readonly note: string;
  /** By which rule, and where that is told. */
  readonly rule: RuleLead | null;
}

/** The last line of a comment. */
export interface RuleLead {
  readonly words: string;
  /** Relative to the copy; null where no page of rules stands beside it. */
  readonly address: string | null;
}

/** What the marks say besides the findings. */
export interface MarkOptions {
  readonly language: Language;
  /** What a rule is called. */
  readonly titleOf: (rule: string) => string;
  /** The name of the page of rules beside the copy, if there is one. */
  readonly rulesPage: string | null;
}

/** The whole text of a comment, for formats whose notes are plain text. */
export function plainNote({ note, rule }: Mark): string {
  return rule === null ? note : `${note}\n${rule.words}`;
}

/** The author of comments and changes. */
export const author = '明算';

const severityWords: Readonly<Record<Language, Readonly<Record<Severity, string>>>> = {
  zh: { error: '错误', warning: '提醒', info: '提示' },
  en: { error: 'Error', warning: 'Warning', info: 'Advice' },
};

/**
 * The marks of a report, in its order. Waived findings have none, advice only where it names a printed
 * text; a finding that is not decided marks each of its alternatives.
 */
export function marksOf(findings: readonly ReportedFinding[], options: MarkOptions): readonly Mark[] {
  return findings
    .filter(({ waiver }) => waiver === null)
    .flatMap((finding) => findingMarks(finding, options));
}

function findingMarks(finding: ReportedFinding, options: MarkOptions): readonly Mark[] {
  const { severity, culprits, tied } = finding;
  const note = noteOf(finding, options.language);
  const common = { severity, note, quotes: quotesOf(finding), rule: leadOf(finding.rule, options) };
  const meant = tied ? culprits : culprits.slice(0, 1);
  if (meant.length === 0) {
    const place = finding.evidence[0]?.place;
    const silent = severity === 'info' || place === undefined;
    return silent ? [] : [{ ...common, place, reported: null, correction: null }];
  }
  return meant
    .filter(({ reported }) => severity !== 'info' || (reported !== null && reported.text !== ''))
    .map((culprit) => ({
      ...common,
      place: culprit.place,
      reported: culprit.reported?.text ?? null,
      correction: tied ? null : correctionOf(culprit),
    }));
}

/** An excerpt cannot be put in place of what is printed. */
function correctionOf({ reported, expected }: Culprit): string | null {
  if (reported === null || expected === null || reported.text === '') return null;
  const shortened = /[…\n]/.test(reported.text) || /[…\n]/.test(expected.text);
  return shortened || reported.text === expected.text ? null : expected.text;
}

function quotesOf({ params }: ReportedFinding): readonly string[] {
  return [params['quote'], params['words']]
    .filter((value): value is string => typeof value === 'string' && value !== '')
    .map((value) => value.replace(/^…+|…+$/g, ''));
}

function noteOf({ severity, message, remedy }: ReportedFinding, language: Language): string {
  const label = severityWords[language][severity];
  const parts = language === 'zh' ? ['【', label, '】'] : ['[', label, '] '];
  const lead = `${parts.join('')}${message}`;
  if (remedy === '') return lead;
  return language === 'zh' ? `${lead}\n改法：${remedy}` : `${lead}\nRemedy: ${remedy}`;
}

/** Where the rule is told: on the page beside the copy, under the same anchor as in a report. */
function leadOf(rule: string, { language, titleOf, rulesPage }: MarkOptions): RuleLead {
  const title = titleOf(rule);
  const named = title === rule ? rule : language === 'zh' ? `${title}（${rule}）` : `${title} (${rule})`;
  const words = language === 'zh' ? `规则：${named}` : `Rule: ${named}`;
  return { words, address: rulesPage === null ? null : `${encodeURI(rulesPage)}#${ruleAnchor(rule)}` };
}
