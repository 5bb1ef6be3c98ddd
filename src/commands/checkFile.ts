import { checkDisclosure } from '../check/check.ts';
import { messageOf, remedyOf } from '../check/render.ts';
import type { Disclosure } from '../model/disclosure.ts';
import type { Culprit, Finding } from '../model/finding.ts';
import type { Language } from '../model/language.ts';
import type { DocumentReport, ReportedFinding, Verdict } from '../model/report.ts';
import { placeNamesOf, type PlaceNames } from '../model/words/names.ts';
import { partWords, placeWords, referenceWords, spotWords } from '../model/words/place.ts';
import { problemSentence } from '../read/problems.ts';
import { openDisclosure } from './openDisclosure.ts';

/** Reads and checks one file. The report is plain data, so that a worker process can give it back. */
export async function checkFile(file: string, language: Language): Promise<DocumentReport> {
  const opened = await openDisclosure(file);
  if (!opened.ok) return unreadable(file, problemSentence(opened.problem, language));
  return reportOf(opened.disclosure, language);
}

/** Checks a disclosure and puts the findings into words. */
export function reportOf(disclosure: Disclosure, language: Language): DocumentReport {
  const { findings, checks, coverage } = checkDisclosure(disclosure);
  const names = placeNamesOf(disclosure);
  const { file, department, year, stage, form, formReason } = disclosure;
  return {
    file,
    department: department.name,
    year,
    stage,
    form,
    formReason,
    verdict: verdictOf(findings),
    error: null,
    coverage,
    checks,
    findings: findings.map((finding) => inWords(finding, language, names)),
  };
}

/** The report on a file that could not be read. */
export function unreadable(file: string, error: string): DocumentReport {
  const coverage = { figures: 0, verified: 0, contradicted: 0, unverified: 0, indicators: 0 };
  const identity = { department: null, year: null, stage: 'budget', form: null, formReason: '' } as const;
  return { file, ...identity, verdict: 'unreadable', error, coverage, checks: [], findings: [] };
}

/** Waived findings do not count; advice alone is clean. */
export function verdictOf(findings: readonly Finding[]): Verdict {
  const counted = findings.filter(({ waiver }) => waiver === null);
  if (counted.some(({ severity }) => severity === 'error')) return 'errors';
  return counted.some(({ severity }) => severity === 'warning') ? 'warnings' : 'clean';
}

function inWords(finding: Finding, language: Language, names: PlaceNames): ReportedFinding {
  const place = finding.culprits[0]?.place ?? { file: '' };
  return {
    ...finding,
    message: messageOf(finding, language, names),
    remedy: remedyOf(finding, language, names),
    part: partWords(place, language, names),
    rank: rankOf(finding.culprits[0], names),
    spots: finding.culprits.map((culprit) => ({
      place: placeWords(culprit.place, language, names),
      spot: spotWords(culprit.place, language, names),
      reference: referenceWords(culprit.place, language),
    })),
  };
}

function rankOf(culprit: Culprit | undefined, names: PlaceNames): number {
  if (culprit === undefined) return -1;
  const { table, project, section } = culprit.place;
  if (table !== undefined) return names.order('table', String(table));
  if (project !== undefined) return names.order('project', project);
  return section === undefined ? -1 : names.order('section', section);
}
