import type { Extent } from '../../file/pdfFrame.ts';
import { boundsOf } from './glyphLines.ts';

/** A stretch of a ruling line: horizontal lines are at a y from x to x, vertical ones at an x. */
export interface Ruling {
  readonly at: number;
  readonly from: number;
  readonly to: number;
}

/** Lines that touch each other: the ruling of one table. */
export interface RulingGroup {
  readonly horizontal: readonly Ruling[];
  readonly vertical: readonly Ruling[];
}

/** Lines nearer than this are one line (a double border, the two sides of a thin box). In points. */
const sameLine = 2.2;
/** A gap up to this is bridged: dashes, and corners that do not quite meet. */
const bridged = 2.5;
const reach = 3;
const shortest = 4;
/** Beyond this many lines a page is a drawing, not tables. */
const mostRulings = 6000;

/** Merges the pieces that lines are drawn with, and groups lines that touch. Undefined for a drawing. */
export function groupRulings(rules: readonly Extent[]): RulingGroup[] | undefined {
  const flat = rules.filter((rule) => rule.x1 - rule.x0 >= rule.y1 - rule.y0);
  const upright = rules.filter((rule) => rule.x1 - rule.x0 < rule.y1 - rule.y0);
  const horizontal = mergePieces(flat.map(({ x0, y0, x1, y1 }) => ({ at: (y0 + y1) / 2, from: x0, to: x1 })));
  const vertical = mergePieces(
    upright.map(({ x0, y0, x1, y1 }) => ({ at: (x0 + x1) / 2, from: y0, to: y1 })),
  );
  if (horizontal.length + vertical.length > mostRulings) return undefined;
  return connect(horizontal, vertical);
}

function mergePieces(pieces: readonly Ruling[]): Ruling[] {
  const sorted = [...pieces].sort((a, b) => a.at - b.at);
  const merged: Ruling[] = [];
  let cluster: Ruling[] = [];
  for (const piece of sorted) {
    const first = cluster[0];
    if (first !== undefined && piece.at - first.at > sameLine) {
      merged.push(...mergeCluster(cluster));
      cluster = [];
    }
    cluster.push(piece);
  }
  return [...merged, ...mergeCluster(cluster)].filter(({ from, to }) => to - from >= shortest);
}

/** Pieces on one line, joined where they meet. */
function mergeCluster(cluster: readonly Ruling[]): Ruling[] {
  let weight = 0;
  let sum = 0;
  for (const { at, from, to } of cluster) {
    weight += to - from + 0.01;
    sum += at * (to - from + 0.01);
  }
  const at = sum / weight;
  const joined: { at: number; from: number; to: number }[] = [];
  for (const { from, to } of [...cluster].sort((a, b) => a.from - b.from)) {
    const last = joined.at(-1);
    if (last !== undefined && from <= last.to + bridged) last.to = Math.max(last.to, to);
    else joined.push({ at, from, to });
  }
  return joined;
}

function connect(horizontal: readonly Ruling[], vertical: readonly Ruling[]): RulingGroup[] {
  const owner = [...horizontal, ...vertical].map((_, index) => index);
  const root = (index: number): number => {
    let at = index;
    while (owner[at] !== at) at = owner[at] = owner[owner[at] ?? 0] ?? 0;
    return at;
  };
  horizontal.forEach((h, i) => {
    vertical.forEach((v, j) => {
      if (touches(h, v)) owner[root(i)] = root(horizontal.length + j);
    });
  });
  const groups = new Map<number, { horizontal: Ruling[]; vertical: Ruling[] }>();
  const groupOf = (index: number) => {
    const found = groups.get(root(index)) ?? { horizontal: [], vertical: [] };
    groups.set(root(index), found);
    return found;
  };
  horizontal.forEach((ruling, index) => groupOf(index).horizontal.push(ruling));
  vertical.forEach((ruling, index) => groupOf(horizontal.length + index).vertical.push(ruling));
  return withIslands([...groups.values()]);
}

/** Where blank cells have no borders, a cell with an amount stands by itself: it belongs to the table around it. */
function withIslands(groups: readonly RulingGroup[]): RulingGroup[] {
  const framed = groups.filter(({ horizontal, vertical }) => horizontal.length > 1 && vertical.length > 1);
  const boxes = new Map(framed.map((group) => [group, boundsOfGroup(group)]));
  const largest = [...boxes.entries()].sort(([, a], [, b]) => areaOf(b) - areaOf(a));
  const joined = new Map<RulingGroup, RulingGroup[]>();
  const islands = new Set<RulingGroup>();
  for (const [group, box] of largest) {
    const around = largest.find(
      ([other, outer]) => !islands.has(other) && holds(outer, box) && sharesColumns(other, group),
    );
    if (around === undefined) continue;
    islands.add(group);
    joined.set(around[0], [...(joined.get(around[0]) ?? []), group]);
  }
  return groups
    .filter((group) => !islands.has(group))
    .map((group) => {
      const parts = [group, ...(joined.get(group) ?? [])];
      const horizontal = parts.flatMap((part) => part.horizontal);
      return parts.length === 1 ? group : { horizontal, vertical: parts.flatMap((part) => part.vertical) };
    });
}

/** The borders of the columns stand where those of the table around it do: a frame around a page is no table. */
function sharesColumns(table: RulingGroup, { vertical }: RulingGroup): boolean {
  const near = ({ at }: Ruling): boolean => table.vertical.some((other) => Math.abs(other.at - at) < reach);
  return table.vertical.length > 2 && vertical.every(near);
}

function boundsOfGroup({ horizontal, vertical }: RulingGroup): Extent {
  return boundsOf([
    ...horizontal.map(({ at, from, to }) => ({ x0: from, x1: to, y0: at, y1: at })),
    ...vertical.map(({ at, from, to }) => ({ x0: at, x1: at, y0: from, y1: to })),
  ]);
}

const areaOf = ({ x0, y0, x1, y1 }: Extent): number => (x1 - x0) * (y1 - y0);

function holds(outer: Extent, box: Extent): boolean {
  const beside = box.x0 < outer.x0 - reach || box.x1 > outer.x1 + reach;
  return !beside && box.y0 > outer.y0 - reach && box.y1 < outer.y1 + reach && areaOf(box) < areaOf(outer);
}

function touches(h: Ruling, v: Ruling): boolean {
  return v.at >= h.from - reach && v.at <= h.to + reach && h.at >= v.from - reach && h.at <= v.to + reach;
}
