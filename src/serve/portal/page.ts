import { version } from '../../version.ts';
import type { Route } from './address.ts';
import type { Dataset } from './data/dataset.ts';
import { html, joined, nothing, type Html } from './html.ts';
import { withTerms } from './terms.ts';
import { viewOf, type View } from './view.ts';

/** A page of the portal: its words, and the data that its tables print. */
export interface PortalPage {
  readonly title: string;
  /** One sentence for search engines and previews. */
  readonly description: string;
  readonly route: Route;
  /** From the front page down, without the page itself. */
  readonly crumbs: readonly Crumb[];
  readonly body: Html;
  /** The first is the page's main data set. */
  readonly data: readonly Dataset[];
  /** Pages of the same disclosure, for the bar under the title. */
  readonly tabs?: Html;
  /** About one reader's doing: not for search engines. */
  readonly isPrivate?: boolean;
  /** The address of a script that the page has of its own. */
  readonly script?: string;
}

export interface Crumb {
  readonly title: string;
  readonly href: string;
}

export interface ShellOptions {
  /** Addresses of the style sheet and the script. */
  readonly style: string;
  readonly script: string;
  /** Printed in the page where no header can carry it (static export). */
  readonly policy: string | null;
}

const icon = html`<link
  rel="icon"
  href="data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 16 16'%3E%3Crect width='16' height='16' rx='3' fill='%231f5fa8'/%3E%3Cpath d='M4 5h8M4 8h8M4 11h5' stroke='%23fff' stroke-width='1.6'/%3E%3C/svg%3E"
/>`;

/** What every page's head begins with. */
export const headStart = html`<meta charset="utf-8" />
  <meta name="viewport" content="width=device-width, initial-scale=1" />
  ${icon}`;

/** The page around its body: complete without the script. */
export function shell(page: PortalPage, view: View, options: ShellOptions): string {
  const { say, language } = view;
  const { title, description, route, data, body, crumbs, tabs } = page;
  const other = viewOf(language === 'zh' ? 'en' : 'zh');
  const policy =
    options.policy === null
      ? null
      : html`<meta http-equiv="Content-Security-Policy" content="${options.policy}" />`;
  const formats =
    data.length === 0
      ? nothing
      : html`<link rel="alternate" type="application/json" href="${view.link(route, 'json')}" /><link
            rel="alternate"
            type="text/csv"
            href="${view.link(route, 'csv')}"
          />`;
  const { markup } = html`<!doctype html>
    <html lang="${say('zh-CN', 'en')}">
      <head>
        ${headStart} ${policy}
        ${page.isPrivate === true ? html`<meta name="robots" content="noindex" />` : null}
        <meta name="description" content="${description}" />
        <meta name="generator" content="mingsuan ${version}" />
        <title>${title}</title>
        <link rel="stylesheet" href="${options.style}" />
        <link
          rel="alternate"
          type="application/atom+xml"
          title="${say('更新', 'Updates')}"
          href="${view.link({ kind: 'feed' }, 'xml')}"
        />
        ${view.hasTwin ? html`<link rel="alternate" hreflang="${say('en', 'zh-CN')}" href="${other.link(route)}" />` : null}
        ${formats}
        <script src="${options.script}" defer></script>
        ${page.script === undefined ? null : html`<script src="${page.script}" defer></script>`}
      </head>
      <body>
        <a class="skip" href="#main">${say('跳到正文', 'Skip to the content')}</a>
        ${headerHtml(view, other.link(route))} ${crumbs.length === 0 ? null : crumbsHtml(crumbs, view)}
        ${tabs ?? null}
        <main id="main" tabindex="-1">${route.kind === 'help' ? body : withTerms(body, view)}</main>
        <p class="printed">${title} · ${decodeURI(view.link(route))}</p>
        ${footerHtml(view)}
      </body>
    </html> `;
  return markup;
}

function headerHtml(view: View, twin: string): Html {
  const { say, link, hasSearch, hasTwin } = view;
  const other = html`<a
    class="twin"
    href="${twin}"
    lang="${say('en', 'zh-CN')}"
    hreflang="${say('en', 'zh-CN')}"
    >${say('English', '中文')}</a
  >`;
  return html`<header class="site">
    <a class="brand" href="${link({ kind: 'home' })}">${say('预算公开查阅', 'Open budgets')}</a>
    ${hasSearch ? findHtml(view) : null}
    <nav aria-label="${say('主导航', 'Main')}">
      <a href="${link({ kind: 'compare' })}">${say('比较', 'Compare')}</a
      ><a href="${link({ kind: 'data' })}">${say('数据', 'Data')}</a
      ><a href="${link({ kind: 'help' })}">${say('名词', 'Terms')}</a>${hasTwin ? other : null}
    </nav>
  </header>`;
}

function findHtml({ say, link }: View): Html {
  return html`<form
    class="find"
    action="${link({ kind: 'search' })}"
    role="search"
    aria-label="${say('全站', 'Whole site')}"
  >
    <label class="vh" for="find"
      >${say('搜索部门、项目、科目、指标和文字', 'Search departments, projects, functions, targets and text')}</label
    ><input
      id="find"
      name="q"
      type="search"
      placeholder="${say('搜索部门、项目、科目', 'Search')}"
      autocomplete="off"
    /><button type="submit">${say('搜索', 'Search')}</button>
  </form>`;
}

function crumbsHtml(crumbs: readonly Crumb[], { say }: View): Html {
  const items = crumbs.map(({ title, href }) => html`<li><a href="${href}">${title}</a></li>`);
  return html`<nav class="crumbs" aria-label="${say('当前位置', 'Where you are')}">
    <ol>
      ${joined(items)}
    </ol>
  </nav>`;
}

function footerHtml({ say, link }: View): Html {
  return html`<footer class="site">
    <p>
      ${say(
        '金额以公布的文件为准，逐数标明出处；四舍五入的读数可以指上去看精确值。',
        'Amounts are those of the published documents, each with its source; rounded words show the exact amount on hover.',
      )}
    </p>
    <p>
      <a href="${link({ kind: 'data' })}">${say('数据与接口', 'Data and interface')}</a> ·
      <a href="${link({ kind: 'feed' }, 'xml')}">${say('更新订阅', 'Feed')}</a> ·
      <a href="${link({ kind: 'help' })}">${say('名词解释', 'Terms')}</a> · ${say('明算', 'Mingsuan')}
      ${version}
    </p>
  </footer>`;
}

/** A heading, its section and an anchor for links. */
export function section(id: string, title: string, ...content: readonly (Html | null)[]): Html {
  return html`<section id="${id}" aria-labelledby="${id}-title">
    <h2 id="${id}-title">${title}</h2>
    ${content}
  </section>`;
}

/** Links to the downloads of one data set. */
export function downloads(route: Route, data: Dataset, isMain: boolean, view: View): Html {
  const csv = isMain ? 'csv' : `${data.id}.csv`;
  return html`<p class="downloads">
    <span class="vh">${data.title} </span>${view.say('下载这些数据：', 'Download: ')}<a
      href="${view.link(route, csv)}"
      >CSV</a
    >
    <a href="${view.link(route, 'json')}">JSON</a>
    ${isMain ? html`<a href="${view.link(route, 'zip')}">${view.say('数据包（ZIP）', 'Data package (ZIP)')}</a>` : null}
    ${data.drawn === undefined ? null : html`<a href="${view.link(route, `${data.id}.embed`)}">${view.say('只看图（可嵌入）', 'The chart alone, to embed')}</a>`}
  </p>`;
}
