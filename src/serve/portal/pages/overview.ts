import { sankeyData } from '../charts/sankeyData.ts';
import { sankeyFigure } from '../charts/sankeySvg.ts';
import type { Dataset } from '../data/dataset.ts';
import { dataTable } from '../data/dataTable.ts';
import { flowsOf } from '../data/flows.ts';
import { portalProjects } from '../data/projects.ts';
import type { PortalDocument } from '../document.ts';
import { html, joined, type Html } from '../html.ts';
import { downloads, section, type PortalPage } from '../page.ts';
import type { Denominator, DepartmentYear, PublishedDisclosure, SeriesPoint } from '../source.ts';
import { questionLink } from '../questions/page.ts';
import { correctionsId, correctionsSection, correctionsShown, type CorrectionsShown } from './corrections.ts';
import { changesSection } from './changes.ts';
import { codeData } from './codeData.ts';
import { flowData } from './flowData.ts';
import { crumbsOf, headingOf, routeTo, tabsOf, yearWords } from './frame.ts';
import { howToRead } from './howTo.ts';
import { leadOf } from './lead.ts';
import type { View } from '../view.ts';
import { perUnitHtml } from './perUnit.ts';
import { projectData } from './projectData.ts';
import { qualityStrip } from './quality.ts';
import { seriesData } from './series.ts';

/** What the overview shows besides the disclosure itself. */
export interface OverviewContext {
  readonly version: number | null;
  /** Newest first. */
  readonly versions: readonly DepartmentYear[];
  /** The published version that the shown one corrects. */
  readonly replaced: PublishedDisclosure | null;
  /** Last year's disclosure of the same stage, where it is published. */
  readonly previous: PublishedDisclosure | null;
  /** The department's other years and stages. */
  readonly others: readonly DepartmentYear[];
  /** Total expenditure in every year of the same stage. */
  readonly years: readonly SeriesPoint[];
  readonly denominators: readonly Denominator[];
}

/** The first page of a department's year: a sentence, a picture, the tables, the data. */
export function overviewPage(document: PortalDocument, context: OverviewContext): PortalPage {
  const { published, view } = document;
  const { summary } = published;
  const route = routeTo(document, context.version, { kind: 'overview' });
  const flows = flowData(document);
  const functions = codeData(document, 'function', '');
  const economic = codeData(document, 'deptEconomic', '');
  const main = flows ?? functions ?? economic;
  const load = (each: Dataset | null): Html | null =>
    each === null ? null : downloads(route, each, each === main, view);
  const changes = changesSection(document, context.previous, load);
  const projects = projectData(document);
  const told = context.years.filter(({ fen }) => fen !== null);
  const years = told.length > 1 ? seriesData(told, view, 'years') : null;
  const corrections = correctionsShown(document, context.replaced);
  const data = [
    ...[flows, functions, economic, ...changes.data, years, projects],
    ...(corrections?.data ?? []),
  ].filter((each) => each !== null);
  const lead = leadOf(document);
  return {
    title: `${summary.name} ${yearWords(summary, view)}`,
    description: lead.text,
    route,
    crumbs: crumbsOf(document, false),
    tabs: tabsOf(document, 'overview'),
    data,
    body: html`${headingOf(document, null)} ${versionNote(document, context.versions, corrections)}
      ${othersNote(document, context.others)}
      <div class="lead">${lead.body}</div>
      ${perUnitHtml(summary, context.denominators, view)} ${qualityStrip(document)}
      ${flows === null ? null : flowSection(document, flows, load(flows))}
      ${functions === null ? null : codeSection(document, functions, 'functions', load(functions))}
      ${economic === null ? null : codeSection(document, economic, 'economic', load(economic))}
      ${changes.body}
      ${years === null ? null : section('years', view.say('历年支出总计', 'Total expenditure by year'), dataTable(years, view, { quiet: true }), howToRead('years', view), load(years))}
      ${projectSection(document, projects, load(projects))}
      ${corrections === null ? null : correctionsSection(document, corrections)} ${contentsSection(document)}
      ${questionLink('all', document, view.say('有看不懂的地方？告诉部门', 'Something is not clear? Tell the department'))}`,
  };
}

function versionNote(
  { view, published }: PortalDocument,
  versions: readonly DepartmentYear[],
  corrections: CorrectionsShown | null,
): Html | null {
  const { version } = published.summary;
  const newest = versions[0]?.version ?? version;
  if (versions.length < 2) return null;
  const { say, link } = view;
  const { region, year, stage, department } = published.summary;
  const links = versions.map((each) => {
    const href = link({
      kind: 'disclosure',
      key: { region, year, stage, department },
      version: each.version,
      part: { kind: 'overview' },
    });
    const words = say(`第${each.version}版`, `version ${each.version}`);
    return each.version === version ? html`<b>${words}</b>` : html`<a href="${href}">${words}</a>`;
  });
  const words =
    version === newest
      ? say('公布后更正过，这是最新的一版。', 'Corrected after publication; this is the newest version.')
      : say('这是旧版，已被更正。', 'This is an old version; it has been corrected.');
  return html`<p class="versions${version === newest ? '' : ' old'}">
    ${words}${corrections === null ? null : whatWasCorrected(corrections, view)}
    ${joined(links, ' · ')}${version === newest ? null : correctedBy(version, versions, view)}
  </p>`;
}

/** How much was corrected, leading to what. */
function whatWasCorrected({ words, data }: CorrectionsShown, { say }: View): Html {
  const told = data.length === 0 ? html`${words}` : html`<a href="#${correctionsId}">${words}</a>`;
  return html` ${told}${say('。', '.')}`;
}

/** Where it is told what the version after the shown one corrected. */
function correctedBy(version: number, versions: readonly DepartmentYear[], { say, link }: View): Html | null {
  const next = versions.filter((each) => each.version > version).at(-1);
  if (next === undefined) return null;
  const { region, year, stage, department } = next;
  const key = { region, year, stage, department };
  const href = link({ kind: 'disclosure', key, version: next.version, part: { kind: 'corrections' } });
  const words = say(`第${next.version}版更正了什么`, `what version ${next.version} corrected`);
  return html` <a href="${href}">${words}</a>`;
}

/** The same department in other years and stages. */
function othersNote({ view, published }: PortalDocument, others: readonly DepartmentYear[]): Html | null {
  const { year, stage } = published.summary;
  const links = others
    .filter((each) => each.year !== year || each.stage !== stage)
    .map((each) => {
      const key = { region: each.region, year: each.year, stage: each.stage, department: each.department };
      const href = view.link({ kind: 'disclosure', key, version: null, part: { kind: 'overview' } });
      return html`<a href="${href}">${yearWords(each, view)}</a>`;
    });
  if (links.length === 0) return null;
  return html`<p class="meta">${view.say('另有：', 'Also: ')}${joined(links, ' · ')}</p>`;
}

function flowSection(document: PortalDocument, flows: Dataset, load: Html | null): Html | null {
  const { published, view, part } = document;
  const money = flowsOf(published);
  if (money === null) return null;
  const { say } = view;
  const picture = sankeyData(money, view, (code) => part({ kind: 'function', code }));
  const title = say('钱从哪里来，用到哪里去', 'Where the money comes from and where it goes');
  return section(
    'flows',
    title,
    html`<figure class="chart">
        ${sankeyFigure(picture, title)}
        <figcaption>
          ${say(
            '左边是资金来源，中间是用在哪一类事情上，右边是怎么花：基本支出维持日常运转，项目支出办专门的事。斜线是上年没用完、结转来的钱。点中间的类别看细目。',
            'Left: sources. Middle: what it is for. Right: basic expenditure keeps the department running, projects are particular undertakings. Hatched: carried over from last year. A class opens its details.',
          )}
        </figcaption>
      </figure>
      ${howToRead('flow', view)}
      <details class="under">
        <summary>${say('图中各数的表', 'The figures of the chart as a table')}</summary>
        ${dataTable(flows, view, { quiet: true })}${load}
      </details>`,
  );
}

function codeSection(
  { view }: PortalDocument,
  data: Dataset,
  id: 'functions' | 'economic',
  load: Html | null,
): Html {
  const { say } = view;
  const title =
    id === 'functions'
      ? say('用在哪些方面', 'What it is spent on')
      : say('日常运转的钱花在什么上', 'What daily running costs are spent on');
  const words =
    id === 'functions'
      ? say('按功能分类：钱用来办什么事。点名称看下一级。', 'By function. A name opens the next level.')
      : say(
          '按经济分类：买什么、付给谁。只含公布的基本支出。',
          'By economic class: what is paid for. Published basic expenditure only.',
        );
  return section(
    id,
    title,
    html`<p class="hint">${words}</p>`,
    dataTable(data, view, { quiet: true }),
    howToRead('bars', view),
    load,
  );
}

const mostProjects = 10;

function projectSection(document: PortalDocument, data: Dataset | null, load: Html | null): Html | null {
  if (data === null) return null;
  const { view, part, published } = document;
  const all = portalProjects(published.disclosure).length;
  const { say } = view;
  const shown = { ...data, rows: data.rows.slice(0, mostProjects) };
  const more =
    all <= mostProjects
      ? null
      : html`<p class="more">
          <a href="${part({ kind: 'projects' })}">${say(`全部 ${all} 个项目`, `All ${all} projects`)}</a>
        </p>`;
  const title =
    all <= mostProjects
      ? say(`${all} 个项目`, `${all} projects`)
      : say(`最大的 ${mostProjects} 个项目`, `The ${mostProjects} largest projects`);
  return section('projects', title, dataTable(shown, view, { bars: 'amount', quiet: true }), more, load);
}

function contentsSection({ published, view, part }: PortalDocument): Html {
  const { say } = view;
  const { tables, narrative } = published.disclosure;
  const tableItems = tables.map(
    ({ number, title }) =>
      html`<li>
        <a href="${part({ kind: 'table', number })}">${say(`表${number}`, `Table ${number}`)} ${title}</a>
      </li>`,
  );
  const sections = narrative
    .map((each, i) => ({ ...each, i }))
    .filter(({ paragraphs }) => paragraphs.length > 0)
    .map(({ title, i }) => html`<li><a href="${part({ kind: 'narrative' })}#s${i}">${title}</a></li>`);
  return html`<div class="columns">
    ${section(
      'tables',
      say('公布的表', 'Published tables'),
      html`<ul class="plain">
        ${joined(tableItems)}
      </ul>`,
    )}${
      sections.length === 0
        ? null
        : section(
            'text',
            say('情况说明', 'Explanatory text'),
            html`<ul class="plain">
              ${joined(sections)}
            </ul>`,
          )
    }
  </div>`;
}
