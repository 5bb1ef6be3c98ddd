import { gather } from '../model/gather.ts';
import type { Disclosure } from '../model/disclosure.ts';
import type { Figure } from '../model/figure.ts';
import { childNodes, disjoint, type Dimension } from '../model/scope.ts';
import {
  closedContains,
  closedDimensions,
  closedDisjoint,
  closedOf,
  closedStepsUp,
  keyOf,
  rowOf,
} from './codedScope.ts';
import { relation, termsOfSum, type Relation } from './relation.ts';
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
  const missing = disclosure.unplaced.filter((u) => !u.part);
  const gaps = new Set(missing.map((u) => `${u.place.table} ${u.side} ${u.place.column}`));
  // Unread where it stands: ### for want of width. What has an amount but no meaning may belong to no sum of its row.
  const unread = new Set(
    missing.filter(({ fen }) => fen === 0).map((u) => `${u.place.table} ${u.side} ${u.place.row}`),
  );
  const carries = disclosure.figures.some(({ scope, fen }) => scope.use === 'carriedForward' && fen !== 0);
  const columns = linesOf(disclosure.figures, (figure) => figure.place.column ?? '');
  const rows = linesOf(disclosure.figures, (figure) => figure.place.row ?? '');
  const down = gather(columns, (line) =>
    gaps.has(`${line.table} ${line.name}`) ? [] : partitionsDown(line, index),
  );
  const across = gather(rows, (line) =>
    unread.has(`${line.table} ${line.name}`)
      ? []
      : partitionsAcross(line, index).filter(({ terms }) => !(carries && dividesUnspent(terms, disclosure))),
  );
  return [...down, ...across];
}

/** Money that goes into next year has no nature yet: basic and project are parts of what is spent only. */
function dividesUnspent([total, ...parts]: readonly Term[], { figures }: Disclosure): boolean {
  const whole = figures[total?.figure ?? -1]?.scope;
  const divided = parts.some(({ figure }) => figures[figure]?.scope.nature !== whole?.nature);
  return divided && whole?.flow === 'expenditure' && whole.use !== 'spent';
}

function linesOf(figures: readonly Figure[], key: (figure: Figure) => string): readonly Line[] {
  const lines: MutableLine[] = [];
  const byTable = new Map<string, Map<string, MutableLine>>();
  for (const figure of figures) {
    const { table } = figure.place;
    if (figure.origin !== 'cell' || table === undefined) continue;
    const flow = figure.scope.flow ?? 'null';
    const side = sideOf(byTable, `${table} ${flow}`);
    const own = key(figure);
    const known = side.get(own);
    if (known !== undefined) {
      known.figures.push(figure);
      continue;
    }
    const line = { table, name: `${flow} ${own}`, figures: [figure] };
    side.set(own, line);
    lines.push(line);
  }
  return lines;
}

type MutableLine = Line & { readonly figures: Figure[] };

function sideOf(sides: Map<string, Map<string, MutableLine>>, id: string): Map<string, MutableLine> {
  const known = sides.get(id) ?? new Map<string, MutableLine>();
  sides.set(id, known);
  return known;
}

interface Family {
  readonly parent: Figure;
  readonly dimension: Dimension;
  readonly children: Figure[];
}

/** Every figure with the figures directly below it in the same line. */
function familiesOf(line: Line, index: ScopeIndex): readonly Family[] {
  if (line.figures.length < 2) return [];
  const look = lookOf(line, index);
  const families: Family[] = [];
  const byParent = new Map<Figure, Family[]>();
  for (const child of line.figures) {
    for (const { dimension, parent } of parentsOf(index.keyOfFigure(child.id), look)) {
      if (isBesideParts(parent, child, dimension)) continue;
      const own = byParent.get(parent) ?? [];
      const family = own.find((known) => known.dimension === dimension);
      if (family !== undefined) {
        if (!family.children.some((known) => repeats(known, child, index))) family.children.push(child);
        continue;
      }
      const fresh = { parent, dimension, children: [child] };
      families.push(fresh);
      own.push(fresh);
      byParent.set(parent, own);
    }
  }
  return families;
}

/** Contracts with small enterprises lie in 政府采购, which goods, works and services divide: they are no part beside those. */
function isBesideParts(parent: Figure, child: Figure, dimension: Dimension): boolean {
  const [whole, own] = [parent.scope[dimension] ?? '', child.scope[dimension] ?? ''];
  return whole !== '' && own.startsWith(`${whole}/`) && childNodes(dimension, whole) !== null;
}

/** A heading that repeats the sum below it (一、部门预算, 本年收入合计) is one amount printed twice. */
function repeats(known: Figure, child: Figure, index: ScopeIndex): boolean {
  return (
    known.fen === child.fen && known.fen !== 0 && index.keyOfFigure(known.id) === index.keyOfFigure(child.id)
  );
}

/** A line's figures by key, and along which parts of the key they differ at all. */
interface Look {
  readonly index: ScopeIndex;
  /** Null marks a scope that the line prints twice: nothing is summed there. */
  readonly byKey: ReadonlyMap<number, Figure | null>;
  readonly rowsVary: boolean;
  readonly closedVary: boolean;
  readonly closed: readonly number[];
}

function lookOf(line: Line, index: ScopeIndex): Look {
  const byKey = new Map<number, Figure | null>();
  const firstRow = rowOf(index.keyOfFigure(line.figures[0]?.id ?? -1));
  const closed: number[] = [];
  let rowsVary = false;
  for (const figure of line.figures) {
    const key = index.keyOfFigure(figure.id);
    byKey.set(key, byKey.has(key) ? null : figure);
    rowsVary ||= rowOf(key) !== firstRow;
    if (!closed.includes(closedOf(key))) closed.push(closedOf(key));
  }
  return { index, byKey, closed, rowsVary, closedVary: closed.length > 1 };
}

/** Visits all keys that differ by one dimension moved up, nearest first in each dimension, until one is taken. */
function someWider(
  key: number,
  { index, rowsVary, closedVary }: Look,
  take: (dimension: Dimension, wider: number) => boolean,
): boolean {
  if (rowsVary) {
    const closed = closedOf(key);
    for (const { dimension, row } of index.coder.rowsAbove(rowOf(key)))
      if (take(dimension, keyOf(row, closed))) return true;
  }
  if (!closedVary) return false;
  return closedDimensions.some((dimension, d) =>
    closedStepsUp(key, d).some((step) => take(dimension, key + step)),
  );
}

interface Parent {
  readonly dimension: Dimension;
  readonly parent: Figure;
}

const noParents: readonly Parent[] = [];

/** The nearest figure above along each dimension; where there is none, the nearest along two at once. */
function parentsOf(key: number, look: Look): readonly Parent[] {
  if (!look.rowsVary && !liesInAnother(key, look)) return noParents;
  const parents: Parent[] = [];
  let last = null as Dimension | null;
  someWider(key, look, (dimension, wider) => {
    const parent = dimension === last ? undefined : look.byKey.get(wider);
    if (parent === undefined) return false;
    last = dimension;
    if (parent !== null) parents.push({ dimension, parent });
    return false;
  });
  return last === null && look.closedVary ? parentAlongTwo(key, look) : parents;
}

/** Within one row only a column that contains the figure's own can be its parent. */
function liesInAnother(key: number, { closed }: Look): boolean {
  const own = closedOf(key);
  for (const outer of closed) if (outer !== own && closedContains(outer, own)) return true;
  return false;
}

function parentAlongTwo(key: number, look: Look): readonly Parent[] {
  const parents: Parent[] = [];
  someWider(key, look, (_, first) =>
    someWider(first, look, (dimension, second) => {
      const parent = look.byKey.get(second);
      return parent != null && parents.push({ dimension, parent }) > 0;
    }),
  );
  return parents;
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
  return gather(joined(familiesOf(line, index), index), ({ parent, children }) =>
    children.length < 2 ? [] : [sum('table.row', parent, children)],
  );
}

/**
 * Columns that divide a total along two dimensions at once (上年结转 beside this year's funds) are one
 * family when no two of them share a fact; else each dimension divides the total by itself.
 */
function joined(families: readonly Family[], index: ScopeIndex): readonly Family[] {
  if (families.length < 2) return families.filter(isClosed);
  const closed = families.filter(isClosed);
  const byParent = new Map<number, Family[]>();
  for (const family of closed)
    byParent.set(family.parent.id, [...(byParent.get(family.parent.id) ?? []), family]);
  return [...byParent.values()].flatMap((own) => {
    const [first] = own;
    const children = [...new Set(own.flatMap((family) => family.children))];
    return first !== undefined && own.length > 1 && areDisjoint(children, index)
      ? [{ ...first, children }]
      : own;
  });
}

function isClosed({ dimension, parent }: Family): boolean {
  return childNodes(dimension, parent.scope[dimension] ?? '') !== null;
}

function areDisjoint(figures: readonly Figure[], index: ScopeIndex): boolean {
  return figures.every((a, i) => figures.slice(i + 1).every((b) => shareNothing(a, b, index)));
}

function shareNothing(a: Figure, b: Figure, index: ScopeIndex): boolean {
  const [x, y] = [index.keyOfFigure(a.id), index.keyOfFigure(b.id)];
  if (rowOf(x) !== rowOf(y)) return disjoint(a.scope, b.scope);
  return closedDisjoint(closedOf(x), closedOf(y)) || a.scope.flow !== b.scope.flow;
}

/** total = Σ addends. */
export function sum(rule: string, total: Figure, addends: readonly Figure[]): Relation {
  return relation(
    rule,
    termsOfSum(
      total.id,
      addends.map(({ id }) => id),
    ),
  );
}
