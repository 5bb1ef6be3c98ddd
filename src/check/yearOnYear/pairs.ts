import type { Disclosure } from '../../model/disclosure.ts';
import type { Figure } from '../../model/figure.ts';
import { tableIndex } from '../scopeIndex.ts';
import type { LastYear } from './lastYear.ts';

/** One quantity as this year's and last year's tables print it; null where one of them does not. */
export interface YearPair {
  readonly table: number;
  readonly current: Figure | null;
  readonly previous: Figure | null;
}

/** Tables whose columns are items of their own. */
const itemTables: ReadonlySet<string> = new Set(['threePublic', 'operating']);

/**
 * The amounts of the tables' main columns in both years, each quantity once, in printed order. What only last
 * year prints counts where this year has the same table.
 */
export function yearPairs(disclosure: Disclosure, lastYear: LastYear): readonly YearPair[] {
  const now = tableIndex(disclosure);
  const { tables: then } = lastYear.context;
  const told = new Set<string>();
  const pairs = mainFigures(disclosure).flatMap((current): readonly YearPair[] => {
    if (current.scope.year !== String(disclosure.year)) return [];
    const own = now.coder.encode(current.scope);
    const last = then.coder.encode(lastYear.framed(current.scope));
    if (told.has(`${last}`) || !now.byScope.has(own)) return [];
    told.add(`${last}`);
    const previous = then.byScope.get(last)?.[0] ?? null;
    return [{ table: current.place.table ?? 0, current, previous }];
  });
  const keys = new Map(disclosure.tables.map(({ key, number }) => [key, number]));
  const ended = mainFigures(lastYear.disclosure).flatMap((previous): readonly YearPair[] => {
    const key = then.coder.encode(previous.scope);
    const isLast = previous.scope.year === String(lastYear.year);
    const table = keys.get(keyOfTable(lastYear.disclosure, previous.place.table));
    if (!isLast || told.has(`${key}`) || !then.byScope.has(key) || table === undefined) return [];
    told.add(`${key}`);
    return [{ table, current: null, previous }];
  });
  return [...pairs, ...ended].sort((a, b) => orderOf(disclosure, a.table) - orderOf(disclosure, b.table));
}

function orderOf({ tables }: Disclosure, number: number): number {
  return tables.findIndex((table) => table.number === number);
}

function keyOfTable({ tables }: Disclosure, number: number | undefined): string {
  return tables.find((table) => table.number === number)?.key ?? '';
}

/** The whole amount of each row, and every item where the columns are items. */
function mainFigures(disclosure: Disclosure): readonly Figure[] {
  const items = new Set(
    disclosure.tables.flatMap(({ key, number }) => (itemTables.has(key) ? [number] : [])),
  );
  return disclosure.figures.filter(({ place, scope }) => {
    const { column, table } = place;
    if (scope.reading !== undefined) return false;
    const isItem = items.has(table ?? -1) && scope.item !== undefined && column !== 'general';
    return (
      column === undefined ||
      column === 'total' ||
      column === 'amount' ||
      isItem ||
      column === 'operatingFunds'
    );
  });
}

/** Signed, in 分. */
export function changeOfPair({ current, previous }: YearPair): number {
  return (current?.fen ?? 0) - (previous?.fen ?? 0);
}

/** Change ÷ last year's amount; null where there was none. */
export function rateOfPair(pair: YearPair): number | null {
  const base = pair.previous?.fen ?? 0;
  return base <= 0 ? null : changeOfPair(pair) / base;
}

/** What a department must explain: no divisions and items, no economic classes, no single projects or units. */
export function isHeadline({ scope }: Figure): boolean {
  const { function: code, project, deptEconomic, govEconomic, revenueCode, unit, source } = scope;
  if (scope.vintage === 'carriedOver' || scope.use === 'carriedForward') return false;
  const isFine = [project, deptEconomic, govEconomic, revenueCode, unit, source].some(
    (node) => node !== undefined && node !== '',
  );
  return !isFine && (code === undefined || code.length <= 3);
}
