import { createHash } from 'node:crypto';
import type { Disclosure } from '../../../model/disclosure.ts';
import type { Language } from '../../../model/language.ts';
import { goalsOf } from '../../../model/goals.ts';
import type { DocumentReport } from '../../../model/report.ts';
import type { Trace } from '../../../model/trace.ts';
import { placeNamesOf } from '../../../model/words/names.ts';
import { partWords, tableWords } from '../../../model/words/place.ts';
import { reportWords } from '../words.ts';
import { yearWords } from '../yearWords.ts';
import { changesHtml } from './changes.ts';
import { embeddedJson, escaped } from './escape.ts';
import { findingsHtml, marksOf, placedFindings, type PlacedFinding } from './findings.ts';
import { frontHtml } from './front.ts';
import { glossaryHtml, narrativeHtml, overviewHtml } from './narrative.ts';
import { pageOf, withMarks, type Page } from './page.ts';
import { noPictures, type Pictures } from './pagePicture.ts';
import { figureData } from './relations.ts';
import { rulesHtml, type RulePageOf } from './rules.ts';
import { script } from './script.ts';
import { goalsHtml } from './goals.ts';
import { sheetsHtml } from './sheets.ts';
import { style } from './style.ts';
import { tableHtml } from './tables.ts';
import { htmlWords, type HtmlWords } from './words.ts';

/** One document with all that its page shows; `disclosure` and `trace` null when it could not be read. */
export interface HtmlDocument {
  readonly report: DocumentReport;
  readonly disclosure: Disclosure | null;
  readonly trace: Trace | null;
}

export interface HtmlOptions {
  readonly language: Language;
  readonly version: string;
  /** What a rule is called. */
  readonly titleOf: (rule: string) => string;
  /** The page of a rule. */
  readonly pageOf?: RulePageOf;
  /** Where the summary of several documents stands, relative to this page. */
  readonly index?: string;
  /** Of the pages of a PDF. */
  readonly pictures?: Pictures;
}

/**
 * The report on one document as one file that needs nothing else: the document as read, each number with its
 * state and relations, the findings beside it. Nothing from the document can run in it: text is escaped,
 * and the content security policy admits the page's own script alone.
 */
export function htmlReport({ report, disclosure, trace }: HtmlDocument, options: HtmlOptions): string {
  const words = htmlWords(options.language);
  if (disclosure === null || trace === null)
    return shell(unreadableHtml(report, options), report, options, '');
  const page = pageOf(options.language, words, placeNamesOf(disclosure), trace);
  const body = documentHtml(disclosure, page);
  const findings = placedFindings(report, page);
  const { pictures = noPictures, pageOf: rulePageOf = () => null } = options;
  const rules = rulesHtml(
    report.findings.map(({ rule }) => rule),
    rulePageOf,
    words,
  );
  const data = { words: words.script, ...figureData(page, findings, options.titleOf, pictures) };
  const changes = report.changes === undefined ? '' : changesHtml(report.changes, page);
  const layout = `<div class="layout">${navHtml(disclosure, findings, page, changes !== '')}<main id="document" aria-label="${words.document}">${changes}${withMarks(body, marksOf(findings, page))}${rules}</main>${asideHtml(findings, page, rules === '' ? null : rulePageOf)}</div>`;
  const pages = pictures.pages.map(({ page: number, width, height, png }) => [number, width, height, png]);
  // Of its own, so that it is not parsed before a picture is asked for.
  const drawn =
    pages.length === 0 ? '' : `<script type="application/json" id="pages">${embeddedJson(pages)}</script>`;
  const embedded = `<script type="application/json" id="data">${embeddedJson(data)}</script>${drawn}`;
  return shell(
    `${headerHtml(report, options)}${layout}`,
    report,
    options,
    `${embedded}<script>${script}</script>`,
  );
}

function documentHtml(disclosure: Disclosure, page: Page): string {
  const sheets = [goalsHtml(goalsOf(disclosure), page), sheetsHtml(disclosure.projects, page)]
    .filter((part) => part !== '')
    .join('\n');
  const title = sheets === '' ? '' : `<h2 id="sheets" class="group">${page.words.sheets}</h2>`;
  return [
    frontHtml(disclosure, page),
    overviewHtml(disclosure, page),
    ...disclosure.tables.map((table) => tableHtml(table, page)),
    narrativeHtml(disclosure.narrative, page),
    title + sheets,
    glossaryHtml(disclosure, page),
  ].join('\n');
}

/** A page around its content: the policy admits this script by its hash and inline style, nothing else. */
export function shell(
  content: string,
  { file, department }: Pick<DocumentReport, 'file' | 'department'>,
  { language, version }: Pick<HtmlOptions, 'language' | 'version'>,
  scripts: string,
): string {
  const words = htmlWords(language);
  const hash = createHash('sha256').update(script).digest('base64');
  const policy = `default-src 'none'; img-src data:; style-src 'unsafe-inline'; script-src 'sha256-${hash}'; base-uri 'none'; form-action 'none'`;
  return `<!doctype html>
<html lang="${language === 'zh' ? 'zh-CN' : 'en'}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="generator" content="mingsuan ${escaped(version)}">
<title>${words.title} ${escaped(department ?? file)}</title>
<style>${style}</style>
</head>
<body>
${content}
${scripts}
</body>
</html>
`;
}

function headerHtml(report: DocumentReport, options: HtmlOptions): string {
  const words = htmlWords(options.language);
  const told = reportWords(options.language);
  const { department, year, stage, form, formReason, verdict, findings, coverage } = report;
  const worth = findings.filter(({ severity }) => severity !== 'info');
  const counted = worth.filter(({ waiver }) => waiver === null);
  const errors = counted.filter(({ severity }) => severity === 'error').length;
  const waived = worth.length - counted.length;
  const counts = told.judged(verdict, told.counts(errors, counted.length - errors));
  const verdictWords = counts + (waived === 0 ? '' : told.waivedCount(waived));
  const states = (['verified', 'contradicted', 'unverified'] as const).map(
    (state) =>
      `<li><span class="f ${{ verified: 'v', contradicted: 'x', unverified: 'u' }[state]}"></span>${words.state[state]} <b>${coverage[state]}</b></li>`,
  );
  return `<a class="skip" href="#findings">${words.skip}</a>
<header><button type="button" class="plain print">${words.print}</button>${indexLink(options)}
<h1>${escaped(department ?? told.unknownDepartment)} · ${escaped(told.year(year, told.stage[stage]))}</h1>
<p class="verdict ${verdict}">${told.conclusion}${escaped(verdictWords)}</p>
<p>${escaped(told.coverage(coverage))}</p>
<p>${escaped(report.file)} · ${escaped(told.form(form, formReason))} · ${words.made(escaped(options.version))}</p>
<ul class="legend">${states.join('')}</ul></header>`;
}

function indexLink({ index, language }: HtmlOptions): string {
  return index === undefined
    ? ''
    : `<p><a href="${escaped(index)}">${htmlWords(language).index.title}</a></p>`;
}

function unreadableHtml(report: DocumentReport, options: HtmlOptions): string {
  const told = reportWords(options.language);
  return `<header>${indexLink(options)}<h1>${escaped(report.file)}</h1><p class="verdict errors">${told.verdict.unreadable}</p><p>${escaped(report.error ?? '')}</p></header>`;
}

function navHtml(
  disclosure: Disclosure,
  findings: readonly PlacedFinding[],
  page: Page,
  compared: boolean,
): string {
  const { words, language } = page;
  const parts = [
    ...(compared ? [{ id: 'year', title: yearWords(language).title, part: '' }] : []),
    ...disclosure.tables.map((table) => ({
      id: `t${table.number}`,
      title: `${tableWords(table.number, language)} ${table.title}`,
      part: partWords({ file: '', table: table.number }, language, page.names),
    })),
    ...disclosure.narrative.map(({ title }, i) => ({ id: `s${i}`, title, part: title })),
    ...(disclosure.projects.length === 0 ? [] : [{ id: 'sheets', title: words.sheets, part: '' }]),
    ...(disclosure.glossary.length === 0
      ? []
      : [{ id: 'glossary', title: words.glossary, part: words.glossary }]),
  ];
  const items = parts.map(({ id, title, part }) => {
    const count = id === 'sheets' ? sheetFindings(findings) : part === '' ? 0 : worthIn(findings, part);
    return `<li><a href="#${id}">${escaped(title)}${count === 0 ? '' : ` <span class="bad" title="${words.findings}">${count}</span>`}</a></li>`;
  });
  return `<nav aria-label="${words.contents}"><h2>${words.contents}</h2><ul>${items.join('')}</ul></nav>`;
}

function worthIn(findings: readonly PlacedFinding[], part: string): number {
  return findings.filter(({ finding }) => finding.part === part && finding.severity !== 'info').length;
}

function sheetFindings(findings: readonly PlacedFinding[]): number {
  return findings.filter(({ finding }) => {
    const place = finding.culprits[0]?.place;
    return place?.project !== undefined && place.table === undefined && finding.severity !== 'info';
  }).length;
}

function asideHtml(findings: readonly PlacedFinding[], page: Page, rulePageOf: RulePageOf | null): string {
  const { words } = page;
  return `<aside aria-label="${words.findings}"><section id="figure" aria-live="polite" aria-label="${words.figure}"><h2>${words.figure}<button type="button" class="plain close">${closeWords(words)}</button></h2><div class="body"><p class="hint">${words.hint}</p></div></section>
<section class="problems" id="findings" tabindex="-1"><h2>${words.findings}</h2>${findingsHtml(findings, page, rulePageOf)}</section></aside>`;
}

function closeWords(words: HtmlWords): string {
  return words.script['close'] ?? '';
}
