import { extend } from '../../model/extend.ts';
import { sheetTexts } from '../../model/disclosure.ts';
import type { Indicator, ProjectSheet, SheetText, Uncertain } from '../../model/disclosure.ts';
import { fold } from '../../model/fold.ts';
import type { Place } from '../../model/place.ts';
import { isFundRow, readFunds } from './funds.ts';
import type { ReadFunds } from './funds.ts';
import { goalHeads, noGoalHeads, readGoals, startsWithGoal } from './goals.ts';
import type { GoalHeads } from './goals.ts';
import { readIndicators, startsIndicators } from './indicators.ts';
import { labelledValues, splitLabelled } from './labels.ts';
import type { LabelledValues } from './labels.ts';
import type { HeadField } from './sheetForm.ts';
import { moneyUnitAbove, type RowCell, type SheetRow } from './sheetRows.ts';
import type { SheetTests } from './sheetTests.ts';
import { longText, oneLine } from './sheetWords.ts';
import { doubtAt } from '../../model/words/doubts.ts';

export interface ReadSheet {
  readonly sheet: ProjectSheet;
  readonly uncertain: readonly Uncertain[];
}

interface TextParts {
  readonly parts: string[];
  readonly place: Place;
}

/** What the rows of a sheet have given so far. */
interface Draft {
  readonly head: Partial<Record<HeadField, string>>;
  readonly texts: Map<SheetText, TextParts>;
  readonly fundRows: SheetRow[];
  readonly indicatorRows: SheetRow[];
  readonly uncertain: Uncertain[];
  filedAt: RowCell | null;
  year: number | null;
  goals: GoalHeads;
  /** The text that a row without a label continues. */
  last: SheetText | null;
  place: Place | null;
}

/** Reads the rows of one sheet by their labels. Amounts are in 分, the unit from the label or the line above (元 by default). */
export function readProjectSheet(rows: readonly SheetRow[], tests: SheetTests): ReadSheet {
  const draft: Draft = {
    head: {},
    texts: new Map(),
    fundRows: [],
    indicatorRows: [],
    uncertain: [],
    filedAt: null,
    year: null,
    goals: noGoalHeads,
    last: null,
    place: null,
  };
  for (const row of rows) takeRow(draft, splitLabelled(row, tests), tests);
  const project = draft.head.name ?? '';
  const funds = readFunds(draft.fundRows, project, tests, moneyUnitAbove(rows) ?? '元');
  const list = readIndicators(draft.indicatorRows, project, tests);
  return finish(
    draft,
    funds,
    list.indicators,
    [...draft.uncertain, ...funds.uncertain, ...list.uncertain],
    rows[0]?.place,
  );
}

function takeRow(draft: Draft, row: SheetRow, tests: SheetTests): void {
  const [first] = row.cells;
  if (first === undefined) return;
  if (takeHeading(draft, row, tests) || takeFooter(draft, row, tests)) return;
  if (draft.indicatorRows.length > 0 || startsIndicators(row, tests)) {
    draft.indicatorRows.push(row);
    return;
  }
  if (isFundRow(row, tests, draft.fundRows.length > 0 && draft.texts.size === 0)) {
    draft.fundRows.push(row);
    takeHeadBeside(draft, row, tests);
    return;
  }
  const heads = goalHeads(row, tests);
  if (heads !== null) draft.goals = heads;
  else if (startsWithGoal(row, tests)) takeGoals(draft, row, tests);
  else takeFields(draft, row, tests);
}

/** A label beside the funds in the same row: 预算单位, then its value, then 预算金额. */
function takeHeadBeside(draft: Draft, row: SheetRow, tests: SheetTests): void {
  const end = row.cells.findIndex((cell) => tests.fund(cell.key) !== null || tests.fundHead(cell.key));
  const { found } = labelledValues({ ...row, cells: row.cells.slice(0, Math.max(end, 0)) }, tests);
  for (const entry of found) takeField(draft, entry);
}

/** The title and the year: 2026年度 in brackets. */
function takeHeading(draft: Draft, row: SheetRow, tests: SheetTests): boolean {
  const [first, second] = row.cells;
  if (first === undefined || second !== undefined) return false;
  const text = fold(first.text);
  const year = /^\(?(20\d\d)年度?\)?$/.exec(text)?.[1] ?? null;
  if (year !== null) draft.year = Number(year);
  else if (!tests.title(text)) return false;
  if (year === null) draft.year ??= yearInTitle(text);
  return true;
}

function yearInTitle(title: string): number | null {
  const year = /(20\d\d)年/.exec(title)?.[1];
  return year === undefined ? null : Number(year);
}

/** 负责人, 经办人, 联系电话 are not kept; 填报日期 is, as printed. */
function takeFooter(draft: Draft, row: SheetRow, tests: SheetTests): boolean {
  const [first] = row.cells;
  if (first === undefined) return false;
  const kind = tests.field(first.key)?.kind;
  if (kind !== 'footer' && kind !== 'filedAt') return false;
  const { found } = labelledValues(row, tests);
  const date = found.find((entry) => entry.label.kind === 'filedAt');
  if (date !== undefined) draft.filedAt = date.values[0] ?? draft.filedAt;
  return true;
}

function takeGoals(draft: Draft, row: SheetRow, tests: SheetTests): void {
  const read = readGoals(row, draft.goals, tests);
  for (const { horizon, cell } of read.goals)
    addText(draft, horizon === 'period' ? 'periodGoal' : 'annualGoal', cell);
  draft.uncertain.push(...read.uncertain);
  draft.last = read.goals.length === 1 && read.goals[0]?.horizon === 'annual' ? 'annualGoal' : 'periodGoal';
}

function takeFields(draft: Draft, row: SheetRow, tests: SheetTests): void {
  const { before, found } = labelledValues(row, tests);
  if (found.length === 0) {
    continueText(draft, row, before, tests);
    return;
  }
  for (const entry of found) takeField(draft, entry);
}

function takeField(draft: Draft, { label, values }: LabelledValues): void {
  if (label.kind === 'text') {
    draft.last = label.field;
    for (const value of values) addText(draft, label.field, value);
  } else if (label.kind === 'head' && values.length > 0) {
    draft.head[label.field] ??= values.map((value) => oneLine(value.text)).join(' ');
    if (label.field === 'name') draft.place ??= values[0]?.place ?? null;
  }
}

/** A row without a label goes on with the text above it: goals under their heads, or a field's next part. */
function continueText(draft: Draft, row: SheetRow, cells: readonly RowCell[], tests: SheetTests): void {
  const underHeads = draft.goals.period !== null || draft.goals.annual !== null;
  if (underHeads) takeGoals(draft, row, tests);
  else if (draft.last !== null) for (const cell of cells) addText(draft, draft.last, cell);
  else if (!cells.every((cell) => isMarginal(cell, tests))) {
    const words = cells.map((cell) => oneLine(cell.text)).join(' | ');
    draft.uncertain.push(doubtAt(row.place, 'unknownRow', words));
  }
}

function isMarginal(cell: RowCell, tests: SheetTests): boolean {
  return tests.fundHead(cell.key) || tests.indicatorHead(cell.key) || /^(?:金额)?单位/.test(cell.key);
}

function addText(draft: Draft, field: SheetText, cell: RowCell): void {
  const known = draft.texts.get(field);
  if (known === undefined) draft.texts.set(field, { parts: [longText(cell.text)], place: cell.place });
  else known.parts.push(longText(cell.text));
}

function finish(
  draft: Draft,
  funds: ReadFunds,
  indicators: readonly Indicator[],
  uncertain: readonly Uncertain[],
  firstPlace: Place | undefined,
): ReadSheet {
  const name = draft.head.name ?? '';
  const place = draft.place ?? firstPlace ?? { file: '' };
  const texts = Object.fromEntries(
    sheetTexts.map((field) => [field, draft.texts.get(field)?.parts.join('\n') ?? null]),
  );
  const textPlaces = Object.fromEntries(
    [...draft.texts].map(([field, text]) => [field, extend(text.place, { project: name, row: field })]),
  );
  const sheet: ProjectSheet = {
    name,
    department: draft.head.department ?? null,
    unit: draft.head.unit ?? null,
    attribute: draft.head.attribute ?? null,
    term: draft.head.term ?? null,
    funds: { period: funds.period, annual: funds.annual },
    ...(funds.others.length > 0 ? { otherFunds: funds.others } : {}),
    texts: texts as Record<SheetText, string | null>,
    textPlaces,
    indicators,
    filedAt: draft.filedAt === null ? null : oneLine(draft.filedAt.text),
    ...(draft.filedAt === null
      ? {}
      : { filedAtPlace: { ...draft.filedAt.place, project: name, row: '填报日期' } }),
    year: draft.year,
    place: extend(place, { project: name }),
  };
  const named = name === '' ? [doubtAt(place, 'unnamedProject')] : [];
  return {
    sheet,
    uncertain: [...named, ...uncertain].map((entry) => ({
      ...entry,
      place: { ...entry.place, project: name },
    })),
  };
}
