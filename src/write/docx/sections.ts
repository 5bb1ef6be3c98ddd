import {
  BorderStyle,
  Footer,
  Header,
  NumberFormat,
  PageNumber,
  PageOrientation,
  Paragraph,
  SectionType,
  TextRun,
  type ISectionOptions,
} from 'docx';
import type { LayoutBlock } from '../layout/block.ts';
import { margins, paper, type PageKind, type PageRun } from '../layout/pages.ts';
import { blockChildren, type DocumentParts } from './blocks.ts';

/** In twips: the library works the width of the contents out from numbers only. */
function millimetres(value: number): number {
  return Math.round((value * 1440) / 25.4);
}

/** A run of pages as a section: its paper, its margins, its page numbers, and the mark of a draft. */
export function sectionOf(
  { page, blocks }: PageRun,
  restarts: boolean,
  draftMark: string | null,
  parts: DocumentParts,
): ISectionOptions {
  const { top, bottom, left, right } = margins[page];
  return {
    properties: {
      type: SectionType.NEXT_PAGE,
      page: {
        size: {
          // The library turns the paper itself: it wants the sides of the upright sheet.
          width: millimetres(paper.width),
          height: millimetres(paper.height),
          orientation: page === 'landscape' ? PageOrientation.LANDSCAPE : PageOrientation.PORTRAIT,
        },
        margin: {
          top: millimetres(top),
          bottom: millimetres(bottom),
          left: millimetres(left),
          right: millimetres(right),
          header: millimetres(9),
          footer: millimetres(Math.min(bottom - 8, 24)),
        },
        pageNumbers: {
          formatType: page === 'contents' ? NumberFormat.UPPER_ROMAN : NumberFormat.DECIMAL,
          ...(restarts ? { start: 1 } : {}),
        },
      },
    },
    headers: { default: draftHeader(draftMark) },
    footers: { default: pageFooter(page) },
    children: [...blocks.flatMap((block, i) => blockChildren(block, i === 0, parts)), ...endOf(blocks)],
  };
}

/** A section ends in a paragraph; behind a table it is one of its own. */
function endOf(blocks: readonly LayoutBlock[]): readonly Paragraph[] {
  const last = blocks.at(-1);
  return last?.kind === 'table' && last.notes.length === 0 ? [new Paragraph({})] : [];
}

/** Given for every section, or it would take over the one before. */
function draftHeader(mark: string | null): Header {
  const border = { style: BorderStyle.SINGLE, size: 6, color: '9D2933', space: 2 };
  const run = mark === null ? [] : [new TextRun({ text: mark, border })];
  return new Header({ children: [new Paragraph({ style: 'DraftMark', children: run })] });
}

function pageFooter(page: PageKind): Footer {
  const number = page === 'cover' ? [] : [new TextRun({ children: ['— ', PageNumber.CURRENT, ' —'] })];
  return new Footer({ children: [new Paragraph({ style: 'PageNumber', children: number })] });
}
