import type { Disclosure } from '../model/disclosure.ts';
import type { Figure } from '../model/figure.ts';
import { childNodes, scopeKey, type Dimension } from '../model/scope.ts';
import { factScope, generalisations } from './factScope.ts';
import type { Relation, Term } from './relation.ts';

/** A column or a row of one table side: figures whose scopes differ along one axis only. */
interface Line {
  readonly table: number;
  readonly name: string;
  readonly figures: readonly Figure[];
}

/** Relations down every column (a row that is not printed is zero) and across every row (a blank is zero). */
export function relationsWithinTables(disclosure: Disclosure): readonly Relation[] {
  const gaps = new Set(disclosure.unplaced.filter((u) => !u.part).map((u) => `${u.place.table} ${u.side} ${u.place.column}`));
  const down = linesOf(disclosure.figures, (figure) => figure.place.column ?? '')
    .filter((line) => !gaps.has(`${line.table} ${line.name}`))
    .flatMap((line) => partitionsDown(line));
  const across = linesOf(disclosure.figures, (figure) => figure.place.row ?? '').flatMap((line) => partitionsAcross(line));
  return [...down, ...across];
}

function linesOf(figures: readonly Figure[], key: (figure: Figure) => string): readonly Line[] {
  const lines = new Map<string, { table: number; name: string; figures: Figure[] }>();
  for (const figure of figures) {
    const { table } = figure.place;
    if (figure.origin !== 'cell' || table === undefined) continue;
    const name = `${figure.scope.flow === undefined ? 'null' : sideOf(figure)} ${key(figure)}`;
    const id = `${table} ${name}`;
    const line = lines.get(id) ?? { table, name, figures: [] };
    line.figures.push(figure);
    lines.set(id, line);
  }
  return [...lines.values()];
}

function sideOf(figure: Figure): string {
  return figure.scope.flow ?? 'null';
}

interface Family {
  readonly parent: Figure;
  readonly dimension: Dimension;
  readonly children: Figure[];
}

/** Every figure with the figures directly below it in the same line. */
function familiesOf(line: Line): readonly Family[] {
  const byScope = new Map<string, Figure | null>();
  for (const figure of line.figures) {
    const key = scopeKey(factScope(figure.scope));
    byScope.set(key, byScope.has(key) ? null : figure);
  }
  const families = new Map<string, Family>();
  for (const child of line.figures) {
    for (const { dimension, parent } of parentsOf(child, byScope)) {
      const id = `${parent.id} ${dimension}`;
      const family = families.get(id) ?? { parent, dimension, children: [] };
      family.children.push(child);
      families.set(id, family);
    }
  }
  return [...families.values()];
}

/** The nearest figure above along each dimension; null marks a scope printed twice: nothing is summed there. */
function parentsOf(
  child: Figure,
  byScope: ReadonlyMap<string, Figure | null>,
): readonly { dimension: Dimension; parent: Figure }[] {
  const found = new Map<Dimension, Figure | null>();
  const wider = generalisations(factScope(child.scope));
  for (const { dimension, scope } of wider) {
    if (found.has(dimension)) continue;
    const parent = byScope.get(scopeKey(scope));
    if (parent !== undefined && parent !== child) found.set(dimension, parent);
  }
  if (found.size === 0) {
    for (const { dimension, scope } of wider.flatMap((w) => generalisations(w.scope))) {
      const parent = byScope.get(scopeKey(scope));
      if (parent != null) return [{ dimension, parent }];
    }
  }
  return [...found].flatMap(([dimension, parent]) => (parent === null ? [] : [{ dimension, parent }]));
}

function partitionsDown(line: Line): readonly Relation[] {
  return familiesOf(line).map(({ parent, children }) => sum(downRule(parent), parent, children));
}

function downRule(parent: Figure): string {
  const open = ['function', 'deptEconomic', 'govEconomic', 'revenueCode'] as const;
  return open.some((dimension) => parent.scope[dimension] !== undefined) ? 'table.parent' : 'table.total';
}

/** Across a row at least two parts are needed: one column beside a total is a part shown alone. */
function partitionsAcross(line: Line): readonly Relation[] {
  return familiesOf(line).flatMap(({ parent, dimension, children }) => {
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
