import { useEffect, useLayoutEffect, useRef, useState, type MouseEvent, type ReactNode } from 'react';
import { CellInput, mostOffers } from './cellInput.tsx';
import type { GridColumn } from './columns.ts';
import type { GridProps } from './gridProps.ts';
import { GridRow } from './gridRow.tsx';
import { headHeight, numberWidth, offerHeight, rowHeight } from './gridSizes.ts';
import { rangeOf, type Range, type Spot } from './spots.ts';

/** Rows beyond the visible ones, so that fast scrolling shows no gaps. */
const spare = 8;

/** A grid that is driven by the keyboard: one field follows the chosen cell and takes what is typed. */
export function Grid<Row>(props: GridProps<Row>): ReactNode {
  const { rows, columns, label, spot, anchor } = props;
  const scroller = useRef<HTMLDivElement>(null);
  const [top, setTop] = useState(0);
  const height = useHeight(scroller);
  useEffect(() => {
    if (scroller.current !== null) reveal(scroller.current, spot, columns);
  }, [spot, columns]);
  const lineBottom = headHeight + (spot.row + 1) * rowHeight - top;
  const opensUp = height - lineBottom < mostOffers * offerHeight && lineBottom > height / 2;
  const from = Math.max(0, Math.floor(top / rowHeight) - spare);
  const to = Math.min(rows.length, Math.ceil((top + height) / rowHeight) + spare);
  const range = rangeOf(spot, anchor);
  const width = numberWidth + columns.reduce((sum, column) => sum + column.width, 0);
  const template = `${numberWidth}px ${columns.map((column) => `${column.width}px`).join(' ')}`;
  const choose = (event: MouseEvent): void => {
    chooseByMouse(event, props, scroller.current?.querySelector<HTMLInputElement>('.grid-input') ?? null);
  };
  return (
    <div
      className={props.fit ? 'grid-scroll fit' : 'grid-scroll'}
      ref={scroller}
      onScroll={({ currentTarget }) => {
        setTop(currentTarget.scrollTop);
      }}
    >
      <div className="grid-canvas" style={{ height: headHeight + rows.length * rowHeight + 2, width }}>
        <div
          role="grid"
          aria-label={label}
          aria-rowcount={rows.length + 1}
          aria-colcount={columns.length + 1}
          aria-multiselectable
          onMouseDown={choose}
          onMouseOver={choose}
        >
          <GridHead columns={columns} template={template} range={range} />
          {rows.slice(from, to).map((line, i) => {
            const row = from + i;
            const isIn = row >= range.top && row <= range.bottom;
            return (
              <GridRow
                key={row}
                row={row}
                line={line}
                columns={columns}
                template={template}
                problems={props.problems}
                left={isIn ? range.left : -1}
                right={isIn ? range.right : -1}
              />
            );
          })}
        </div>
        <CellInput {...props} opensUp={opensUp} />
      </div>
    </div>
  );
}

function useHeight(scroller: { readonly current: HTMLElement | null }): number {
  const [height, setHeight] = useState(600);
  useLayoutEffect(() => {
    const element = scroller.current;
    if (element === null) return undefined;
    const observer = new ResizeObserver(() => {
      setHeight(element.clientHeight);
    });
    observer.observe(element);
    return () => {
      observer.disconnect();
    };
  }, []);
  return height;
}

interface HeadProps<Row> {
  readonly columns: readonly GridColumn<Row>[];
  readonly template: string;
  readonly range: Range;
}

function GridHead<Row>({ columns, template, range }: HeadProps<Row>): ReactNode {
  return (
    <div role="row" aria-rowindex={1} className="grid-head" style={{ gridTemplateColumns: template }}>
      <span role="columnheader">#</span>
      {columns.map(({ field, title, amount, fixed }, i) => (
        <span
          role="columnheader"
          key={field}
          data-column={i}
          title={title}
          className={`${amount === true ? 'n' : ''} ${i >= range.left && i <= range.right ? 'in' : ''}`}
          aria-readonly={fixed === true}
        >
          {title}
        </span>
      ))}
    </div>
  );
}

/** A cell, or by its number a whole line, or by its head a whole column; with the button held, up to there. */
function chooseByMouse<Row>(event: MouseEvent, props: GridProps<Row>, input: HTMLElement | null): void {
  if (event.type === 'mouseover' && event.buttons !== 1) return;
  const ends = endsAt(event.target, props);
  if (ends === null) return;
  // The field keeps the keyboard; what was being typed in it is taken first.
  event.preventDefault();
  input?.blur();
  const [spot, end] = ends;
  const isExtending = event.shiftKey || event.type === 'mouseover';
  props.onSpot(spot, isExtending ? props.anchor : end);
  input?.focus({ preventScroll: true });
}

/** The first and the last cell of what was pointed at. */
function endsAt<Row>(target: EventTarget, { rows, columns }: GridProps<Row>): readonly [Spot, Spot] | null {
  const named = (name: string): string | null =>
    target instanceof Element
      ? (target.closest(`[data-${name}]`)?.getAttribute(`data-${name}`) ?? null)
      : null;
  const [cell, line, column] = [named('cell'), named('line'), named('column')];
  if (cell !== null) {
    const [row = 0, at = 0] = cell.split(',').map(Number);
    return [
      { row, column: at },
      { row, column: at },
    ];
  }
  if (line !== null) {
    const row = Number(line);
    return [
      { row, column: 0 },
      { row, column: columns.length - 1 },
    ];
  }
  if (column === null) return null;
  return [
    { row: 0, column: Number(column) },
    { row: rows.length - 1, column: Number(column) },
  ];
}

/** Scrolls just as far as the chosen cell needs; line numbers and the first column always stay. */
function reveal<Row>(element: HTMLElement, { row, column }: Spot, columns: readonly GridColumn<Row>[]): void {
  const y = row * rowHeight;
  if (y < element.scrollTop) element.scrollTop = y;
  const bottom = y + rowHeight + headHeight + 4 - element.clientHeight;
  if (bottom > element.scrollTop) element.scrollTop = bottom;
  const x = columns.slice(0, column).reduce((sum, { width }) => sum + width, 0);
  const right = numberWidth + x + (columns[column]?.width ?? 0) - element.clientWidth;
  const left = column === 0 ? 0 : x - (columns[0]?.width ?? 0);
  if (right > element.scrollLeft) element.scrollLeft = right;
  if (left < element.scrollLeft) element.scrollLeft = left;
}
