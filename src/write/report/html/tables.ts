import type { DisclosureTable, TableColumn, TableRow } from '../../../model/disclosure.ts';
import { tableWords } from '../../../model/words/place.ts';
import { escaped } from './escape.ts';
import { amountHtml, figureHtml, markSlot, type Page } from './page.ts';

/** A table as printed: revenue and expenditure beside each other where it has both. */
export function tableHtml(table: DisclosureTable, page: Page): string {
  const id = `t${table.number}`;
  page.anchors.set({ file: '', table: table.number }, id);
  const halves = halvesOf(table, page);
  const lines = linesOf(halves);
  const unit =
    table.unit === null ? '' : `<span class="unit">${page.words.unit}${escaped(table.unit)}</span>`;
  const label = tableWords(table.number, page.language);
  const title = `<h3>${markSlot(id)}${label} ${escaped(table.title)}</h3>`;
  const note = table.note === null ? '' : `<p class="note">${escaped(table.note)}</p>`;
  const caption = `<caption><span class="vh">${label} ${escaped(table.title)}</span>${unit}</caption>`;
  const body = lines.map((line) => `<tr>${line.join('')}</tr>`).join('\n');
  return `<section class="part" id="${id}">${title}<div class="scroll"><table>${caption}${headHtml(halves)}
<tbody>${body}</tbody></table></div>${note}</section>`;
}

/** One side of a table: its rows with the columns that they have. */
interface Half {
  readonly heads: readonly (readonly string[])[];
  readonly rows: readonly TableRow[];
  readonly columns: readonly TableColumn[];
  readonly coded: boolean;
  readonly cells: (row: TableRow) => readonly string[];
}

function halvesOf(table: DisclosureTable, page: Page): readonly Half[] {
  const sides = [...new Set(table.rows.map(({ side }) => side))];
  return sides.map((side) => {
    const rows = table.rows.filter((row) => row.side === side);
    const columns = columnsOf(table, rows, sides.indexOf(side));
    const coded = rows.some(({ code }) => code !== null);
    const group = sides.length > 1 ? [columns[0]?.title[0] ?? ''] : [];
    const first = [...(coded ? [[...group, page.words.code]] : []), [...group, page.words.item]];
    const cells = (row: TableRow): readonly string[] => rowCells(row, { columns, coded, page, table });
    return { heads: [...first, ...columns.map(({ title }) => title)], rows, columns, coded, cells };
  });
}

/** Columns that the side's rows have; of several printed for one key (one for each side) the side's own. */
function columnsOf(table: DisclosureTable, rows: readonly TableRow[], side: number): readonly TableColumn[] {
  return table.columns.filter((column) => {
    const same = table.columns.filter(({ key }) => key === column.key);
    const own = same[Math.min(side, same.length - 1)];
    return column === own && rows.some(({ cells }) => cells[column.key] !== undefined);
  });
}

interface RowView {
  readonly columns: readonly TableColumn[];
  readonly coded: boolean;
  readonly page: Page;
  readonly table: DisclosureTable;
}

function rowCells(row: TableRow, { columns, coded, page, table }: RowView): readonly string[] {
  const key = row.place.row ?? row.code ?? row.name;
  const id = `r${table.number}-${table.rows.indexOf(row)}`;
  page.anchors.set({ file: '', table: table.number, row: key }, id);
  page.anchors.set({ ...row.place, table: table.number, row: key }, id);
  const code = coded ? [`<td class="c">${escaped(row.printedCode ?? row.code ?? '')}</td>`] : [];
  const level = Math.min(row.level, 3);
  // A row without a name has no header.
  const [open, end] = row.name.trim() === '' ? ['td', 'td'] : ['th scope="row"', 'th'];
  const name = `<${open} class="l${level}" id="${id}">${markSlot(id)}${escaped(row.name)}</${end}>`;
  return [...code, name, ...columns.map((column) => cellHtml(row, column, page))];
}

function cellHtml(row: TableRow, { key }: TableColumn, page: Page): string {
  const cell = row.cells[key];
  if (cell === undefined) return '<td></td>';
  const id = page.finder.at(cell.place, cell.text);
  const isWrong = id !== null && page.trace.figures[id]?.state === 'contradicted';
  if (cell.text === '') return isWrong ? `<td class="n">${figureHtml(id, '', page)}</td>` : '<td></td>';
  if (cell.fen === null && id === null) return `<td>${escaped(cell.text)}</td>`;
  return `<td class="n">${amountHtml(cell.place, cell.text, page)}</td>`;
}

/** The sides line by line; grand totals stand in the last line of both. */
function linesOf(halves: readonly Half[]): readonly (readonly string[])[] {
  const most = Math.max(0, ...halves.map(({ rows }) => rows.length));
  return Array.from({ length: most }, (_, line) =>
    halves.flatMap((half) => {
      const row = rowAt(half, line, most);
      const width = half.columns.length + (half.coded ? 2 : 1);
      return row === undefined ? Array.from({ length: width }, () => '<td></td>') : half.cells(row);
    }),
  );
}

function rowAt({ rows }: Half, line: number, most: number): TableRow | undefined {
  const last = rows.at(-1);
  if (rows.length === most || last?.level !== 0) return rows[line];
  if (line === most - 1) return last;
  return line < rows.length - 1 ? rows[line] : undefined;
}

/** Headers over each other, equal neighbours joined, the lowest one reaching down. */
function headHtml(halves: readonly Half[]): string {
  const heads = halves.flatMap(({ heads: own }, side) => own.map((titles) => ({ titles, side })));
  const depth = Math.max(1, ...heads.map(({ titles }) => titles.length));
  const lines = Array.from({ length: depth }, (_, level) => headLine(heads, level, depth));
  return `<thead>${lines.map((line) => `<tr>${line}</tr>`).join('')}</thead>`;
}

interface Head {
  readonly titles: readonly string[];
  readonly side: number;
}

function headLine(heads: readonly Head[], level: number, depth: number): string {
  let html = '';
  for (let at = 0; at < heads.length;) {
    const width = spanOf(heads, at, level);
    const titles = heads[at]?.titles ?? [];
    const title = titles[level];
    if (title !== undefined) {
      const isLast = level === titles.length - 1;
      const down = isLast && depth > level + 1 ? ` rowspan="${depth - level}"` : '';
      const across = width > 1 ? ` colspan="${width}"` : '';
      html += `<th scope="${width > 1 ? 'colgroup' : 'col'}"${across}${down}>${escaped(title)}</th>`;
    }
    at += width;
  }
  return html;
}

/** How many headers beside each other are one: the same words down to this level, with others below. */
function spanOf(heads: readonly Head[], at: number, level: number): number {
  const first = heads[at];
  if (first === undefined || level >= first.titles.length - 1) return 1;
  const key = first.titles.slice(0, level + 1).join('\n');
  let width = 1;
  for (let next = heads[at + 1]; next !== undefined; next = heads[at + width]) {
    const same = next.side === first.side && next.titles.length > level + 1;
    if (!same || next.titles.slice(0, level + 1).join('\n') !== key) break;
    width += 1;
  }
  return width;
}
