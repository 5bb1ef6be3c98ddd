import { fold } from '../model/fold.ts';
import type { Block, SourceDocument } from '../model/source.ts';
import { readSheets } from './sheets/readSheets.ts';

/** What most of a file is: sentences, tables or performance sheets. */
type Content = 'text' | 'tables' | 'sheets';

/**
 * Several files that are one disclosure as one source. Tables and then performance sheets stand where the
 * text announces its tables (第二部分 …表), else before the text; files of one kind keep their order, but of two
 * with tables the one that goes on with a table comes second. Every place keeps its own file, and `file` is
 * the names joined with " + ".
 */
export function joinSources(sources: readonly SourceDocument[]): SourceDocument {
  const [only] = sources;
  if (only !== undefined && sources.length === 1) return only;
  const sorted = sources.map((source) => ({ source, content: contentOf(source.blocks) }));
  const blocksOf = (wanted: Content): readonly Block[] =>
    inSequence(sorted.flatMap(({ source, content }) => (content === wanted ? [source.blocks] : []))).flat();
  const text = blocksOf('text');
  const start = tablesStart(text);
  return {
    file: sources.map(({ file }) => file).join(' + '),
    format: only?.format ?? 'text',
    blocks: [...text.slice(0, start), ...blocksOf('tables'), ...blocksOf('sheets'), ...text.slice(start)],
    margins: sources.flatMap(({ margins }) => margins),
    notes: sources.flatMap(({ notes }) => notes),
  };
}

/** Rows without a head can only go on where another file ends: with more than two, nobody knows which. */
function inSequence(files: readonly (readonly Block[])[]): readonly (readonly Block[])[] {
  const [first, second, ...others] = files;
  if (first === undefined || second === undefined || others.length > 0) return files;
  return goesOn(first) && !goesOn(second) ? [second, first] : files;
}

/** Does the file begin with a row of amounts, without title and head? */
function goesOn([first]: readonly Block[]): boolean {
  return (
    first?.kind === 'grid' && (first.rows[0] ?? []).some(({ text }) => /^-?[\d,]+\.\d+$/.test(fold(text)))
  );
}

const shortestSentence = 30;

function contentOf(blocks: readonly Block[]): Content {
  const { sheets, used } = readSheets(blocks);
  const free = blocks.filter((block) => !used.has(block));
  const grids = free.filter(({ kind }) => kind === 'grid').length;
  if (free.filter(isProse).length > grids) return 'text';
  return sheets.length > 0 && grids === 0 ? 'sheets' : 'tables';
}

function isProse(block: Block): boolean {
  return block.kind === 'paragraph' && block.text.length >= shortestSentence && block.text.includes('。');
}

/** After the last heading of the part that holds the tables (the contents page names it too); else the start. */
function tablesStart(text: readonly Block[]): number {
  const heading = text.findLastIndex(
    (block) =>
      block.kind === 'paragraph' &&
      /^第[一二三四五六七八九]部分(?!.*(?:说明|分析)).*表(?:格)?$/.test(fold(block.text)),
  );
  return heading + 1;
}
