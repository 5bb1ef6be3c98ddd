import type { Figure } from '../../model/figure.ts';
import { scopeKey, withNode, type Scope } from '../../model/scope.ts';
import type { Candidate } from './candidates.ts';
import { isMoney, withoutFlow } from './imported.ts';
import { packedInto, type Item } from './packing.ts';

/** Candidates with at most one function for each project where whole projects fill the functions. */
export interface Narrowed {
  readonly candidates: readonly Candidate[];
  /** Projects whose function was found by their amounts; the tables do not print it. */
  readonly proposed: number;
}

/** Half of the last digit of 万元 with two decimals. */
const tailFen = 5_000;

/** Tables print projects without their function: it is looked for among the amounts of the functions. */
export function withProjectFunctions(candidates: readonly Candidate[], figures: readonly Figure[]): Narrowed {
  const printed = printedAmounts(figures);
  const groups = groupBy(
    candidates.filter(({ project }) => project !== null && project.node !== ''),
    ({ fund, vintage }) => `${fund} ${vintage}`,
  );
  const dropped = new Set<Candidate>();
  let proposed = 0;
  for (const group of groups.values()) {
    const functions = new Set(group.map((candidate) => candidate.function));
    const found = functions.size < 2 ? null : divisionOf(group, printed);
    if (found === null) continue;
    proposed += found.size;
    for (const one of group) {
      const chosen = found.get(projectNode(one));
      if (chosen !== one.function) dropped.add(one);
    }
  }
  return { candidates: candidates.filter((candidate) => !dropped.has(candidate)), proposed };
}

function projectNode({ project, unit }: Candidate): string {
  return `${unit} ${project?.node ?? ''}`;
}

function printedAmounts(figures: readonly Figure[]): ReadonlyMap<string, number> {
  const money = figures.filter((figure) => isMoney(figure));
  return new Map(money.map(({ scope, fen }) => [amountKey(withoutFlow(scope)), fen]));
}

/** Whether a scope says that the money is spent does not matter here. */
function amountKey(scope: Scope): string {
  return scopeKey(withNode(withNode(scope, 'use', ''), 'unitKind', ''));
}

function divisionOf(
  group: readonly Candidate[],
  printed: ReadonlyMap<string, number>,
): ReadonlyMap<string, string> | null {
  const [first] = group;
  if (first === undefined) return null;
  const { fund, vintage } = first;
  const projects = new Map<string, number>();
  const functions = new Map<string, number>();
  for (const one of group) {
    const key = projectNode(one);
    if (!projects.has(key)) projects.set(key, projectAmount(one, printed));
    if (functions.has(one.function)) continue;
    const own = functionAmount(one, printed, { fund, vintage });
    if (own === null) return null;
    functions.set(one.function, own);
  }
  return packedInto(withAmounts(projects), withAmounts(functions), tailFen);
}

function withAmounts(amounts: ReadonlyMap<string, number>): readonly Item[] {
  return [...amounts].filter(([, fen]) => fen > 0).map(([key, fen]) => ({ key, fen }));
}

function projectAmount({ scope, fund, vintage }: Candidate, printed: ReadonlyMap<string, number>): number {
  const { project = '', unit = '' } = scope;
  const base: Scope = { nature: 'project', vintage, project };
  const scopes: readonly Scope[] = [
    { ...base, unit, fund },
    { ...base, fund },
    { ...base, unit },
  ];
  return scopes.map((one) => printed.get(amountKey(one))).find((fen) => fen !== undefined) ?? 0;
}

/** What a function spends on projects from a fund; null where it is not printed. */
function functionAmount(
  { function: code }: Candidate,
  printed: ReadonlyMap<string, number>,
  { fund, vintage }: Pick<Candidate, 'fund' | 'vintage'>,
): number | null {
  const exact = printed.get(amountKey({ function: code, nature: 'project', fund, vintage }));
  if (exact !== undefined) return exact;
  // A carry-over, and a fund without basic expenditure, is all projects.
  const carried = vintage === 'carriedOver' ? printed.get(amountKey({ function: code, vintage })) : undefined;
  return carried ?? null;
}

function groupBy<T>(list: readonly T[], keyOf: (item: T) => string): ReadonlyMap<string, readonly T[]> {
  const groups = new Map<string, T[]>();
  for (const item of list) {
    const group = groups.get(keyOf(item)) ?? [];
    group.push(item);
    groups.set(keyOf(item), group);
  }
  return groups;
}
