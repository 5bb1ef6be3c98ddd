/** An end of streams: what is drawn and said of it. */
export interface SankeyNode {
  readonly id: string;
  /** 0 left, 1 middle, 2 right. */
  readonly column: 0 | 1 | 2;
  readonly name: string;
  readonly amount: string;
  readonly look: string;
  readonly href?: string;
}

export interface SankeyLink {
  readonly from: string;
  readonly to: string;
  readonly fen: number;
  readonly look: string;
  /** Said when the stream is asked. */
  readonly title: string;
}

export interface SankeyData {
  readonly nodes: readonly SankeyNode[];
  readonly links: readonly SankeyLink[];
}

/** How large and where; in units of the picture. */
export interface SankeyLook {
  readonly width: number;
  /** The left edge of each column's bars. */
  readonly columns: readonly [number, number, number];
  readonly bar: number;
  /** The height that the largest column's money takes. */
  readonly money: number;
  /** The height that a node's words need: above its bar, or beside it. */
  readonly words: number;
  readonly above: boolean;
  readonly gap: number;
  /** Characters in a line of a name. */
  readonly line: number;
}

export interface PlacedNode {
  readonly node: SankeyNode;
  readonly x: number;
  readonly y: number;
  readonly height: number;
  /** Where the words begin, in lines of the name. */
  readonly lines: readonly string[];
  readonly top: number;
}

export interface PlacedLink {
  readonly link: SankeyLink;
  readonly path: string;
}

export interface SankeyPicture {
  readonly width: number;
  readonly height: number;
  readonly nodes: readonly PlacedNode[];
  readonly links: readonly PlacedLink[];
}

/** Lays out three columns of nodes; a node is as high as the larger of what comes and what goes. */
export function layOut({ nodes, links }: SankeyData, look: SankeyLook): SankeyPicture {
  const through = new Map(nodes.map(({ id }) => [id, throughOf(id, links)]));
  const columnSum = (column: number): number =>
    nodes.filter((node) => node.column === column).reduce((sum, { id }) => sum + (through.get(id) ?? 0), 0);
  const most = Math.max(1, columnSum(0), columnSum(1), columnSum(2));
  const scale = look.money / most;
  const columns = ([0, 1, 2] as const).map((column) =>
    placeColumn(
      nodes.filter((node) => node.column === column),
      (id) => Math.max(1.5, (through.get(id) ?? 0) * scale),
      look,
    ),
  );
  const height = Math.max(...columns.map(({ height: each }) => each));
  const placed = columns.flatMap(({ placed: each, height: own }) =>
    each.map((node) => moved(node, (height - own) / 2)),
  );
  return {
    width: look.width,
    height: Math.ceil(height),
    nodes: placed,
    links: bands(placed, links, scale, look.bar),
  };
}

function throughOf(id: string, links: readonly SankeyLink[]): number {
  const out = links.filter(({ from }) => from === id).reduce((sum, { fen }) => sum + fen, 0);
  const into = links.filter(({ to }) => to === id).reduce((sum, { fen }) => sum + fen, 0);
  return Math.max(out, into);
}

function moved(node: PlacedNode, by: number): PlacedNode {
  return { ...node, y: round(node.y + by), top: round(node.top + by) };
}

function placeColumn(
  nodes: readonly SankeyNode[],
  heightOf: (id: string) => number,
  look: SankeyLook,
): { readonly placed: readonly PlacedNode[]; readonly height: number } {
  let y = 0;
  const placed = nodes.map((node): PlacedNode => {
    const height = heightOf(node.id);
    const lines = linesOf(node.name, look.line);
    const words = look.words + (lines.length - 1) * 15;
    const slot = look.above ? words + height : Math.max(words, height);
    const top = y;
    const bar = look.above ? y + words : y + (slot - height) / 2;
    y += slot + look.gap;
    return {
      node,
      x: look.columns[node.column],
      y: bar,
      height,
      lines,
      top: look.above ? top : top + (slot - words) / 2,
    };
  });
  return { placed, height: Math.max(0, y - look.gap) };
}

/** A long name in lines of about equal length; a language with spaces breaks at them. */
function linesOf(name: string, most: number): readonly string[] {
  if (name.includes(' ')) return wordLines(name, most);
  const signs = Array.from(name);
  const count = Math.min(3, Math.max(1, Math.ceil(signs.length / most)));
  const size = Math.ceil(signs.length / count);
  return Array.from({ length: count }, (_, i) => signs.slice(i * size, (i + 1) * size).join(''));
}

/** A Latin letter is about half as wide as a Chinese sign. */
function wordLines(name: string, most: number): readonly string[] {
  const lines: string[] = [];
  for (const word of name.split(' ')) {
    const last = lines.at(-1);
    const longer = last === undefined ? word : `${last} ${word}`;
    if (last !== undefined && longer.length * 0.55 <= most) lines[lines.length - 1] = longer;
    else lines.push(word);
  }
  return lines;
}

/** Streams leave and arrive in the order of the nodes on the other side, so that they cross little. */
function bands(
  nodes: readonly PlacedNode[],
  links: readonly SankeyLink[],
  scale: number,
  bar: number,
): readonly PlacedLink[] {
  const at = new Map(nodes.map((node, i) => [node.node.id, { node, i, out: node.y, into: node.y }]));
  const order = (id: string): number => at.get(id)?.i ?? 0;
  const sorted = [...links].sort((a, b) => order(a.from) - order(b.from) || order(a.to) - order(b.to));
  const starts = new Map<SankeyLink, number>();
  for (const link of sorted) {
    const end = at.get(link.from);
    if (end === undefined) continue;
    starts.set(link, end.out);
    end.out += link.fen * scale;
  }
  return sorted.flatMap((link) => {
    const [from, to] = [at.get(link.from), at.get(link.to)];
    const start = starts.get(link);
    if (from === undefined || to === undefined || start === undefined) return [];
    const thickness = Math.max(0.75, link.fen * scale);
    const path = band(from.node.x + bar, start, to.node.x, to.into, thickness);
    to.into += link.fen * scale;
    return [{ link, path }];
  });
}

function band(x0: number, y0: number, x1: number, y1: number, thickness: number): string {
  const [a, b, c, d] = [x0, x1, y0 + thickness, y1 + thickness].map(round);
  const middle = round((x0 + x1) / 2);
  return `M${a} ${round(y0)}C${middle} ${round(y0)} ${middle} ${round(y1)} ${b} ${round(y1)}V${d}C${middle} ${d} ${middle} ${c} ${a} ${c}Z`;
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
