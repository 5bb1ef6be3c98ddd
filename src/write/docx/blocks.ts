import {
  AlignmentType,
  Bookmark,
  HeadingLevel,
  ImageRun,
  InternalHyperlink,
  LeaderType,
  Paragraph,
  SimpleField,
  Tab,
  TabStopType,
  TextRun,
  type FileChild,
  type ParagraphChild,
} from 'docx';
import type {
  ChartBlock,
  ContentsBlock,
  ContentsLine,
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
      return [heading(block, first)];
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

function contentsChildren({ title, entries }: ContentsBlock): readonly FileChild[] {
  return [
    new Paragraph({ style: 'ContentsTitle', children: [new TextRun(title)] }),
    ...entries.map(contentsLine),
  ];
}

/**
 * A line with a reference to the page of its heading. Not inside a field of contents: an office suite keeps what
 * stands in one as it is, and works such a reference out whenever it opens the document.
 */
function contentsLine({ title, level, target, page }: ContentsLine): Paragraph {
  const words = [new TextRun(title), new TextRun({ children: [new Tab()] })];
  const end = { type: TabStopType.RIGHT, position: contentsWidth, leader: LeaderType.DOT };
  return new Paragraph({
    style: level === 1 ? 'TOC1' : 'TOC2',
    tabStops: [end],
    children: target === null ? [...words, new TextRun(page ?? '')] : [linked(target, page ?? '', words)],
  });
}

/** Room of the contents page between its margins, in twips. */
const contentsWidth = Math.floor((printableWidth('contents') * 1440) / 25.4);

function linked(target: string, page: string, words: readonly TextRun[]): InternalHyperlink {
  const anchor = bookmarkName(target);
  return new InternalHyperlink({
    anchor,
    children: [...words, new SimpleField(`PAGEREF ${anchor} \\h`, page)],
  });
}

const headingLevels = [
  HeadingLevel.HEADING_1,
  HeadingLevel.HEADING_2,
  HeadingLevel.HEADING_3,
  HeadingLevel.HEADING_4,
] as const;

function heading(block: HeadingBlock, first: boolean): Paragraph {
  return new Paragraph({
    heading: headingLevels[block.level - 1] ?? HeadingLevel.HEADING_4,
    pageBreakBefore: block.startsPage && !first,
    children: anchored(block.text, block.target),
  });
}

/** Words under a bookmark. */
function anchored(words: string, target: string | null): readonly ParagraphChild[] {
  if (target === null) return [new TextRun(words)];
  return [new Bookmark({ id: bookmarkName(target), children: [new TextRun(words)] })];
}

/** Word allows letters, digits and underscores. */
function bookmarkName(target: string): string {
  return target.replace(/\W/g, '_');
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
      children: anchored(block.title, block.target),
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
