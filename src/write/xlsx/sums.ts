import type { LayoutCell, LayoutRow, TableBlock } from '../layout/block.ts';
import { contains, scopeKey, type Scope } from '../../model/scope.ts';

/** A cell of the body: its row and its column, from 0. */
export interface Position {
  readonly row: number;
  readonly column: number;
}

/** The cells that an amount is the sum of, by the amount's own cell. */
export type Sums = ReadonlyMap<LayoutCell, readonly Position[]>;

export type ScopeOf = (cell: LayoutCell) => Scope | null;

/** An amount of a column with where it stands in the tree of rows. */
interface Item {
  readonly cell: LayoutCell;
  readonly row: number;
  /** 0 for totals. */
  readonly level: number;
  readonly scope: Scope | null;
}

/** Programs take no more arguments of a function. */
const mostParts = 250;

/**
 * Which amounts of a table are sums of others, by what the figures speak of: across a row of the columns that
 * divide it, else down a column of the rows nearest below, and totals of the outermost rows. Only sums that the
 * printed amounts fulfil to the 分 are told: a total with a tail of rounding stays the amount that is printed.
 */
export function sumsOf({ body, role }: TableBlock, scopeOf: ScopeOf): Sums {
  const sums = new Map<LayoutCell, readonly Position[]>();
  if (role !== 'figures') return fundSums(body);
  const columns = itemsByColumn(body, scopeOf);
  for (const items of columns.values()) {
    for (const { item, parts } of partsDown(items)) keep(sums, item, parts);
  }
  // Last, since a total across a row is what the form itself calls a total.
  body.forEach((row, r) => {
    for (const { item, parts } of partsAcross(row, r, scopeOf)) keep(sums, item, parts);
  });
  return sums;
}

interface Division {
  readonly item: LayoutCell;
  readonly parts: readonly { readonly cell: LayoutCell; readonly row: number }[];
}

function keep(sums: Map<LayoutCell, readonly Position[]>, item: LayoutCell, parts: Division['parts']): void {
  if (item.fen === null || parts.length === 0 || parts.length > mostParts) return;
  if (parts.every(({ cell }) => cell.fen === null)) return;
  const sum = parts.reduce((all, { cell }) => all + (cell.fen ?? 0), 0);
  if (sum !== item.fen) return;
  sums.set(
    item,
    parts.map(({ cell, row }) => ({ row, column: cell.column })),
  );
}

/** Amounts by column, top down; the blanks beside a shorter side belong to no row. */
function itemsByColumn(body: readonly LayoutRow[], scopeOf: ScopeOf): ReadonlyMap<number, readonly Item[]> {
  const columns = new Map<number, Item[]>();
  body.forEach(({ cells }, row) => {
    let level = 0;
    for (const cell of cells) {
      if (cell.kind === 'label') level = cell.align === 'center' ? 0 : cell.indent + 1;
      if (cell.kind !== 'amount' || cell.place === null) continue;
      const items = columns.get(cell.column) ?? [];
      items.push({ cell, row, level, scope: scopeOf(cell) });
      columns.set(cell.column, items);
    }
  });
  return columns;
}

function partsDown(items: readonly Item[]): readonly Division[] {
  const children = childrenOf(items);
  const below = new Set([...children.values()].flat());
  const outer = items.filter((item) => item.level === 0 || !below.has(item));
  return items.map((item) => ({
    item: item.cell,
    parts: item.level === 0 ? nearest(item, outer) : (children.get(item) ?? []),
  }));
}

/** The rows directly below each row: those that follow and are deeper, by their level or by what they speak of. */
function childrenOf(items: readonly Item[]): ReadonlyMap<Item, readonly Item[]> {
  const children = new Map<Item, Item[]>();
  const open: Item[] = [];
  for (const item of items) {
    if (item.level === 0) open.length = 0;
    for (let last = open.at(-1); last !== undefined && !isBelow(item, last); last = open.at(-1)) open.pop();
    const parent = open.at(-1);
    if (parent !== undefined) {
      const siblings = children.get(parent) ?? [];
      siblings.push(item);
      children.set(parent, siblings);
    }
    if (item.level > 0) open.push(item);
  }
  return children;
}

function isBelow(item: Item, above: Item): boolean {
  return item.level > above.level || isPart(item.scope, above.scope);
}

function isPart(part: Scope | null, whole: Scope | null): boolean {
  if (part === null || whole === null) return false;
  return contains(whole, part) && scopeKey(whole) !== scopeKey(part);
}

/** What the item is made of among its like: the widest parts of it, each scope once. */
function nearest(item: Item, others: readonly Item[]): readonly Item[] {
  const within = others.filter((other) => other !== item && isPart(other.scope, item.scope));
  const rows = within.filter((other) => !within.some((wider) => isPart(other.scope, wider.scope)));
  const totals = new Set(rows.filter(({ level }) => level === 0).map(({ scope }) => scopeKey(scope ?? {})));
  // A total and the rows that it sums can speak of the same facts: one of them counts.
  return rows.filter(({ level, scope }) => level === 0 || !totals.has(scopeKey(scope ?? {})));
}

/** The columns of a row's side that divide each other. */
function partsAcross({ cells }: LayoutRow, row: number, scopeOf: ScopeOf): readonly Division[] {
  const sides: Item[][] = [[]];
  for (const cell of cells) {
    if (cell.kind === 'label') sides.push([]);
    if (cell.kind === 'amount' && cell.place !== null)
      sides.at(-1)?.push({ cell, row, level: 0, scope: scopeOf(cell) });
  }
  return sides.flatMap((items) => items.map((item) => ({ item: item.cell, parts: nearest(item, items) })));
}

/** On a performance sheet the first amount of a column is the sum of those below it. */
function fundSums(body: readonly LayoutRow[]): Sums {
  const columns = [...itemsByColumn(body, () => null).values()];
  const sums = new Map<LayoutCell, readonly Position[]>();
  for (const [total, ...parts] of columns) if (total !== undefined) keep(sums, total.cell, parts);
  return sums;
}
