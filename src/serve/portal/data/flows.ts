import type { Disclosure } from '../../../model/disclosure.ts';
import type { Figure } from '../../../model/figure.ts';
import { nodeContains, type Scope } from '../../../model/scope.ts';
import { amountsOf, timeless, type Checked } from './amountIndex.ts';
import { codeLinesOf, type CodeLine } from './codeLines.ts';

/** A stream of money between two ends; `figure` is the published amount where the whole stream is one. */
export interface Flow {
  readonly from: string;
  readonly to: string;
  readonly fen: number;
  readonly figure: Figure | null;
}

/** Where the money comes from, what it is for, and how it is spent. */
export interface MoneyFlows {
  /** Source → function class. A source is a fund, carriedOver, or open: money whose source no table states. */
  readonly sources: readonly Flow[];
  /** Function class → basic, project or other ways of spending, or open. */
  readonly uses: readonly Flow[];
  readonly classes: readonly CodeLine[];
}

/** Neither a fund nor a way of spending: what the tables leave open. */
export const openEnd = 'open';

/**
 * The flows of one disclosure, from the tables that print a function class by fund and by nature. What a class
 * spends beyond its printed sources comes from last year's money where the document prints such a total.
 * Null where classes are not printed, or where an amount is negative and no stream can be drawn.
 */
export function flowsOf(checked: Checked): MoneyFlows | null {
  const found = known.get(checked.disclosure);
  if (found !== undefined) return found;
  const flows = readFlows(checked);
  known.set(checked.disclosure, flows);
  return flows;
}

const known = new WeakMap<Disclosure, MoneyFlows | null>();

function readFlows(checked: Checked): MoneyFlows | null {
  const lines = codeLinesOf(checked, 'function');
  const classes = lines?.below('').filter(({ level, figure }) => level === 1 && figure.fen !== 0) ?? [];
  if (classes.length === 0 || classes.some(({ figure }) => figure.fen < 0)) return null;
  const { figures } = amountsOf(checked);
  const rest = restSource(checked);
  const sources = classes.flatMap((line) => sourcesOf(line, figures, rest));
  const uses = classes.flatMap((line) => usesOf(line, figures));
  return [...sources, ...uses].some(({ fen }) => fen < 0) ? null : { sources, uses, classes };
}

/** carriedOver where the document prints money of former years at all. */
function restSource(checked: Checked): string {
  const carried = amountsOf(checked).figures.some(
    ({ scope, fen }) =>
      scope.flow === 'revenue' && fen > 0 && ['carriedOver', 'usedSurplus'].includes(scope.vintage ?? ''),
  );
  return carried ? 'carriedOver' : openEnd;
}

function sourcesOf({ code, figure }: CodeLine, figures: readonly Figure[], rest: string): readonly Flow[] {
  const own = figures.filter(({ scope }) => scope.flow === 'revenue' && scope.function === code);
  const funds = leaves(
    own.filter(({ scope }) => isOnly(scope, ['fund', 'vintage']) && scope.fund !== undefined),
    'fund',
  );
  const carried = own.find(({ scope }) => scope.vintage === 'carriedOver' && isOnly(scope, ['vintage']));
  const known = [
    ...funds.map((each) => ({ from: each.scope.fund ?? '', to: code, fen: each.fen, figure: each })),
    ...(carried === undefined ? [] : [{ from: 'carriedOver', to: code, fen: carried.fen, figure: carried }]),
  ].filter(({ fen }) => fen !== 0);
  if (known.length === 0) return byFundSpent(code, figure, figures);
  return [
    ...known,
    ...remainder(figure.fen - sumOf(known), (fen) => ({ from: rest, to: code, fen, figure: null })),
  ];
}

/** Where no table prints revenue by function: the funds that the class is spent from. */
function byFundSpent(code: string, total: Figure, figures: readonly Figure[]): readonly Flow[] {
  const own = figures.filter(
    ({ scope }) =>
      scope.flow === 'expenditure' &&
      scope.function === code &&
      scope.fund !== undefined &&
      isOnly(scope, ['fund', 'use']),
  );
  const known = leaves(own, 'fund')
    .filter(({ fen }) => fen !== 0)
    .map((each) => ({ from: each.scope.fund ?? '', to: code, fen: each.fen, figure: each }));
  return [
    ...known,
    ...remainder(total.fen - sumOf(known), (fen) => ({ from: openEnd, to: code, fen, figure: null })),
  ];
}

function usesOf({ code, figure }: CodeLine, figures: readonly Figure[]): readonly Flow[] {
  const own = figures.filter(
    ({ scope }) =>
      scope.flow === 'expenditure' &&
      scope.function === code &&
      scope.nature !== undefined &&
      scope.fund === figure.scope.fund &&
      scope.vintage === figure.scope.vintage &&
      isOnly(scope, ['nature', 'use', 'fund', 'vintage']),
  );
  const broadest = own.filter((a) => !own.some((b) => isWithin(a.scope, b.scope, 'nature')));
  const known = [...new Map(broadest.map((each) => [each.scope.nature ?? '', each])).values()]
    .filter(({ fen }) => fen !== 0)
    .map((each) => ({ from: code, to: each.scope.nature ?? '', fen: each.fen, figure: each }));
  return [
    ...known,
    ...remainder(figure.fen - sumOf(known), (fen) => ({ from: code, to: openEnd, fen, figure: null })),
  ];
}

/** Does the scope say no more than flow, function and these? */
function isOnly(scope: Scope, allowed: readonly string[]): boolean {
  return Object.keys(timeless(scope)).every((d) => ['flow', 'function', ...allowed].includes(d));
}

/** The narrowest printed ones: fiscal is left out where general is printed; each node once. */
function leaves(figures: readonly Figure[], dimension: 'fund'): readonly Figure[] {
  const narrow = figures.filter((a) => !figures.some((b) => isWithin(b.scope, a.scope, dimension)));
  return [...new Map(narrow.map((each) => [each.scope[dimension] ?? '', each])).values()];
}

function isWithin(inner: Scope, outer: Scope, dimension: 'fund' | 'nature'): boolean {
  const [a = '', b = ''] = [inner[dimension], outer[dimension]];
  return a !== b && b !== '' && nodeContains(dimension, b, a);
}

/** Rounding tails of a few 元 are no stream: below a ten-thousandth of nothing would be drawn. */
const tail = 20_000;

function remainder(fen: number, make: (fen: number) => Flow): readonly Flow[] {
  return fen > tail ? [make(fen)] : [];
}

function sumOf(flows: readonly Flow[]): number {
  return flows.reduce((sum, { fen }) => sum + fen, 0);
}
