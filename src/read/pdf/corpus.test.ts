import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { Box } from '../../model/place.ts';
import type { Grid, SourceCell } from '../../model/source.ts';
import { pdfReader } from './reader.ts';

const corpus = process.env['MINGSUAN_CORPUS'] ?? '';
const present = corpus !== '' && existsSync(corpus);
if (!present) console.warn('Set MINGSUAN_CORPUS to the folder of real documents to read them here.');

const figure = /^[-\d.,]*\d[\d.,]*%?$/;

/** Numeric cells with their row and column, each cell once. */
function figuresOf(grid: Grid): { cell: SourceCell; row: number; column: number }[] {
  const found = new Map<SourceCell, { cell: SourceCell; row: number; column: number }>();
  grid.rows.forEach((cells, row) => {
    cells.forEach((cell, column) => {
      if (figure.test(cell.text) && !found.has(cell)) found.set(cell, { cell, row, column });
    });
  });
  return [...found.values()];
}

const boxOf = (cell: SourceCell): Box => cell.place.box ?? [0, 0, 0, 0];

/** Two figures of a page stand in one column exactly when they overlap in x, in one row when level. */
function misplaced(grid: Grid): string[] {
  const figures = figuresOf(grid);
  return figures.flatMap((a) =>
    figures.flatMap((b) => {
      if (a === b || a.cell.place.page !== b.cell.place.page) return [];
      const [ax, ay, aw, ah] = boxOf(a.cell);
      const [bx, by, bw, bh] = boxOf(b.cell);
      const above = Math.min(ax + aw, bx + bw) - Math.max(ax, bx) > 0;
      const level = Math.abs(ay + ah / 2 - by - bh / 2) < 6;
      const wrong = (above && a.column !== b.column) || level !== (a.row === b.row);
      return wrong ? [`${a.cell.text} and ${b.cell.text}`] : [];
    }),
  );
}

// Figures in tables, counted with another program's word boxes on the same pages.
describe.skipIf(!present)('real documents', () => {
  test.each([
    ['putuo-finance-2025-department.pdf', 24, 9, 430],
    ['putuo-planning-2024-final-accounts.pdf', 30, 10, 450],
    ['putuo-wanli-2024-department.pdf', 33, 9, 1402],
    ['putuo-welfare-home-2024-unit.pdf', 16, 9, 330],
    ['shanghai-finance-2025-unit.pdf', 21, 9, 492],
  ])('%s: every figure in its row and column', async (name, pages, grids, figures) => {
    const result = await pdfReader.read({ name, bytes: readFileSync(join(corpus, name)) });
    if (!result.ok) throw new Error(result.problem.code);
    const tables = result.source.blocks.filter((block) => block.kind === 'grid');
    expect(tables.flatMap(misplaced)).toEqual([]);
    expect(tables.flatMap(figuresOf)).toHaveLength(figures);
    expect([result.source.pages, tables.length]).toEqual([pages, grids]);
  });
});
