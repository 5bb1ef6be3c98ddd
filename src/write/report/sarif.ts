import { createHash } from 'node:crypto';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Severity } from '../../model/finding.ts';
import type { Place } from '../../model/place.ts';
import type { DocumentReport, ReportedFinding, ReportedRule, RulePage } from '../../model/report.ts';

/**
 * `check --format sarif`: the findings as a SARIF 2.1.0 log (OASIS), for programs that gather results.
 * Waivers are suppressions; a file that cannot be read is a notification.
 */
export function sarifLog(
  documents: readonly DocumentReport[],
  rules: readonly ReportedRule[],
  version: string,
  pageOf: (rule: string) => RulePage | null = () => null,
): object {
  const used = new Set(documents.flatMap(({ findings }) => findings.map(({ rule }) => rule)));
  const told = rules.filter(({ id }) => used.has(id));
  const unread = documents.filter(({ error }) => error !== null);
  const run = {
    tool: {
      driver: {
        name: 'mingsuan',
        version,
        semanticVersion: version,
        rules: told.map((rule) => ruleJson(rule, pageOf)),
      },
    },
    invocations: [
      { executionSuccessful: unread.length === 0, toolExecutionNotifications: unread.map(unreadJson) },
    ],
    artifacts: documents.map(({ file }) => ({ location: { uri: uriOf(file) } })),
    results: documents.flatMap((document, artifact) => resultsOf(document, artifact, told)),
    columnKind: 'utf16CodeUnits',
  };
  return { $schema: 'https://json.schemastore.org/sarif-2.1.0.json', version: '2.1.0', runs: [run] };
}

const levels: Readonly<Record<Severity, string>> = { error: 'error', warning: 'warning', info: 'note' };

function ruleJson(
  { id, title, help, authority }: ReportedRule,
  pageOf: (rule: string) => RulePage | null,
): object {
  const page = pageOf(id);
  const full = authority === null ? help : `${help} (${authority})`;
  return {
    id,
    name: id,
    shortDescription: { text: title },
    fullDescription: { text: title },
    help: { text: full, ...(page === null ? {} : { markdown: page.source }) },
  };
}

function unreadJson({ file, error }: DocumentReport): object {
  const locations = [{ physicalLocation: { artifactLocation: { uri: uriOf(file) } } }];
  return { level: 'error', message: { text: error ?? '' }, locations };
}

function resultsOf(
  document: DocumentReport,
  artifact: number,
  rules: readonly ReportedRule[],
): readonly object[] {
  const seen = new Map<string, number>();
  return document.findings.map((finding) => {
    const print = fingerprint(finding);
    const nth = (seen.get(print) ?? 0) + 1;
    seen.set(print, nth);
    const ruleIndex = rules.findIndex(({ id }) => id === finding.rule);
    return {
      ruleId: finding.rule,
      ...(ruleIndex < 0 ? {} : { ruleIndex }),
      level: levels[finding.severity],
      message: { text: finding.message },
      locations: locationsOf(finding, document.file, artifact),
      partialFingerprints: { 'mingsuanFinding/v1': `${print}:${nth}` },
      ...suppressionsOf(finding),
      properties: propertiesOf(finding),
    };
  });
}

function propertiesOf({ remedy, culprits, difference, tied, group }: ReportedFinding): object {
  const [culprit] = culprits;
  return {
    remedy,
    reported: culprit?.reported?.text ?? null,
    expected: culprit?.expected?.text ?? null,
    difference,
    tied,
    group,
  };
}

function suppressionsOf({ waiver }: ReportedFinding): object {
  if (waiver === null) return {};
  const { reason, by, date, expires } = waiver;
  const justification = `${by} ${date}${expires === null ? '' : ` – ${expires}`}: ${reason}`;
  return { suppressions: [{ kind: 'external', status: 'accepted', justification }] };
}

/** Undecided findings have a location for each alternative; a finding on the whole document has the file. */
function locationsOf(
  { culprits, spots, part }: ReportedFinding,
  file: string,
  artifact: number,
): readonly object[] {
  if (culprits.length === 0) return [locationOf({ file }, part, file, artifact)];
  return culprits.map(({ place }, i) => locationOf(place, spots[i]?.place ?? part, file, artifact));
}

function locationOf(place: Place, words: string, file: string, index: number): object {
  const own = place.file === '' || place.file === file;
  const artifactLocation = own ? { uri: uriOf(file), index } : { uri: uriOf(place.file) };
  const region = place.line === undefined ? {} : { region: { startLine: place.line } };
  const logical = logicalLocations(place, words);
  return {
    physicalLocation: { artifactLocation, ...region },
    ...(logical.length === 0 ? {} : { logicalLocations: logical }),
    ...(words === '' ? {} : { message: { text: words } }),
    properties: readerPlace(place),
  };
}

/** Page, sheet, cell, element and box have no field of their own in SARIF. */
function readerPlace({ page, printedPage, sheet, cell, block, box }: Place): object {
  return { page, printedPage, sheet, cell, block, box };
}

/** Table, row and column (or sheet, section) by name, and the page of a PDF. */
function logicalLocations(
  { table, row, column, section, project, page }: Place,
  words: string,
): readonly object[] {
  const path = [
    ...(table === undefined ? [] : [`table ${table}`]),
    ...(project === undefined ? [] : [`project ${project}`]),
    ...(section === undefined ? [] : [`section ${section}`]),
    ...(row === undefined ? [] : [`row ${row}`]),
    ...(column === undefined ? [] : [`column ${column}`]),
  ];
  const own =
    path.length === 0
      ? []
      : [{ name: words || path.join('/'), fullyQualifiedName: path.join('/'), kind: 'element' }];
  return page === undefined
    ? own
    : [...own, { name: `page ${page}`, fullyQualifiedName: `page ${page}`, kind: 'page' }];
}

/** The same mistake in the same place of the same document has the same print, wherever the file lies. */
function fingerprint({ rule, variant, culprits }: ReportedFinding): string {
  const spots = culprits.map(({ place: { table, row, column, section, project }, reported }) => {
    return [
      table ?? null,
      row ?? null,
      column ?? null,
      section ?? null,
      project ?? null,
      reported?.text ?? null,
    ];
  });
  return createHash('sha256')
    .update(JSON.stringify([rule, variant ?? '', spots]))
    .digest('hex')
    .slice(0, 32);
}

/** Relative paths stay relative, so that a log can be compared across machines. */
function uriOf(file: string): string {
  if (resolve(file) === file) return pathToFileURL(file).href;
  return file
    .split(/[/\\]/)
    .map((part) => encodeURIComponent(part))
    .join('/');
}
