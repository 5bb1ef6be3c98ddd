import { fundSources, sheetTexts, type ProjectSheet } from '../../../model/disclosure.ts';
import { readable } from '../amounts.ts';
import type { DataRow, Dataset } from '../data/dataset.ts';
import { dataTable } from '../data/dataTable.ts';
import { portalProjects, type PortalProject } from '../data/projects.ts';
import { isMeasurable, targetsOf } from '../data/targets.ts';
import { unitCosts } from '../data/unitCost.ts';
import type { PortalDocument } from '../document.ts';
import { html, joined, type Html } from '../html.ts';
import { downloads, section, type PortalPage } from '../page.ts';
import type { SearchRecord } from '../source.ts';
import { htmlWords } from '../../../write/report/html/words.ts';
import { tableWords } from '../../../model/words/place.ts';
import { crumbsOf, headingOf, routeTo, tabsOf, yearWords } from './frame.ts';
import { fundName } from '../names.ts';
import { questionLink } from '../questions/page.ts';
import type { ProjectYear } from '../data/projectYears.ts';
import { projectYearData } from './projectYears.ts';
import { targetTree } from './targetTree.ts';

/** A project: its money, what it promises, and what of it can be measured; null for an unknown one. */
export function projectPage(
  document: PortalDocument,
  version: number | null,
  slug: string,
  { similar, years }: { readonly similar: readonly SearchRecord[]; readonly years: readonly ProjectYear[] },
): PortalPage | null {
  const { published, view } = document;
  const project = portalProjects(published.disclosure).find((each) => each.slug === slug);
  if (project === undefined) return null;
  const { say } = view;
  const route = routeTo(document, version, { kind: 'project', slug });
  const funds = fundData(project, document);
  const targets = targetData(project, document);
  const history = projectYearData(years, view);
  const data = [funds, history, targets].filter((each) => each !== null);
  const load = (each: Dataset): Html => downloads(route, each, each === data[0], view);
  return {
    title: `${project.name} · ${published.summary.name} ${yearWords(published.summary, view)}`,
    description: `${project.name} ${project.fen === null ? '' : readable(project.fen, view)}`,
    route,
    crumbs: [
      ...crumbsOf(document, true),
      { title: say('项目', 'Projects'), href: document.part({ kind: 'projects' }) },
    ],
    tabs: tabsOf(document, 'projects'),
    data,
    body: html`${headingOf(document, project.name)}
      <div class="lead"><p>${leadWords(project, document)}</p></div>
      ${attributes(project, document)}
      ${funds === null ? null : section('funds', say('钱从哪里来', 'Money by source'), dataTable(funds, view, { quiet: true }), load(funds))}
      ${history === null ? null : section('years', say('历年安排', 'By year'), dataTable(history, view, { bars: 'amount', quiet: true }), load(history))}
      ${targets === null ? noTargets(project, document) : section('targets', say('要达到什么', 'What it promises'), targetsIntro(project, document), targetTree(targetsOf(project), view), load(targets))}
      ${costsHtml(project, document)} ${textsHtml(project, document)} ${similarHtml(similar, document)}
      ${checksLink(project, document)}
      ${questionLink(`p:${slug}`, document, say('这个项目看不懂？告诉部门', 'This project is not clear? Tell the department'))}`,
  };
}

function leadWords(project: PortalProject, { view, published }: PortalDocument): Html {
  const { say } = view;
  const { year } = published.summary;
  if (project.fen === null)
    return html`${say('公布的文件里没有写明这个项目今年的金额。', 'The document states no amount for this year.')}`;
  const carried =
    project.carriedOverFen === null || project.carriedOverFen === 0
      ? ''
      : project.carriedOverFen === project.fen
        ? say('，全部是上年结转的', ', all of it carried over from last year')
        : say(
            `，其中 ${readable(project.carriedOverFen, view)} 是上年结转的`,
            `, of which ${readable(project.carriedOverFen, view)} was carried over`,
          );
  return html`${say(`${year}年安排 `, `${year}: `)}<strong>${readable(project.fen, view)}</strong>${carried}${say('。', '.')}`;
}

function attributes(project: PortalProject, { view }: PortalDocument): Html | null {
  const [sheet] = project.sheets;
  if (sheet === undefined) return null;
  const { attributes: titles } = htmlWords(view.language);
  const keys = ['unit', 'attribute', 'term', 'filedAt'] as const;
  const items = keys.flatMap((key) => {
    const value = sheet[key];
    return value === null || value === ''
      ? []
      : [
          html`<div>
            <dt>${titles[key]}</dt>
            <dd>${key === 'filedAt' ? dayWords(value) : value}</dd>
          </div>`,
        ];
  });
  return items.length === 0 ? null : html`<dl class="facts">${joined(items)}</dl>`;
}

/** 20251203112045, as some systems print it, is a day. */
function dayWords(printed: string): string {
  const [, year, month, day] = /^(20\d{2})([01]\d)([0-3]\d)\d{6}$/.exec(printed) ?? [];
  return year === undefined ? printed : `${year}-${month ?? ''}-${day ?? ''}`;
}

/** Rows of the project tables by fund, and the sheet's sources for the year and for the whole term. */
function fundData(project: PortalProject, document: PortalDocument): Dataset | null {
  const { say, language } = document.view;
  const rows = [
    ...tableRows(project, document),
    ...project.sheets.flatMap((sheet) => sheetRows(sheet, document)),
  ];
  if (rows.length === 0) return null;
  const term = project.sheets.some(({ funds }) => funds.period.total !== null);
  return {
    id: 'funds',
    title: say('资金', 'Funds'),
    unit: '万元',
    columns: [
      { key: 'name', title: say('来源', 'Source'), kind: 'text' },
      { key: 'annual', title: say('本年', 'This year'), kind: 'amount' },
      ...(term ? [{ key: 'period', title: htmlWords(language).period, kind: 'amount' } as const] : []),
      { key: 'where', title: say('写在', 'Printed in'), kind: 'text', brief: true },
    ],
    rows,
  };
}

function tableRows({ rows }: PortalProject, document: PortalDocument): readonly DataRow[] {
  const { view, published, hrefAt } = document;
  const { say } = view;
  return rows.flatMap((row) => {
    const table = published.disclosure.tables.find(({ number }) => number === row.table);
    const printed = table?.rows.find(({ place }) => place === row.place || place.row === row.place.row);
    if (table === undefined || printed === undefined) return [];
    const vintage = row.carriedOver ? say('（上年结转）', ' (carried over)') : '';
    return Object.entries(printed.cells).flatMap(([key, { fen, text, place }]): readonly DataRow[] => {
      if (fen === null || fen === 0 || key === 'total') return [];
      const href = hrefAt(place, text);
      const amount = { fen, ...(href === undefined ? {} : { href }) };
      const name = fundName(key, view);
      return [
        {
          cells: {
            name: `${name === key ? (table.columns.find((c) => c.key === key)?.title.at(-1) ?? key) : name}${vintage}`,
            annual: amount,
            where: tableWords(row.table, view.language),
          },
        },
      ];
    });
  });
}

function sheetRows(sheet: ProjectSheet, document: PortalDocument): readonly DataRow[] {
  const { view, hrefAt } = document;
  const words = htmlWords(view.language);
  const cell = (
    horizon: 'annual' | 'period',
    source: (typeof fundSources)[number],
  ): DataRow['cells'][string] => {
    const amount = sheet.funds[horizon][source];
    if (amount === null) return null;
    const href = hrefAt(amount.place, amount.text);
    return { fen: amount.fen, ...(href === undefined ? {} : { href }) };
  };
  return fundSources.flatMap((source): readonly DataRow[] => {
    const { annual, period } = { annual: sheet.funds.annual[source], period: sheet.funds.period[source] };
    if ((annual?.fen ?? 0) === 0 && (period?.fen ?? 0) === 0) return [];
    const level = source === 'total' ? 0 : 1;
    return [
      {
        level,
        cells: {
          name: words.fund[source],
          annual: cell('annual', source),
          period: cell('period', source),
          where: words.sheet,
        },
      },
    ];
  });
}

function targetData(project: PortalProject, { view }: PortalDocument): Dataset | null {
  const targets = targetsOf(project);
  if (targets.length === 0) return null;
  const { say, language } = view;
  const [level1, level2, level3] = htmlWords(language).indicator;
  return {
    id: 'targets',
    title: say('绩效指标', 'Targets'),
    unit: '元',
    columns: [
      { key: 'level3', title: level3, kind: 'text' },
      { key: 'value', title: say('指标值', 'Value'), kind: 'text' },
      { key: 'measurable', title: say('能否衡量', 'Measurable'), kind: 'text', brief: true },
      { key: 'level2', title: level2, kind: 'text', brief: true },
      { key: 'level1', title: level1, kind: 'text', hidden: true },
    ],
    rows: targets.map((target) => ({
      cells: {
        level1: target.indicator.level1,
        level2: target.indicator.level2,
        level3: target.name,
        value: target.value.text,
        measurable: isMeasurable(target) ? say('✓ 能', '✓ yes') : say('○ 不能', '○ no'),
      },
    })),
  };
}

function targetsIntro(project: PortalProject, { view }: PortalDocument): Html {
  const targets = targetsOf(project);
  const good = targets.filter(isMeasurable).length;
  const words = view.say(
    `公布了 ${targets.length} 条指标，${good === targets.length ? '都能衡量' : `${good} 条能衡量，${targets.length - good} 条没有写出数、时间或等级，事后难以判断是否做到`}。`,
    `${targets.length} targets are published; ${good} can be measured${good === targets.length ? '' : `, ${targets.length - good} state no number, time or grade`}.`,
  );
  return html`<p class="hint">${words}</p>`;
}

function noTargets(project: PortalProject, { view }: PortalDocument): Html {
  const words =
    project.sheets.length === 0
      ? view.say(
          '公布的文件里没有这个项目的绩效目标表。',
          'The document holds no performance sheet of this project.',
        )
      : view.say('绩效目标表没有列出指标。', 'The performance sheet lists no targets.');
  return html`<p class="empty">${words}</p>`;
}

function costsHtml(project: PortalProject, { view }: PortalDocument): Html | null {
  const costs = unitCosts(project);
  if (costs.length === 0) return null;
  const { say } = view;
  const items = costs.map(
    ({ name, quantity, unit, fen }) =>
      html`<li>
        ${name} ${quantity.toLocaleString('en')}${unit}：${say('平均每', 'about ')}${say(unit, '')}
        <strong>${readable(fen, view)}</strong>${say('', ` per ${unit}`)}
      </li>`,
  );
  return section(
    'cost',
    say('单位成本', 'Cost per unit'),
    html`<p class="hint">
        ${say('本年金额除以公布的数量指标。项目若不止做这一件事，这个数偏高。', "This year's amount divided by the published quantity. It is too high where the project does more than this.")}
      </p>
      <ul>
        ${joined(items)}
      </ul>`,
  );
}

function textsHtml(project: PortalProject, { view }: PortalDocument): Html | null {
  const titles = htmlWords(view.language).text;
  const items = project.sheets.flatMap((sheet) =>
    sheetTexts.flatMap((key) => {
      const text = sheet.texts[key];
      return text === null || text === ''
        ? []
        : [
            html`<dt>${titles[key]}</dt>
              <dd lang="zh-CN">${text}</dd>`,
          ];
    }),
  );
  if (items.length === 0) return null;
  return section(
    'texts',
    view.say('项目说明', 'Description'),
    html`<dl class="texts published">${joined(items)}</dl>`,
  );
}

function similarHtml(similar: readonly SearchRecord[], { view }: PortalDocument): Html | null {
  if (similar.length === 0) return null;
  const items = similar.map(({ title, summary, page, fen }) => {
    const { region, year, stage, department } = summary;
    const href = view.link({
      kind: 'disclosure',
      key: { region, year, stage, department },
      version: null,
      part: { kind: 'project', slug: page[1] ?? '' },
    });
    return html`<li>
      <a href="${href}">${title}</a>
      <span class="meta"
        >${summary.name}
        ${yearWords(summary, view)}${fen === null ? null : html` · ${readable(fen, view)}`}</span
      >
    </li>`;
  });
  return section(
    'similar',
    view.say('相近的项目', 'Similar projects'),
    html`<ul class="plain">
      ${joined(items)}
    </ul>`,
  );
}

function checksLink({ sheets, slug }: PortalProject, { view, part }: PortalDocument): Html | null {
  if (sheets.length === 0) return null;
  return html`<p class="more">
    <a href="${part({ kind: 'check', of: 'project', name: slug })}"
      >${view.say('这个项目的数与别处核对的情况', "How this project's numbers were checked")}</a
    >
  </p>`;
}
