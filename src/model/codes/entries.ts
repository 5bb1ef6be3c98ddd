import deptEconomic from './deptEconomic.json' with { type: 'json' };
import functions from './function.json' with { type: 'json' };
import govEconomic from './govEconomic.json' with { type: 'json' };
import revenue from './revenue.json' with { type: 'json' };
import { foldName } from './names.ts';

export const codeAxes = ['function', 'deptEconomic', 'govEconomic', 'revenue'] as const;
export type CodeAxis = (typeof codeAxes)[number];

export type CodeFund = 'general' | 'governmentFund' | 'stateCapital' | 'socialInsurance';

/** One item of 政府收支分类科目. */
export interface ClassificationCode {
  readonly code: string;
  readonly name: string;
  /** The row was seen in a real document or comes from an imported official list. */
  readonly verified: boolean;
  /** A code of former years only. */
  readonly retired: boolean;
  /** The fund that the item belongs to; null on the economic axes and where it is not known. */
  readonly fund: CodeFund | null;
}

/** The items of a list by code and by folded name. */
export interface CodeEntries {
  readonly byCode: ReadonlyMap<string, ClassificationCode>;
  readonly byName: ReadonlyMap<string, readonly string[]>;
}

interface ShippedList {
  readonly seen: readonly string[];
  readonly unverified: readonly string[];
  readonly retired: readonly string[];
}

const shipped: Readonly<Record<CodeAxis, ShippedList>> = {
  function: functions,
  deptEconomic,
  govEconomic,
  revenue,
};

const indexed = new Map<CodeAxis, CodeEntries>();

/** The shipped starting list of an axis, indexed at first use so that a start of the program pays nothing. */
export function shippedEntries(axis: CodeAxis): CodeEntries {
  const known = indexed.get(axis);
  if (known !== undefined) return known;
  const entries = indexEntries(parseShipped(shipped[axis], axis === 'function' || axis === 'revenue'));
  indexed.set(axis, entries);
  return entries;
}

/** Indexes items; where a code stands twice the first one counts. */
export function indexEntries(items: readonly ClassificationCode[]): CodeEntries {
  const byCode = new Map<string, ClassificationCode>();
  const byName = new Map<string, string[]>();
  for (const item of items) {
    if (byCode.has(item.code)) continue;
    byCode.set(item.code, item);
    const name = foldName(item.name);
    const codes = byName.get(name);
    if (codes === undefined) byName.set(name, [item.code]);
    else codes.push(item.code);
  }
  return { byCode, byName };
}

function parseShipped(list: ShippedList, hasFund: boolean): ClassificationCode[] {
  const stated = new Map<string, string>();
  const rows = [
    ...list.seen.map((line) => parseLine(line, stated, true, false)),
    ...list.unverified.map((line) => parseLine(line, stated, false, false)),
    ...list.retired.map((line) => parseLine(line, stated, false, true)),
  ].sort((a, b) => Number(a.retired) - Number(b.retired) || (a.code < b.code ? -1 : 1));
  return rows.map((row) => ({ ...row, fund: hasFund && !row.retired ? fundOf(row.code, stated) : null }));
}

function parseLine(
  line: string,
  stated: Map<string, string>,
  verified: boolean,
  retired: boolean,
): ClassificationCode {
  const [code = '', name = '', fund] = line.split(' ');
  if (fund !== undefined) stated.set(code, fund);
  return { code, name, verified, retired, fund: null };
}

const knownFunds: Readonly<Record<string, CodeFund>> = {
  general: 'general',
  governmentFund: 'governmentFund',
  stateCapital: 'stateCapital',
  socialInsurance: 'socialInsurance',
};

/** The lists state a fund where it differs from the parent's; a class that states none can hold several. */
function fundOf(code: string, stated: ReadonlyMap<string, string>): CodeFund | null {
  for (let node = code; node.length >= 3; node = node.slice(0, -2)) {
    const fund = knownFunds[stated.get(node) ?? ''];
    if (fund !== undefined) return fund;
  }
  return code.length === 3 ? null : 'general';
}
