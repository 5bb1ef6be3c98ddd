import type { Place } from '../../../model/place.ts';
import type { DocumentReport, ReportedFinding } from '../../../model/report.ts';
import type { TracedFigure } from '../../../model/trace.ts';
import { placeWords, referenceWords } from '../../../model/words/place.ts';
import type { Dataset } from '../data/dataset.ts';
import { figuresOf, hasChecks, sheetSlugs, type CheckPart, type PortalDocument } from '../document.ts';
import { html, joined, type Html } from '../html.ts';
import { stateName } from '../names.ts';
import { downloads, type PortalPage } from '../page.ts';
import { partName, shortMessage } from './checks.ts';
import { relationsHtml, sameFigures, twinOf } from './relations.ts';
import { questionLink } from '../questions/page.ts';
import { crumbsOf, headingOf, routeTo, tabsOf } from './frame.ts';

/** Every number of one part: where it stands, where else it is printed, what it adds up with; null for an empty part. */
export function checkPage(
  document: PortalDocument,
  version: number | null,
  part: CheckPart,
): PortalPage | null {
  const { published, view } = document;
  const { say } = view;
  const figures = figuresOf(document, part);
  if (!hasChecks(document, part)) return null;
  const route = routeTo(document, version, part);
  const { name } = partName(part, document);
  const data = figureData(figures, document);
  const printed =
    part.of === 'table'
      ? document.part({ kind: 'table', number: Number(part.name) })
      : part.of === 'project'
        ? document.part({ kind: 'project', slug: part.name })
        : document.part({ kind: 'narrative' });
  return {
    title: `${say('核对', 'Checks')} ${name} · ${published.summary.name}`,
    description: say(
      `${name}的 ${figures.length} 个数各与哪些数核对过`,
      `How the ${figures.length} numbers of ${name} were checked`,
    ),
    route,
    crumbs: [
      ...crumbsOf(document, true),
      { title: say('核对', 'Checks'), href: document.part({ kind: 'checks' }) },
    ],
    tabs: tabsOf(document, 'checks'),
    data: [data],
    body: html`${headingOf(document, name)}
      <p class="legend">
        <a href="${printed}">${say('看原样', 'As published')}</a>
        <span class="state v">✓ ${say('核对无误', 'verified')}</span>
        <span class="state x">✕ ${say('有矛盾', 'contradicted')}</span>
        <span class="state u">○ ${say('无从核对', 'not verifiable')}</span>
      </p>
      ${figures.length === 0 ? html`<p class="empty">${say('这一部分没有数。', 'This part holds no numbers.')}</p>` : null}
      <div class="figures">
        ${joined(
          figures.map(([id, figure]) => figureArticle(id, figure, document)),
          '\n',
        )}
      </div>
      ${downloads(route, data, true, view)}`,
  };
}

const signs = { verified: '✓', contradicted: '✕', unverified: '○' } as const;
const letters = { verified: 'v', contradicted: 'x', unverified: 'u' } as const;

function figureArticle(id: number, figure: TracedFigure, document: PortalDocument): Html {
  const { view, names } = document;
  const { say, language } = view;
  const { text, state, quote, place } = figure;
  const where = placeWords(place, language, names);
  const printed = text === '' ? say('空白', 'blank') : text;
  const told = quote === null ? null : html`<p class="quote"><q lang="zh-CN">${quote}</q></p>`;
  return html`<article id="f${id}" class="figure ${letters[state]}">
    <h2>
      <span class="num">${printed}</span>
      <span class="state ${letters[state]}">${signs[state]} ${stateName(state, view)}</span>
    </h2>
    <p class="where">${where}</p>
    ${told}${sourceLinks(id, figure, document)}${relationsHtml(id, document)}${findingsOn(figure, document)}
  </article>`;
}

/** Where the number is printed on these pages, and where in the published file. */
function sourceLinks(id: number, { place }: TracedFigure, document: PortalDocument): Html | null {
  const links = [
    printedLink(place, document),
    fileLink(id, place, document),
    questionLink(`f${id}`, document),
  ].filter((link) => link !== null);
  return links.length === 0 ? null : html`<p class="meta">${joined(links, ' · ')}</p>`;
}

/** The row of the table, the section of the text or the project's page. */
function printedLink({ table, row, section, project }: Place, document: PortalDocument): Html | null {
  const { view, published, part } = document;
  const { say } = view;
  if (table !== undefined) {
    const rows = published.disclosure.tables.find(({ number }) => number === table)?.rows ?? [];
    const at = rows.findIndex(({ place }) => place.row === row);
    const href = `${part({ kind: 'table', number: table })}${at < 0 ? '' : `#r${table}-${at}`}`;
    return html`<a href="${href}">${say('表中这一行', 'the row in the table')}</a>`;
  }
  const slug = project === undefined ? undefined : sheetSlugs(published).get(project);
  if (slug !== undefined)
    return html`<a href="${part({ kind: 'project', slug })}">${say('这个项目', 'the project')}</a>`;
  const at = published.disclosure.narrative.findIndex((each) => each.section === section);
  if (section === undefined || at < 0) return null;
  return html`<a href="${part({ kind: 'narrative' })}#s${at}">${say('正文这一节', 'the section')}</a>`;
}

/** The page or line of the published file; a file that cannot be shown here is told by its own reference. */
function fileLink(id: number, place: Place, document: PortalDocument): Html | null {
  const { view, part } = document;
  const { say } = view;
  const file = fileIndex(place.file, document);
  const reference = referenceWords(place, view.language);
  if (place.page !== undefined && file >= 0) {
    const href = part({ kind: 'source', file, page: place.page });
    const words = say(`原文件第${place.page}页`, `page ${place.page} of the document`);
    return html`<a href="${href}#b${id}">${words}</a>`;
  }
  if (place.line !== undefined && file >= 0) {
    const href = part({ kind: 'source', file, page: 1 });
    const words = say(`原文件第${place.line}行`, `line ${place.line} of the document`);
    return html`<a href="${href}#L${place.line}">${words}</a>`;
  }
  if (reference === '') return null;
  const words = html`${say('原文件', 'Document: ')}${reference}`;
  return file < 0 ? words : html`<a href="${part({ kind: 'sources' })}">${words}</a>`;
}

/** The position of a file among the published ones, by its name. */
export function fileIndex(file: string, { published }: PortalDocument): number {
  const name = file.split(/[\\/]/).at(-1) ?? '';
  const at = published.summary.files.findIndex((each) => each.name === name);
  return at < 0 && published.summary.files.length === 1 ? 0 : at;
}

/** The findings that name the number. */
function findingsOn({ place, state, text }: TracedFigure, document: PortalDocument): Html | null {
  if (state !== 'contradicted') return null;
  const own = findingsAt(document.published.report).get(culpritKey(place, text)) ?? [];
  const all = document.part({ kind: 'checks' });
  const told = own.map((finding) => html`<a href="${all}#findings">${shortMessage(finding, document)}</a>`);
  return own.length === 0 ? null : html`${told.map((words) => html`<p class="verdict">✕ ${words}</p>`)}`;
}

const knownFindings = new WeakMap<DocumentReport, ReadonlyMap<string, readonly ReportedFinding[]>>();

/** The findings by the numbers that they name. */
function findingsAt(report: DocumentReport): ReadonlyMap<string, readonly ReportedFinding[]> {
  const known = knownFindings.get(report);
  if (known !== undefined) return known;
  const findings = new Map<string, ReportedFinding[]>();
  for (const finding of report.findings) {
    const keys = finding.culprits.map(({ place, reported }) => culpritKey(place, reported?.text ?? ''));
    for (const key of new Set(keys)) findings.set(key, [...(findings.get(key) ?? []), finding]);
  }
  knownFindings.set(report, findings);
  return findings;
}

function culpritKey(place: Place, text: string): string {
  return `${JSON.stringify(place)}\n${text}`;
}

function figureData(
  figures: readonly (readonly [number, TracedFigure])[],
  document: PortalDocument,
): Dataset {
  const { view, names } = document;
  const { say } = view;
  return {
    id: 'figures',
    title: say('各数的核对', 'Checks of the numbers'),
    unit: '万元',
    columns: [
      { key: 'place', title: say('位置', 'Place'), kind: 'text' },
      { key: 'text', title: say('写作', 'As printed'), kind: 'text' },
      { key: 'state', title: say('状态', 'State'), kind: 'text' },
      { key: 'same', title: say('同数处数', 'Other printings'), kind: 'count' },
      { key: 'relations', title: say('关系数', 'Relations'), kind: 'count' },
    ],
    rows: figures.map(([id, { place, text, state, quote }]) => {
      const relations = document.relationsOf(id);
      return {
        cells: {
          place: placeWords(place, view.language, names) + (quote === null ? '' : `“${quote}”`),
          text,
          state: stateName(state, view),
          same: sameFigures(id, relations, document).length,
          relations: relations.filter((each) => each.kind !== 'same' && twinOf(id, each, document) === null)
            .length,
        },
      };
    }),
  };
}
