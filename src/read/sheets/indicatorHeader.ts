import { gather } from '../../model/gather.ts';
import type { IndicatorColumn } from './sheetForm.ts';
import type { RowCell, SheetRow } from './sheetRows.ts';
import type { SheetTests } from './sheetTests.ts';

export interface HeaderCell {
  readonly role: IndicatorColumn;
  readonly column: number;
  readonly end: number;
}

/** The columns of one horizon's indicators. */
export type IndicatorGroup = Readonly<Record<IndicatorColumn, HeaderCell | null>>;

export interface IndicatorHeader {
  readonly cells: readonly HeaderCell[];
  readonly level1: HeaderCell | null;
  readonly groups: readonly IndicatorGroup[];
  /** A first level that slipped into the header row. */
  readonly strayLevel1: RowCell | null;
}

/** Reads the row that heads the indicators; null where the row is another one. */
export function indicatorHeader(row: SheetRow, tests: SheetTests): IndicatorHeader | null {
  if (row.cells.length < 2) return null;
  // Where no level is printed, 指标 alone heads the indicators' names.
  const named = row.cells.some((cell) => tests.column(cell.key) === 'level3');
  if (!named && !row.cells.some((cell) => cell.key === '指标')) return null;
  const cells = gather(row.cells, (cell) => {
    const role = tests.column(cell.key) ?? (cell.key === '指标' && !named ? 'level3' : null);
    return role === null ? [] : [{ role, column: cell.column, end: cell.end }];
  });
  const has = (role: IndicatorColumn): boolean => cells.some((cell) => cell.role === role);
  if (!(has('level2') || has('value') || has('level1'))) return null;
  const stray = row.cells.find((cell) => tests.level1(cell.word)) ?? null;
  const level1 = cells.find((cell) => cell.role === 'level1') ?? null;
  return { cells, level1, groups: groupsOf(cells), strayLevel1: stray };
}

/** A repeated role begins the second horizon's columns. */
function groupsOf(cells: readonly HeaderCell[]): IndicatorGroup[] {
  const groups: Partial<Record<IndicatorColumn, HeaderCell>>[] = [];
  for (const cell of cells) {
    if (cell.role === 'level1') continue;
    const last = groups.at(-1);
    if (last === undefined || (last[cell.role] !== undefined && cell.role !== 'other'))
      groups.push({ [cell.role]: cell });
    else last[cell.role] = cell;
  }
  return groups
    .filter((group) => group.level3 !== undefined || group.value !== undefined)
    .map((group) => ({
      level1: null,
      level2: group.level2 ?? null,
      level3: group.level3 ?? null,
      comparison: group.comparison ?? null,
      value: group.value ?? null,
      measure: group.measure ?? null,
      other: group.other ?? null,
    }));
}
