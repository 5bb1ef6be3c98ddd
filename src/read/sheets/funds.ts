import { extend } from '../../model/extend.ts';
import { fundSources } from '../../model/disclosure.ts';
import type { FundSource, OtherFund, SheetAmount, SheetFunds, Uncertain } from '../../model/disclosure.ts';
import { parseAmount, type MoneyUnit } from '../../model/money.ts';
import type { Horizon } from './sheetForm.ts';
import type { RowCell, SheetRow } from './sheetRows.ts';
import type { FundLabel, SheetTests } from './sheetTests.ts';
import { oneLine, unitInLabel } from './sheetWords.ts';
import { doubtAt } from '../../model/words/doubts.ts';

interface FundEntry extends FundLabel {
  readonly cell: RowCell;
  readonly amounts: RowCell[];
}

export interface ReadFunds {
  readonly period: SheetFunds;
  readonly annual: SheetFunds;
  readonly others: readonly OtherFund[];
  readonly uncertain: readonly Uncertain[];
}

/** What the rows have given so far. */
interface FundDraft {
  readonly project: string;
  readonly unit: MoneyUnit;
  readonly slots: Readonly<Record<Horizon, Map<FundSource, { label: string; amount: SheetAmount | null }>>>;
  readonly others: OtherFund[];
  readonly uncertain: Uncertain[];
}

/** A row with a total of funds, or, below such a row, with a source. */
export function isFundRow(row: SheetRow, tests: SheetTests, inFunds: boolean): boolean {
  return row.cells.some((cell, index) => {
    if (index >= 6) return false;
    const label = tests.fund(cell.key);
    if (label === null) return tests.fundHead(cell.key) && unitInLabel(cell.text) !== null;
    if (label.total === 'neutral') return isNumber(row.cells[index + 1]);
    return label.total !== null || inFunds;
  });
}

/** 项目资金总额 and the like are a total only where an amount follows. */
function isNumber(cell: RowCell | undefined): boolean {
  return cell !== undefined && /^[\d,，.．]+(?:元|万元)?$/.test(oneLine(cell.text));
}

/**
 * Reads the rows of funds: the first label of a pair speaks of the whole period, the second of the year. `above`: the
 * unit where no label of theirs names one.
 */
export function readFunds(
  rows: readonly SheetRow[],
  project: string,
  tests: SheetTests,
  above: MoneyUnit,
): ReadFunds {
  const lines = rows.map((row) => fundEntries(row, tests));
  const hasAnnual = lines.flat().some((entry) => entry.total === 'annual');
  const draft: FundDraft = {
    project,
    unit: unitOf(rows) ?? above,
    slots: { period: new Map(), annual: new Map() },
    others: [],
    uncertain: [],
  };
  let horizons: Horizon[] = [];
  for (const entries of lines) {
    const totals = entries.map((entry) => horizonOf(entry, hasAnnual)).filter((horizon) => horizon !== null);
    if (totals.length > 0) horizons = totals;
    const repeated = new Map<string, number>();
    for (const entry of entries) {
      const nth = repeated.get(entry.cell.key) ?? 0;
      repeated.set(entry.cell.key, nth + 1);
      takeEntry(draft, entry, horizonOf(entry, hasAnnual) ?? horizons[nth] ?? horizons.at(-1) ?? 'annual');
    }
  }
  draft.uncertain.push(...missingAmounts(lines));
  const { slots, others, uncertain } = draft;
  return { period: toFunds(slots.period), annual: toFunds(slots.annual), others, uncertain };
}

/** A second printed source for the same slot (市级 beside 县级) keeps its own words. */
function takeEntry(draft: FundDraft, entry: FundEntry, horizon: Horizon): void {
  const label = oneLine(entry.cell.text);
  const known = entry.slot === 'elsewhere' ? undefined : draft.slots[horizon].get(entry.slot);
  if (known !== undefined && known.label === entry.cell.key) {
    draft.uncertain.push(doubtAt(entry.cell.place, 'repeatedLabel', label));
    return;
  }
  const amount = amountOf(entry, draft, horizon);
  if (entry.slot !== 'elsewhere' && known === undefined) {
    draft.slots[horizon].set(entry.slot, { label: entry.cell.key, amount });
  } else if (amount !== null) {
    draft.others.push({ horizon, label, amount });
  }
}

function horizonOf(entry: FundEntry, hasAnnual: boolean): Horizon | null {
  if (entry.total === 'neutral') return hasAnnual ? 'period' : 'annual';
  return entry.total;
}

function fundEntries(row: SheetRow, tests: SheetTests): FundEntry[] {
  const entries: FundEntry[] = [];
  for (const cell of row.cells) {
    const label = tests.fund(cell.key);
    if (label !== null) entries.push(extend(label, { cell, amounts: [] }));
    else entries.at(-1)?.amounts.push(cell);
  }
  return entries;
}

function unitOf(rows: readonly SheetRow[]): MoneyUnit | null {
  for (const row of rows) {
    for (const cell of row.cells) {
      const unit = unitInLabel(cell.text);
      if (unit !== null) return unit;
    }
  }
  return null;
}

function amountOf(entry: FundEntry, draft: FundDraft, horizon: Horizon): SheetAmount | null {
  const cell = entry.amounts[0];
  if (cell === undefined) return null;
  const text = oneLine(cell.text);
  const own = text.endsWith('元') ? /^(.*\d)(元|万元|亿元)$/.exec(text) : null;
  const unit = own === null ? (unitInLabel(entry.cell.text) ?? draft.unit) : (own[2] as MoneyUnit);
  const amount = parseAmount(own?.[1] ?? text, unit);
  if (typeof amount === 'string') {
    draft.uncertain.push(doubtAt(cell.place, 'notAnAmount', `${oneLine(entry.cell.text)} ${text}`));
    return null;
  }
  const place = extend(cell.place, { project: draft.project, row: entry.slot, column: horizon });
  return { text, fen: amount.fen, unitFen: amount.unitFen, place };
}

/** A blank is normal for 其他资金, and for any source where the sheet prints no zeros. */
function missingAmounts(lines: readonly (readonly FundEntry[])[]): Uncertain[] {
  const entries = lines.flat();
  const zero = (cell: RowCell): boolean => /^0(?:\.0+)?$/.test(cell.text);
  const printsZeros = entries.some((entry) => entry.amounts.some(zero));
  const optional = (entry: FundEntry): boolean =>
    !printsZeros || entry.slot === 'other' || entry.slot === 'elsewhere';
  return entries
    .filter((entry) => entry.amounts.length === 0 && (entry.slot === 'total' || !optional(entry)))
    .map((entry) => doubtAt(entry.cell.place, 'noAmount', oneLine(entry.cell.text)));
}

function toFunds(slots: ReadonlyMap<FundSource, { readonly amount: SheetAmount | null }>): SheetFunds {
  const entries = fundSources.map((source) => [source, slots.get(source)?.amount ?? null] as const);
  return Object.fromEntries(entries) as Record<FundSource, SheetAmount | null>;
}
