import type { Figure } from '../../model/figure.ts';
import { fold } from '../../model/fold.ts';
import type { TableForm } from '../../model/form.ts';
import { dimensions, scopeKey, withNode, type Scope } from '../../model/scope.ts';
import { findTable, readTable, type FoundTable, type ReadTable, type TableContext } from './table.ts';

/** A table read under one of its possible scopes. */
export interface Reading {
  readonly found: FoundTable;
  readonly read: ReadTable;
}

type Amounts = ReadonlyMap<string, ReadonlySet<number>>;

/**
 * Reads all tables. Where a title does not decide the scope (with or without 上年结转), the reading is
 * taken under which the table's figures agree with the tables that are decided; a table that agrees
 * under none keeps its figures to itself: they carry the dimension `reading`.
 */
export function readTables(tables: readonly FoundTable[], context: TableContext): readonly Reading[] {
  const fixed = tables.map((found) => (isOpen(found) ? null : { found, read: readTable(found, context) }));
  if (fixed.every((reading) => reading !== null)) return fixed;
  let anchors = amountsOf(fixed.flatMap((reading) => reading?.read.figures ?? []));
  return tables.map((found, i) => {
    const known = fixed[i];
    if (known != null) return known;
    const chosen = chooseReading(found, context, anchors);
    anchors = merged(anchors, amountsOf(chosen.read.figures));
    return chosen;
  });
}

function isOpen({ table }: FoundTable): boolean {
  return (table.alternatives ?? []).length > 0;
}

interface Weighed {
  readonly reading: Reading;
  readonly agree: number;
  readonly differ: number;
  /** Per cell that stands elsewhere too: does it agree? */
  readonly verdicts: ReadonlyMap<string, boolean>;
}

function chooseReading(found: FoundTable, context: TableContext, anchors: Amounts): Reading {
  const candidates = scopesOf(found).map((scope): Weighed => {
    const reading = readAs(found, { ...found.table, scope }, context);
    return { reading, ...compare(reading.read.figures, anchors) };
  });
  const best = candidates.reduce((a, b) => (isBetter(b, a) ? b : a));
  return best.differ > best.agree ? keptApart(best.reading) : best.reading;
}

/** A cell that one reading confirms and the other contradicts decides between them; else the weight of all does. */
function isBetter(a: Weighed, b: Weighed): boolean {
  const [forA, forB] = [decided(a, b), decided(b, a)];
  if (forA !== forB) return forA;
  return weight(a) > weight(b);
}

function decided(a: Weighed, b: Weighed): boolean {
  return [...a.verdicts].some(([cell, agrees]) => agrees && b.verdicts.get(cell) === false);
}

/**
 * A figure that differs speaks louder than one that agrees: without money carried over both readings do, so that
 * many agreements prove no more than some. A reading that nothing contradicts goes before any other, however many
 * figures it is compared by.
 */
function weight({ agree, differ }: Weighed): number {
  return differ === 0 && agree > 1 ? 1e9 + agree : Math.min(agree, mostTelling) - 4 * differ + agree / 1e6;
}

const mostTelling = 10;

/** Words of the title go before figures: 当年 and 不含上年结转 leave one reading. */
function scopesOf({ table, captions }: FoundTable): readonly Scope[] {
  const all = [table.scope, ...(table.alternatives ?? [])];
  const current = /当年|本年|不含上年结转/.test(`${fold(captions.title ?? '')}${fold(captions.note ?? '')}`);
  const stated = all.filter((scope) => scope.vintage === 'current');
  return current && stated.length > 0 ? stated : all;
}

function readAs(found: FoundTable, table: TableForm, context: TableContext): Reading {
  const again = findTable(found.captions, table, context.form, found.place);
  return { found: again, read: readTable(again, context) };
}

function keptApart({ found, read }: Reading): Reading {
  const figures = read.figures.map((figure) => ({
    ...figure,
    scope: withNode(figure.scope, 'reading', found.table.key),
  }));
  const reason = '这张表的口径（是否含上年结转等）与其他表对不上，只在表内核对';
  return {
    found,
    read: { ...read, figures, uncertain: [...read.uncertain, { place: found.captions.titlePlace, reason }] },
  };
}

function compare(figures: ReadTable['figures'], anchors: Amounts): Omit<Weighed, 'reading'> {
  const verdicts = new Map<string, boolean>();
  for (const { scope, text, fen, unitFen, place } of figures) {
    const others = anchors.get(factsKey(scope));
    if (others === undefined || text === '') continue;
    const agrees = [...others].some((other) => Math.abs(other - fen) <= unitFen * 2);
    verdicts.set(`${scope.flow} ${place.row} ${place.column}`, agrees);
  }
  const agree = [...verdicts.values()].filter((agrees) => agrees).length;
  return { agree, differ: verdicts.size - agree, verdicts };
}

/** Revenue and expenditure of the same facts are the same amount where nothing is carried forward. */
function factsKey(scope: Scope): string {
  return scopeKey(scope, factDimensions);
}

const factDimensions = dimensions.filter((dimension) => dimension !== 'flow' && dimension !== 'use');

/** The amounts printed for each set of facts; current and carried over together give the whole. */
function amountsOf(figures: readonly Omit<Figure, 'id'>[]): Amounts {
  const amounts = new Map<string, Set<number>>();
  const add = (scope: Scope, fen: number): void => {
    const key = factsKey(scope);
    amounts.set(key, (amounts.get(key) ?? new Set()).add(fen));
  };
  const carried = new Map<string, number>();
  for (const { scope, fen, place } of figures) {
    add(scope, fen);
    if (scope.vintage === 'carriedOver')
      carried.set(`${place.table} ${factsKey(withNode(scope, 'vintage', ''))}`, fen);
  }
  for (const { scope, fen, place } of figures) {
    if (scope.vintage !== 'current') continue;
    const whole = withNode(scope, 'vintage', '');
    const rest = carried.get(`${place.table} ${factsKey(whole)}`);
    if (rest !== undefined) add(whole, fen + rest);
  }
  return amounts;
}

function merged(a: Amounts, b: Amounts): Amounts {
  const all = new Map([...a].map(([key, set]) => [key, new Set(set)]));
  for (const [key, set] of b)
    for (const fen of set) all.set(key, (all.get(key) ?? new Set<number>()).add(fen));
  return all;
}
