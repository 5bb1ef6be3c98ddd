import type { DisclosureTable, TableRow } from '../../../model/disclosure.ts';
import { escaped } from '../../../write/report/html/escape.ts';
import { withMarks } from '../../../write/report/html/page.ts';
import { tableHtml } from '../../../write/report/html/tables.ts';
import type { DataCell, DataColumn, DataRow, Dataset } from '../data/dataset.ts';
import { printedPage, type PortalDocument } from '../document.ts';
import { html, joined, trusted, type Html } from '../html.ts';
import { downloads, type PortalPage } from '../page.ts';
import { questionLink } from '../questions/page.ts';
import { crumbsOf, headingOf, routeTo, tabsOf, yearWords } from './frame.ts';
import { signsLegend } from './quality.ts';

/** One table as published, every number a link to its source and its checks; null for a number without table. */
export function tablePage(
  document: PortalDocument,
  version: number | null,
  number: number,
): PortalPage | null {
  const { published, view, part } = document;
  const { tables } = published.disclosure;
  const at = tables.findIndex((each) => each.number === number);
  const table = tables[at];
  if (table === undefined) return null;
  const { say } = view;
  const route = routeTo(document, version, { kind: 'table', number });
  const data = tableData(table, document);
  const step = (to: DisclosureTable | undefined, words: string): Html | null =>
    to === undefined ? null : html`<a href="${part({ kind: 'table', number: to.number })}">${words}</a>`;
  const title = `${say(`表${number}`, `Table ${number}`)} ${table.title}`;
  return {
    title: `${title} · ${published.summary.name}`,
    description: `${published.summary.name} ${yearWords(published.summary, view)} ${table.title}`,
    route,
    crumbs: crumbsOf(document, true),
    tabs: tabsOf(document, 'tables'),
    data: [data],
    body: html`${headingOf(document, title)} ${signsLegend(document)}
      <div class="published alone">${printedTable(table, document)}</div>
      ${downloads(route, data, true, view)}
      <p class="steps">
        ${step(tables[at - 1], say('← 上一张表', '← previous table'))}
        <a href="${part({ kind: 'check', of: 'table', name: String(number) })}"
          >${say('这张表的核对', 'Checks of this table')}</a
        >
        ${step(tables[at + 1], say('下一张表 →', 'next table →'))} ${questionLink(`t${number}`, document)}
      </p>`,
  };
}

/** All tables one after the other: for reading through and for printing. */
export function tablesPage(document: PortalDocument, version: number | null): PortalPage {
  const { published, view } = document;
  const { say } = view;
  const { tables } = published.disclosure;
  const items = tables.map(
    ({ number, title }) =>
      html`<li><a href="#t${number}">${say(`表${number}`, `Table ${number}`)} ${title}</a></li>`,
  );
  return {
    title: `${say('公布的表', 'Published tables')} · ${published.summary.name}`,
    description: `${published.summary.name} ${yearWords(published.summary, view)} ${say(`全部${tables.length}张表`, `all ${tables.length} tables`)}`,
    route: routeTo(document, version, { kind: 'tables' }),
    crumbs: crumbsOf(document, true),
    tabs: tabsOf(document, 'tables'),
    data: [tableList(document)],
    body: html`${headingOf(document, say(`公布的 ${tables.length} 张表`, `The ${tables.length} published tables`))}
      ${signsLegend(document)}
      <nav class="onpage" aria-label="${say('本页的表', 'Tables on this page')}">
        <ul class="plain">
          ${joined(items)}
        </ul>
      </nav>
      <h2 class="vh">${say('各表', 'The tables')}</h2>
      <div class="published">
        ${joined(
          tables.map((table) => printedTable(table, document)),
          '\n',
        )}
      </div>`,
  };
}

/** As the document prints it. Boxes that scroll can be reached by keyboard. */
function printedTable(table: DisclosureTable, document: PortalDocument): Html {
  const { part, view } = document;
  const box = `<div class="scroll" tabindex="0" role="group" aria-label="${escaped(table.title)}">`;
  const markup = withMarks(tableHtml(table, printedPage(document)), new Map()).replace(
    '<div class="scroll">',
    () => box,
  );
  const empty =
    table.rows.every(({ cells }) => Object.values(cells).every(({ text }) => text === '')) &&
    table.note === null
      ? html`<p class="note">${view.say('这张表没有数据。', 'This table holds no data.')}</p>`
      : null;
  const link = html`<p class="self">
    <a href="${part({ kind: 'table', number: table.number })}"
      >${view.say('单独看这张表、下载', 'This table alone, download')}</a
    >
  </p>`;
  return html`${trusted(markup)}${empty}${link}`;
}

/** The table as data: a printed row a row, an amount as printed. */
export function tableData(table: DisclosureTable, document: PortalDocument): Dataset {
  const { say } = document.view;
  const sided = table.rows.some(({ side }) => side !== null);
  const coded = table.rows.some(({ code }) => code !== null);
  const columns: readonly DataColumn[] = [
    ...(sided ? [{ key: 'side', title: say('方向', 'Side'), kind: 'text' } as const] : []),
    ...(coded ? [{ key: 'code', title: say('编码', 'Code'), kind: 'text' } as const] : []),
    { key: 'name', title: say('名称', 'Name'), kind: 'text' },
    { key: 'level', title: say('级次', 'Level'), kind: 'count' },
    ...amountColumns(table),
  ];
  return {
    id: 'table',
    title: table.title,
    unit: table.unit ?? '万元',
    columns,
    rows: table.rows.map((row) => rowData(row, document)),
    ...(table.note === null ? {} : { note: table.note }),
  };
}

/** Each key once; a column none of whose cells is an amount holds words. */
function amountColumns({ columns, rows }: DisclosureTable): readonly DataColumn[] {
  const titles = new Map(columns.map(({ key, title }) => [key, title.join(' · ')]));
  return [...titles].map(([key, title]) => {
    const cells = rows.flatMap(({ cells: all }) => all[key] ?? []);
    const worded = cells.some(({ text, fen }) => text !== '' && fen === null);
    return { key, title, kind: worded && cells.every(({ fen }) => fen === null) ? 'text' : 'amount' };
  });
}

function rowData(row: TableRow, { view }: PortalDocument): DataRow {
  const { side, code, name, level, cells } = row;
  const own = Object.entries(cells).map(([key, { text, fen }]): readonly [string, DataCell] => [
    key,
    fen === null ? (text === '' ? null : text) : { fen, text },
  ]);
  const words =
    side === null ? null : side === 'revenue' ? view.say('收入', 'revenue') : view.say('支出', 'expenditure');
  return { level, cells: { side: words, code, name, level, ...Object.fromEntries(own) } };
}

function tableList({ published, view }: PortalDocument): Dataset {
  const { say } = view;
  return {
    id: 'tables',
    title: say('公布的表', 'Published tables'),
    unit: '万元',
    columns: [
      { key: 'number', title: say('表号', 'Number'), kind: 'count' },
      { key: 'key', title: say('标识', 'Key'), kind: 'text' },
      { key: 'title', title: say('名称', 'Title'), kind: 'text' },
      { key: 'unit', title: say('单位', 'Unit'), kind: 'text' },
      { key: 'rows', title: say('行数', 'Rows'), kind: 'count' },
    ],
    rows: published.disclosure.tables.map(({ number, key, title, unit, rows }) => ({
      cells: { number, key, title, unit, rows: rows.length },
    })),
  };
}
