import {
  AlignmentType,
  Bookmark,
  HeadingLevel,
  ImageRun,
  Paragraph,
  SimpleField,
  Tab,
  TabStopType,
  TableOfContents,
  TextRun,
  type FileChild,
  type ParagraphChild,
} from 'docx';
import type {
  ChartBlock,
  ContentsBlock,
  CoverBlock,
  GlossaryBlock,
  HeadingBlock,
  LayoutBlock,
  TableBlock,
} from '../layout/block.ts';
import { printableWidth } from '../layout/pages.ts';
import type { Picture } from './chartPicture.ts';
import { face, twips } from './styles.ts';
import { tablePlace } from './fixedPackage.ts';

/** What blocks need to know of the whole document. */
export interface DocumentParts {
  /** The picture of each chart. */
  readonly pictures: ReadonlyMap<ChartBlock, Picture>;
  /** All tables: the package puts each at its place. */
  readonly tables: readonly TableBlock[];
  /** The lines of the contents by the target that they lead to. */
  readonly contents: ReadonlyMap<string, ContentsBlock['entries'][number]>;
}

/** A block as paragraphs and tables; `first` on its page run, it needs no page break of its own. */
export function blockChildren(
  block: LayoutBlock,
  first: boolean,
  parts: DocumentParts,
): readonly FileChild[] {
  switch (block.kind) {
    case 'cover':
      return coverChildren(block);
    case 'contents':
      return contentsChildren(block);
    case 'heading':
      return [heading(block, first, parts)];
    case 'paragraph':
      return [new Paragraph({ style: 'BodyText', children: [new TextRun(block.text)] })];
    case 'table':
      return tableChildren(block, first, parts);
    case 'chart':
      return chartChildren(block, parts);
    case 'glossary':
      return glossaryChildren(block);
  }
}

function coverChildren({ department, title }: CoverBlock): readonly FileChild[] {
  return [
    new Paragraph({ style: 'CoverDepartment', children: [new TextRun(department)] }),
    new Paragraph({ style: 'CoverTitle', children: [new TextRun(title)] }),
  ];
}

/** Built from fields beside the headings, so that updating it keeps the words of its lines. */
const contentsField = { tcFieldIdentifier: 'C', tcFieldLevelRange: '1-2', hyperlink: true } as const;

function contentsChildren({ title, entries }: ContentsBlock): readonly FileChild[] {
  const cachedEntries = entries.map((entry) => ({
    title: entry.title,
    level: entry.level,
    ...(entry.page === null || !/^\d+$/.test(entry.page) ? {} : { page: Number(entry.page) }),
    ...(entry.target === null ? {} : { href: bookmarkName(entry.target) }),
  }));
  return [
    new Paragraph({ style: 'ContentsTitle', children: [new TextRun(title)] }),
    new TableOfContents('目录', { ...contentsField, cachedEntries }),
  ];
}

const headingLevels = [
  HeadingLevel.HEADING_1,
  HeadingLevel.HEADING_2,
  HeadingLevel.HEADING_3,
  HeadingLevel.HEADING_4,
] as const;

function heading(block: HeadingBlock, first: boolean, parts: DocumentParts): Paragraph {
  return new Paragraph({
    heading: headingLevels[block.level - 1] ?? HeadingLevel.HEADING_4,
    pageBreakBefore: block.startsPage && !first,
    children: anchored(block.text, block.target, parts),
  });
}

/** Words under a bookmark, with the field that puts them on the contents page. */
function anchored(
  words: string,
  target: string | null,
  { contents }: DocumentParts,
): readonly ParagraphChild[] {
  if (target === null) return [new TextRun(words)];
  const line = contents.get(target);
  const field = line === undefined ? [] : [new SimpleField(contentsEntry(line.title, line.level))];
  return [...field, new Bookmark({ id: bookmarkName(target), children: [new TextRun(words)] })];
}

/** Word allows letters, digits and underscores. */
function bookmarkName(target: string): string {
  return target.replace(/\W/g, '_');
}

/** A straight quotation mark would end the field's text. */
function contentsEntry(title: string, level: number): string {
  return `TC "${title.replace(/["\\]/g, '\\$&')}" \\f C \\l ${level}`;
}

function tableChildren(block: TableBlock, first: boolean, parts: DocumentParts): readonly FileChild[] {
  const { tables } = parts;
  const { label, subtitle, notes } = block;
  const breaks = block.startsPage && !first;
  return [
    ...(label === null
      ? []
      : [new Paragraph({ style: 'TableLabel', pageBreakBefore: breaks, children: [new TextRun(label)] })]),
    new Paragraph({
      style: block.titleLevel === 2 ? 'TableTitle' : 'SheetTitle',
      pageBreakBefore: breaks && label === null,
      children: anchored(block.title, block.target, parts),
    }),
    ...(subtitle === null
      ? []
      : [new Paragraph({ style: 'TableSubtitle', children: [new TextRun(subtitle)] })]),
    ...captionLine(block),
    new Paragraph({ children: [new TextRun(tablePlace(tables.indexOf(block)))] }),
    ...notes.map((note) => new Paragraph({ style: 'TableNote', children: [new TextRun(note)] })),
  ];
}

/** The department on the left and the unit on the right. */
function captionLine({ departmentLine, unitLine, orientation }: TableBlock): readonly Paragraph[] {
  if (departmentLine === null && unitLine === null) return [];
  const end = twips((printableWidth(orientation) * 72) / 25.4);
  return [
    new Paragraph({
      style: 'TableLine',
      tabStops: [{ type: TabStopType.RIGHT, position: end }],
      children: [new TextRun(departmentLine ?? ''), new TextRun({ children: [new Tab(), unitLine ?? ''] })],
    }),
  ];
}

function chartChildren(chart: ChartBlock, { pictures }: DocumentParts): readonly FileChild[] {
  const picture = pictures.get(chart);
  if (picture === undefined) return [];
  const { png, width, height, number } = picture;
  const image = new ImageRun({
    type: 'png',
    data: png,
    transformation: { width, height },
    altText: { id: String(number), name: chart.title, title: chart.title, description: chart.alternative },
  });
  return [
    new Paragraph({
      alignment: AlignmentType.CENTER,
      spacing: { before: twips(8), after: twips(8) },
      children: [image],
    }),
  ];
}

function glossaryChildren({ entries }: GlossaryBlock): readonly FileChild[] {
  return entries.map(
    ({ label, term, definition }) =>
      new Paragraph({
        style: 'BodyText',
        children: [
          new TextRun({ text: `${label}${term}：`, font: face('heading') }),
          new TextRun(definition),
        ],
      }),
  );
}
