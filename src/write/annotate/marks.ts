import type { Culprit, Severity } from '../../model/finding.ts';
import type { Language } from '../../model/language.ts';
import type { Place } from '../../model/place.ts';
import type { ReportedFinding } from '../../model/report.ts';

/** What is to be said at one place of a document. */
export interface Mark {
  readonly place: Place;
  /** As printed there; null when something is missing or the whole place is meant. */
  readonly reported: string | null;
  /** What should be printed instead, where that is certain. */
  readonly correction: string | null;
  /** Longer stretches of the document's text in which the printed text stands. */
  readonly quotes: readonly string[];
  readonly severity: Severity;
  /** The comment: what is wrong and how to put it right. */
  readonly note: string;
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
export function marksOf(findings: readonly ReportedFinding[], language: Language): readonly Mark[] {
  return findings
    .filter(({ waiver }) => waiver === null)
    .flatMap((finding) => findingMarks(finding, language));
}

function findingMarks(finding: ReportedFinding, language: Language): readonly Mark[] {
  const { severity, culprits, tied } = finding;
  const note = noteOf(finding, language);
  const common = { severity, note, quotes: quotesOf(finding) };
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
