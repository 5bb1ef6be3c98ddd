import { extend } from '../../model/extend.ts';
import type { Indicator, Uncertain } from '../../model/disclosure.ts';
import type { Place } from '../../model/place.ts';
import { indicatorHeader } from './indicatorHeader.ts';
import type { IndicatorHeader } from './indicatorHeader.ts';
import { alignedLine } from './indicatorRow.ts';
import type { IndicatorLine, IndicatorParts } from './indicatorRow.ts';
import { wordLine } from './indicatorWords.ts';
import type { Horizon } from './sheetForm.ts';
import type { RowCell, SheetRow } from './sheetRows.ts';
import type { SheetTests } from './sheetTests.ts';
import { indicatorKey, oneLine } from './sheetWords.ts';
import { doubtAt } from '../../model/words/doubts.ts';

export interface ReadIndicators {
  readonly indicators: readonly Indicator[];
  readonly uncertain: readonly Uncertain[];
}

/** Does the table of indicators begin here: its header, or a first level with a kind beside it? */
export function startsIndicators(row: SheetRow, tests: SheetTests): boolean {
  if (indicatorHeader(row, tests) !== null) return true;
  const [first, second, third] = row.cells;
  const leads = (cell: RowCell | undefined, next: RowCell | undefined): boolean =>
    cell !== undefined && next !== undefined && tests.level1(cell.word) && tests.kind(next.word);
  return leads(first, second) || leads(second, third);
}

/** Two lists stand side by side when the header says so or most rows name their kind twice. */
function horizonCount(header: IndicatorHeader | null, rows: readonly SheetRow[], tests: SheetTests): 1 | 2 {
  if (header !== null && header.groups.length > 1) return 2;
  let named = 0;
  let twice = 0;
  for (const row of rows) {
    const first = row.cells.findIndex((cell) => namesKind(cell, tests));
    if (first < 0) continue;
    named += 1;
    if (row.cells.some((cell, index) => index > first && namesKind(cell, tests))) twice += 1;
  }
  return twice * 2 > named ? 2 : 1;
}

/** The kind alone, or before the rest of its row in one cell. */
function namesKind({ text, word }: RowCell, tests: SheetTests): boolean {
  if (tests.kind(word)) return true;
  const end = text.search(/\s/);
  return end >= 0 && tests.kind(indicatorKey(text.slice(0, end)));
}

interface Carried {
  level1: string;
  readonly level2: Record<Horizon, string>;
}

/**
 * Reads the rows of indicators, by the header's columns where the words confirm them, else by the words.
 * Printed words stay as they are; a blank first or second level is taken from the row above.
 */
export function readIndicators(
  rows: readonly SheetRow[],
  project: string,
  tests: SheetTests,
): ReadIndicators {
  const first = rows[0];
  const header = first === undefined ? null : indicatorHeader(first, tests);
  const body = header === null ? rows : rows.slice(1);
  const horizons = horizonCount(header, body, tests);
  const usable = header !== null && header.groups.length === horizons ? header : null;
  const annualColumn = usable?.groups[1]?.level2?.column ?? usable?.groups[1]?.level3?.column ?? null;
  const carried: Carried = {
    level1: oneLine(header?.strayLevel1?.text ?? ''),
    level2: { period: '', annual: '' },
  };
  const indicators: Indicator[] = [];
  const uncertain: Uncertain[] = [];
  for (const row of body) {
    const aligned = usable === null ? null : alignedLine(row, usable, tests);
    const worded = aligned === null ? wordLine(row, { tests, horizons, annualColumn }) : null;
    const line = aligned ?? worded;
    const doubt = worded?.doubt ?? null;
    if (line === null) uncertain.push(doubtAt(row.place, 'unclearIndicator', printed(row)));
    else indicators.push(...toIndicators(line, carried, extend(row.place, { project }), tests));
    if (doubt !== null) uncertain.push(doubtAt(row.place, doubt));
  }
  return { indicators, uncertain };
}

function printed(row: SheetRow): string {
  return row.cells.map((cell) => oneLine(cell.text)).join(' | ');
}

function toIndicators(line: IndicatorLine, carried: Carried, place: Place, tests: SheetTests): Indicator[] {
  if (line.level1 !== null) {
    carried.level1 = oneLine(line.level1.text);
    // A kind above belongs to the first level above: it does not go on below a new one.
    if (line.parts.some((part) => part.level2 !== null)) carried.level2.period = carried.level2.annual = '';
  }
  return line.parts.map((part) => toIndicator(part, carried, place, tests));
}

function toIndicator(part: IndicatorParts, carried: Carried, place: Place, tests: SheetTests): Indicator {
  if (part.level2 !== null) carried.level2[part.horizon] = oneLine(part.level2.text);
  const level2 = carried.level2[part.horizon] === '' ? carried.level2.period : carried.level2[part.horizon];
  const level1 = carried.level1 === '' ? (tests.level1Of(indicatorKey(level2)) ?? '') : carried.level1;
  const level3 = oneLine(part.level3?.text ?? '');
  return {
    horizon: part.horizon,
    level1,
    level2,
    level3,
    value: part.value,
    place: extend(part.valueCell?.place ?? part.level3?.place ?? part.level2?.place ?? place, {
      project: place.project ?? '',
      row: level3 === '' ? level2 : level3,
      column: part.horizon,
    }),
  };
}
