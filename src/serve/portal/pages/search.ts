import { readable } from '../amounts.ts';
import { addressOf, type Part } from '../address.ts';
import type { Dataset } from '../data/dataset.ts';
import { html, joined, type Html } from '../html.ts';
import { kindName, levelName, stageName } from '../names.ts';
import type { PortalPage } from '../page.ts';
import { facetNames, type FacetCount, type PublishedFacet } from '../../../store/search/query.ts';
import { type SearchQuery, type SearchRecord, type SearchResult, recordKinds } from '../source.ts';
import type { Stage } from '../../../model/scope.ts';
import type { View } from '../view.ts';
import { yearWords } from './frame.ts';
import { wordsOf } from '../search/find.ts';

/** Names of the choices in addresses. */
const parameters: Readonly<Record<PublishedFacet, string>> = {
  kind: 'kind',
  region: 'region',
  year: 'year',
  stage: 'stage',
  department: 'department',
  functionClass: 'class',
};

const pageSize = 25;
/** What is downloaded is the whole result, or so much of it at a time. */
const downloadSize = 2000;
/** Deeper pages are of no use to a reader and a burden to the store. */
const mostPages = 400;

/** The query of an address; what it says wrongly is left out. `format`: data are given in longer parts than pages. */
export function queryOf(parameters_: Readonly<Record<string, string>>, format: string): SearchQuery {
  const chosen = Object.fromEntries(
    facetNames.flatMap((facet) => {
      const value = parameters_[parameters[facet]];
      return value === undefined || value === '' ? [] : [[facet, value.slice(0, 200)]];
    }),
  );
  const page = /^\d{1,3}$/.test(parameters_['page'] ?? '') ? Number(parameters_['page']) : 1;
  return {
    text: (parameters_['q'] ?? '').slice(0, 200).trim(),
    chosen,
    order: parameters_['order'] === 'amount' ? 'amount' : 'relevance',
    page: Math.min(Math.max(1, page), mostPages),
    pageSize: format === 'html' ? pageSize : downloadSize,
  };
}

/** What was found, with the sums over all of it, the choices that exist and the way on. */
export function searchPage(query: SearchQuery, result: SearchResult, view: View): PortalPage {
  const { say, link } = view;
  const asked = query.text === '' ? '' : `“${query.text}”`;
  const words = say(
    query.text === ''
      ? `共 ${result.total.toLocaleString('en')} 条`
      : `${asked} 找到 ${result.total.toLocaleString('en')} 条`,
    `${result.total.toLocaleString('en')} results ${asked === '' ? '' : `for ${asked}`}`,
  );
  return {
    title: `${say('搜索', 'Search')} ${asked}`,
    description: words,
    route: { kind: 'search' },
    crumbs: [{ title: say('首页', 'Home'), href: link({ kind: 'home' }) }],
    data: [hitData(query, result, view), sumData(result, view)],
    body: html`<h1>${say('搜索', 'Search')}</h1>
      <form
        class="big"
        action="${link({ kind: 'search' })}"
        role="search"
        aria-label="${say('改搜索词', 'Change the search')}"
      >
        <label for="q">${say('找什么', 'Search for')}</label
        ><input id="q" name="q" type="search" value="${query.text}" /><button type="submit">
          ${say('搜索', 'Search')}
        </button>
      </form>
      <p class="found" role="status">${words}</p>
      <div class="results">
        ${facetsHtml(query, result, view)}
        <div>
          ${sumsHtml(result, view)}
          ${
            result.total === 0
              ? emptyHtml(query, view)
              : html`${orderHtml(query, view)}
                  <ol class="hits">
                    ${joined(result.hits.map((hit) => hitHtml(hit, query, view)))}
                  </ol>
                  ${pagesHtml(query, result.total, view)}`
          }
        </div>
      </div>`,
  };
}

function emptyHtml(query: SearchQuery, view: View): Html {
  const { say } = view;
  const narrowed = Object.keys(query.chosen).length > 0;
  const without = html`<a href="${searchHref({ ...query, chosen: {}, page: 1 }, view)}"
    >${say('去掉筛选再找', 'Search without the filters')}</a
  >`;
  return html`<div class="empty">
    <p>${say('没有找到。', 'Nothing was found.')}</p>
    <p>
      ${say('换短一点的词试试，例如只写“供热”“学校”；多个词用空格隔开，每个词都要出现。', 'Try a shorter word; of several words, each must occur.')}
    </p>
    ${narrowed ? html`<p>${without}</p>` : null}
  </div>`;
}

/** The address of a query. */
export function searchHref(query: SearchQuery, view: View, format = 'html'): string {
  const parts = new URLSearchParams();
  if (query.text !== '') parts.set('q', query.text);
  for (const facet of facetNames) {
    const value = query.chosen[facet];
    if (value !== undefined) parts.set(parameters[facet], value);
  }
  if (query.order === 'amount') parts.set('order', 'amount');
  if (query.page > 1) parts.set('page', String(query.page));
  const text = parts.toString();
  return addressOf({ kind: 'search' }, view.language, format) + (text === '' ? '' : `?${text}`);
}

function facetsHtml(query: SearchQuery, { facets }: SearchResult, view: View): Html {
  const { say } = view;
  const titles: Readonly<Record<PublishedFacet, string>> = {
    kind: say('类型', 'Kind'),
    region: say('地区', 'Region'),
    year: say('年度', 'Year'),
    stage: say('阶段', 'Stage'),
    department: say('部门', 'Department'),
    functionClass: say('功能类', 'Function'),
  };
  const groups = facetNames
    .filter((facet) => facets[facet].length > 1 || query.chosen[facet] !== undefined)
    .map((facet) => facetHtml(facet, titles[facet], facets[facet], query, view));
  const count = Object.keys(query.chosen).length;
  const summary =
    count === 0 ? say('筛选', 'Filter') : say(`筛选（已选 ${count} 项）`, `Filter (${count} chosen)`);
  return html`<details class="facets" open>
    <summary>${summary}</summary>
    ${joined(groups)}
  </details>`;
}

const mostValues = 12;

function facetHtml(
  facet: PublishedFacet,
  title: string,
  values: readonly FacetCount[],
  query: SearchQuery,
  view: View,
): Html {
  const items = values.slice(0, mostValues).map(({ value, label, count }) => {
    const on = query.chosen[facet] === value;
    const others = Object.entries(query.chosen).filter(([name]) => name !== facet);
    const chosen = { ...Object.fromEntries(others), ...(on ? {} : { [facet]: value }) };
    const words = facetWords(facet, value, label, view);
    const mark = on ? html` aria-current="true"` : null;
    return html`<li>
      <a href="${searchHref({ ...query, chosen, page: 1 }, view)}" ${mark}
        >${words}
        <span class="count">${count}</span
        >${on ? html`<span class="off"> ✕ <span class="vh">${view.say('取消', 'remove')}</span></span>` : null}</a
      >
    </li>`;
  });
  return html`<section>
    <h2>${title}</h2>
    <ul class="plain">
      ${joined(items)}
    </ul>
  </section>`;
}

function facetWords(facet: PublishedFacet, value: string, label: string, view: View): string {
  const kind = recordKinds.find((each) => each === value);
  if (facet === 'kind' && kind !== undefined) return kindName(kind, view);
  if (facet === 'stage') return stageName(value as Stage, view);
  return facet === 'functionClass' && label !== value ? `${value} ${label}` : label;
}

/** Years, stages and levels of a wide query are many. */
const mostSums = 3;

/** Sums over the whole result; kinds, years, stages and levels apart. */
function sumsHtml({ sums }: SearchResult, view: View): Html | null {
  const told = sums.filter(({ kind, counted }) => kind !== 'department' && counted > 0);
  if (told.length === 0) return null;
  const { say } = view;
  const items = told.map(({ kind, year, stage, level, fen, counted, leftOut }) => {
    const which = `${year}${say('年', ' ')}${stageName(stage, view)} · ${kindName(kind, view)}`;
    const left =
      leftOut === 0
        ? ''
        : say(
            `，另有 ${leftOut} 条是它们的下级，未重复相加`,
            `; ${leftOut} more are contained in them and not added again`,
          );
    return html`<li>
      <b>${readable(fen, view)}</b>
      <span class="meta"
        >${which} · ${levelName(level, view)} · ${say(`${counted} 条之和`, `sum of ${counted}`)}${left}</span
      >
    </li>`;
  });
  const [first, rest] = [items.slice(0, mostSums), items.slice(mostSums)];
  const more =
    rest.length === 0
      ? null
      : html`<details class="under">
          <summary>${say(`其余 ${rest.length} 组`, `${rest.length} more`)}</summary>
          <ul class="plain">
            ${joined(rest)}
          </ul>
        </details>`;
  return html`<section class="sums" aria-labelledby="sums-title">
    <h2 id="sums-title">${say('全部结果的合计', 'Sum of the whole result')}</h2>
    <ul class="plain">
      ${joined(first)}
    </ul>
    ${more}
    <p class="note">
      ${say('不同年度、不同阶段、部门与单位之间不相加。', 'Years, stages, departments and units are never added together.')}
    </p>
  </section>`;
}

function orderHtml(query: SearchQuery, view: View): Html {
  const { say } = view;
  const choice = (order: SearchQuery['order'], words: string): Html =>
    query.order === order
      ? html`<b aria-current="true">${words}</b>`
      : html`<a href="${searchHref({ ...query, order, page: 1 }, view)}">${words}</a>`;
  return html`<p class="order">
    <span>${say('排列：', 'Order: ')}</span>${choice('relevance', say('相关', 'relevance'))} ·
    ${choice('amount', say('金额', 'amount'))}
    <span class="get"
      ><a href="${searchHref({ ...query, page: 1 }, view, 'csv')}">CSV</a>
      <a href="${searchHref({ ...query, page: 1 }, view, 'json')}">JSON</a>
      <a href="${searchHref({ ...query, page: 1 }, view, 'zip')}">ZIP</a></span
    >
  </p>`;
}

function hitHtml(hit: SearchRecord, query: SearchQuery, view: View): Html {
  const { kind, summary, title, fen, code } = hit;
  const amount = fen === null ? null : html`<span class="num">${readable(fen, view)}</span>`;
  const excerpt = kind === 'text' || kind === 'project' ? excerptOf(hit, query) : null;
  return html`<li>
    <p>
      <span class="tag">${kindName(kind, view)}</span>
      <a href="${hitHref(hit, view)}"
        >${code === null ? '' : `${code} `}${kind === 'text' && excerpt !== null ? title : title}</a
      >
      ${amount}
    </p>
    ${excerpt}
    <p class="meta">
      ${kind === 'indicator' ? html`${hit.page[1] ?? ''} · ` : null}${summary.name} ·
      ${yearWords(summary, view)}
    </p>
  </li>`;
}

/** Where a found thing is. */
export function hitHref({ summary, page }: SearchRecord, view: View): string {
  const { region, year, stage, department } = summary;
  const [kind, name = ''] = page;
  const part: Part =
    kind === 'function'
      ? { kind: 'function', code: name }
      : kind === 'project'
        ? { kind: 'project', slug: name }
        : kind === 'text'
          ? { kind: 'narrative' }
          : { kind: 'overview' };
  return view.link({ kind: 'disclosure', key: { region, year, stage, department }, version: null, part });
}

/** The words around the first thing that was asked for. */
function excerptOf({ text, title }: SearchRecord, { text: asked }: SearchQuery): Html | null {
  const [word] = wordsOf(asked);
  if (word === undefined || title.includes(word)) return null;
  const at = text.toLowerCase().indexOf(word);
  if (at < 0) return null;
  const from = Math.max(0, at - 24);
  const before = (from > 0 ? '…' : '') + text.slice(from, at);
  const after = text.slice(at + word.length, at + word.length + 48);
  return html`<p class="excerpt" lang="zh-CN">
    ${before}<mark>${text.slice(at, at + word.length)}</mark>${after}…
  </p>`;
}

function pagesHtml(query: SearchQuery, total: number, view: View): Html | null {
  const last = Math.min(mostPages, Math.ceil(total / query.pageSize));
  if (last < 2) return null;
  const { say } = view;
  const step = (page: number, words: string): Html | null =>
    page < 1 || page > last ? null : html`<a href="${searchHref({ ...query, page }, view)}">${words}</a>`;
  return html`<nav class="steps" aria-label="${say('结果页', 'Pages of results')}">
    ${step(query.page - 1, say('← 上一页', '← previous'))}
    <span>${query.page} / ${last}</span> ${step(query.page + 1, say('下一页 →', 'next →'))}
  </nav>`;
}

function hitData({ page, pageSize: size }: SearchQuery, { hits, total }: SearchResult, view: View): Dataset {
  const { say } = view;
  const before = (page - 1) * size;
  return {
    id: 'hits',
    title: say('搜索结果', 'Results'),
    unit: '万元',
    whole: { rows: total, next: before + hits.length < total && page < mostPages ? page + 1 : null },
    note: say(
      `共 ${total} 条，这里是第 ${before + 1} 到 ${before + hits.length} 条；其余用 page=2、3……取。`,
      `${total} results; these are ${before + 1} to ${before + hits.length}. The others are at page=2, 3 …`,
    ),
    columns: [
      { key: 'title', title: say('名称', 'Title'), kind: 'text' },
      { key: 'kind', title: say('类型', 'Kind'), kind: 'text' },
      { key: 'code', title: say('编码', 'Code'), kind: 'text' },
      { key: 'amount', title: say('金额', 'Amount'), kind: 'amount' },
      { key: 'region', title: say('地区', 'Region'), kind: 'text' },
      { key: 'year', title: say('年度', 'Year'), kind: 'count' },
      { key: 'stage', title: say('阶段', 'Stage'), kind: 'text' },
      { key: 'level', title: say('层级', 'Level'), kind: 'text' },
      { key: 'department', title: say('部门', 'Department'), kind: 'text' },
      { key: 'key', title: say('部门代码', 'Department code'), kind: 'text' },
      { key: 'address', title: say('地址', 'Address'), kind: 'text' },
    ],
    rows: hits.map((hit) => {
      const { title, kind, code, fen, summary } = hit;
      const { region, year, stage, level, name, department } = summary;
      const amount = fen === null ? null : { fen };
      return {
        cells: {
          title,
          kind: kindName(kind, view),
          code,
          amount,
          region,
          year,
          stage: stageName(stage, view),
          level: levelName(level, view),
          department: name,
          key: department,
          address: hitHref(hit, view),
        },
      };
    }),
  };
}

function sumData({ sums }: SearchResult, view: View): Dataset {
  const { say } = view;
  return {
    id: 'sums',
    title: say('全部结果的合计', 'Sums of the whole result'),
    unit: '万元',
    columns: [
      { key: 'kind', title: say('类型', 'Kind'), kind: 'text' },
      { key: 'year', title: say('年度', 'Year'), kind: 'count' },
      { key: 'stage', title: say('阶段', 'Stage'), kind: 'text' },
      { key: 'level', title: say('层级', 'Level'), kind: 'text' },
      { key: 'sum', title: say('合计', 'Sum'), kind: 'amount' },
      { key: 'counted', title: say('条数', 'Counted'), kind: 'count' },
      { key: 'leftOut', title: say('下级未加', 'Left out'), kind: 'count' },
    ],
    rows: sums.map(({ kind, year, stage, level, fen, counted, leftOut }) => ({
      cells: {
        kind: kindName(kind, view),
        year,
        stage: stageName(stage, view),
        level: levelName(level, view),
        sum: { fen },
        counted,
        leftOut,
      },
    })),
  };
}
