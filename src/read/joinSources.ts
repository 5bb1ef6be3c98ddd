import { fold } from '../model/fold.ts';
import type { Block, SourceDocument } from '../model/source.ts';
import { readSheets } from './sheets/readSheets.ts';

/** What most of a file is: sentences, tables or performance sheets. */
type Content = 'text' | 'tables' | 'sheets';

/**
 * Several files that are one disclosure as one source. Tables and then performance sheets stand where the
 * text announces its tables (第二部分 …表), else before the text; files of one kind keep their order, but one that
 * goes on with a table comes behind the file that ends with it. Every place keeps its own file, and `file` is
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

/**
 * Rows without a head stand behind the file whose last table they go on: the only one that begins with a table of
 * its own and ends with as many columns. Where that is not certain, the files keep their order.
 */
function inSequence(files: readonly (readonly Block[])[]): readonly (readonly Block[])[] {
  const begun = files.filter((file) => !goesOn(file));
  const followed = files.map((file) => {
    const fits = begun.length === 1 ? begun : begun.filter((other) => endsLike(other, file));
    const before = goesOn(file) ? fits : [];
    return before.length === 1 ? before[0] : undefined;
  });
  const free = files.filter((_, i) => followed[i] === undefined);
  return free.flatMap((file) => [file, ...files.filter((_, i) => followed[i] === file)]);
}

/** Does the file end with a table of the width that the other begins with? */
function endsLike(file: readonly Block[], [first]: readonly Block[]): boolean {
  const last = file.findLast(({ kind }) => kind === 'grid');
  return last?.kind === 'grid' && first?.kind === 'grid' && last.rows[0]?.length === first.rows[0]?.length;
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
