import type { LayoutCell, LayoutRow, TableBlock } from '../layout/block.ts';
import { cellPadding, printableWidth, rowGap, tableLine, typeSize } from '../layout/pages.ts';
import { halfPoints, twips } from './styles.ts';

const pointsPerMillimetre = 72 / 25.4;

interface GridStyle {
  /** Widths of the grid's columns in twips. */
  readonly columns: readonly number[];
  /** Properties of every paragraph and run, in the order of the schema. */
  readonly spacing: string;
  readonly size: string;
  /** Indentation of one step, in twips. */
  readonly step: number;
}

/**
 * The grid of a table as WordprocessingML: fixed widths, merged cells, heads that repeat on every page. Written as
 * text, since a document has thousands of cells and the library takes a tenth of a millisecond for each.
 * Source: ECMA-376 part 1, 17.4.
 */
export function tableXml(block: TableBlock): string {
  const style = gridStyle(block);
  const width = style.columns.reduce((sum, own) => sum + own, 0);
  const grid = style.columns.map((own) => `<w:gridCol w:w="${own}"/>`).join('');
  const rows = [...rowsXml(block.head, style, true), ...rowsXml(block.body, style, false)].join('');
  return (
    `<w:tbl><w:tblPr><w:tblW w:w="${width}" w:type="dxa"/>${borders}<w:tblLayout w:type="fixed"/>${padding}` +
    `</w:tblPr><w:tblGrid>${grid}</w:tblGrid>${rows}</w:tbl>`
  );
}

function gridStyle(block: TableBlock): GridStyle {
  const width = printableWidth(block.orientation) * pointsPerMillimetre;
  const size = typeSize(block);
  const gap = twips(block.role === 'figures' ? rowGap.figures : rowGap.sheet);
  const line = twips(size * tableLine);
  return {
    columns: block.widths.map((share) => twips(share * width)),
    spacing: `<w:spacing w:before="${gap}" w:after="${gap}" w:line="${line}" w:lineRule="exact"/>`,
    size: `<w:sz w:val="${halfPoints(size)}"/><w:szCs w:val="${halfPoints(size)}"/>`,
    step: twips(size),
  };
}

const sides = ['top', 'left', 'bottom', 'right', 'insideH', 'insideV'];
const line = 'w:val="single" w:sz="4" w:space="0" w:color="444444"';
const borders = `<w:tblBorders>${sides.map((side) => `<w:${side} ${line}/>`).join('')}</w:tblBorders>`;
const padding = `<w:tblCellMar>${['left', 'right']
  .map((side) => `<w:${side} w:w="${twips(cellPadding)}" w:type="dxa"/>`)
  .join('')}</w:tblCellMar>`;

/** A cell that reaches down: the rows below have a cell of their own for it. */
interface Reaching {
  readonly cell: LayoutCell;
  /** The first row that it does not cover. */
  readonly end: number;
}

function rowsXml(rows: readonly LayoutRow[], style: GridStyle, isHead: boolean): readonly string[] {
  let reaching: readonly Reaching[] = [];
  return rows.map((row, i) => {
    const covered = reaching.filter(({ end }) => end > i);
    const parts = [
      ...row.cells.map((cell) => ({ column: cell.column, xml: cellXml(cell, style, isHead || row.total) })),
      ...covered.map(({ cell }) => ({ column: cell.column, xml: coveredXml(cell, style) })),
    ].sort((a, b) => a.column - b.column);
    const begun = row.cells.filter(({ rowspan }) => rowspan > 1);
    reaching = [...covered, ...begun.map((cell) => ({ cell, end: i + cell.rowspan }))];
    const flags = `${row.mayBreak ? '' : '<w:cantSplit/>'}${isHead ? '<w:tblHeader/>' : ''}`;
    const properties = flags === '' ? '' : `<w:trPr>${flags}</w:trPr>`;
    return `<w:tr>${properties}${parts.map(({ xml }) => xml).join('')}</w:tr>`;
  });
}

function cellXml(cell: LayoutCell, style: GridStyle, bold: boolean): string {
  const merge = cell.rowspan > 1 ? '<w:vMerge w:val="restart"/>' : '';
  const shade = cell.kind === 'head' ? '<w:shd w:val="clear" w:color="auto" w:fill="F0F0F0"/>' : '';
  return `<w:tc>${cellProperties(cell, style, merge, shade)}${paragraphXml(cell, style, bold)}</w:tc>`;
}

function coveredXml(cell: LayoutCell, style: GridStyle): string {
  return `<w:tc>${cellProperties(cell, style, '<w:vMerge/>', '')}<w:p><w:pPr>${tableText}${style.spacing}</w:pPr></w:p></w:tc>`;
}

function cellProperties(
  { column, colspan }: LayoutCell,
  { columns }: GridStyle,
  merge: string,
  shade: string,
): string {
  const width = columns.slice(column, column + colspan).reduce((sum, own) => sum + own, 0);
  const span = colspan > 1 ? `<w:gridSpan w:val="${colspan}"/>` : '';
  return `<w:tcPr><w:tcW w:w="${width}" w:type="dxa"/>${span}${merge}${shade}<w:vAlign w:val="center"/></w:tcPr>`;
}

const tableText = '<w:pStyle w:val="TableText"/>';

function paragraphXml({ text, align, indent }: LayoutCell, style: GridStyle, bold: boolean): string {
  const left = indent === 0 ? '' : `<w:ind w:left="${indent * style.step}"/>`;
  const justify = align === 'left' ? '' : `<w:jc w:val="${align}"/>`;
  const weight = bold ? '<w:b/><w:bCs/>' : '';
  const lines = text.split('\n').map((words) => `<w:t xml:space="preserve">${escaped(words)}</w:t>`);
  const run = text === '' ? '' : `<w:r><w:rPr>${weight}${style.size}</w:rPr>${lines.join('<w:br/>')}</w:r>`;
  return `<w:p><w:pPr>${tableText}${style.spacing}${left}${justify}</w:pPr>${run}</w:p>`;
}

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' };

function escaped(text: string): string {
  return text.replace(/[&<>]/g, (c) => entities[c] ?? c);
}
