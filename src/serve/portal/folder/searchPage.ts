import { html, joined } from '../html.ts';
import { section, type PortalPage } from '../page.ts';
import { yearWords } from '../pages/frame.ts';
import type { DepartmentYear } from '../source.ts';
import type { View } from '../view.ts';

/** The search of an exported folder: a script reads the index; without it the list below leads everywhere. */
export function folderSearchPage(all: readonly DepartmentYear[], script: string, view: View): PortalPage {
  const { say, link } = view;
  const years = new Map<string, { readonly href: string; readonly words: string; count: number }>();
  for (const { region, year, stage } of all) {
    const href = link({ kind: 'year', region, year, stage });
    const known = years.get(href) ?? {
      href,
      words: `${region} ${yearWords({ year, stage }, view)}`,
      count: 0,
    };
    known.count += 1;
    years.set(href, known);
  }
  const items = [...years.values()].map(
    ({ href, words, count }) =>
      html`<li><a href="${href}">${words}</a> <span class="count">${count}</span></li>`,
  );
  return {
    title: say('搜索', 'Search'),
    description: say(
      '搜索部门、项目、科目、指标和文字',
      'Search departments, projects, functions, targets and text',
    ),
    route: { kind: 'search' },
    crumbs: [{ title: say('首页', 'Home'), href: link({ kind: 'home' }) }],
    data: [],
    script,
    body: html`<h1>${say('搜索', 'Search')}</h1>
      <form class="big" id="folder-search" role="search">
        <label for="q">${say('找什么', 'Search for')}</label><input id="q" name="q" type="search" /><button
          type="submit"
        >
          ${say('搜索', 'Search')}
        </button>
      </form>
      <noscript
        ><p class="hint">
          ${say('这个文件夹的搜索需要浏览器脚本；不用脚本，可以从下面的目录找。', 'The search of this folder needs scripts; without them the list below leads everywhere.')}
        </p></noscript
      >
      <p class="found" id="folder-status" role="status"></p>
      <div id="folder-result"></div>
      ${section(
        'browse',
        say('按地区和年度找', 'By region and year'),
        html`<ul class="plain">
            ${joined(items)}
          </ul>
          <p class="more"><a href="${link({ kind: 'catalogue' })}">${say('全部目录', 'Everything')}</a></p>`,
      )}`,
  };
}
