import type { Figure } from '../../../model/figure.ts';
import { exactWords, readable } from '../amounts.ts';
import type { Part, Route } from '../address.ts';
import type { PortalDocument } from '../document.ts';
import type { AmountCell } from '../data/dataset.ts';
import { html, joined, type Html } from '../html.ts';
import { stageName } from '../names.ts';
import type { Crumb } from '../page.ts';
import type { DepartmentYear } from '../source.ts';
import type { View } from '../view.ts';

/** 2026年预算 */
export function yearWords({ year, stage }: Pick<DepartmentYear, 'year' | 'stage'>, view: View): string {
  return view.say(`${year}年${stageName(stage, view)}`, `${year} ${stageName(stage, view)}`);
}

/** From the front page to the disclosure; with the disclosure itself where a part of it is shown. */
export function crumbsOf(document: PortalDocument, isPart: boolean): readonly Crumb[] {
  const { published, view, part } = document;
  const { region, year, stage, name } = published.summary;
  const above: readonly Crumb[] = [
    { title: view.say('首页', 'Home'), href: view.link({ kind: 'home' }) },
    { title: region, href: view.link({ kind: 'region', region }) },
    { title: yearWords({ year, stage }, view), href: view.link({ kind: 'year', region, year, stage }) },
  ];
  return isPart ? [...above, { title: name, href: part({ kind: 'overview' }) }] : above;
}

type Tab = 'overview' | 'tables' | 'narrative' | 'projects' | 'checks' | 'sources' | 'download';

/** The bar of a disclosure's pages, the shown one marked. */
export function tabsOf(document: PortalDocument, current: Tab): Html {
  const { published, view, part } = document;
  const { say } = view;
  const { tables, narrative } = published.disclosure;
  const { projects, coverage, files } = published.summary;
  const tabs: readonly (readonly [Tab, string, number | null, boolean])[] = [
    ['overview', say('概览', 'Overview'), null, true],
    ['tables', say('表', 'Tables'), tables.length, tables.length > 0],
    ['narrative', say('正文', 'Text'), null, narrative.length > 0],
    ['projects', say('项目', 'Projects'), projects, projects > 0],
    ['checks', say('核对', 'Checks'), coverage.contradicted === 0 ? null : coverage.contradicted, true],
    ['sources', say('原文', 'Original'), null, files.length > 0],
    ['download', say('下载', 'Download'), null, true],
  ];
  const items = tabs
    .filter(([, , , isThere]) => isThere)
    .map(([kind, title, count]) => {
      const mark = kind === 'checks' && count !== null ? html` <span class="bad">✕ ${count}</span>` : null;
      const number = mark ?? (count === null ? null : html` <span class="count">${count}</span>`);
      const here = kind === current ? html` aria-current="page"` : null;
      return html`<li><a href="${part({ kind })}" ${here}>${title}${number}</a></li>`;
    });
  return html`<nav class="tabs" aria-label="${say('本部门的页面', 'Pages of this department')}">
    <ul>
      ${joined(items)}
    </ul>
  </nav>`;
}

/** The heading of a disclosure's page: what is shown, below it whose and of when. */
export function headingOf(document: PortalDocument, title: string | null): Html {
  const { published, view } = document;
  const { summary } = published;
  const whose = html`${summary.name} · ${yearWords(summary, view)}`;
  const unit =
    summary.level === 'unit' ? html` <span class="tag">${view.say('单位本级', 'single unit')}</span>` : null;
  return title === null
    ? html`<h1>${summary.name} <span class="when">${yearWords(summary, view)}</span>${unit}</h1>`
    : html`<p class="over">${whose}${unit}</p>
        <h1>${title}</h1>
        ${newerNote(document)}`;
}

/** On every page of a corrected version: which one corrected it, and the same page there. */
function newerNote({ newer, published, view }: PortalDocument): Html | null {
  if (newer === null) return null;
  const { say } = view;
  const { version } = published.summary;
  return html`<p class="versions old">
    ${say(`这是第${version}版，已被第${newer.version}版更正。`, `This is version ${version}; version ${newer.version} corrected it.`)}
    <a href="${newer.href}">${say('看最新一版', 'The newest version')}</a>
  </p>`;
}

/** A published amount as a reader says it; it opens its source. */
export function figureAmount({ fen, place, text }: Figure, document: PortalDocument): Html {
  const { view, hrefAt } = document;
  const href = hrefAt(place, text);
  const words = readable(fen, view);
  const title = exactWords(fen, view);
  return href === undefined
    ? html`<data class="amount" value="${fen / 100}" title="${title}">${words}</data>`
    : html`<a class="amount f" href="${href}" title="${title}">${words}</a>`;
}

/** A published amount in a data set. */
export function figureCell(figure: Figure, document: PortalDocument): AmountCell {
  const href = document.hrefAt(figure.place, figure.text);
  return { fen: figure.fen, ...(href === undefined ? {} : { href }) };
}

/** The route of the shown part, in the version of the address. */
export function routeTo(document: PortalDocument, version: number | null, part: Part): Route {
  const { region, year, stage, department } = document.published.summary;
  return { kind: 'disclosure', key: { region, year, stage, department }, version, part };
}
