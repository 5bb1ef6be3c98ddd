import { extend } from '../model/extend.ts';
import type { Figure } from '../model/figure.ts';
import { parentNode } from '../model/scope.ts';
import { closedContains, closedOf, keyOf, rowOf } from './codedScope.ts';
import type { ScopeIndex } from './scopeIndex.ts';

/**
 * What the document shows to be nothing: scopes printed blank or zero, rows that a complete table
 * does not print, and remainders that an exact sum leaves nothing for.
 */
export interface Zeros {
  isZero(scope: number): boolean;
  /** Adds a scope that an exact sum leaves nothing for; false when it is known, or holds an amount. */
  add(scope: number): boolean;
}

/**
 * Collects the zeros of a document. A zero that contains a printed amount is a misprint, not a zero; so may
 * be a blank that its own table contradicts (`suspects`, by figure).
 */
export function zerosOf(index: ScopeIndex, suspects: ReadonlySet<number> = new Set()): Zeros {
  const holdsAmount = amountsBelow(index);
  const boxes = new Map<number, number[]>();
  const known = new Set<number>();
  const notYet = new Set<number>();
  const add = (scope: number): boolean => {
    if (holdsAmount(scope)) return false;
    const row = rowOf(scope);
    const list = boxes.get(row) ?? [];
    if (list.some((box) => closedContains(box, closedOf(scope)))) return false;
    list.push(closedOf(scope));
    boxes.set(row, list);
    notYet.clear();
    return true;
  };
  for (const figure of index.figures) {
    const blank = figure.fen === 0 && figure.unitFen === 0;
    if (blank && !suspects.has(figure.id)) add(index.keyOfFigure(figure.id));
  }
  const unprinted = unprintedRows(index);
  const inBox = (scope: number): boolean => {
    const closed = closedOf(scope);
    return index.coder
      .containingRows(rowOf(scope))
      .some((row) => boxes.get(row)?.some((box) => closedContains(box, closed)));
  };
  return {
    isZero(scope) {
      if (known.has(scope)) return true;
      if (notYet.has(scope)) return false;
      const zero = inBox(scope) || unprinted(scope);
      (zero ? known : notYet).add(scope);
      return zero;
    },
    add,
  };
}

/** Does a scope contain a printed amount other than zero? */
function amountsBelow(index: ScopeIndex): (scope: number) => boolean {
  const below = new Map<number, Set<number>>();
  for (const figure of index.figures) {
    if (figure.fen === 0) continue;
    const key = index.keyOfFigure(figure.id);
    for (const row of index.coder.containingRows(rowOf(key))) {
      const set = below.get(row);
      if (set === undefined) below.set(row, new Set([closedOf(key)]));
      else set.add(closedOf(key));
    }
  }
  return (scope) => {
    for (const inner of below.get(rowOf(scope)) ?? [])
      if (closedContains(closedOf(scope), inner)) return true;
    return false;
  };
}

interface CodedColumn {
  /** The closed part of the column's scope. */
  readonly closed: number;
  /** The row that the codes stand under: the column's own scope without function. */
  readonly base: number;
  readonly codes: Set<string>;
  /** Codes (and '' for the total) below which the column prints rows. */
  readonly parents: Set<string>;
  /** Whether its rows bear codes; a class known by name only cannot be told from coded ones. */
  readonly coded: boolean;
}

/**
 * A table over the function tree prints every row that is not zero: a code that it does not print,
 * whose siblings it prints, is zero in that column.
 */
function unprintedRows(index: ScopeIndex): (scope: number) => boolean {
  const columns = codedColumns(index);
  const bases = new Map<number, { readonly node: string; readonly base: number } | null>();
  const baseOf = (row: number): { readonly node: string; readonly base: number } | null => {
    const known = bases.get(row);
    if (known !== undefined) return known;
    const scope = index.coder.rowScope(row);
    const node = scope.function;
    const base =
      node === undefined ? null : { node, base: rowOf(index.coder.encode(extend(scope, { function: '' }))) };
    bases.set(row, base);
    return base;
  };
  return (scope) => {
    const row = baseOf(rowOf(scope));
    if (row === null) return false;
    const closed = closedOf(scope);
    return columns.some(
      (column) =>
        column.base === row.base && closedContains(column.closed, closed) && isUnprinted(column, row.node),
    );
  };
}

function isUnprinted(column: CodedColumn, node: string): boolean {
  if (column.codes.has(node) || column.coded !== isCode(node)) return false;
  for (let above = parentNode('function', node); ; above = parentNode('function', above)) {
    if (above === '' || column.codes.has(above)) return column.parents.has(above);
  }
}

function isCode(node: string): boolean {
  return /^\d/.test(node);
}

function codedColumns(index: ScopeIndex): readonly CodedColumn[] {
  const columns = new Map<string, CodedColumn>();
  for (const figure of index.figures) {
    const node = figure.scope.function;
    if (figure.origin !== 'cell' || node === undefined) continue;
    const column = columnOf(columns, figure, index, isCode(node));
    for (let at = node; at !== ''; at = parentNode('function', at)) {
      if (column.codes.has(at)) break;
      column.codes.add(at);
      column.parents.add(parentNode('function', at));
    }
  }
  return [...columns.values()];
}

function columnOf(
  columns: Map<string, CodedColumn>,
  figure: Figure,
  index: ScopeIndex,
  coded: boolean,
): CodedColumn {
  const { table, column } = figure.place;
  const key = index.keyOfFigure(figure.id);
  const base = rowOf(index.coder.encode(extend(index.coder.rowScope(rowOf(key)), { function: '' })));
  const id = `${table} ${column} ${figure.scope.flow ?? ''} ${keyOf(base, closedOf(key))}`;
  const known = columns.get(id);
  if (known !== undefined) return known;
  const fresh = { closed: closedOf(key), base, coded, codes: new Set<string>(), parents: new Set<string>() };
  columns.set(id, fresh);
  return fresh;
}
