import { exact, rounded } from '../amounts.ts';
import { fenPerUnit } from '../../../model/money.ts';
import { html, joined, type Html } from '../html.ts';
import type { View } from '../view.ts';
import { isAmount, type DataCell, type DataColumn, type DataRow, type Dataset } from './dataset.ts';

export interface TableLook {
  /** The amount column that is drawn as bars in the rows, where the data set does not say. */
  readonly bars?: string;
  /** The caption is already a heading above. */
  readonly quiet?: boolean;
}

/** So many rows are printed on one sheet of paper. */
const mostKept = 12;

/** The data set as a table: headers with scope, tabular figures, every amount a link to its source where it has one. */
export function dataTable(data: Dataset, view: View, given: TableLook = {}): Html {
  const look = data.drawn === undefined ? given : { ...given, bars: data.drawn.bars };
  const columns = data.columns.filter(({ hidden }) => hidden !== true);
  const scale = look.bars === undefined ? null : scaleOf(data.rows, look.bars);
  const head = columns.map(
    ({ title, kind }) => html`<th scope="col" class="${kind === 'text' ? 'c-text' : 'n'}">${title}</th>`,
  );
  const rows = data.rows.map((row) => rowHtml(row, columns, data, view, look.bars ?? '', scale));
  const isRounded = data.rows.some(({ cells }) =>
    columns.some(({ key }) => isRoundedCell(cells[key] ?? null, data)),
  );
  const unit = columns.some(({ kind }) => kind === 'amount')
    ? html` <span class="unit"
        >${view.say(`单位：${data.unit}`, `in ${englishUnit(data.unit)}`)}${isRounded ? view.say('，四舍五入；精确数见下载', ', rounded; exact in the downloads') : ''}</span
      >`
    : null;
  const title = look.quiet === true ? html`<span class="vh">${data.title}</span>` : html`${data.title}`;
  return html`<div class="scroll" tabindex="0" role="group" aria-label="${data.title}">
      <table
        class="data${look.bars === undefined ? '' : ' barred'}${data.rows.length > mostKept ? '' : ' small'}"
      >
        <caption>
          ${title}${unit}
        </caption>
        <thead>
          <tr>
            ${joined(head)}
          </tr>
        </thead>
        <tbody>
          ${joined(rows, '\n')}
        </tbody>
      </table>
    </div>
    ${data.note === undefined ? null : html`<p class="note">${data.note}</p>`}`;
}

/** More digits than the two decimals that the page shows. */
function isRoundedCell(cell: DataCell, { unit }: Dataset): boolean {
  return isAmount(cell) && cell.text === undefined && cell.fen % (fenPerUnit[unit] / 100) !== 0;
}

function englishUnit(unit: string): string {
  return { 元: 'CNY', 千元: 'CNY 1,000', 万元: 'CNY 10,000', 亿元: 'CNY 100 million' }[unit] ?? unit;
}

function rowHtml(
  row: DataRow,
  columns: readonly DataColumn[],
  data: Dataset,
  view: View,
  bars: string,
  scale: Scale | null,
): Html {
  const bar = scale === null ? null : barHtml(row.cells[bars] ?? null, scale);
  const cells = columns.map((column, i) => {
    const cell = row.cells[column.key] ?? null;
    if (i === 0) return html`<th scope="row">${nameHtml(cell, row)}${bar}</th>`;
    if (column.kind === 'text')
      return html`<td class="${textLook(column)}">${typeof cell === 'object' ? '' : cell}</td>`;
    return html`<td class="n">${cellHtml(cell, column, data, view)}</td>`;
  });
  return html`<tr class="l${row.level ?? 1}">
    ${joined(cells)}
  </tr>`;
}

function textLook({ brief, code }: DataColumn): string {
  return code === true ? 'code' : brief === true ? 'brief' : 'c-text';
}

function nameHtml(cell: DataCell, { href }: DataRow): Html {
  const words = isAmount(cell) ? '' : (cell ?? '');
  return href === undefined ? html`${words}` : html`<a href="${href}">${words}</a>`;
}

function cellHtml(cell: DataCell, { kind }: DataColumn, { unit }: Dataset, view: View): Html {
  if (cell === null) return html``;
  if (!isAmount(cell)) return html`${kind === 'count' ? Number(cell).toLocaleString('en') : cell}`;
  const words = cell.text === undefined ? rounded(cell.fen, unit) : cell.text.replace(/^-(?=\d)/, '\u2212');
  const title = view.say(`${exact(cell.fen, '元')}元`, `CNY ${exact(cell.fen, '元')}`);
  return cell.href === undefined
    ? html`<data value="${exact(cell.fen, '元')}" title="${title}">${words}</data>`
    : html`<a class="f" href="${cell.href}" title="${title}">${words}</a>`;
}

interface Scale {
  readonly least: number;
  readonly most: number;
}

/** From zero or the most negative amount to the largest. */
function scaleOf(rows: readonly DataRow[], key: string): Scale | null {
  const amounts = rows
    .map(({ cells }) => cells[key])
    .filter(isAmount)
    .map(({ fen }) => fen);
  const most = Math.max(0, ...amounts);
  const least = Math.min(0, ...amounts);
  return most === least ? null : { least, most };
}

/** A bar from the zero line, to the left where the amount is negative; the number beside it says the same. */
function barHtml(cell: DataCell, { least, most }: Scale): Html | null {
  if (!isAmount(cell)) return null;
  const at = (fen: number): number => Math.round(((fen - least) / (most - least)) * 2000) / 10;
  const [from, to] = [at(Math.min(0, cell.fen)), at(Math.max(0, cell.fen))];
  const width = cell.fen === 0 ? 0 : Math.max(0.6, to - from);
  const negative = cell.fen < 0 ? ' negative' : '';
  return html`<svg
    class="line${negative}"
    viewBox="0 0 200 6"
    preserveAspectRatio="none"
    aria-hidden="true"
    focusable="false"
  >
    <rect x="${from}" width="${width}" height="6" />
  </svg>`;
}
