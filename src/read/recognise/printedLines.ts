import type { PrintedLine, PrintedLines } from '../../model/disclosure.ts';
import { fold, withoutNumbering } from '../../model/fold.ts';
import type { Block, Paragraph, SourceDocument } from '../../model/source.ts';
import type { Section } from './outline.ts';
import type { FoundTable } from './table.ts';

const longestTitle = 70;
const longestCover = 15;

/** The lines of a document that name it and its parts, as printed. */
export function printedLines(
  source: SourceDocument,
  contents: ReadonlySet<Block>,
  sheets: ReadonlySet<Block>,
  tables: readonly FoundTable[],
  sections: readonly Section[],
): PrintedLines {
  const paragraphs = source.blocks.filter((block) => block.kind === 'paragraph');
  const free = paragraphs.filter((block) => !contents.has(block) && !sheets.has(block));
  return {
    cover: coverOf(source.blocks, contents).map(lineOf),
    titles: free.flatMap(titleIn),
    departments: tables.flatMap(({ captions, table }) =>
      captions.department === null
        ? []
        : [{ text: captions.department, place: { ...captions.titlePlace, table: table.number } }],
    ),
    organisation: sections
      .filter(({ key }) => key === 'organisation')
      .flatMap(({ paragraphs }) => paragraphs.map(lineOf)),
    margins: source.margins.map(lineOf),
  };
}

function lineOf({ text, place }: Paragraph): PrintedLine {
  return { text: text.trim(), place };
}

function titleIn(paragraph: Paragraph): readonly PrintedLine[] {
  const folded = fold(paragraph.text);
  const isShort = folded.length <= longestTitle && !/[。;,]$/.test(folded);
  if (folded === '' || (!isShort && withoutNumbering(folded) === folded)) return [];
  return [{ text: paragraph.text.trim().slice(0, longestTitle * 2), place: paragraph.place }];
}

/** The lines before the contents page, the first part or the first table. */
function coverOf(blocks: readonly Block[], contents: ReadonlySet<Block>): readonly Paragraph[] {
  const end = blocks.findIndex(
    (block) =>
      block.kind === 'grid' || contents.has(block) || withoutNumbering(fold(block.text)) !== fold(block.text),
  );
  return blocks
    .slice(0, Math.min(end < 0 ? longestCover : end, longestCover))
    .filter((block) => block.kind === 'paragraph');
}
