import { readable } from '../amounts.ts';
import { openEnd, type Flow, type MoneyFlows } from '../data/flows.ts';
import { fundName, natureName, shortCodeName } from '../names.ts';
import type { View } from '../view.ts';
import type { SankeyData, SankeyLink, SankeyNode } from './sankeyLayout.ts';

/** No picture has more classes; the smallest are drawn as one, and the table lists them all. */
const mostClasses = 12;
const others = 'others';

/** The flows as a picture's nodes and streams; `href` leads from a class to its page. */
export function sankeyData(flows: MoneyFlows, view: View, href: (code: string) => string): SankeyData {
  const byAmount = [...flows.classes].sort((a, b) => b.figure.fen - a.figure.fen);
  const shown = byAmount.length > mostClasses ? byAmount.slice(0, mostClasses - 1) : byAmount;
  const codes = new Set(shown.map(({ code }) => code));
  const group = (code: string): string => (codes.has(code) ? code : others);
  const sources = gathered(flows.sources.map((flow) => ({ ...flow, to: group(flow.to) })));
  const uses = gathered(flows.uses.map((flow) => ({ ...flow, from: group(flow.from) })));
  const rest = byAmount.length - shown.length;
  const left = ends(sources, 'from', (id) => ({
    column: 0,
    name: fundName(id, view),
    look: id,
  }));
  const right = ends(uses, 'to', (id) => ({ column: 2, name: natureName(id, view), look: id }));
  const middle = ends(uses, 'from', (id) => ({
    column: 1,
    name:
      id === others
        ? view.say(`其他${rest}类`, `${rest} other classes`)
        : shortCodeName(id, shown.find(({ code }) => code === id)?.name ?? id, view),
    look: 'class',
    ...(id === others ? {} : { href: href(id) }),
  }));
  const nodes = [...left, ...middle, ...right].map(({ fen, ...node }): SankeyNode => ({
    ...node,
    amount: readable(fen, view),
  }));
  const names = new Map(nodes.map(({ id, name }) => [id, name]));
  const link = ({ from, to, fen }: Gathered, look: string): SankeyLink => ({
    from,
    to,
    fen,
    look,
    title: `${names.get(from) ?? ''} → ${names.get(to) ?? ''} ${readable(fen, view)}`,
  });
  return {
    nodes,
    links: [
      ...sources.map((each) => link({ ...each, from: `from ${each.from}` }, each.from)),
      ...uses.map((each) => link({ ...each, to: `to ${each.to}` }, each.to)),
    ],
  };
}

interface Gathered {
  readonly from: string;
  readonly to: string;
  readonly fen: number;
}

function gathered(flows: readonly Flow[]): readonly Gathered[] {
  const sums = new Map<string, Gathered>();
  for (const { from, to, fen } of flows) {
    const key = `${from} ${to}`;
    sums.set(key, { from, to, fen: (sums.get(key)?.fen ?? 0) + fen });
  }
  return [...sums.values()];
}

type End = Omit<SankeyNode, 'id' | 'amount'>;

/** The ends on one side with their sums, the largest first; what the tables leave open comes last. */
function ends(
  flows: readonly Gathered[],
  side: 'from' | 'to',
  describe: (id: string) => End,
): readonly (End & { readonly id: string; readonly fen: number })[] {
  const sums = new Map<string, number>();
  for (const flow of flows) sums.set(flow[side], (sums.get(flow[side]) ?? 0) + flow.fen);
  const last = (id: string): number => (id === openEnd || id === others ? 1 : 0);
  return [...sums]
    .sort(([a, x], [b, y]) => last(a) - last(b) || y - x)
    .map(([id, fen]) => {
      const end = describe(id);
      // A source and a use may bear one word; classes are codes.
      const prefix = end.column === 0 ? 'from ' : end.column === 2 ? 'to ' : '';
      return { ...end, id: `${prefix}${id}`, fen };
    });
}
