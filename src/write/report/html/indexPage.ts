import type { Severity } from '../../../model/finding.ts';
import type { DocumentReport } from '../../../model/report.ts';
import { comparisonOf, comparisonTitle } from '../comparison.ts';
import { reportWords } from '../words.ts';
import { escaped } from './escape.ts';
import { shell, type HtmlOptions } from './htmlReport.ts';
import { htmlWords } from './words.ts';

/** The summary of several documents: a line for each, with a link to its page. `pageOf` gives the link. */
export function htmlIndex(
  documents: readonly DocumentReport[],
  pageOf: (index: number) => string,
  options: Pick<HtmlOptions, 'language' | 'version'>,
): string {
  const words = htmlWords(options.language);
  const told = reportWords(options.language);
  const counts = { errors: 0, warnings: 0, clean: 0, unreadable: 0 };
  for (const { verdict } of documents) counts[verdict] += 1;
  const head = words.index.head.map((title) => `<th scope="col">${title}</th>`).join('');
  const rows = documents.map((document, i) => lineHtml(document, pageOf(i), options));
  const summary = escaped(told.summary(counts, documents.length));
  const table = `<table class="index"><caption class="vh">${words.index.title}</caption><thead><tr>${head}</tr></thead><tbody>${rows.join('\n')}</tbody></table>`;
  const content = `<header><h1>${words.index.title}</h1><p>${summary}</p><p>${words.made(escaped(options.version))}</p></header><main class="index"><div class="scroll">${table}</div>${comparisonHtml(documents, options)}</main>`;
  return shell(content, { file: '', department: null }, options, '');
}

function comparisonHtml(
  documents: readonly DocumentReport[],
  { language }: Pick<HtmlOptions, 'language' | 'version'>,
): string {
  const comparison = comparisonOf(documents, language);
  if (comparison === null) return '';
  const compared = comparison.compared.map(({ sentence, holds }) => `${holds ? '✓' : '✕'} ${sentence}`);
  const items = [...compared, ...comparison.missing].map((sentence) => `<li>${escaped(sentence)}</li>`);
  return `<section class="comparison"><h2>${comparisonTitle[language]}</h2><ul>${items.join('')}</ul></section>`;
}

function lineHtml(
  document: DocumentReport,
  page: string,
  { language }: Pick<HtmlOptions, 'language' | 'version'>,
): string {
  const told = reportWords(language);
  const { file, department, year, verdict, error, findings } = document;
  const tone = { errors: 'bad', warnings: 'warning', clean: 'good', unreadable: 'bad' }[verdict];
  const cells = [
    `<th scope="row"><a href="${escaped(page)}">${escaped(file)}</a></th>`,
    `<td>${escaped(department ?? '')}</td>`,
    `<td>${year ?? ''}</td>`,
    `<td class="${tone}">${told.verdict[verdict]}${error === null ? '' : `<br>${escaped(error)}`}</td>`,
    ...countsOf(document).map((count) => `<td class="n">${error === null ? count : ''}</td>`),
  ];
  return `<tr data-findings="${findings.length}">${cells.join('')}</tr>`;
}

/** Errors, warnings and advice, as the page counts them; then what is waived of all three. */
function countsOf({ findings }: DocumentReport): readonly number[] {
  const open = findings.filter(({ waiver }) => waiver === null);
  const of = (severity: Severity): number => open.filter((finding) => finding.severity === severity).length;
  return [of('error'), of('warning'), of('info'), findings.length - open.length];
}
