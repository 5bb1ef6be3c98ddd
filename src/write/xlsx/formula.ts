import type { Position } from './sums.ts';

/** The column's letters, from 0: A … Z, AA …. */
export function columnLetters(column: number): string {
  const rest = Math.floor(column / 26) - 1;
  const letter = String.fromCharCode(65 + (column % 26));
  return rest < 0 ? letter : columnLetters(rest) + letter;
}

/**
 * The sum of cells as a formula without its equals sign. Rows that follow each other in a column are a range, so
 * that a row put between them is counted; two or three cells are added by name.
 */
export function sumFormula(cells: readonly Position[]): string {
  const runs = runsOf(cells);
  const names = runs.map(({ first, last }) =>
    first === last ? nameOf(first) : `${nameOf(first)}:${nameOf(last)}`,
  );
  const isPlain = runs.length <= 3 && runs.every(({ first, last }) => first === last);
  return isPlain ? names.join('+') : `SUM(${names.join(',')})`;
}

function nameOf({ row, column }: Position): string {
  return `${columnLetters(column)}${row + 1}`;
}

interface Run {
  readonly first: Position;
  readonly last: Position;
}

function runsOf(cells: readonly Position[]): readonly Run[] {
  const runs: Run[] = [];
  for (const cell of cells) {
    const run = runs.at(-1);
    const follows =
      run !== undefined &&
      ((run.last.column === cell.column && run.last.row + 1 === cell.row) ||
        (run.last.row === cell.row && run.last.column + 1 === cell.column && run.first.row === cell.row));
    if (follows) runs[runs.length - 1] = { first: run.first, last: cell };
    else runs.push({ first: cell, last: cell });
  }
  return runs;
}
