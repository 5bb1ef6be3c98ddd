import type { ReactNode } from 'react';
import type { GridColumn } from './columns.ts';
import { numberWidth } from './gridSizes.ts';
import { usePrinting } from './printing.ts';

interface PrintedLinesProps<Row> {
  readonly rows: readonly Row[];
  readonly columns: readonly GridColumn<Row>[];
  readonly label: string;
  /** Messages by "row field". */
  readonly problems: ReadonlyMap<string, string>;
}

/** Every line of a grid, on paper only: a grid has but the lines that are seen. */
export function PrintedLines<Row>(props: PrintedLinesProps<Row>): ReactNode {
  // Asked here, so that the grid beside it is not drawn again and stays where it was scrolled.
  return usePrinting() ? <LinesTable {...props} /> : null;
}

/** Columns are as wide as they are to each other on the screen; long texts are whole. */
function LinesTable<Row>(props: PrintedLinesProps<Row>): ReactNode {
  const { rows, columns, label, problems } = props;
  const widths = [numberWidth, ...columns.map(({ width }) => width)];
  const whole = widths.reduce((sum, width) => sum + width, 0);
  return (
    <table className="printed-lines numbers" aria-label={label}>
      <colgroup>
        {widths.map((width, i) => (
          <col key={i} style={{ width: `${(100 * width) / whole}%` }} />
        ))}
      </colgroup>
      <thead>
        <tr>
          <th scope="col">#</th>
          {columns.map(({ field, title, amount }) => (
            <th scope="col" key={field} className={amount === true ? 'n' : ''}>
              {title}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row, i) => (
          <tr key={i}>
            <th scope="row">{i + 1}</th>
            {columns.map(({ field, show, amount }) => (
              <td key={field} className={amount === true ? 'n' : ''}>
                {problems.has(`${i} ${field}`) ? '✕ ' : ''}
                {show(row)}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
