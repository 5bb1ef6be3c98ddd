import { fold } from '../../model/fold.ts';
import type { Sheet } from './sheet.ts';

/**
 * The tables that stand side by side on a sheet, each as a sheet of its own columns: where its first row bears
 * several titles (…表) and nothing stands in the column before the next one.
 */
export function sideBySide(sheet: Sheet): readonly Sheet[] {
  const starts = titleColumns(sheet).filter((column, i) => i === 0 || isBlank(sheet, column - 1));
  if (starts.length < 2) return [sheet];
  return starts.map((start, i) =>
    columnsOf(sheet, i === 0 ? 0 : start, (starts[i + 1] ?? Number.POSITIVE_INFINITY) - 1),
  );
}

function titleColumns({ rows }: Sheet): readonly number[] {
  const first = [...rows.keys()].reduce((least, row) => Math.min(least, row), Number.POSITIVE_INFINITY);
  const titles = [...(rows.get(first) ?? [])].filter(([, text]) => /.{3}表(?:\(.*\))?$/.test(fold(text)));
  return titles.map(([column]) => column).sort((a, b) => a - b);
}

function isBlank({ rows, merges }: Sheet, column: number): boolean {
  for (const cells of rows.values()) if ((cells.get(column) ?? '') !== '') return false;
  return merges.every(({ left, right }) => column < left || column > right);
}

function columnsOf(sheet: Sheet, left: number, right: number): Sheet {
  const rows = new Map<number, ReadonlyMap<number, string>>();
  for (const [row, cells] of sheet.rows) {
    const own = new Map([...cells].filter(([column]) => column >= left && column <= right));
    if (own.size > 0) rows.set(row, own);
  }
  return {
    ...sheet,
    rows,
    merges: sheet.merges.filter((range) => range.left >= left && range.right <= right),
  };
}
