import type { DepartmentGoal, ProjectSheet, Uncertain } from '../../model/disclosure.ts';
import type { MoneyUnit } from '../../model/money.ts';
import type { Block } from '../../model/source.ts';
import { readDepartmentSheet } from './departmentSheet.ts';
import { readList } from './listSheets.ts';
import { readProjectSheet } from './projectSheet.ts';
import { segmentSheets } from './segments.ts';
import type { Segment } from './segments.ts';
import { sheetForm } from './sheetForm.ts';
import type { SheetForm } from './sheetForm.ts';
import { compileSheetForm } from './sheetTests.ts';
import type { SheetTests } from './sheetTests.ts';
import { unitInLabel } from './sheetWords.ts';

export interface SheetReading {
  readonly sheets: readonly ProjectSheet[];
  /** The goals of whole departments and units. */
  readonly goals: readonly DepartmentGoal[];
  /** Blocks that belong to sheets, of projects or of the whole department: no tables to recognise. */
  readonly used: ReadonlySet<Block>;
  readonly uncertain: readonly Uncertain[];
}

let compiled: SheetTests | undefined;

function commonTests(): SheetTests {
  return (compiled ??= compileSheetForm(sheetForm));
}

/**
 * Reads the performance sheets (项目支出绩效目标表) among the blocks of a document, in their order, by labels
 * and known words. Amounts are in 分. What the layout does not decide is in `uncertain`, in Chinese.
 */
export function readSheets(blocks: readonly Block[], form: SheetForm = sheetForm): SheetReading {
  const tests = form === sheetForm ? commonTests() : compileSheetForm(form);
  const { segments, used } = segmentSheets(blocks, tests);
  const read = segments.map((segment) => readSegment(segment, tests));
  return {
    sheets: read.flatMap((entry) => entry.sheets),
    goals: read.flatMap((entry) => entry.goals),
    used,
    uncertain: read.flatMap((entry) => entry.uncertain),
  };
}

function readSegment(segment: Segment, tests: SheetTests): Omit<SheetReading, 'used'> {
  if (segment.kind === 'project') {
    const { sheet, uncertain } = readProjectSheet(segment.rows, tests);
    return { sheets: [isReport(segment) ? { ...sheet, report: true } : sheet], goals: [], uncertain };
  }
  if (segment.kind === 'department') {
    const { goal, uncertain } = readDepartmentSheet(segment.rows);
    return { sheets: [], goals: [goal], uncertain };
  }
  const list = segment.grid === undefined ? null : readList(segment.grid, ...headOf(segment), tests);
  return { sheets: list?.sheets ?? [], goals: [], uncertain: list?.uncertain ?? [] };
}

/** Heads of what was achieved: no goal sheet has them. */
function isReport({ rows }: Segment): boolean {
  return rows.some(({ cells }) => cells.some(({ key }) => /^(?:自评)?得分|^(?:全年)?实际完成/.test(key)));
}

/** The year and the money unit that the lines above a list print. */
function headOf(segment: Segment): [number | null, MoneyUnit | null] {
  const texts = segment.rows.slice(0, 6).flatMap((row) => row.cells.map((cell) => cell.text));
  const year = texts.map((text) => /(20\d\d)年/.exec(text)?.[1]).find((found) => found !== undefined);
  const unit = texts.map(unitInLabel).find((found) => found !== null);
  return [year === undefined ? null : Number(year), unit ?? null];
}
