import type { LayoutCell, LayoutRow, TableBlock } from '../layout/block.ts';
import { escaped } from '../report/html/escape.ts';
import type { WidthClasses } from './widthClasses.ts';

/**
 * A table under its label and title, with the lines above the grid as its caption. It scrolls by itself where the
 * screen is narrower, by keyboard too, and its head is repeated on every printed page.
 */
export function tableHtml(table: TableBlock, widths: WidthClasses): string {
  const { target, label, title, titleLevel, orientation, role, bookmark } = table;
  const tag = `h${titleLevel + 1}`;
  const printedLabel = label === null ? '' : `<p class="label">${escaped(label)}</p>\n`;
  const notes = table.notes.map((note) => `\n<p class="note">${escaped(note)}</p>`).join('');
  const columns = table.widths.map(() => '<col>').join('');
  const head =
    table.head.length === 0
      ? ''
      : `<thead>\n${table.head.map((row) => rowHtml(row, 'head')).join('\n')}\n</thead>\n`;
  const body = table.body.map((row) => rowHtml(row, 'body')).join('\n');
  return `<section class="sheet ${orientation} ${role}" aria-labelledby="${target}">
${printedLabel}<${tag} id="${target}">${escaped(title)}</${tag}>
<div class="scroll" role="region" tabindex="0" aria-label="${escaped(bookmark)}">
<table class="${widths.classOf(table)}">
${captionHtml(table)}<colgroup>${columns}</colgroup>
${head}<tbody>
${body}
</tbody>
</table>
</div>${notes}
</section>`;
}

/** 部门名称 on the left, 单位 on the right; each a line of its own for who reads the page as text. */
function captionHtml({ subtitle, departmentLine, unitLine, bookmark, title }: TableBlock): string {
  const lines = [
    ...(subtitle === null ? [] : [`<div class="subtitle">${escaped(subtitle)}</div>`]),
    ...(departmentLine === null ? [] : [`<div>${escaped(departmentLine)}</div>`]),
    ...(unitLine === null ? [] : [`<div class="unit">${escaped(unitLine)}</div>`]),
  ];
  if (lines.length === 0 && bookmark === title) return '';
  return `<caption><div class="lines">${lines.join('')}</div></caption>\n`;
}

function rowHtml({ cells, total }: LayoutRow, part: 'head' | 'body'): string {
  return `<tr${total ? ' class="total"' : ''}>${cells.map((cell) => cellHtml(cell, part)).join('')}</tr>`;
}

function cellHtml(cell: LayoutCell, part: 'head' | 'body'): string {
  const { colspan, rowspan, text } = cell;
  const spans = `${colspan > 1 ? ` colspan="${colspan}"` : ''}${rowspan > 1 ? ` rowspan="${rowspan}"` : ''}`;
  const isHeader = (cell.kind === 'head' || cell.kind === 'label') && text !== '';
  const scope = part === 'head' ? (colspan > 1 ? 'colgroup' : 'col') : 'row';
  const start = isHeader ? `th scope="${scope}"` : 'td';
  const look = classesOf(cell);
  const content = escaped(text).replaceAll('\n', '<br>');
  return `<${start}${look === '' ? '' : ` class="${look}"`}${spans}>${content}</${isHeader ? 'th' : 'td'}>`;
}

const aligned = { left: '', center: 'm', right: 'r' } as const;

function classesOf({ kind, align, indent }: LayoutCell): string {
  const parts = [
    kind === 'head' ? '' : aligned[align],
    kind === 'amount' ? 'n' : '',
    indent > 0 ? `i${Math.min(indent, 4)}` : '',
  ];
  return parts.filter((part) => part !== '').join(' ');
}
