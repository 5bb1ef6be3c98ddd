import type { LayoutRow, TableBlock } from './block.ts';
import { sharesOf } from './widths.ts';

/** What tells one sheet of goals from another. */
export interface SheetParts extends Pick<TableBlock, 'role' | 'number' | 'target' | 'title' | 'bookmark'> {
  readonly year: number | null;
  /** Widths of the columns among each other. */
  readonly columns: readonly number[];
  readonly body: readonly LayoutRow[];
}

/** A sheet of goals: one grid of merged cells on an upright page of its own, under its title and year. */
export function sheetTable({ year, columns, ...parts }: SheetParts): TableBlock {
  return {
    kind: 'table',
    label: null,
    titleLevel: 3,
    subtitle: year === null ? null : `（${year}年度）`,
    departmentLine: null,
    unitLine: null,
    orientation: 'portrait',
    startsPage: true,
    widths: sharesOf(columns),
    head: [],
    notes: [],
    ...parts,
  };
}
