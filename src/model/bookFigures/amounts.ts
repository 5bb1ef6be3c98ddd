import type { Book, BookPreviousYear } from '../book.ts';
import { itemsOf, moneyOf, projectNodes, type ScopedAmount } from '../bookAmounts.ts';
import { fold } from '../fold.ts';
import { addFen } from '../money.ts';
import { nodeContains, type Dimension, type Scope } from '../scope.ts';
import { readReference, type FigureReference } from './reference.ts';

/** Amounts of references in 分; null for one that names nothing of the book. */
export type FigureAmounts = (reference: FigureReference) => number | null;

/** Looks references up; what the book's money is, is worked out once and only when it is asked for. */
export function figureAmounts(book: Book): FigureAmounts {
  let money: readonly ScopedAmount[] | null = null;
  let items: readonly ScopedAmount[] | null = null;
  const nodes = projectNodes(book);
  return (reference) => {
    if (reference.year === 'last') return lastYearAmount(book.previous, reference);
    const scope = scopeOf(reference, book, nodes);
    if (scope === null) return null;
    const facts = scope.item === undefined ? (money ??= moneyOf(book)) : (items ??= itemsOf(book));
    const own = facts.filter(within(scope));
    // A code that nothing stands under is a slip; a fund or nature without money is 0.
    if (own.length === 0 && (scope.function ?? scope.deptEconomic) !== undefined) return null;
    return own.reduce((sum, { fen }) => addFen(sum, fen), 0);
  };
}

/** `contains` for many facts: only the dimensions that the scope names are looked at. */
function within(scope: Scope): (fact: ScopedAmount) => boolean {
  const nodes = Object.entries(scope) as readonly (readonly [Dimension, string])[];
  return (fact) =>
    nodes.every(([dimension, node]) => nodeContains(dimension, node, fact.scope[dimension] ?? ''));
}

/** The amount of what stands between the braces; null where it means nothing or the book does not have it. */
export function amountOfWords(words: string, amounts: FigureAmounts): number | null {
  const reference = readReference(words);
  return reference === null ? null : amounts(reference);
}

/** The scope with project and unit as facts name them; null for one that the book does not have. */
export function scopeOf(
  { scope, project, unit }: FigureReference,
  book: Book,
  nodes = projectNodes(book),
): Scope | null {
  const node = project === null ? undefined : nodes.get(project);
  if (project !== null && node === undefined) return null;
  if (unit !== null && !book.units.some(({ name }) => name === unit)) return null;
  return {
    ...scope,
    ...(node === undefined ? {} : { project: node }),
    ...(unit === null ? {} : { unit: fold(unit) }),
  };
}

/** What the book keeps of last year: totals, classes, natures, funds, the three public expenses. */
function lastYearAmount(
  previous: BookPreviousYear | null,
  { scope, project, unit }: FigureReference,
): number | null {
  if (previous === null || project !== null || unit !== null) return null;
  const { flow, use, ...own } = scope;
  const [only, ...more] = Object.keys(own);
  if (use === 'carriedForward') return null;
  if (own.nature === 'operating' && own.unitKind === 'administrative') return previous.operating;
  if (more.length > 0) return null;
  if (only === undefined) return flow === 'revenue' ? revenueOf(previous) : sumOf(previous.byClass);
  if (only === 'function') return previous.byClass[own.function ?? ''] ?? null;
  if (only === 'nature') return natureOf(previous, own.nature ?? '');
  if (only === 'fund' && flow === 'revenue') return fundOf(previous, own.fund ?? '');
  if (only === 'vintage' && flow === 'revenue' && own.vintage === 'carriedOver') return previous.carriedOver;
  return only === 'item' ? itemOf(previous, own.item ?? '') : null;
}

function sumOf(amounts: Readonly<Record<string, number | undefined>>): number {
  return Object.values(amounts).reduce<number>((sum, fen) => addFen(sum, fen ?? 0), 0);
}

function revenueOf({ byFund, carriedOver }: BookPreviousYear): number {
  return addFen(sumOf(byFund), carriedOver);
}

function natureOf({ byNature }: BookPreviousYear, nature: string): number | null {
  return nature === 'basic' || nature === 'project' ? byNature[nature] : null;
}

const fiscal = ['general', 'governmentFund', 'stateCapital'] as const;

function fundOf({ byFund }: BookPreviousYear, fund: string): number | null {
  if (fund === 'fiscal') return fiscal.reduce((sum, each) => addFen(sum, byFund[each] ?? 0), 0);
  const amounts: Readonly<Record<string, number | undefined>> = byFund;
  return fund === 'unitFunds' ? null : (amounts[fund] ?? 0);
}

function itemOf({ threePublic }: BookPreviousYear, item: string): number | null {
  const amounts: Readonly<Record<string, number | undefined>> = threePublic;
  if (item === 'threePublic') return sumOf(amounts);
  if (item === 'vehicles') return (amounts['vehiclePurchase'] ?? 0) + (amounts['vehicleRunning'] ?? 0);
  return ['abroad', 'reception', 'vehiclePurchase', 'vehicleRunning'].includes(item)
    ? (amounts[item] ?? 0)
    : null;
}
