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

/** A list that can be asked by code and by name. */
export interface CodeEntries {
  find(code: string): ClassificationCode | null;
  /** Codes of that name, smallest code first. */
  named(name: string): readonly string[];
  codes(): Iterable<string>;
}

interface ShippedList {
  readonly seen: readonly string[];
  readonly unverified: readonly string[];
  readonly retired: readonly string[];
}

/** A line "code name" or, where the fund differs from the parent's, "code name fund". */
interface Row {
  readonly line: string;
  readonly status: keyof ShippedList;
}

const shipped: Readonly<Record<CodeAxis, ShippedList>> = {
  function: functions,
  deptEconomic,
  govEconomic,
  revenue,
};

const opened = new Map<CodeAxis, CodeEntries>();

/** The shipped starting list of an axis, indexed at first use so that a start of the program pays nothing. */
export function shippedEntries(axis: CodeAxis): CodeEntries {
  const known = opened.get(axis);
  if (known !== undefined) return known;
  const rows = rowsByCode(shipped[axis]);
  const withFund = axis === 'function' || axis === 'revenue';
  // Codes are asked for again and again; the list bounds how many are kept.
  const items = new Map<string, ClassificationCode>();
  const entries: CodeEntries = {
    find: (code) => {
      const item = items.get(code) ?? itemOf(code, rows, withFund);
      if (item !== null) items.set(code, item);
      return item;
    },
    named: nameIndex(() => [...rows].map(([code, { line }]) => [code, line.split(' ')[1] ?? ''])),
    codes: () => rows.keys(),
  };
  opened.set(axis, entries);
  return entries;
}

/** The items of a user's list; where a code stands twice the first one counts. */
export function importedEntries(
  items: readonly { readonly code: string; readonly name: string }[],
): CodeEntries {
  const names = new Map<string, string>();
  for (const { code, name } of items) if (!names.has(code)) names.set(code, name);
  return {
    find(code) {
      const name = names.get(code);
      return name === undefined ? null : { code, name, verified: true, retired: false, fund: null };
    },
    named: nameIndex(() => [...names]),
    codes: () => names.keys(),
  };
}

/** A current code wins over a retired one. */
function rowsByCode(list: ShippedList): Map<string, Row> {
  const rows = new Map<string, Row>();
  for (const status of ['retired', 'unverified', 'seen'] as const) {
    for (const line of list[status]) rows.set(line.slice(0, line.indexOf(' ')), { line, status });
  }
  return rows;
}

function itemOf(code: string, rows: ReadonlyMap<string, Row>, withFund: boolean): ClassificationCode | null {
  const row = rows.get(code);
  if (row === undefined) return null;
  const retired = row.status === 'retired';
  return {
    code,
    name: row.line.split(' ')[1] ?? '',
    verified: row.status === 'seen',
    retired,
    fund: withFund && !retired ? fundOf(code, rows) : null,
  };
}

const knownFunds: Readonly<Record<string, CodeFund>> = {
  general: 'general',
  governmentFund: 'governmentFund',
  stateCapital: 'stateCapital',
  socialInsurance: 'socialInsurance',
};

/** The lists state a fund where it differs from the parent's; a class that states none can hold several. */
function fundOf(code: string, rows: ReadonlyMap<string, Row>): CodeFund | null {
  for (let node = code; node.length >= 3; node = node.slice(0, -2)) {
    const fund = knownFunds[rows.get(node)?.line.split(' ')[2] ?? ''];
    if (fund !== undefined) return fund;
  }
  return code.length === 3 ? null : 'general';
}

/** A look-up by folded name whose index is made at the first question. */
function nameIndex(pairs: () => readonly (readonly [string, string])[]): CodeEntries['named'] {
  let index: Map<string, string[]> | null = null;
  return (name) => {
    index ??= indexNames(pairs());
    return index.get(foldName(name)) ?? [];
  };
}

function indexNames(pairs: readonly (readonly [string, string])[]): Map<string, string[]> {
  const index = new Map<string, string[]>();
  for (const [code, name] of pairs) {
    const folded = foldName(name);
    const codes = index.get(folded);
    if (codes === undefined) index.set(folded, [code]);
    else codes.push(code);
  }
  for (const codes of index.values()) codes.sort();
  return index;
}
