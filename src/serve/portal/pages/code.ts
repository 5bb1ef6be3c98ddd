import { shareWords } from '../amounts.ts';
import { amountsOf } from '../data/amountIndex.ts';
import { codeLinesOf, type CodeDimension, type CodeLine, type CodeLines } from '../data/codeLines.ts';
import type { DataRow, Dataset } from '../data/dataset.ts';
import { dataTable } from '../data/dataTable.ts';
import type { PortalDocument } from '../document.ts';
import { html, joined, type Html } from '../html.ts';
import { codeName } from '../names.ts';
import { downloads, section, type Crumb, type PortalPage } from '../page.ts';
import type { SeriesPoint } from '../source.ts';
import { codeData } from './codeData.ts';
import { howToRead } from './howTo.ts';
import { crumbsOf, figureAmount, figureCell, headingOf, routeTo, tabsOf, yearWords } from './frame.ts';
import { seriesData } from './series.ts';
import { placeWords } from '../../../model/words/place.ts';

/** One function or economic class: its sum, the levels below, its sources, other years; null for a code that is not printed. */
export function codePage(
  document: PortalDocument,
  version: number | null,
  dimension: CodeDimension,
  code: string,
  years: readonly SeriesPoint[],
): PortalPage | null {
  const { published, view } = document;
  const lines = codeLinesOf(published, dimension);
  const line = lines?.line(code) ?? null;
  if (lines === null || line === null) return null;
  const { say } = view;
  const kind = dimension === 'function' ? 'function' : 'economic';
  const route = routeTo(document, version, { kind, code });
  const below = codeData(document, dimension, code);
  const printings = printingData(line, lines, document);
  const history =
    years.filter(({ fen }) => fen !== null).length > 1 ? seriesData(years, document.view, 'years') : null;
  const data = [below, printings, history].filter((each) => each !== null);
  const load = (each: Dataset): Html => downloads(route, each, each === data[0], view);
  const name = codeName(code, line.name, view);
  return {
    title: `${name} · ${published.summary.name} ${yearWords(published.summary, view)}`,
    description: `${published.summary.name} ${yearWords(published.summary, view)} ${code} ${name}`,
    route,
    crumbs: [...crumbsOf(document, true), ...aboveCrumbs(line, lines, document)],
    tabs: tabsOf(document, 'overview'),
    data,
    body: html`${headingOf(document, `${code} ${name}`)}
      <div class="lead"><p>${leadOf(line, lines, document)}</p></div>
      ${below === null ? html`<p class="hint">${say('这是公布的最细一级。下面是这个数在公布的文件里的位置。', 'This is the most detailed published level. Below is where the document prints it.')}</p>` : section('below', say('细目', 'Details'), dataTable(below, view, { quiet: true }), howToRead('bars', view), load(below))}
      ${history === null ? null : section('years', say('历年公布数', 'Published in other years'), dataTable(history, view, { quiet: true }), howToRead('years', view), load(history))}
      ${section('printed', say('写在哪里', 'Where it is printed'), dataTable(printings, view, { quiet: true }), load(printings))}
      ${compareLink(code, document, kind)} ${mentionsHtml(code, dimension, document)}`,
  };
}

function aboveCrumbs(line: CodeLine, lines: CodeLines, { part, view }: PortalDocument): readonly Crumb[] {
  const kind = lines.dimension === 'function' ? 'function' : 'economic';
  return [3, 5]
    .filter((length) => length < line.code.length)
    .flatMap((length) => {
      const above = lines.line(line.code.slice(0, length));
      if (above === null) return [];
      return [{ title: codeName(above.code, above.name, view), href: part({ kind, code: above.code }) }];
    });
}

function leadOf(line: CodeLine, lines: CodeLines, document: PortalDocument): Html {
  const { published, view } = document;
  const { say } = view;
  const index = amountsOf(published);
  const whole =
    index.find(lines.base)?.fen ?? lines.below('').reduce((sum, { figure }) => sum + figure.fen, 0);
  const share = shareWords(line.figure.fen, whole);
  const of =
    lines.dimension === 'function'
      ? say('本部门支出', "the department's expenditure")
      : say('公布的基本支出', 'published basic expenditure');
  const clause = share === null ? null : html`${say(`，占${of}的 ${share}`, `, ${share} of ${of}`)}`;
  const base =
    lines.base.vintage === 'current' ? say('（不含上年结转）', ' (without what was carried over)') : '';
  return html`${say(`${published.summary.year}年${base}安排`, `${published.summary.year}${base}: `)}
    <strong>${figureAmount(line.figure, document)}</strong>${clause}${say('。', '.')}`;
}

/** Every printed amount of the code with its own scope: by fund, basic, project … */
function printingData(line: CodeLine, { dimension }: CodeLines, document: PortalDocument): Dataset {
  const { published, view, names } = document;
  const { say } = view;
  const own = amountsOf(published).figures.filter(({ scope }) => scope[dimension] === line.code);
  return {
    id: 'printed',
    title: say(`${line.name}在公布文件中的位置`, `Where ${line.code} is printed`),
    unit: '万元',
    columns: [
      { key: 'place', title: say('位置', 'Place'), kind: 'text' },
      { key: 'state', title: say('核对', 'Check'), kind: 'text', brief: true },
      { key: 'amount', title: say('金额', 'Amount'), kind: 'amount' },
      { key: 'printed', title: say('写作', 'As printed'), kind: 'text', hidden: true },
    ],
    rows: own.map((figure): DataRow => {
      const href = document.hrefAt(figure.place, figure.text);
      return {
        ...(href === undefined ? {} : { href }),
        cells: {
          place: placeWords(figure.place, view.language, names),
          state: document.stateAt(figure.place, figure.text),
          amount: figureCell(figure, document),
          printed: figure.text,
        },
      };
    }),
  };
}

function compareLink(code: string, { published, view }: PortalDocument, axis: 'function' | 'economic'): Html {
  const { region, year, stage } = published.summary;
  const href = view.link({ kind: 'year', region, year, stage, compared: { axis, node: code } });
  return html`<p class="more">
    <a href="${href}"
      >${view.say('与本地区其他部门的同一科目比较', 'Compare with the same item of other departments')}</a
    >
  </p>`;
}

/** Sentences of the text that speak of the code. */
function mentionsHtml(code: string, dimension: CodeDimension, document: PortalDocument): Html | null {
  const { published, view, part } = document;
  const sentences = published.disclosure.narrative.flatMap(({ title, paragraphs }, i) =>
    paragraphs.flatMap(({ text, claims }) =>
      claims
        .filter(({ subject, kind }) => subject?.[dimension] === code && kind !== 'list')
        .map(({ start, end }) => ({ title, i, quote: clauseAround(text, start, end) })),
    ),
  );
  const unique = [...new Map(sentences.map((each) => [each.quote, each])).values()].slice(0, 12);
  if (unique.length === 0) return null;
  const items = unique.map(
    ({ title, i, quote }) =>
      html`<li>
        <q lang="zh-CN">${quote}</q>
        <a class="source" href="${part({ kind: 'narrative' })}#s${i}">${title}</a>
      </li>`,
  );
  return section(
    'mentions',
    view.say('情况说明里怎么说', 'What the text says of it'),
    html`<ul class="quotes">
      ${joined(items)}
    </ul>`,
  );
}

function clauseAround(text: string, start: number, end: number): string {
  const from = Math.max(...['。', '；', '：', '\n'].map((sign) => text.lastIndexOf(sign, start - 1))) + 1;
  const stop = text.slice(end).search(/[。；\n]/);
  return text.slice(from, stop < 0 ? text.length : end + stop).trim();
}
