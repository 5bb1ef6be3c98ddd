import { gather } from '../../model/gather.ts';
import type { Block, Grid } from '../../model/source.ts';
import { fold } from '../../model/fold.ts';
import { rowsOf } from './sheetRows.ts';
import type { SheetRow } from './sheetRows.ts';
import type { SheetTests } from './sheetTests.ts';
import { labelKey, namesUnitAndProject } from './sheetWords.ts';

/** The rows of one sheet, from its title to its footer. */
export interface Segment {
  readonly kind: 'project' | 'department' | 'list';
  readonly rows: SheetRow[];
  /** A list's table, whose merged cells matter. */
  readonly grid?: Grid;
}

export interface Segmentation {
  readonly segments: readonly Segment[];
  readonly used: ReadonlySet<Block>;
}

interface State {
  readonly segments: Segment[];
  readonly used: Set<Block>;
  /** Title and year lines that wait for their sheet. */
  head: SheetRow[];
  /** The sheet that a following block may continue. */
  open: Segment | null;
}

const yearLine = /^[(]?\d{4}年度?[)]?$/;
const longestTitle = 60;

/**
 * Divides the blocks of a document into performance sheets. A sheet begins where a row names the project;
 * title and year lines before it belong to it, and a block that goes on with its rows or its footer too.
 */
export function segmentSheets(blocks: readonly Block[], tests: SheetTests): Segmentation {
  const state: State = { segments: [], used: new Set(), head: [], open: null };
  for (const block of blocks) {
    if (
      block.kind === 'grid' &&
      state.open === null &&
      !mentionsTargets(block) &&
      !headsDepartment(state, tests)
    ) {
      state.head = [];
      continue;
    }
    const rows = rowsOf(block);
    if (block.kind === 'paragraph') takeParagraph(state, rows, tests);
    else takeGrid(state, rows, tests);
  }
  return { segments: state.segments, used: state.used };
}

/** The lines above announce the goals of a whole department. */
function headsDepartment({ head }: State, tests: SheetTests): boolean {
  return head.some((row) => row.cells.some((cell) => tests.departmentTitle(fold(cell.text))));
}

/** A quick look that spares the tables of amounts: every sheet has 指标 somewhere. */
function mentionsTargets(grid: Grid): boolean {
  return grid.rows.some((row) => row.some((cell) => cell.text.includes('指标')));
}

function takeParagraph(state: State, rows: readonly SheetRow[], tests: SheetTests): void {
  for (const row of rows) {
    if (state.open !== null && isFooter(row, tests)) addRows(state, state.open, [row]);
    else if (isHeading(row, tests)) state.head.push(row);
    else {
      state.head = [];
      state.open = null;
    }
  }
}

/** A title of a sheet, its year line, or the line that names the money unit. */
function isHeading(row: SheetRow, tests: SheetTests): boolean {
  const [first, second] = row.cells;
  if (first === undefined || second !== undefined) return false;
  const text = fold(first.text);
  if (text.length > longestTitle || /[。;]/.test(text)) return false;
  return (
    yearLine.test(text) || tests.title(text) || tests.departmentTitle(text) || /^(?:金额)?单位:/.test(text)
  );
}

/** The rows above the first sheet of a grid continue the open sheet, or head the new one. */
function takeGrid(state: State, rows: readonly SheetRow[], tests: SheetTests): void {
  const starts = gather(rows, (row, index) => (startsSheet(row, tests) ? [index] : []));
  const isSheet = starts.length > 0 && (state.open !== null || hasSheetLabels(rows, tests));
  if (!isSheet) {
    takeOtherGrid(state, rows, tests);
    return;
  }
  takeLeading(state, rows.slice(0, starts[0]), tests);
  starts.forEach((start, index) => {
    const segment: Segment = { kind: 'project', rows: [] };
    state.segments.push(segment);
    addRows(state, segment, state.head);
    state.head = [];
    const part = rows.slice(start, starts[index + 1] ?? rows.length);
    const trailing = index + 1 < starts.length ? trailingHeadings(part, tests) : 0;
    addRows(state, segment, part.slice(0, part.length - trailing));
    state.head = part.slice(part.length - trailing);
    state.open = segment;
  });
}

function takeLeading(state: State, rows: readonly SheetRow[], tests: SheetTests): void {
  const headings = trailingHeadings(rows, tests);
  const body = rows.slice(0, rows.length - headings);
  if (state.open !== null && body.length > 0) addRows(state, state.open, body);
  const heading = headings > 0 ? rows.slice(rows.length - headings) : [];
  state.head = [...state.head, ...(state.open === null ? body : []), ...heading];
}

function trailingHeadings(rows: readonly SheetRow[], tests: SheetTests): number {
  let count = 0;
  while (count < rows.length) {
    const row = rows[rows.length - 1 - count];
    if (row === undefined || !isHeading(row, tests)) break;
    count++;
  }
  return count;
}

/** A grid without a project's name: the rest of a sheet, the goals of the whole department, or neither. */
function takeOtherGrid(state: State, rows: readonly SheetRow[], tests: SheetTests): void {
  const grid = rows[0]?.block;
  if (grid?.kind === 'grid' && rows.slice(0, 6).some((row) => headsList(row, tests))) {
    const segment: Segment = { kind: 'list', rows: [], grid };
    state.segments.push(segment);
    addRows(state, segment, [...state.head, ...rows]);
    state.open = null;
  } else if (isDepartmentSheet(state.head, rows, tests)) {
    const segment: Segment = { kind: 'department', rows: [] };
    state.segments.push(segment);
    addRows(state, segment, [...state.head, ...rows]);
    state.open = segment;
  } else if (state.open !== null && continuesSheet(rows, tests)) {
    addRows(state, state.open, rows);
  } else if (rows.length > 0 && rows.every((row) => isHeading(row, tests))) {
    state.head.push(...rows);
    return;
  } else {
    state.open = null;
  }
  state.head = [];
}

function addRows(state: State, segment: Segment, rows: readonly SheetRow[]): void {
  segment.rows.push(...rows);
  for (const row of rows) state.used.add(row.block);
}

function keysOf(row: SheetRow): string[] {
  return row.cells.map((cell) => cell.key);
}

/** A row that begins with the label of the project's name, and does not head a column of names. */
function startsSheet(row: SheetRow, tests: SheetTests): boolean {
  const [first, second] = row.cells;
  if (first === undefined || row.cells.length > 6) return false;
  const colon = /^([^:：]{2,12})[:：]\s*\S/.exec(first.text)?.[1];
  if (colon !== undefined && isName(labelKey(colon), tests)) return true;
  if (!isName(first.key, tests)) return false;
  return second === undefined ? row.cells.length === 1 : !tests.columnHead(second.key);
}

function isName(key: string, tests: SheetTests): boolean {
  const label = tests.field(key);
  return label?.kind === 'head' && label.field === 'name';
}

/** A row of column heads with the project's name among them and indicators beside it. */
function headsList(row: SheetRow, tests: SheetTests): boolean {
  const keys = row.cells.map((cell) => cell.key);
  return (
    keys.some((key) => isName(key, tests) || namesUnitAndProject(key)) &&
    keys.some((key) => tests.columns.level3(key))
  );
}

/** At least three further labels of a sheet: a table of projects has none of them at the row heads. */
function hasSheetLabels(rows: readonly SheetRow[], tests: SheetTests): boolean {
  const found = new Set(rows.flatMap(keysOf).filter((key) => tests.sheetLabel(key)));
  return found.size >= 3;
}

function isFooter(row: SheetRow, tests: SheetTests): boolean {
  const label = /^\s*([^:：]{2,8})[:：]/.exec(row.cells[0]?.text ?? '')?.[1];
  const field = label === undefined ? null : tests.field(labelKey(label));
  return field !== null && (field.kind === 'footer' || field.kind === 'filedAt');
}

function continuesSheet(rows: readonly SheetRow[], tests: SheetTests): boolean {
  return rows.some((row) => isFooter(row, tests) || keysOf(row).some((key) => tests.sheetLabel(key)));
}

function isDepartmentSheet(head: readonly SheetRow[], rows: readonly SheetRow[], tests: SheetTests): boolean {
  const keys = rows.flatMap(keysOf);
  const marked = keys.some((key) => tests.departmentMark(key));
  if (!marked && !keys.some((key) => tests.columns.level3(key))) return false;
  const titled = [...head, ...rows.slice(0, 3)].some((row) =>
    row.cells.some((cell) => tests.departmentTitle(fold(cell.text))),
  );
  return titled || (marked && keys.some((key) => tests.columns.level3(key)));
}
