import type { Severity } from '../../../model/finding.ts';
import type { DocumentReport, ReportedFinding } from '../../../model/report.ts';
import { tiedLead, withoutPlace } from '../text.ts';
import { reportWords } from '../words.ts';
import { escaped } from './escape.ts';
import type { Page } from './page.ts';
import { ruleAnchor, type RulePageOf } from './rules.ts';
import { familyOf, familyWords } from './words.ts';

export const severitySigns: Readonly<Record<Severity, string>> = { error: '✕', warning: '!', info: '○' };
const severities: readonly Severity[] = ['error', 'warning', 'info'];

/** A finding with its number in the report and the elements that its culprits stand in. */
export interface PlacedFinding {
  readonly number: number;
  readonly finding: ReportedFinding;
  readonly targets: readonly Target[];
}

/** `element` null: the place is not on the page; `figure` when it is a number of the trace. */
export interface Target {
  readonly element: string | null;
  readonly figure: number | null;
}

/** Findings in the order of the document, the worst of each part first, advice at the end. */
export function placedFindings(report: DocumentReport, page: Page): readonly PlacedFinding[] {
  const weight = (finding: ReportedFinding): number => severities.indexOf(finding.severity);
  const ordered = [...report.findings].sort(
    (a, b) =>
      Number(a.severity === 'info') - Number(b.severity === 'info') ||
      a.rank - b.rank ||
      weight(a) - weight(b),
  );
  return ordered.map((finding, i) => ({
    number: i + 1,
    finding,
    targets: finding.culprits.map(({ place, reported }): Target => {
      // A relation between documents names places of another one: they are not on this page.
      if (!isOwn(place.file, report.file)) return { element: null, figure: null };
      const figure = page.finder.at(place, reported?.text ?? '');
      if (figure !== null && page.shown.has(figure)) return { element: `f${figure}`, figure };
      return { element: page.anchors.find(place), figure: null };
    }),
  }));
}

/** Several files that are one disclosure have their names joined. */
function isOwn(file: string, reported: string): boolean {
  return file === '' || file === reported || reported.split(' + ').includes(file);
}

/** Marks beside the elements that findings lead to, other than figures. */
export function marksOf(findings: readonly PlacedFinding[], { words }: Page): ReadonlyMap<string, string> {
  const marks = new Map<string, string>();
  for (const { number, finding, targets } of findings) {
    const elements = targets.flatMap(({ element, figure }) =>
      element === null || figure !== null ? [] : [element],
    );
    for (const element of new Set(elements)) {
      const label = words.toFinding.replace('{0}', String(number));
      const mark = `<a class="mark ${finding.severity}" href="#p${number}" aria-label="${label}">${severitySigns[finding.severity]}${number}</a>`;
      marks.set(element, (marks.get(element) ?? '') + mark);
    }
  }
  return marks;
}

/** The list beside the document, with filters. */
export function findingsHtml(
  findings: readonly PlacedFinding[],
  page: Page,
  rulePageOf: RulePageOf | null = null,
): string {
  const { words } = page;
  if (findings.length === 0) return `<p class="none">${words.noFindings}</p>`;
  const items = findings.map((placed) => itemHtml(placed, page, rulePageOf));
  return `${filtersHtml(findings, page)}<ol class="findings">${items.join('\n')}</ol>`;
}

function filtersHtml(findings: readonly PlacedFinding[], { words, language }: Page): string {
  const names = reportWords(language).severity;
  const boxes = severities.flatMap((severity) => {
    const count = findings.filter(({ finding }) => finding.severity === severity).length;
    if (count === 0) return [];
    return [
      `<label><input type="checkbox" name="severity" value="${severity}" checked> <span class="sign ${severity}" aria-hidden="true">${severitySigns[severity]}</span> ${names[severity]} <span class="count">${count}</span></label>`,
    ];
  });
  const families = [...new Set(findings.map(({ finding }) => familyOf(finding.rule)))];
  const options = families.map((family) => {
    const count = findings.filter(({ finding }) => familyOf(finding.rule) === family).length;
    return `<option value="${escaped(family)}">${escaped(familyWords(family, words))} ${count}</option>`;
  });
  const all = `<option value="">${words.all} ${findings.length}</option>`;
  return `<form class="filters" aria-label="${words.filters}"><fieldset><legend class="vh">${words.severity}</legend>${boxes.join('')}</fieldset><label>${words.family} <select name="family">${all}${options.join('')}</select></label><p class="shown" role="status"></p></form>`;
}

function itemHtml(placed: PlacedFinding, page: Page, rulePageOf: RulePageOf | null): string {
  const { number, finding } = placed;
  const words = reportWords(page.language);
  const { severity, rule, remedy, waiver, group } = finding;
  const head = `<span class="sign ${severity}" aria-hidden="true">${severitySigns[severity]}</span> <b>${words.severity[severity]}</b>`;
  const notes = [
    ...(group === null ? [] : [words.group]),
    ...(waiver === null ? [] : [words.waived(waiver.by, waiver.date, waiver.reason, waiver.expires)]),
  ];
  return `<li class="p ${severity}${waiver === null ? '' : ' waived'}" id="p${number}" data-severity="${severity}" data-family="${escaped(familyOf(rule))}" tabindex="-1"><p class="head"><span class="no">${number}</span> ${head} <span class="kind">${escaped(familyWords(rule, page.words))}</span></p>${placesHtml(placed, page)}<p class="message">${escaped(finding.tied ? tiedLead(finding, words) : withoutPlace(finding))}</p>${finding.tied ? alternativesHtml(placed, page) : ''}<p class="remedy">${words.remedy}${escaped(remedy)}</p>${notes.map((note) => `<p class="noted">${escaped(note)}</p>`).join('')}<p class="rule">${ruleLink(rule, rulePageOf)}</p></li>`;
}

function ruleLink(rule: string, pageOf: RulePageOf | null): string {
  if (pageOf === null || pageOf(rule) === null) return escaped(rule);
  return `<a href="#${ruleAnchor(rule)}">${escaped(rule)}</a>`;
}

function placesHtml({ finding, targets }: PlacedFinding, { language }: Page): string {
  const [spot] = finding.spots;
  if (spot === undefined || finding.tied) return '';
  const reference = spot.reference === '' ? '' : `<span class="ref">${escaped(spot.reference)}</span>`;
  const place = spot.place === '' ? (language === 'zh' ? '文档' : 'Document') : spot.place;
  return `<p class="place">${linkHtml(targets[0], place)} ${reference}</p>`;
}

function alternativesHtml({ finding, targets }: PlacedFinding, { language }: Page): string {
  const words = reportWords(language);
  const items = finding.culprits.map(({ reported, expected }, i) => {
    const spot = finding.spots[i];
    const values = words.printed(reported?.text ?? null, expected?.text ?? null);
    const reference =
      spot === undefined || spot.reference === ''
        ? ''
        : ` <span class="ref">${escaped(spot.reference)}</span>`;
    return `<li>${linkHtml(targets[i], spot?.place ?? '')}${reference} ${escaped(values)}</li>`;
  });
  return `<ul class="alternatives">${items.join('')}</ul>`;
}

function linkHtml(target: Target | undefined, words: string): string {
  const element = target?.element ?? null;
  return element === null ? escaped(words) : `<a href="#${element}">${escaped(words)}</a>`;
}
