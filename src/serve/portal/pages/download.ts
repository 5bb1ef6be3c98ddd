import type { Dataset } from '../data/dataset.ts';
import { dataTable } from '../data/dataTable.ts';
import { flowsOf } from '../data/flows.ts';
import type { PortalDocument } from '../document.ts';
import { html, joined, type Html } from '../html.ts';
import { section, type PortalPage } from '../page.ts';
import { correctedIds } from './corrections.ts';
import { crumbsOf, headingOf, routeTo, tabsOf, yearWords } from './frame.ts';
import { fileData } from './sources.ts';

/**
 * A disclosure's data in every format, its address with version, how to cite it, its charts for other sites.
 * `shown`: the data sets of its overview.
 */
export function downloadPage(
  document: PortalDocument,
  version: number | null,
  origin: string,
  shown: readonly Dataset[],
): PortalPage {
  const { published, view } = document;
  const { say } = view;
  const { summary } = published;
  const isCorrection = shown.some(({ id }) => id === correctedIds.figures || id === correctedIds.texts);
  const data = [downloadData(document, isCorrection), fileData(document)];
  return {
    title: `${say('下载与引用', 'Download and cite')} · ${summary.name} ${yearWords(summary, view)}`,
    description: say('这份公开的全部数据：表、项目、指标、核对结果', 'All data of this disclosure'),
    route: routeTo(document, version, { kind: 'download' }),
    crumbs: crumbsOf(document, true),
    tabs: tabsOf(document, 'download'),
    data,
    body: html`${headingOf(document, say('下载与引用', 'Download and cite'))}
    ${joined(data.map((each) => section(each.id, each.title, dataTable(each, view, { quiet: true }))))}
    ${citeHtml(document, origin)} ${embedHtml(document, version, origin, shown)}`,
  };
}

/** Every page's data with its addresses. */
export function downloadData(document: PortalDocument, isCorrection: boolean): Dataset {
  const { published, view, part } = document;
  const { say } = view;
  const { disclosure } = published;
  const entries = [
    [say('概览：来源与用途、功能、经济分类、变化、项目', 'Overview'), part({ kind: 'overview' }, 'json')],
    ...disclosure.tables.map(({ number, title }) => [
      `${say(`表${number}`, `Table ${number}`)} ${title}`,
      part({ kind: 'table', number }, 'csv'),
    ]),
    [say('全部表（一个压缩包）', 'All tables in one archive'), part({ kind: 'tables' }, 'zip')],
    [say('说明中的数', 'Numbers of the text'), part({ kind: 'narrative' }, 'csv')],
    ...(published.summary.projects > 0 ? [[say('项目', 'Projects'), part({ kind: 'projects' }, 'csv')]] : []),
    ...(isCorrection
      ? [[say('这一版更正了什么', 'What this version corrected'), part({ kind: 'corrections' }, 'json')]]
      : []),
    [say('核对结果', 'Checks'), part({ kind: 'checks' }, 'json')],
    [
      say('开放数据包（Fiscal Data Package）', 'Open data package (Fiscal Data Package)'),
      part({ kind: 'download' }, 'zip'),
    ],
    [say('整份公开文本的数据', 'The whole disclosure as data'), part({ kind: 'download' }, 'json')],
  ];
  return {
    id: 'downloads',
    title: say('数据', 'Data'),
    unit: '万元',
    columns: [
      { key: 'name', title: say('内容', 'Content'), kind: 'text' },
      { key: 'format', title: say('格式', 'Format'), kind: 'text' },
      { key: 'address', title: say('地址', 'Address'), kind: 'text', hidden: true },
    ],
    rows: entries.map(([name = '', href = '']) => ({
      href,
      cells: { name, format: (href.split('.').at(-1) ?? '').toUpperCase(), address: href },
    })),
  };
}

function citeHtml({ published, view }: PortalDocument, origin: string): Html {
  const { say } = view;
  const { region, year, stage, department, version, publishedAt, files } = published.summary;
  const key = { region, year, stage, department };
  const address = origin + view.link({ kind: 'disclosure', key, version, part: { kind: 'overview' } });
  const [first] = files;
  const words = citation(published.summary, address, document_(first?.sha256), view);
  return section(
    'cite',
    say('怎样引用', 'How to cite'),
    html`<p class="hint">
        ${say('带版本的地址不会变：部门更正后，旧版仍在原处。', 'The address with its version stays: after a correction the old version is still there.')}
      </p>
      <p class="copy" data-copy>${words}</p>
      <p class="meta">
        ${say('公布时间', 'Published')} <time datetime="${publishedAt}">${publishedAt.slice(0, 10)}</time> ·
        ${say(`第${version}版`, `version ${version}`)}
      </p>`,
  );
}

function document_(sha256: string | undefined): string {
  return sha256 === undefined ? '' : ` SHA-256 ${sha256.slice(0, 16)}…`;
}

/** One line that names whose figures these are, of when, in which version, and where. */
export function citation(
  summary: PortalDocument['published']['summary'],
  address: string,
  checksum: string,
  view: PortalDocument['view'],
): string {
  const { name, version, publishedAt } = summary;
  const day = publishedAt.slice(0, 10);
  return view.say(
    `${name}：《${yearWords(summary, view)}公开》，第${version}版，${day}，${decodeURI(address)}${checksum === '' ? '' : `，${checksum.trim()}`}`,
    `${name}, ${yearWords(summary, view)}, version ${version}, ${day}, ${decodeURI(address)}${checksum}`,
  );
}

/** The charts of the overview, each with the line that puts it into another page. */
function embedHtml(
  document: PortalDocument,
  version: number | null,
  origin: string,
  data: readonly Dataset[],
): Html | null {
  const { published, view, part } = document;
  const { say } = view;
  const whose = `${published.summary.name} ${yearWords(published.summary, view)}`;
  const overview = routeTo(document, version, { kind: 'overview' });
  const charts = [
    ...(flowsOf(published) === null
      ? []
      : [
          {
            title: say('钱从哪里来，用到哪里去', 'Where the money comes from and where it goes'),
            href: part({ kind: 'chart' }),
            svg: part({ kind: 'chart' }, 'svg'),
          },
        ]),
    ...data
      .filter(({ drawn }) => drawn !== undefined)
      .map(({ id, title }) => ({ title, href: view.link(overview, `${id}.embed`), svg: null })),
  ];
  if (charts.length === 0) return null;
  const items = charts.map(
    ({ title, href, svg }) =>
      html`<li>
        <a href="${href}">${title}</a>${svg === null ? null : html` · <a href="${svg}">SVG</a>`}
        <pre
          class="copy"
          data-copy
          tabindex="0"
        ><code>${`<iframe src="${origin}${href}" title="${title} · ${whose}" width="100%" height="560" loading="lazy"></iframe>`}</code></pre>
      </li>`,
  );
  return section(
    'embed',
    say('把图放到别的网页', 'Embed the charts'),
    html`<p class="hint">
        ${say('复制一行代码就行。图里的名称和数仍然可以点，点开回到这里；怎样看和图中的数都带在里面。科目页和比较页的图，用它下面的“只看图”。', 'Copy one line. Names and figures stay links that lead back here; the help and the figures go along. Charts of items and comparisons: “the chart alone” below them.')}
      </p>
      <ul class="plain">
        ${joined(items)}
      </ul>`,
  );
}
