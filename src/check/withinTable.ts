import type { Disclosure } from '../model/disclosure.ts';
import type { Figure } from '../model/figure.ts';
import { childNodes, type Dimension } from '../model/scope.ts';
import { closedAbove, closedDimensions, closedOf, keyOf, rowOf } from './codedScope.ts';
import type { Relation } from './relation.ts';
import type { Term } from './term.ts';
import type { ScopeIndex } from './scopeIndex.ts';

/** A column or a row of one table side: figures whose scopes differ along one axis only. */
interface Line {
  readonly table: number;
  readonly name: string;
  readonly figures: readonly Figure[];
}

/** Relations down every column (a row that is not printed is zero) and across every row (a blank is zero). */
export function relationsWithinTables(disclosure: Disclosure, index: ScopeIndex): readonly Relation[] {
  const gaps = new Set(disclosure.unplaced.filter((u) => !u.part).map((u) => `${u.place.table} ${u.side} ${u.place.column}`));
  const down = linesOf(disclosure.figures, (figure) => figure.place.column ?? '')
    .filter((line) => !gaps.has(`${line.table} ${line.name}`))
    .flatMap((line) => partitionsDown(line, index));
  const across = linesOf(disclosure.figures, (figure) => figure.place.row ?? '').flatMap((line) =>
    partitionsAcross(line, index),
  );
  return [...down, ...across];
}

function linesOf(figures: readonly Figure[], key: (figure: Figure) => string): readonly Line[] {
  const lines = new Map<string, { table: number; name: string; figures: Figure[] }>();
  for (const figure of figures) {
    const { table } = figure.place;
    if (figure.origin !== 'cell' || table === undefined) continue;
    const name = `${figure.scope.flow ?? 'null'} ${key(figure)}`;
    const id = `${table} ${name}`;
    const line = lines.get(id);
    if (line === undefined) lines.set(id, { table, name, figures: [figure] });
    else line.figures.push(figure);
  }
  return [...lines.values()];
}

interface Family {
  readonly parent: Figure;
  readonly dimension: Dimension;
  readonly children: Figure[];
}

/** Every figure with the figures directly below it in the same line. */
function familiesOf(line: Line, index: ScopeIndex): readonly Family[] {
  const byKey = new Map<number, Figure | null>();
  for (const figure of line.figures) {
    const key = index.keyOfFigure(figure.id);
    byKey.set(key, byKey.has(key) ? null : figure);
  }
  const families = new Map<string, Family>();
  for (const child of line.figures) {
    for (const { dimension, parent } of parentsOf(index.keyOfFigure(child.id), byKey, index)) {
      const id = `${parent.id} ${dimension}`;
      const family = families.get(id);
      if (family === undefined) families.set(id, { parent, dimension, children: [child] });
      else family.children.push(child);
    }
  }
  return [...families.values()];
}

interface Wider {
  readonly dimension: Dimension;
  readonly key: number;
}

/** All keys that differ by one dimension moved up, nearest first in each dimension. */
function widerKeys(key: number, index: ScopeIndex): readonly Wider[] {
  const closed = closedDimensions.flatMap((dimension, d) => closedAbove(key, d).map((above) => ({ dimension, key: above })));
  const open = index.coder
    .rowsAbove(rowOf(key))
    .map(({ dimension, row }) => ({ dimension, key: keyOf(row, closedOf(key)) }));
  return [...open, ...closed];
}

/** The nearest figure above along each dimension; null marks a scope printed twice: nothing is summed there. */
function parentsOf(
  key: number,
  byKey: ReadonlyMap<number, Figure | null>,
  index: ScopeIndex,
): readonly { dimension: Dimension; parent: Figure }[] {
  const found = new Map<Dimension, Figure | null>();
  const wider = widerKeys(key, index);
  for (const { dimension, key: above } of wider) {
    if (found.has(dimension)) continue;
    const parent = byKey.get(above);
    if (parent !== undefined) found.set(dimension, parent);
  }
  if (found.size === 0) {
    for (const { dimension, key: above } of wider.flatMap((w) => widerKeys(w.key, index))) {
      const parent = byKey.get(above);
      if (parent != null) return [{ dimension, parent }];
    }
  }
  return [...found].flatMap(([dimension, parent]) => (parent === null ? [] : [{ dimension, parent }]));
}

function partitionsDown(line: Line, index: ScopeIndex): readonly Relation[] {
  return familiesOf(line, index).map(({ parent, children }) => sum(downRule(parent), parent, children));
}

function downRule(parent: Figure): string {
  const open = ['function', 'deptEconomic', 'govEconomic', 'revenueCode'] as const;
  return open.some((dimension) => parent.scope[dimension] !== undefined) ? 'table.parent' : 'table.total';
}

/** Across a row at least two parts are needed: one column beside a total is a part shown alone. */
function partitionsAcross(line: Line, index: ScopeIndex): readonly Relation[] {
  return familiesOf(line, index).flatMap(({ parent, dimension, children }) => {
    const whole = childNodes(dimension, parent.scope[dimension] ?? '');
    if (children.length < 2 || whole === null) return [];
    return [sum('table.row', parent, children)];
  });
}

/** total = Σ addends. */
export function sum(rule: string, total: Figure, addends: readonly Figure[]): Relation {
  const terms: Term[] = [
    { figure: total.id, weight: -1, role: 'total' },
    ...addends.map((figure): Term => ({ figure: figure.id, weight: 1, role: 'addend' })),
  ];
  return { rule, terms, holds: 'always', tail: 0, says: {} };
}
