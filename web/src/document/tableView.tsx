import type { ReactNode } from 'react';
import type { Column, Row, Table } from './disclosure.ts';

/** One side of a table: its rows with the columns that they have. */
interface Half {
  readonly rows: readonly Row[];
  readonly columns: readonly Column[];
  readonly coded: boolean;
  readonly heads: readonly (readonly string[])[];
}

interface TableViewProps {
  readonly table: Table;
  readonly code: string;
  readonly item: string;
  readonly cell: (row: Row, column: Column) => ReactNode;
}

/** A table as it is printed: revenue and expenditure beside each other where it has both. */
export function TableView({ table, code, item, cell }: TableViewProps): ReactNode {
  const halves = halvesOf(table, code, item);
  const most = Math.max(0, ...halves.map(({ rows }) => rows.length));
  return (
    <div className="scroll" role="group" aria-label={table.title} tabIndex={most === 0 ? 0 : undefined}>
      <table>
        <caption className="vh">{table.title}</caption>
        <thead>
          {headLines(halves).map((line, i) => (
            <tr key={i}>
              {line.map(({ title, across, down, at }) => (
                <th key={at} scope={across > 1 ? 'colgroup' : 'col'} colSpan={across} rowSpan={down}>
                  {title}
                </th>
              ))}
            </tr>
          ))}
        </thead>
        <tbody>
          {Array.from({ length: most }, (_, line) => (
            <tr key={line}>
              {halves.map((half, side) => (
                <HalfRow key={side} half={half} row={rowAt(half, line, most)} cell={cell} />
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

interface HalfRowProps {
  readonly half: Half;
  readonly row: Row | undefined;
  readonly cell: TableViewProps['cell'];
}

function HalfRow({ half: { columns, coded }, row, cell }: HalfRowProps): ReactNode {
  if (row === undefined) return <td colSpan={columns.length + (coded ? 2 : 1)} />;
  return (
    <>
      {coded && <td className="c">{row.code ?? ''}</td>}
      <th scope="row" className={`l${Math.min(row.level, 3)}`}>
        {row.name}
      </th>
      {columns.map((column) => (
        <td key={column.key} className={row.cells[column.key]?.fen === null ? undefined : 'n'}>
          {cell(row, column)}
        </td>
      ))}
    </>
  );
}

function halvesOf(table: Table, code: string, item: string): readonly Half[] {
  const sides = [...new Set(table.rows.map(({ side }) => side))];
  if (sides.length === 0)
    return [{ rows: [], columns: table.columns, coded: false, heads: headsOf(table.columns, [[item]]) }];
  return sides.map((side, index) => {
    const rows = table.rows.filter((row) => row.side === side);
    const columns = table.columns.filter((column) => {
      const same = table.columns.filter(({ key }) => key === column.key);
      return (
        column === same[Math.min(index, same.length - 1)] && rows.some(({ cells }) => column.key in cells)
      );
    });
    const coded = rows.some((row) => row.code !== null);
    const shared = columns[0]?.title[0] ?? '';
    const isGrouped = columns.every(({ title }) => title.length > 1 && title[0] === shared);
    const group = sides.length > 1 && isGrouped ? [shared] : [];
    const first = [...(coded ? [[...group, code]] : []), [...group, item]];
    return { rows, columns, coded, heads: headsOf(columns, first) };
  });
}

function headsOf(columns: readonly Column[], first: readonly (readonly string[])[]): Half['heads'] {
  return [...first, ...columns.map(({ title }) => title)];
}

/** Grand totals stand in the last line of both sides. */
function rowAt({ rows }: Half, line: number, most: number): Row | undefined {
  const last = rows.at(-1);
  if (rows.length === most || last?.level !== 0) return rows[line];
  if (line === most - 1) return last;
  return line < rows.length - 1 ? rows[line] : undefined;
}

interface Head {
  readonly title: string;
  readonly at: number;
  readonly across: number;
  readonly down: number;
}

/** Headers over each other, equal neighbours joined, the lowest one reaching down. */
function headLines(halves: readonly Half[]): readonly (readonly Head[])[] {
  const heads = halves.flatMap(({ heads: own }, side) => own.map((titles) => ({ titles, side })));
  const depth = Math.max(1, ...heads.map(({ titles }) => titles.length));
  return Array.from({ length: depth }, (_, level) => {
    const line: Head[] = [];
    for (let at = 0; at < heads.length;) {
      const here = heads[at];
      const same = (other: (typeof heads)[number] | undefined): boolean =>
        other?.side === here?.side &&
        other?.titles.slice(0, level + 1).join() === here?.titles.slice(0, level + 1).join() &&
        other?.titles.length !== level + 1;
      let across = 1;
      while (at + across < heads.length && same(here) && same(heads[at + across])) across += 1;
      const title = here?.titles[level];
      const isLast = here?.titles.length === level + 1;
      if (title !== undefined) line.push({ title, at, across, down: isLast ? depth - level : 1 });
      at += across;
    }
    return line;
  });
}
