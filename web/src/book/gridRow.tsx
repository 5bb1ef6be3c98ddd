import { memo, type ReactNode } from 'react';
import type { GridColumn } from './columns.ts';
import { headHeight, rowHeight } from './gridSizes.ts';

interface RowProps<Row> {
  readonly row: number;
  readonly line: Row;
  readonly columns: readonly GridColumn<Row>[];
  readonly template: string;
  /** Messages by "row field". */
  readonly problems: ReadonlyMap<string, string>;
  /** Chosen columns; −1 for none. */
  readonly left: number;
  readonly right: number;
}

/** A line is drawn again only when it, its own problems or what is chosen of it change. */
export const GridRow = memo(GridLine, isDrawnAlike) as typeof GridLine;

function isDrawnAlike<Row>(before: RowProps<Row>, after: RowProps<Row>): boolean {
  const { problems: known, ...others } = before;
  const { problems, ...next } = after;
  const isSame = Object.entries(others).every(([name, value]) => next[name as keyof typeof next] === value);
  if (!isSame || known === problems) return isSame;
  const keys = after.columns.map(({ field }) => problemKey(after.row, field));
  return keys.every((key) => known.get(key) === problems.get(key));
}

function problemKey(row: number, field: string): string {
  return `${row} ${field}`;
}

function GridLine<Row>({ row, line, columns, template, problems, left, right }: RowProps<Row>): ReactNode {
  const style = { gridTemplateColumns: template, top: headHeight + row * rowHeight };
  return (
    <div role="row" aria-rowindex={row + 2} className="grid-row" style={style}>
      <span role="rowheader" className="grid-number" data-line={row}>
        {row + 1}
      </span>
      {columns.map((column, i) => {
        const problem = problems.get(problemKey(row, column.field));
        const isIn = i >= left && i <= right;
        const look = [
          isIn ? 'in' : '',
          problem === undefined ? '' : 'wrong',
          column.amount === true ? 'n' : '',
          column.fixed === true ? 'fixed' : '',
        ];
        const shown = column.show(line);
        return (
          <span
            role="gridcell"
            key={column.field}
            data-cell={`${row},${i}`}
            aria-selected={isIn}
            aria-invalid={problem === undefined ? undefined : true}
            className={look.join(' ')}
            title={problem ?? shown}
          >
            {shown}
          </span>
        );
      })}
    </div>
  );
}
