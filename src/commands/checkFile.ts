import { basename } from 'node:path';
import type { AcrossFound } from '../check/across/across.ts';
import { digestOf } from '../check/across/digest.ts';
import { checkDisclosure } from '../check/check.ts';
import { listsAlternatives, messageOf, remedyOf } from '../check/render.ts';
import { applySettings, defaultSettings, type Settings } from '../check/settings/settings.ts';
import type { DocumentDigest } from '../model/digest.ts';
import type { Disclosure } from '../model/disclosure.ts';
import type { Culprit, Finding } from '../model/finding.ts';
import type { Form } from '../model/form.ts';
import type { Language } from '../model/language.ts';
import type { Place } from '../model/place.ts';
import type { CheckResult, DocumentReport, ReportedFinding, Verdict } from '../model/report.ts';
import type { Trace } from '../model/trace.ts';
import { placeNamesFrom, placeNamesOf, type PlaceNames } from '../model/words/names.ts';
import { partWords, placeWords, referenceWords, spotWords } from '../model/words/place.ts';
import { problemSentence } from '../read/problems.ts';
import { openDisclosure, openTogether, type Opened, type OpenedTogether } from './openDisclosure.ts';
import { waiversBeside } from './waivers.ts';

/** A report with what a page about the document shows besides; null where it could not be read. */
export interface CheckedDocument {
  readonly report: DocumentReport;
  readonly disclosure: Disclosure | null;
  readonly trace: Trace | null;
  /** Only where it is asked for. */
  readonly digest?: DocumentDigest;
}

/** What a check takes besides the files. */
export interface CheckWith {
  readonly settings?: Settings;
  /** Last year's disclosure, to compare with. */
  readonly previous?: string;
  /** Also keep the state and the relations of every figure, for a page about the document: so unless told. */
  readonly trace?: boolean;
  /** Also give what the comparison with other documents needs. */
  readonly digest?: boolean;
  /** Forms that the document may have; those that the package ships, unless told. */
  readonly forms?: readonly Form[];
  /** What the comparison with other documents found on this one. */
  readonly across?: AcrossFound;
}

/** Reads and checks one file. The report is plain data, so that a worker process can give it back. */
export async function checkFile(
  file: string,
  language: Language,
  settings: Settings = defaultSettings,
): Promise<DocumentReport> {
  return (await examine([file], language, { settings, trace: false })).report;
}

/**
 * Reads and checks one file or several that are one disclosure (then `file` is their names joined), and keeps
 * what was read and compared.
 */
export async function examine(
  files: readonly string[],
  language: Language,
  { settings = defaultSettings, previous, trace = true, digest = false, across, forms }: CheckWith = {},
): Promise<CheckedDocument> {
  const opened = await openTogether(files, forms);
  if (!opened.ok) return { report: unreadTogether(files, opened, language), disclosure: null, trace: null };
  const { disclosure } = opened;
  const own = await withWaiversBeside(files, settings);
  const last = previous === undefined ? null : await openPrevious(previous);
  const checked = checkDisclosure(disclosure, {
    ...{ thresholds: settings.thresholds, trace },
    ...(last?.ok === true ? { previous: last.disclosure } : {}),
  });
  const run = { previous: previous !== undefined, across: across !== undefined };
  const waivers = own.waivers.filter(({ rule }) => wasRun(rule, run));
  const all = across === undefined ? checked : withAcross(checked, across);
  return {
    report: reportOn(disclosure, all, language, { ...own, waivers }),
    disclosure,
    trace: checked.trace ?? null,
    ...(digest ? { digest: digestOf(disclosure, checked.findings) } : {}),
  };
}

function withAcross(checked: CheckResult, { findings, checks }: AcrossFound): CheckResult {
  return {
    ...checked,
    findings: [...checked.findings, ...findings],
    checks: [...checked.checks, ...checks],
  };
}

/** The report with what the comparison with other documents found; only waivers of those rules are looked at. */
export async function reportAcross(
  report: DocumentReport,
  { findings, checks }: AcrossFound,
  digest: DocumentDigest,
  language: Language,
  settings: Settings,
): Promise<DocumentReport> {
  const own = await withWaiversBeside([report.file], settings);
  const waivers = own.waivers.filter(({ rule }) => rule.startsWith('acrossDocuments.'));
  const result = { findings, checks, coverage: report.coverage };
  const set = applySettings(result, { ...settings, waivers }, report.file, today());
  const names = placeNamesFrom(digest.names);
  const told = set.findings.map((finding) => inWords(finding, language, names, report.file));
  const all = [...report.findings, ...told];
  return { ...report, findings: all, checks: [...report.checks, ...set.checks], verdict: verdictOf(all) };
}

let lastOpened: { readonly file: string; readonly opened: Promise<Opened> } | null = null;

/** Last year's disclosure: one file serves all that a process checks, so it is read once. */
export function openPrevious(file: string): Promise<Opened> {
  if (lastOpened?.file !== file) lastOpened = { file, opened: openDisclosure(file) };
  return lastOpened.opened;
}

/** A waiver for rules that this run did not apply neither fits nor is stale. */
function wasRun(rule: string, run: { readonly previous: boolean; readonly across: boolean }): boolean {
  if (rule.startsWith('yearOnYear.')) return run.previous;
  return run.across || !rule.startsWith('acrossDocuments.');
}

function unreadTogether(
  files: readonly string[],
  { problem, unread }: Extract<OpenedTogether, { readonly ok: false }>,
  language: Language,
): DocumentReport {
  const which = unread === undefined || files.length === 1 ? '' : unread + (language === 'zh' ? '：' : ': ');
  return unreadable(files.join(' + '), which + problemSentence(problem, language));
}

/** Settings of the run, with advice on what stands wrong beside the document. */
interface OwnSettings extends Settings {
  readonly advice: readonly Finding[];
}

async function withWaiversBeside(files: readonly string[], settings: Settings): Promise<OwnSettings> {
  const beside = await Promise.all(files.map(waiversBeside));
  return {
    ...settings,
    waivers: [...settings.waivers, ...beside.flatMap(({ waivers }) => waivers)],
    advice: beside.flatMap(({ findings }) => findings),
  };
}

/** Checks a disclosure and puts the findings into words. */
export function reportOf(
  disclosure: Disclosure,
  language: Language,
  settings: OwnSettings = { ...defaultSettings, advice: [] },
): DocumentReport {
  const checked = checkDisclosure(disclosure, { thresholds: settings.thresholds });
  return reportOn(disclosure, checked, language, settings);
}

function reportOn(
  disclosure: Disclosure,
  checked: CheckResult,
  language: Language,
  settings: OwnSettings,
): DocumentReport {
  const { file, department, year, stage, form, formReason } = disclosure;
  const { findings, checks, coverage, changes } = applySettings(
    { ...checked, findings: [...checked.findings, ...settings.advice] },
    settings,
    file,
    today(),
  );
  const names = placeNamesOf(disclosure);
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
    findings: findings.map((finding) => inWords(finding, language, names, file)),
    ...(changes === undefined ? {} : { changes }),
  };
}

/** The day by the clock of this machine, as YYYY-MM-DD. */
function today(): string {
  const now = new Date();
  const day = [now.getFullYear(), now.getMonth() + 1, now.getDate()];
  return day.map((part) => String(part).padStart(2, '0')).join('-');
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

/** A finding with its sentences in the language; `file` is that of the report. */
export function inWords(
  finding: Finding,
  language: Language,
  names: PlaceNames,
  file: string,
): ReportedFinding {
  const place = finding.culprits[0]?.place ?? { file: '' };
  return {
    ...finding,
    message: messageOf(finding, language, names),
    ...(listsAlternatives(finding) ? { listsAlternatives: true } : {}),
    remedy: remedyOf(finding, language, names),
    part: partWords(place, language, names),
    rank: rankOf(finding.culprits[0], names),
    spots: finding.culprits.map((culprit) => ({
      place: placeWords(culprit.place, language, names),
      spot: spotWords(culprit.place, language, names),
      reference: referenceIn(culprit.place, file, language),
    })),
  };
}

/** Where several files are one disclosure, the reference begins with the file. */
function referenceIn(place: Place, file: string, language: Language): string {
  const reference = referenceWords(place, language);
  return place.file === file ? reference : `${basename(place.file)} ${reference}`.trimEnd();
}

function rankOf(culprit: Culprit | undefined, names: PlaceNames): number {
  if (culprit === undefined) return -1;
  const { table, project, section } = culprit.place;
  if (table !== undefined) return names.order('table', String(table));
  if (project !== undefined) return names.order('project', project);
  return section === undefined ? -1 : names.order('section', section);
}
