import type { Dataset } from '../data/dataset.ts';
import { printedPage, type PortalDocument } from '../document.ts';
import { html, joined, trusted, type Html } from '../html.ts';
import { claimName } from '../names.ts';
import type { PortalPage } from '../page.ts';
import { glossaryHtml, narrativeHtml, overviewHtml } from '../../../write/report/html/narrative.ts';
import { withMarks } from '../../../write/report/html/page.ts';
import { questionLink } from '../questions/page.ts';
import { crumbsOf, headingOf, routeTo, tabsOf, yearWords } from './frame.ts';
import { signsLegend } from './quality.ts';

/** The explanatory text with every number of its sentences leading to its source. */
export function narrativePage(document: PortalDocument, version: number | null): PortalPage {
  const { published, view } = document;
  const { disclosure, summary } = published;
  const { say } = view;
  const page = printedPage(document);
  const text = [
    overviewHtml(disclosure, page),
    narrativeHtml(disclosure.narrative, page),
    glossaryHtml(disclosure, page),
  ].join('\n');
  const items = disclosure.narrative.map(({ title }, i) => html`<li><a href="#s${i}">${title}</a></li>`);
  return {
    title: `${say('情况说明', 'Explanatory text')} · ${summary.name}`,
    description: `${summary.name} ${yearWords(summary, view)} ${say('情况说明', 'explanatory text')}`,
    route: routeTo(document, version, { kind: 'narrative' }),
    crumbs: crumbsOf(document, true),
    tabs: tabsOf(document, 'narrative'),
    data: [claimData(document)],
    body: html`${headingOf(document, say('情况说明', 'Explanatory text'))} ${signsLegend(document)}
      <nav class="onpage" aria-label="${say('本页内容', 'On this page')}">
        <ul class="plain">
          ${joined(items)}
        </ul>
      </nav>
      <h2 class="vh">${say('全文', 'The whole text')}</h2>
      <div class="published prose" lang="zh-CN">${trusted(withMarks(text, new Map()))}</div>
      ${unclearSections(document)}`,
  };
}

/** A section that cannot be understood can be told to the department. */
function unclearSections(document: PortalDocument): Html | null {
  if (!document.view.hasQuestions) return null;
  const items = document.published.disclosure.narrative.map(
    ({ title }, i) => html`<li>${questionLink(`s${i}`, document, title)}</li>`,
  );
  return html`<details class="under">
    <summary>
      ${document.view.say('哪一节看不懂？告诉部门', 'A section is not clear? Tell the department')}
    </summary>
    <ul class="plain">
      ${joined(items)}
    </ul>
  </details>`;
}

/** Every number that a sentence states. */
function claimData({ published, view }: PortalDocument): Dataset {
  const { say } = view;
  const rows = published.disclosure.narrative.flatMap(({ title, paragraphs }) =>
    paragraphs.flatMap(({ text, claims }) =>
      claims
        .filter(({ kind }) => kind !== 'list')
        .map((claim) => ({
          cells: {
            section: title,
            sentence: text.slice(Math.max(0, claim.start - 16), claim.end + 6),
            kind: claimName(claim.kind, view),
            text: claim.text,
            amount: claim.fen === null ? null : { fen: claim.fen },
            year: claim.year,
          },
        })),
    ),
  );
  return {
    id: 'claims',
    title: say('说明中的数', 'Numbers of the text'),
    unit: '万元',
    columns: [
      { key: 'section', title: say('部分', 'Section'), kind: 'text' },
      { key: 'kind', title: say('类型', 'Kind'), kind: 'text' },
      { key: 'text', title: say('写作', 'As printed'), kind: 'text' },
      { key: 'amount', title: say('金额', 'Amount'), kind: 'amount' },
      { key: 'year', title: say('年度', 'Year'), kind: 'count' },
      { key: 'sentence', title: say('上下文', 'Context'), kind: 'text' },
    ],
    rows,
  };
}
