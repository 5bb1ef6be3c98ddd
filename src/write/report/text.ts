import type { Severity, Waiver } from '../../model/finding.ts';
import type { Language } from '../../model/language.ts';
import type { DocumentReport, ReportedFinding, Spot, Verdict } from '../../model/report.ts';
import { styled, wrapped, type Look, type Style } from './layout.ts';
import { comparisonOf, comparisonTitle } from './comparison.ts';
import { reportWords, type ReportWords } from './words.ts';

interface Page {
  readonly look: Look;
  readonly words: ReportWords;
  readonly zh: boolean;
}

const signs: Readonly<Record<Severity, string>> = { error: '✕', warning: '!', info: '○' };
const severityStyle: Readonly<Record<Severity, Style>> = { error: 'red', warning: 'yellow', info: 'dim' };
const verdictStyle: Readonly<Record<Verdict, Style>> = {
  errors: 'red',
  warnings: 'yellow',
  clean: 'green',
  unreadable: 'red',
};

/** The report that a clerk reads: per document the findings by place, then the coverage in one line. */
export function textReport(documents: readonly DocumentReport[], language: Language, look: Look): string {
  const page: Page = { look, words: reportWords(language), zh: language === 'zh' };
  const sections = documents.map((document) => documentLines(document, page).join('\n'));
  const summary = documents.length > 1 ? [styled(summaryOf(documents, page.words), 'bold', look)] : [];
  return `${[...sections, ...rulesLine(documents, page), ...comparisonLines(documents, language, look), ...summary].join('\n\n')}\n`;
}

/** What was compared between the documents, and what that lacks; nothing where it was not asked for. */
function comparisonLines(
  documents: readonly DocumentReport[],
  language: Language,
  look: Look,
): readonly string[] {
  const comparison = comparisonOf(documents, language);
  if (comparison === null) return [];
  const compared = comparison.compared.map(
    ({ sentence, holds }) => `${holds ? '✓' : signs.error} ${sentence}`,
  );
  const missing = comparison.missing.map((sentence) => `${signs.info} ${sentence}`);
  const lines = [...compared, ...missing].flatMap((line) => wrapped(line, '  ', look));
  return [[styled(comparisonTitle[language], 'bold', look), ...lines].join('\n')];
}

/** One line for the whole report says where the rules that it names are told. */
function rulesLine(documents: readonly DocumentReport[], { look, words }: Page): readonly string[] {
  const [first] = documents.flatMap(({ findings }) => findings);
  if (first === undefined) return [];
  return [styled(wrapped(words.rulesAt(first.rule), '', look).join('\n'), 'dim', look)];
}

function summaryOf(documents: readonly DocumentReport[], words: ReportWords): string {
  const counts = { errors: 0, warnings: 0, clean: 0, unreadable: 0 };
  for (const { verdict } of documents) counts[verdict] += 1;
  return words.summary(counts, documents.length);
}

function documentLines(document: DocumentReport, page: Page): readonly string[] {
  const { look, words } = page;
  const file = styled(document.file, 'bold', look);
  if (document.error !== null) {
    const reason = wrapped(document.error, '  ', look);
    return [`${file}  ${styled(words.verdict.unreadable, 'red', look)}`, ...reason];
  }
  const worth = document.findings.filter(({ severity }) => severity !== 'info');
  return [
    file,
    ...headingLines(document, worth, page),
    ...partsOf(worth).flatMap((part) => partLines(part, page)),
    ...adviceLines(document.findings, page),
    '',
    ...wrapped(words.coverage(document.coverage), '', look),
  ];
}

function headingLines(
  document: DocumentReport,
  worth: readonly ReportedFinding[],
  page: Page,
): readonly string[] {
  const { look, words } = page;
  const { department, year, stage, form, formReason, verdict } = document;
  const counted = worth.filter(({ waiver }) => waiver === null);
  const errors = counted.filter(({ severity }) => severity === 'error').length;
  const counts = words.counts(errors, counted.length - errors);
  const waived = worth.length - counted.length;
  const conclusion = words.judged(verdict, counts) + (waived === 0 ? '' : words.waivedCount(waived));
  return [
    ...wrapped(
      `${department ?? words.unknownDepartment} · ${words.year(year, words.stage[stage])}`,
      '',
      look,
    ),
    ...wrapped(words.form(form, formReason), '', look).map((line) => styled(line, 'dim', look)),
    `${words.conclusion}${styled(conclusion, verdictStyle[verdict], look)}`,
  ];
}

/** Findings of one part of the document, in the document's order, the worst first. */
function partsOf(findings: readonly ReportedFinding[]): readonly (readonly ReportedFinding[])[] {
  const sorted = [...findings].sort((a, b) => a.rank - b.rank);
  const parts = [...new Set(sorted.map(({ part }) => part))];
  return parts.map((name) => sorted.filter(({ part }) => part === name).sort(worstFirst));
}

const weight: Readonly<Record<Severity, number>> = { error: 0, warning: 1, info: 2 };

function worstFirst(a: ReportedFinding, b: ReportedFinding): number {
  return weight[a.severity] - weight[b.severity] || Number(a.tied) - Number(b.tied);
}

function partLines(findings: readonly ReportedFinding[], page: Page): readonly string[] {
  const title = wrapped(findings[0]?.part ?? '', '', page.look).map((line) =>
    styled(line, 'bold', page.look),
  );
  return ['', ...title, ...findings.flatMap((finding) => findingLines(finding, page))];
}

function findingLines(finding: ReportedFinding, page: Page): readonly string[] {
  const { look, words } = page;
  const style = severityStyle[finding.severity];
  const severity = words.severity[finding.severity];
  const [spot] = finding.spots;
  const where = finding.tied || spot === undefined ? '' : spotTitle(spot, page);
  const head = wrapped(
    `${signs[finding.severity]} ${severity}${where === '' ? '' : `  ${where}`}`,
    '  ',
    look,
  );
  const notes = [
    ...(finding.group === null ? [] : [words.group]),
    ...(finding.waiver === null ? [] : [waiverWords(finding.waiver, words)]),
  ];
  return [
    ...head.map((line) => styled(line, style, look)),
    ...bodyOf(finding, page),
    ...wrapped(`${words.remedy}${finding.remedy}${words.rule(finding.rule)}`, '    ', look),
    ...notes.flatMap((note) => wrapped(note, '    ', look)),
  ];
}

function waiverWords({ by, date, reason, expires }: Waiver, words: ReportWords): string {
  return words.waived(by, date, reason, expires);
}

function spotTitle({ spot, reference }: Spot, { words }: Page): string {
  if (spot === '') return reference;
  return reference === '' ? spot : `${spot}${words.at(reference)}`;
}

function bodyOf(finding: ReportedFinding, page: Page): readonly string[] {
  const { look, words } = page;
  if (!finding.tied) return wrapped(withoutPlace(finding), '    ', look);
  return [
    ...wrapped(tiedLead(finding, words), '    ', look),
    ...finding.culprits.flatMap(({ reported, expected }, i) => {
      const spot = finding.spots[i];
      const place =
        spot === undefined ? '' : `${spot.place}${spot.reference === '' ? '' : words.at(spot.reference)}`;
      const values = words.printed(reported?.text ?? null, expected?.text ?? null);
      return wrapped(`- ${place}${page.zh ? '' : ': '}${values}`, '    ', look);
    }),
  ];
}

/** What comes before the alternatives: the rule's own sentence, where the engine's general one says less. */
export function tiedLead(finding: ReportedFinding, words: ReportWords): string {
  return finding.listsAlternatives === true ? words.alternatives(finding.culprits.length) : finding.message;
}

/** The heading has said where; a message that begins with the place and goes on with the figure need not. */
export function withoutPlace({ message, spots }: ReportedFinding): string {
  const { place, spot } = spots[0] ?? { place: '', spot: '' };
  if (spot === '' || !message.startsWith(place)) return message;
  const rest = message.slice(place.length);
  return /^(?:写作|应为|空缺|：|: )/.test(rest) ? rest.replace(/^(?:：|: )/, '') : message;
}

/** Advice is summed up: one line for all of a rule. */
function adviceLines(findings: readonly ReportedFinding[], page: Page): readonly string[] {
  const { look, words } = page;
  const advice = findings.filter(({ severity }) => severity === 'info');
  if (advice.length === 0) return [];
  const keyOf = ({ rule, variant, waiver }: ReportedFinding): string =>
    `${rule} ${variant ?? ''} ${waiver === null ? '' : waiverWords(waiver, words)}`;
  const rules = [...new Set(advice.map(keyOf))];
  const lines = rules.flatMap((key) => {
    const same = advice.filter((finding) => keyOf(finding) === key);
    const [first] = same;
    if (first === undefined) return [];
    const reference = first.spots[0]?.reference ?? '';
    const times = same.length > 1 ? words.times(same.length) : '';
    const waived = first.waiver === null ? '' : words.at(waiverWords(first.waiver, words));
    return wrapped(
      `${signs.info} ${first.message}${reference === '' ? '' : words.at(reference)}${times}${waived}${words.rule(first.rule)}`,
      '  ',
      look,
    );
  });
  return [
    '',
    styled(words.advice(advice.length), 'bold', look),
    ...lines.map((line) => styled(line, 'dim', look)),
  ];
}
