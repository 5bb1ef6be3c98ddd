import type { Indicator, ProjectSheet, SheetAmount, Uncertain } from '../../model/disclosure.ts';
import { noFunds, noTexts } from '../../model/emptySheet.ts';
import { parseAmount, type MoneyUnit } from '../../model/money.ts';
import type { Grid, SourceCell } from '../../model/source.ts';
import type { IndicatorColumn } from './sheetForm.ts';
import type { SheetTests } from './sheetTests.ts';
import { labelKey, longText, namesUnitAndProject, oneLine, unitInLabel } from './sheetWords.ts';
import { doubtAt } from '../../model/words/doubts.ts';

type ListColumn = IndicatorColumn | 'name' | 'unit' | 'total' | 'goal' | 'annualGoal';

/** The columns of a list of targets, by what they hold. */
interface ListHeader {
  /** Rows above the first row of the list. */
  readonly height: number;
  readonly columns: ReadonlyMap<ListColumn, number>;
  readonly unit: MoneyUnit;
}

interface ListDraft {
  readonly name: SourceCell;
  readonly unit: string | null;
  readonly total: SheetAmount | null;
  readonly goal: SourceCell | null;
  readonly indicators: Indicator[];
}

export interface ReadList {
  readonly sheets: readonly ProjectSheet[];
  readonly uncertain: readonly Uncertain[];
}

/**
 * Reads a table that lists the targets of all projects, one row an indicator: the project's name is
 * printed once and merged or blank below. Null where the grid is no such list. Amounts are in 分.
 */
export function readList(
  grid: Grid,
  year: number | null,
  unit: MoneyUnit | null,
  tests: SheetTests,
): ReadList | null {
  const header = listHeader(grid, unit, tests);
  if (header === null) return null;
  const drafts: ListDraft[] = [];
  const uncertain: Uncertain[] = [];
  const levels = { level1: '', level2: '' };
  for (const row of grid.rows.slice(header.height)) {
    const name = cellAt(row, header, 'name');
    if (startsProject(name, drafts.at(-1), tests)) {
      drafts.push(newDraft(row, name, header, uncertain));
      levels.level1 = levels.level2 = '';
    }
    const draft = drafts.at(-1);
    if (draft !== undefined) addIndicator(draft, row, header, levels);
  }
  return {
    sheets: drafts.filter((draft) => draft.indicators.length > 0).map((draft) => toSheet(draft, year)),
    uncertain,
  };
}

function listHeader(grid: Grid, unit: MoneyUnit | null, tests: SheetTests): ListHeader | null {
  const at = grid.rows
    .slice(0, 6)
    .findIndex((row) => row.some((cell) => tests.columns.level3(labelKey(cell.text))));
  const row = grid.rows[at];
  if (row === undefined) return null;
  const columns = new Map<ListColumn, number>();
  let money = unit ?? '元';
  for (const [column, cell] of row.entries()) {
    const above = grid.rows[at - 1]?.[column]?.text ?? '';
    const head = cell.text.trim() === '' ? above : cell.text;
    const role = columnRole(labelKey(head), tests);
    if (role === null || columns.has(role)) continue;
    columns.set(role, column);
    if (role === 'total') money = unitInLabel(head) ?? unitInLabel(above) ?? money;
  }
  return columns.has('name') && columns.has('value') ? { height: at + 1, columns, unit: money } : null;
}

const indicatorColumns: readonly IndicatorColumn[] = [
  'level1',
  'level2',
  'level3',
  'comparison',
  'measure',
  'value',
];

function columnRole(key: string, tests: SheetTests): ListColumn | null {
  const field = tests.field(key);
  if (field?.kind === 'head' && field.field === 'name') return 'name';
  if (namesUnitAndProject(key)) return 'name';
  if (field?.kind === 'head' && field.field === 'unit') return 'unit';
  const role = indicatorColumns.find((column) => tests.columns[column](key));
  const goal = tests.goal(key);
  if (goal !== null) return goal === 'annual' ? 'annualGoal' : 'goal';
  if (role !== undefined) return role;
  return tests.fund(key)?.slot === 'total' ? 'total' : null;
}

function cellAt(row: readonly SourceCell[], header: ListHeader, column: ListColumn): SourceCell | null {
  const index = header.columns.get(column);
  const cell = index === undefined ? undefined : row[index];
  return cell === undefined || cell.text.trim() === '' ? null : cell;
}

function textAt(row: readonly SourceCell[], header: ListHeader, column: ListColumn): string {
  return oneLine(cellAt(row, header, column)?.text ?? '');
}

/** A merged name is one object over its rows; a printed repetition of the name goes on with the project. */
function startsProject(
  name: SourceCell | null,
  last: ListDraft | undefined,
  tests: SheetTests,
): name is SourceCell {
  if (name === null || columnRole(labelKey(name.text), tests) === 'name') return false;
  if (/^(?:合计|总计|小计)$/.test(oneLine(name.text))) return false;
  return last === undefined || (name !== last.name && oneLine(name.text) !== oneLine(last.name.text));
}

function newDraft(
  row: readonly SourceCell[],
  name: SourceCell,
  header: ListHeader,
  uncertain: Uncertain[],
): ListDraft {
  const printed = cellAt(row, header, 'total');
  const amount = printed === null ? null : parseAmount(printed.text, header.unit);
  const project = oneLine(name.text);
  if (printed !== null && typeof amount === 'string') {
    uncertain.push(doubtAt({ ...printed.place, project }, 'notAnAmount', oneLine(printed.text)));
  }
  const unit = textAt(row, header, 'unit');
  return {
    name,
    unit: unit === '' ? null : unit,
    total:
      printed === null || amount === null || typeof amount === 'string'
        ? null
        : {
            text: oneLine(printed.text),
            ...amount,
            place: { ...printed.place, project, row: 'total', column: 'annual' },
          },
    goal: cellAt(row, header, 'annualGoal') ?? cellAt(row, header, 'goal'),
    indicators: [],
  };
}

function addIndicator(
  draft: ListDraft,
  row: readonly SourceCell[],
  header: ListHeader,
  levels: { level1: string; level2: string },
): void {
  const level3 = textAt(row, header, 'level3');
  const value = (['comparison', 'value', 'measure'] as const)
    .map((column) => textAt(row, header, column))
    .join('');
  if (textAt(row, header, 'level1') !== '') levels.level1 = textAt(row, header, 'level1');
  if (textAt(row, header, 'level2') !== '') levels.level2 = textAt(row, header, 'level2');
  const cell = cellAt(row, header, 'value') ?? cellAt(row, header, 'level3');
  if (cell === null || (level3 === '' && value === '')) return;
  const place = { ...cell.place, project: oneLine(draft.name.text), row: level3, column: 'period' };
  draft.indicators.push({ horizon: 'period', ...levels, level3, value, place });
}

function toSheet(draft: ListDraft, year: number | null): ProjectSheet {
  const name = oneLine(draft.name.text);
  const place = { ...draft.name.place, project: name };
  const goal = draft.goal === null ? null : longText(draft.goal.text);
  return {
    name,
    department: null,
    unit: draft.unit,
    attribute: null,
    term: null,
    funds: { period: noFunds, annual: { ...noFunds, total: draft.total } },
    texts: { ...noTexts, annualGoal: goal },
    textPlaces:
      draft.goal === null ? {} : { annualGoal: { ...draft.goal.place, project: name, row: 'annualGoal' } },
    indicators: draft.indicators,
    filedAt: null,
    year,
    place,
  };
}
