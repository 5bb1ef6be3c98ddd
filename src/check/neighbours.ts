import type { Neighbours } from './localise.ts';
import type { Variable } from './variable.ts';

/**
 * The values printed beside each figure: left and right in its row, above and below in its column; in a text the
 * numbers of the same kind before and after it in its paragraph.
 */
export function neighboursOf(figures: readonly Variable[]): Neighbours {
  const beside = new Map<number, number[]>();
  const link = (a: Variable | undefined, b: Variable): void => {
    if (a === undefined || a.text === '' || b.text === '') return;
    push(beside, a.id, b.value);
    push(beside, b.id, a.value);
  };
  const tables = new Map<number | undefined, LastCells>();
  const said = new Map<string, Variable>();
  for (const figure of figures) {
    if (figure.origin === 'text') {
      const { line, block, page, section } = figure.place;
      const key = [figure.kind, section, page, line, block].join(' ');
      link(said.get(key), figure);
      said.set(key, figure);
    }
    if (figure.origin !== 'cell') continue;
    const { table, row, column } = figure.place;
    const last: LastCells = tables.get(table) ?? { inRow: new Map(), inColumn: new Map() };
    tables.set(table, last);
    link(last.inRow.get(row), figure);
    link(last.inColumn.get(column), figure);
    last.inRow.set(row, figure);
    last.inColumn.set(column, figure);
  }
  const none: readonly number[] = [];
  return (figure) => beside.get(figure) ?? none;
}

/** The cell read last in each row and each column of a table. */
interface LastCells {
  readonly inRow: Map<string | undefined, Variable>;
  readonly inColumn: Map<string | undefined, Variable>;
}

function push(lists: Map<number, number[]>, key: number, value: number): void {
  const list = lists.get(key);
  if (list === undefined) lists.set(key, [value]);
  else list.push(value);
}
