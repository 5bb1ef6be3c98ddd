import type { GridColumn } from './columns.ts';
import type { CopiedRange } from './copied.ts';
import type { Refusals } from './refusals.ts';
import type { Spot } from './spots.ts';

/** What is done to the lines from within a grid. */
export interface GridChanges<Row> {
  readonly put: (row: number, column: GridColumn<Row>, text: string) => void;
  /** While typing: what the line would be. */
  readonly draft: (row: number, column: GridColumn<Row>, text: string | null) => void;
  readonly paste: (copied: CopiedRange) => void;
  /** Empties the chosen cells. */
  readonly clear: () => void;
  /** The first of the chosen lines, or the one above a single one, in all of them. */
  readonly fillDown: () => void;
  readonly add: () => void;
  /** The chosen lines. */
  readonly remove: () => void;
}

export interface GridProps<Row> {
  readonly rows: readonly Row[];
  readonly columns: readonly GridColumn<Row>[];
  readonly label: string;
  /** As high as its lines, up to a limit; otherwise as high as the page allows. */
  readonly fit: boolean;
  readonly readOnly: boolean;
  /** Messages by "row field". */
  readonly problems: ReadonlyMap<string, string>;
  readonly spot: Spot;
  readonly anchor: Spot;
  readonly onSpot: (spot: Spot, anchor: Spot) => void;
  readonly onFind: () => void;
  readonly changes: GridChanges<Row>;
}

/** Lines of one kind and what becomes of them. */
export interface ListLines<Row> {
  readonly rows: readonly Row[];
  readonly columns: readonly GridColumn<Row>[];
  readonly newRow: (above: Row | undefined) => Row;
  readonly onRows: (rows: readonly Row[]) => void;
  /** The lines as they would be while a cell is typed; null when nothing is. */
  readonly onDraft?: ((rows: readonly Row[] | null) => void) | undefined;
}

/** The chosen cells, and how others are chosen and marked. */
export interface ChosenCells {
  readonly spot: Spot;
  readonly anchor: Spot;
  readonly choose: (spot: Spot, anchor: Spot) => void;
  readonly refused: Refusals;
  readonly mark: (rows: unknown, marks: Refusals) => void;
}
