import type { Language } from '../../../model/language.ts';
import type { DocumentReport, ReportedFinding, RulePage } from '../../../model/report.ts';
import { reportWords } from '../words.ts';
import { workbookWords, type ListColumn } from './words.ts';

export type ListRow = Readonly<Record<ListColumn, string | number>>;

export interface RowOptions {
  readonly language: Language;
  /** What a rule is called. */
  readonly titleOf: (rule: string) => string;
  /** The page of a rule, for the sheet that tells the rules. */
  readonly pageOf?: (rule: string) => RulePage | null;
}

/** A row with the rule of its finding. */
export interface FindingRow {
  readonly row: ListRow;
  readonly rule: string;
}

/** A row for each finding, in the order of the documents and their parts. */
export function* listRows(documents: readonly DocumentReport[], options: RowOptions): Generator<FindingRow> {
  let number = 0;
  for (const document of documents) {
    const findings = [...document.findings].sort((a, b) => a.rank - b.rank);
    for (const finding of findings) {
      number += 1;
      yield { row: rowOf(number, document, finding, options), rule: finding.rule };
    }
  }
}

function rowOf(
  number: number,
  { department, year, file }: DocumentReport,
  finding: ReportedFinding,
  { language, titleOf }: RowOptions,
): ListRow {
  const words = workbookWords(language);
  const told = reportWords(language);
  const { waiver, culprits, severity } = finding;
  const [pending, , notApplicable] = words.states;
  return {
    number,
    department: department ?? told.unknownDepartment,
    year: year ?? '',
    file,
    place: placesOf(finding, language),
    kind: titleOf(finding.rule),
    severity: told.severity[severity],
    reported: lines(
      culprits.map(({ reported, expected }) => reported?.text ?? (expected === null ? '' : words.blank)),
    ),
    expected: lines(culprits.map(({ expected }) => expected?.text ?? '')),
    reason: finding.message,
    remedy: finding.remedy,
    person: '',
    state: waiver !== null ? notApplicable : severity === 'info' ? '' : pending,
    remark: remarkOf(finding, language),
  };
}

function remarkOf({ group, waiver }: ReportedFinding, language: Language): string {
  const told = reportWords(language);
  return lines([
    group === null ? '' : told.group,
    waiver === null ? '' : told.waived(waiver.by, waiver.date, waiver.reason, waiver.expires),
  ]);
}

function placesOf({ spots, part }: ReportedFinding, language: Language): string {
  const told = reportWords(language);
  const places = spots.map(({ place, reference }) => `${place}${reference === '' ? '' : told.at(reference)}`);
  return lines(places) || part || workbookWords(language).wholeDocument;
}

function lines(texts: readonly string[]): string {
  return texts.filter((text) => text !== '').join('\n');
}
