import type { DataColumn, DataRow, Dataset } from '../data/dataset.ts';
import { dataTable } from '../data/dataTable.ts';
import { html, joined, type Html } from '../html.ts';
import { levelName, stageName } from '../names.ts';
import { downloads, section, type PortalPage } from '../page.ts';
import type { DepartmentYear, RegionSummary } from '../source.ts';
import type { View } from '../view.ts';
import type { YearRoute } from '../address.ts';
import { readable } from '../amounts.ts';
import { yearWords } from './frame.ts';

/** The front page: what this is, the regions, what is new. */
export function homePage(
  regions: readonly RegionSummary[],
  updates: readonly DepartmentYear[],
  view: View,
): PortalPage {
  const { say, link } = view;
  const departments = regions.reduce((sum, each) => sum + each.departments, 0);
  const data = regionData(regions, view);
  return {
    title: say('预算公开查阅', 'Open budgets'),
    description: say(
      '部门预算公开：每个数都能看到出处，都核对过',
      'Departmental budgets: every figure with its source, every figure checked',
    ),
    route: { kind: 'home' },
    crumbs: [],
    data: [data],
    body: html`<div class="hero">
        <h1>
          ${say('政府部门的钱，从哪里来，花到哪里去', 'Where the money of government departments comes from and where it goes')}
        </h1>
        <p>
          ${say(
            `${regions.length} 个地区 ${departments} 个部门公布的预算和决算。每个数都能点开看出处，都与别处核对过；每个项目都和它的绩效目标放在一起。`,
            `Budgets and final accounts of ${departments} departments in ${regions.length} regions. Every figure opens its source and was checked against the others; every project stands beside its targets.`,
          )}
        </p>
        ${view.hasSearch ? bigFind(view) : html`<p><a href="${link({ kind: 'catalogue' })}">${say('全部目录', 'Everything that is published')}</a></p>`}
      </div>
      ${regions.length === 0 ? html`<p class="empty">${say('还没有公布的预算。', 'Nothing is published yet.')}</p>` : section('regions', say('地区', 'Regions'), dataTable(data, view, { quiet: true }), downloads({ kind: 'home' }, data, true, view))}
      ${updatesHtml(updates, view)}`,
  };
}

function bigFind({ say, link }: View): Html {
  return html`<form action="${link({ kind: 'search' })}" class="big">
    <label for="q">${say('搜索', 'Search')}</label
    ><input
      id="q"
      name="q"
      type="search"
      placeholder="${say('部门、项目、科目，例如：供热', 'department, project, function')}"
    /><button type="submit">${say('搜索', 'Search')}</button>
  </form>`;
}

function regionData(regions: readonly RegionSummary[], view: View): Dataset {
  const { say, link } = view;
  return {
    id: 'regions',
    title: say('地区', 'Regions'),
    unit: '万元',
    columns: [
      { key: 'region', title: say('地区', 'Region'), kind: 'text' },
      { key: 'departments', title: say('部门和单位', 'Departments'), kind: 'count' },
      { key: 'years', title: say('年度', 'Years'), kind: 'text' },
    ],
    rows: regions.map(({ region, departments, years }) => ({
      href: link({ kind: 'region', region }),
      cells: { region, departments, years: years.join(say('、', ', ')) },
    })),
  };
}

function updatesHtml(updates: readonly DepartmentYear[], view: View): Html | null {
  if (updates.length === 0) return null;
  const { say, link } = view;
  const newest = new Map<string, DepartmentYear>();
  for (const summary of updates) {
    const { region, year, stage, department, version } = summary;
    const name = [region, year, stage, department].join('/');
    if ((newest.get(name)?.version ?? 0) < version) newest.set(name, summary);
  }
  const items = [...newest.values()].map((summary) => {
    const { region, year, stage, department, version, publishedAt } = summary;
    const href = link({
      kind: 'disclosure',
      key: { region, year, stage, department },
      version: null,
      part: { kind: 'overview' },
    });
    const corrected =
      version > 1
        ? html` <span class="tag">${say(`更正，第${version}版`, `corrected, version ${version}`)}</span>`
        : null;
    return html`<li>
      <a href="${href}">${summary.name} ${yearWords(summary, view)}</a>${corrected}
      <span class="meta"
        >${summary.expenditureFen === null ? '' : readable(summary.expenditureFen, view)} ·
        <time datetime="${publishedAt}">${publishedAt.slice(0, 10)}</time></span
      >
    </li>`;
  });
  return section(
    'updates',
    say('最近公布', 'Recently published'),
    html`<ul class="plain">
      ${joined(items)}
    </ul>`,
    html`<p class="more">
      <a href="${link({ kind: 'feed' }, 'xml')}">${say('订阅更新（Atom）', 'Subscribe (Atom)')}</a>
    </p>`,
  );
}

/** A region: its years, the departments of each. */
export function regionPage(region: string, all: readonly DepartmentYear[], view: View): PortalPage | null {
  if (all.length === 0) return null;
  const { say, link } = view;
  const years = groupsOf(all);
  const sections = years.map(({ year, stage, list }) => {
    const href = link({ kind: 'year', region, year, stage });
    const count = list.length;
    return html`<li>
      <a href="${href}">${yearWords({ year, stage }, view)}</a>
      <span class="meta">${say(`${count} 份`, `${count} disclosures`)}</span>
    </li>`;
  });
  const data = spendingData(all, years, view);
  const disclosures = departmentData(all, view, true);
  const route = { kind: 'region', region } as const;
  return {
    title: region,
    description: say(`${region}各部门公布的预算和决算`, `Budgets and final accounts of ${region}`),
    route,
    crumbs: [{ title: say('首页', 'Home'), href: link({ kind: 'home' }) }],
    data: [data, disclosures],
    body: html`<h1>${region}</h1>
      <ul class="years">
        ${joined(sections)}
      </ul>
      ${overlapWarning(all, view)}
      ${section('departments', data.title, dataTable(data, view, { quiet: true }), downloads(route, data, true, view))}
      <p class="more">
        ${say('每份公开一行的清单：', 'A list with a row for each disclosure: ')}<a
          href="${link(route, 'departments.csv')}"
          >CSV</a
        >
        ·
        <a href="${link({ kind: 'feed', region }, 'xml')}"
          >${say('订阅本地区的更新（Atom）', 'Subscribe to the region (Atom)')}</a
        >
      </p>`,
  };
}

/** A department a row, a year and stage a column: total expenditure as published; blank is not published. */
function spendingData(
  all: readonly DepartmentYear[],
  years: readonly Pick<DepartmentYear, 'year' | 'stage'>[],
  view: View,
): Dataset {
  const { say, link } = view;
  const keyOf = ({ year, stage }: Pick<DepartmentYear, 'year' | 'stage'>): string => `${year}.${stage}`;
  const rows = new Map<string, { readonly name: string; readonly level: string; cells: DataRow['cells'] }>();
  for (const summary of all) {
    const { region, year, stage, department, expenditureFen: fen } = summary;
    const key = { region, year, stage, department };
    const href = link({ kind: 'disclosure', key, version: null, part: { kind: 'overview' } });
    const known = rows.get(department) ?? { ...namedRow(summary, view), cells: {} };
    known.cells = { ...known.cells, [keyOf(summary)]: fen === null ? null : { fen, href } };
    rows.set(department, known);
  }
  return {
    id: 'spending',
    title: say('各部门各年支出总计', 'Expenditure by department and year'),
    unit: '万元',
    columns: [
      { key: 'name', title: say('部门', 'Department'), kind: 'text' },
      { key: 'key', title: say('代码', 'Code'), kind: 'text', hidden: true },
      { key: 'level', title: say('层级', 'Level'), kind: 'text', hidden: true },
      ...years.map((each): DataColumn => {
        return { key: keyOf(each), title: yearWords(each, view), kind: 'amount' };
      }),
    ],
    rows: [...rows].map(([department, { name, level, cells }]) => ({
      cells: { name, key: department, level, ...cells },
    })),
    note: say(
      '公布的支出总计，当年价格；空白是没有公布，不是零。点金额看那一年的公开。',
      'Total expenditure as published, nominal; blank is not published, not zero. An amount opens its disclosure.',
    ),
  };
}

function namedRow(
  { name, level }: DepartmentYear,
  view: View,
): { readonly name: string; readonly level: string } {
  const unit = level === 'unit' ? view.say('（单位）', ' (unit)') : '';
  return { name: `${name}${unit}`, level: levelName(level, view) };
}

function groupsOf(
  all: readonly DepartmentYear[],
): readonly { year: number; stage: DepartmentYear['stage']; list: DepartmentYear[] }[] {
  const groups = new Map<string, { year: number; stage: DepartmentYear['stage']; list: DepartmentYear[] }>();
  for (const each of all) {
    const key = `${each.year} ${each.stage}`;
    const group = groups.get(key) ?? { year: each.year, stage: each.stage, list: [] };
    group.list.push(each);
    groups.set(key, group);
  }
  return [...groups.values()].sort((a, b) => b.year - a.year || a.stage.localeCompare(b.stage));
}

/** A region's year: its departments with their totals, downloads, comparison. */
export function yearPage(route: YearRoute, all: readonly DepartmentYear[], view: View): PortalPage | null {
  if (all.length === 0) return null;
  const { say, link } = view;
  const { region, year, stage } = route;
  const data = departmentData(all, view, false);
  const compare = link({ kind: 'year', region, year, stage, compared: { axis: 'total', node: '' } });
  return {
    title: `${region} ${yearWords(route, view)}`,
    description: say(
      `${region}${yearWords(route, view)}：${all.length} 份公开`,
      `${region}, ${yearWords(route, view)}: ${all.length} disclosures`,
    ),
    route,
    crumbs: [
      { title: say('首页', 'Home'), href: link({ kind: 'home' }) },
      { title: region, href: link({ kind: 'region', region }) },
    ],
    data: [data],
    body: html`<p class="over">${region}</p>
      <h1>${yearWords(route, view)}</h1>
      ${overlapWarning(all, view)} ${dataTable(data, view, { bars: 'expenditure', quiet: true })}
      ${downloads(route, data, true, view)}
      <p class="more">
        <a href="${compare}">${say('比较各部门', 'Compare the departments')}</a> ·
        <a href="${link(route, 'zip')}"
          >${say(`下载${yearWords(route, view)}全部数据（ZIP）`, `Download all data of the ${yearWords(route, view)} (ZIP)`)}</a
        >
      </p>`,
  };
}

/** A department holds its units: their sums must not be added. */
export function overlapWarning(all: readonly DepartmentYear[], { say }: View): Html | null {
  const levels = new Set(all.map(({ level }) => level));
  if (levels.size < 2) return null;
  return html`<p class="warning">
    ${say(
      '这里既有部门（已含所属单位），也有单个单位。两者重叠，不能相加。',
      'The list holds departments, which include their units, and single units. They overlap and must not be added.',
    )}
  </p>`;
}

/** Disclosures as a data set. */
export function departmentData(all: readonly DepartmentYear[], view: View, withYear: boolean): Dataset {
  const { say, link } = view;
  return {
    id: 'departments',
    title: say('部门', 'Departments'),
    unit: '万元',
    columns: [
      { key: 'name', title: say('部门', 'Department'), kind: 'text' },
      { key: 'key', title: say('代码', 'Code'), kind: 'text', hidden: true },
      { key: 'year', title: say('年度', 'Year'), kind: 'text', hidden: !withYear },
      { key: 'stage', title: say('阶段', 'Stage'), kind: 'text', hidden: !withYear },
      { key: 'level', title: say('层级', 'Level'), kind: 'text', hidden: true },
      { key: 'revenue', title: say('收入总计', 'Revenue'), kind: 'amount', hidden: true },
      { key: 'expenditure', title: say('支出总计', 'Expenditure'), kind: 'amount' },
      { key: 'projects', title: say('项目', 'Projects'), kind: 'count' },
      { key: 'figures', title: say('数', 'Numbers'), kind: 'count', hidden: true },
      { key: 'contradicted', title: say('矛盾', 'Contradicted'), kind: 'count' },
      { key: 'version', title: say('版本', 'Version'), kind: 'count', hidden: true },
      { key: 'address', title: say('地址', 'Address'), kind: 'text', hidden: true },
    ],
    rows: all.map((summary): DataRow => {
      const { region, year, stage, department, coverage } = summary;
      const key = { region, year, stage, department };
      const href = link({ kind: 'disclosure', key, version: null, part: { kind: 'overview' } });
      return {
        href,
        cells: {
          ...namedRow(summary, view),
          key: department,
          year,
          stage: stageName(stage, view),
          revenue: summary.revenueFen === null ? null : { fen: summary.revenueFen },
          expenditure: summary.expenditureFen === null ? null : { fen: summary.expenditureFen },
          projects: summary.projects,
          figures: coverage.figures,
          contradicted: coverage.contradicted,
          version: summary.version,
          address: href,
        },
      };
    }),
  };
}
