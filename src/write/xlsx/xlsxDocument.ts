import ExcelJS from 'exceljs';
import type { Figure } from '../../model/figure.ts';
import { figuresByPlace } from '../../model/figuresByPlace.ts';
import type { Place } from '../../model/place.ts';
import type { ContentsBlock, DocumentLayout, LayoutBlock, LayoutCell, TableBlock } from '../layout/block.ts';
import { withCharts, type ChartSpot, type ShownAmount } from './chart.ts';
import { pageOptions, type PageWords } from './page.ts';
import { reproducible } from './reproducible.ts';
import { sheetNamer } from './sheetNames.ts';
import type { ScopeOf } from './sums.ts';
import { fillTableSheet } from './tableSheet.ts';
import { fillContents, fillTexts, type Destination } from './textSheets.ts';

/**
 * A disclosure as a workbook: contents with links, a sheet for each table with live sums, sheets of text, and one
 * for each performance sheet. `figures` are those of the disclosure: they say which amounts are sums of others.
 * Texts are texts in every cell; the same disclosure gives the same bytes.
 */
export async function xlsxDocument(layout: DocumentLayout, figures: readonly Figure[]): Promise<Uint8Array> {
  const workbook = new ExcelJS.Workbook();
  workbook.creator = 'mingsuan';
  workbook.lastModifiedBy = 'mingsuan';
  workbook.title = layout.title;
  // The clock is never asked: the first day of the budget's year.
  workbook.created = new Date(Date.UTC(layout.year ?? 2000, 0, 1));
  workbook.modified = workbook.created;
  const named = sheetNamer();
  const words: PageWords = {
    header: [layout.department, layout.title].filter((part) => part !== '').join(' '),
    draftMark: layout.draftMark,
  };
  const add = (name: string, options: Partial<ExcelJS.AddWorksheetOptions>): ExcelJS.Worksheet =>
    workbook.addWorksheet(named(name), { views: [{ showGridLines: false }], ...options });
  const contents = add('目录', pageOptions('portrait', words));
  const destinations = new Map<string, Destination>();
  const scopeOf = scopesIn(figures);
  const spots: ChartSpot[] = [];
  const cells = new Map<Place, ShownAmount>();
  for (const part of sheetsOf(layout.blocks)) {
    if ('table' in part) {
      const sheet = add(part.name, pageOptions(part.table.orientation, words));
      const own = quoted(sheet.name);
      for (const [place, { amount, name }] of fillTableSheet(sheet, part.table, scopeOf))
        cells.set(place, { amount: `${own}!${amount}`, name: `${own}!${name}` });
      destinations.set(part.table.target, { sheet: sheet.name, cell: 'A1' });
      if (part.heading !== null) destinations.set(part.heading, { sheet: sheet.name, cell: 'A1' });
    } else {
      const sheet = add(part.name, pageOptions('portrait', words));
      const { targets, charts } = fillTexts(sheet, part.blocks);
      for (const [target, row] of targets) destinations.set(target, { sheet: sheet.name, cell: `A${row}` });
      spots.push(...charts.map((chart) => ({ ...chart, sheet: sheet.name })));
    }
  }
  fillContents(contents, layout, contentsOf(layout), (target) => destinations.get(target));
  const written = new Uint8Array(await workbook.xlsx.writeBuffer());
  return reproducible(withCharts(written, spots, (place) => cells.get(place)));
}

/** A sheet's name as formulas write it. */
function quoted(name: string): string {
  return `'${name.replaceAll("'", "''")}'`;
}

function contentsOf({ blocks }: DocumentLayout): ContentsBlock {
  const block = blocks.find(({ kind }) => kind === 'contents');
  return block?.kind === 'contents' ? block : { kind: 'contents', title: '目 录', entries: [] };
}

/** What the cell's figure speaks of. */
function scopesIn(figures: readonly Figure[]): ScopeOf {
  const figureAt = figuresByPlace(figures);
  return ({ place }: LayoutCell) => (place === null ? null : (figureAt(place)?.scope ?? null));
}

type Part =
  | { readonly name: string; readonly table: TableBlock; readonly heading: string | null }
  | { readonly name: string; readonly blocks: readonly LayoutBlock[] };

/**
 * The blocks by sheet: each table its own, and the texts of each part together. Performance sheets follow the
 * text that they stand in. The heading of a part that holds tables only leads to the first of them.
 */
function sheetsOf(blocks: readonly LayoutBlock[]): readonly Part[] {
  const parts: Part[] = [];
  for (const group of groupsOf(blocks)) {
    const tables = group.filter((block) => block.kind === 'table');
    const texts = group.filter(
      ({ kind }) => kind === 'heading' || kind === 'paragraph' || kind === 'chart' || kind === 'glossary',
    );
    const [heading] = texts;
    const own = heading?.kind === 'heading' ? heading : null;
    const onlyTables = texts.length === 1 && own !== null && tables.length > 0;
    if (!onlyTables && texts.length > 0) parts.push({ name: textName(own?.text ?? ''), blocks: texts });
    tables.forEach((table, i) => {
      parts.push({ name: tableName(table), table, heading: onlyTables && i === 0 ? own.target : null });
    });
  }
  return parts;
}

/** Part by part of the document. */
function groupsOf(blocks: readonly LayoutBlock[]): readonly (readonly LayoutBlock[])[] {
  const groups: LayoutBlock[][] = [];
  for (const block of blocks) {
    if (block.kind === 'cover' || block.kind === 'contents') continue;
    if ((block.kind === 'heading' && block.level === 1) || groups.length === 0) groups.push([]);
    groups.at(-1)?.push(block);
  }
  return groups;
}

/** 第三部分 2026年度部门预算情况说明 → 部门预算情况说明. */
function textName(heading: string): string {
  return heading.replace(/^第.{1,3}部分\s*/, '').replace(/^\d{4}年(?:度)?/, '') || '说明';
}

function tableName({ role, number, bookmark, title }: TableBlock): string {
  if (role === 'figures') return `表${number} ${title.replace(/^\d{4}年(?:度)?/, '')}`;
  return `绩效${number} ${bookmark.replace(/^[^：]*：/, '')}`;
}
