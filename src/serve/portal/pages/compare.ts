import type { Scope } from '../../../model/scope.ts';
import { growthWords } from '../amounts.ts';
import { codeList } from '../../../model/codes/codes.ts';
import type { Compared, YearRoute } from '../address.ts';
import type { DataColumn, DataRow, Dataset } from '../data/dataset.ts';
import { dataTable } from '../data/dataTable.ts';
import { html, joined, type Html } from '../html.ts';
import { codeName, natureName, stageName } from '../names.ts';
import { downloads, section, type PortalPage } from '../page.ts';
import type { Denominator, DepartmentYear, SeriesPoint } from '../source.ts';
import type { View } from '../view.ts';
import { yearWords } from './frame.ts';
import { howToRead } from './howTo.ts';
import { perUnit, perUnitNote, perUnitTitle } from './perUnit.ts';
import { overlapWarning } from './lists.ts';

/** The scopes that an address's comparison may mean, the widest first; forms print one or another of them. */
export function comparedScopes({ axis, node }: Compared): readonly Scope[] {
  const spent: Scope = { flow: 'expenditure', use: 'spent' };
  if (axis === 'total') return [spent, { flow: 'expenditure' }];
  if (axis === 'projectSpending')
    return [
      { ...spent, nature: 'project' },
      { flow: 'expenditure', nature: 'project' },
    ];
  if (axis === 'function') return [{ ...spent, function: node }];
  const basic: Scope = { ...spent, nature: 'basic', fund: 'general', deptEconomic: node };
  return [basic, { ...basic, vintage: 'current' }];
}

/** What is compared, in words. */
export function comparedWords({ axis, node }: Compared, view: View): string {
  const { say } = view;
  if (axis === 'total') return say('支出总计', 'total expenditure');
  if (axis === 'projectSpending') return natureName('project', view);
  const dimension = axis === 'function' ? 'function' : 'deptEconomic';
  const name = codeName(node, codeList(dimension, null).find(node)?.name ?? node, view);
  return axis === 'function'
    ? `${node} ${name}`
    : `${node} ${name}${say('（基本支出）', ' (basic expenditure)')}`;
}

export interface EarlierYear {
  readonly year: number;
  readonly points: readonly SeriesPoint[];
}

export interface Comparison {
  readonly points: readonly SeriesPoint[];
  /** The same scope and stage in earlier years, the latest first; a year without any is left out. */
  readonly earlier: readonly EarlierYear[];
  readonly denominators: readonly Denominator[];
  /** Codes by which one can go on comparing. */
  readonly codes: readonly { readonly code: string; readonly name: string }[];
}

/** Departments of one region, year and stage on one scope. */
export function departmentComparison(
  route: YearRoute & { readonly compared: Compared },
  { points, earlier, denominators, codes }: Comparison,
  view: View,
): PortalPage | null {
  if (points.length === 0) return null;
  const { say, link } = view;
  const { region, year, stage, compared } = route;
  const shown = points.filter(({ fen }) => fen !== null);
  const missing = points.filter(({ fen }) => fen === null);
  const data = comparisonData(route, { points: shown, earlier, denominators }, view);
  const title = `${comparedWords(compared, view)}：${yearWords(route, view)}`;
  return {
    title: `${say('比较', 'Comparison')} · ${title} · ${region}`,
    description: `${region} ${title}`,
    route,
    crumbs: [
      { title: say('首页', 'Home'), href: link({ kind: 'home' }) },
      { title: region, href: link({ kind: 'region', region }) },
      { title: yearWords(route, view), href: link({ kind: 'year', region, year, stage }) },
    ],
    data: [data],
    body: html`<p class="over">${region} · ${say('比较各部门', 'Comparison of departments')}</p>
      <h1>${comparedWords(compared, view)}</h1>
      <p class="locked">
        ${say(`同一口径：${year}年${stageName(stage, view)}，${comparedWords(compared, view)}。不同口径、不同阶段的数不放在一起。`, `One scope: ${year} ${stageName(stage, view)}, ${comparedWords(compared, view)}. Unlike scopes and stages are not put side by side.`)}
      </p>
      ${overlapWarning(
        shown.map(({ summary }) => summary),
        view,
      )}
      ${shown.length === 0 ? html`<p class="empty">${say('没有部门公布这一口径的数。', 'No department publishes this scope.')}</p>` : html`${dataTable(data, view, { quiet: true })}${downloads(route, data, true, view)}`}
      ${shown.length === 0 ? null : howToRead('comparison', view)} ${missingHtml(missing, view)}
      ${choicesHtml(route, codes, view)}`,
  };
}

function comparisonData(
  { year, compared }: YearRoute & { readonly compared: Compared },
  { points, earlier, denominators }: Omit<Comparison, 'codes'>,
  view: View,
): Dataset {
  const { say } = view;
  const withProjects = compared.axis === 'projectSpending';
  const years = [...earlier].reverse();
  const columns: readonly DataColumn[] = [
    { key: 'name', title: say('部门', 'Department'), kind: 'text' },
    ...years.map(({ year: each }): DataColumn => {
      return { key: String(each), title: String(each), kind: 'amount' };
    }),
    {
      key: 'amount',
      title: years.length === 0 ? say('金额', 'Amount') : String(year),
      kind: 'amount',
    },
    ...(years.length === 0
      ? []
      : [{ key: 'growth', title: say('比上年', 'on last year'), kind: 'percent' } as const]),
    ...(withProjects
      ? [
          { key: 'projects', title: say('项目数', 'Projects'), kind: 'count' } as const,
          { key: 'perProject', title: say('平均每个项目', 'per project'), kind: 'amount' } as const,
        ]
      : []),
    ...denominators.map((each, i): DataColumn => {
      return { key: `per${i}`, title: perUnitTitle(each, view), kind: 'percent' };
    }),
    { key: 'printed', title: say('写作', 'As printed'), kind: 'text', hidden: true },
  ];
  const rows = [...points]
    .sort((a, b) => (b.fen ?? 0) - (a.fen ?? 0))
    .map((point) => comparisonRow(point, { earlier, denominators, year }, view));
  return {
    id: 'departments',
    title: say('各部门公布数', 'Published by department'),
    unit: '万元',
    drawn: { as: 'comparison', bars: 'amount' },
    columns,
    rows,
    note: say('公布的原数，当年价格。', 'As published, nominal. ') + perUnitNote(denominators, view),
  };
}

function comparisonRow(
  { summary, fen, text }: SeriesPoint,
  { earlier, denominators, year }: Pick<Comparison, 'earlier' | 'denominators'> & { readonly year: number },
  view: View,
): DataRow {
  const { region, stage, department, projects } = summary;
  const key = { region, year, stage, department };
  const before = earlier.map((each) => {
    const own = each.points.find((point) => point.summary.department === department)?.fen ?? null;
    return [String(each.year), own === null ? null : { fen: own }] as const;
  });
  const last = before.find(([name]) => name === String(year - 1))?.[1]?.fen ?? null;
  const divided = denominators.map((each, i) => [`per${i}`, perUnit(fen, summary, each)] as const);
  return {
    href: view.link({ kind: 'disclosure', key, version: null, part: { kind: 'overview' } }),
    cells: {
      name: summary.level === 'unit' ? `${summary.name}${view.say('（单位）', ' (unit)')}` : summary.name,
      ...Object.fromEntries(before),
      amount: fen === null ? null : { fen },
      growth: fen === null || last === null ? null : growthWords(last, fen),
      projects: projects === 0 ? null : projects,
      perProject: fen === null || projects === 0 ? null : { fen: Math.round(fen / projects) },
      ...Object.fromEntries(divided),
      printed: text,
    },
  };
}

function missingHtml(missing: readonly SeriesPoint[], { say }: View): Html | null {
  if (missing.length === 0) return null;
  const names = missing.map(({ summary }) => html`<li>${summary.name}</li>`);
  return html`<details class="under">
    <summary>
      ${say(`${missing.length} 个部门没有公布这一口径的数`, `${missing.length} departments do not publish this scope`)}
    </summary>
    <p class="hint">${say('没有公布不等于是零。', 'Not published is not zero.')}</p>
    <ul>
      ${joined(names)}
    </ul>
  </details>`;
}

/** Other scopes of the same region, year and stage: only those that somebody prints. */
function choicesHtml(route: YearRoute, codes: Comparison['codes'], view: View): Html {
  const { say, link } = view;
  const choice = (compared: Compared): Html => {
    const here = compared.axis === route.compared?.axis && compared.node === route.compared.node;
    const current = here ? html` aria-current="page"` : null;
    return html`<li>
      <a href="${link({ ...route, compared })}" ${current}>${comparedWords(compared, view)}</a>
    </li>`;
  };
  const items = [
    choice({ axis: 'total', node: '' }),
    choice({ axis: 'projectSpending', node: '' }),
    ...codes.map(({ code }) => choice({ axis: code < '3' ? 'function' : 'economic', node: code })),
  ];
  return section(
    'choices',
    say('换一个口径', 'Another scope'),
    html`<ul class="chips">
      ${joined(items)}
    </ul>`,
  );
}

/** Where comparison begins: choose region, year and stage; a department's own years are on its pages. */
export function comparePage(all: readonly DepartmentYear[], view: View): PortalPage {
  const { say, link } = view;
  const groups = new Map<string, { route: YearRoute; count: number }>();
  for (const { region, year, stage } of all) {
    const route: YearRoute = { kind: 'year', region, year, stage, compared: { axis: 'total', node: '' } };
    const key = link(route);
    groups.set(key, { route, count: (groups.get(key)?.count ?? 0) + 1 });
  }
  const data: Dataset = {
    id: 'comparisons',
    title: say('可以比较的', 'What can be compared'),
    unit: '万元',
    columns: [
      { key: 'region', title: say('地区', 'Region'), kind: 'text' },
      { key: 'year', title: say('年度', 'Year'), kind: 'text' },
      { key: 'count', title: say('部门和单位', 'Departments'), kind: 'count' },
    ],
    rows: [...groups.values()].map(({ route, count }) => ({
      href: link(route),
      cells: { region: route.region, year: yearWords(route, view), count },
    })),
  };
  return {
    title: say('比较', 'Compare'),
    description: say('同一口径、同一阶段的部门比较', 'Comparison of departments on one scope and stage'),
    route: { kind: 'compare' },
    crumbs: [{ title: say('首页', 'Home'), href: link({ kind: 'home' }) }],
    data: [data],
    body: html`<h1>${say('比较', 'Compare')}</h1>
      <p class="hint">
        ${say('先选地区和年度。只比较同一年度、同一阶段（预算或决算）、同一口径的公布数；没有公布的不当作零。一个部门各年的数，在它的科目页里。', 'Choose a region and a year. Only figures of one year, stage and scope are compared; what is not published is not taken as zero.')}
      </p>
      ${data.rows.length === 0 ? html`<p class="empty">${say('还没有可以比较的。', 'Nothing to compare yet.')}</p>` : dataTable(data, view, { quiet: true })}`,
  };
}
