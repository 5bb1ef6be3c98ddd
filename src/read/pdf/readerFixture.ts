import type { Grid, SourceDocument } from '../../model/source.ts';
import type { FixturePage } from '../../file/pdfFixture.ts';
import { pdfOf } from '../../file/pdfFixture.ts';
import { pdfReader } from './reader.ts';

/** A ruled table of two columns of amounts: its lines, its cells, and its rows as `drawn` shows them. */
export const xs = [100, 200, 300, 400];
export const ys = [100, 120, 140, 160];
export const cells = [
  ['科目', '合计', '支出'],
  ['201', '1,234.50', '8.00'],
  ['202', '', '-3.20'],
];
export const ruled = cells.map((row) => row.join('|'));

export async function read(...pages: readonly FixturePage[]): Promise<SourceDocument> {
  const result = await pdfReader.read({ name: 'a.pdf', bytes: pdfOf(pages) });
  if (!result.ok) throw new Error(result.problem.code);
  return result.source;
}

export const page = (content: string): FixturePage => ({ content });

/** Rows as text; `<` continues the cell to the left, `^` the cell above. */
export function drawn(grid: Grid): string[] {
  return grid.rows.map((row, r) =>
    row
      .map((cell, c) => (cell === row[c - 1] ? '<' : cell === grid.rows[r - 1]?.[c] ? '^' : cell.text))
      .join('|'),
  );
}

export function gridsOf(source: SourceDocument): string[][] {
  return source.blocks.filter((block) => block.kind === 'grid').map(drawn);
}

export function textsOf(source: SourceDocument): string[] {
  return source.blocks.map((block) => (block.kind === 'grid' ? '#' : block.text));
}
