import type { Claim } from '../../model/narrative/claim.ts';
import type { Scope } from '../../model/scope.ts';
import { evaluate, relation, type Relation } from '../relation.ts';
import type { Term, Values } from '../term.ts';
import type { Variable } from '../variable.ts';
import type { StatedNarrative } from './stated.ts';
import { figuresInTables, figuresOf } from './tableReading.ts';

/**
 * The balance of final accounts that sentences state, for the department and for each fund: the total (of both
 * sides) = 本年收入 + 年初结转 (+ 使用非财政拨款结余) = 本年支出 + 年末结转 (+ 结余分配), and for fiscal funds without a total
 * 年初 + 收入 = 支出 + 年末. What a table prints itself is the table's business.
 */
export function balances(narrative: StatedNarrative): readonly Relation[] {
  return basesOf(narrative).flatMap((base) => balanceOf(base, narrative));
}

const balanceKeys: ReadonlySet<string> = new Set(['flow', 'fund', 'vintage', 'use', 'year', 'stage']);

/** The fund, year and stage of every amount that may belong to a balance. */
function basesOf({ paragraphs }: StatedNarrative): readonly Scope[] {
  const bases = new Map<string, Scope>();
  for (const { claim, scope } of paragraphs.flatMap(({ claims }) => claims)) {
    if (
      scope === null ||
      scope.stage !== 'finalAccounts' ||
      claim.roles.reason ||
      !Object.keys(scope).every((key) => balanceKeys.has(key))
    )
      continue;
    const { fund, year, stage } = scope;
    const base: Scope = {
      ...(fund === undefined ? {} : { fund }),
      ...(year === undefined ? {} : { year }),
      stage,
    };
    bases.set(JSON.stringify([fund, year, stage]), base);
  }
  return [...bases.values()];
}

interface Totals {
  readonly revenue: Variable | null;
  readonly expenditure: Variable | null;
}

/** What the sentences themselves call 总计 of each side: 总收入 and 总支出 may mean this year's alone. */
function totalsSaid({ paragraphs }: StatedNarrative, base: Scope): Totals {
  const said = (flow: string): Variable | null => {
    const own = paragraphs.flatMap(({ text, claims }) =>
      claims.flatMap(({ claim, variable }, index) => {
        const of = claim.subject?.flow === flow || claim.roles.bothFlows;
        const whole = saysTotal(claim, text) || claims.some((other) => isOwnPart(other.claim, index));
        return of && isAmountOf(claim, base) && whole ? (variable ?? []) : [];
      }),
    );
    const [first, ...others] = own;
    return first !== undefined && others.every(({ value }) => value === first.value) ? first : null;
  };
  return { revenue: said('revenue'), expenditure: said('expenditure') };
}

function isAmountOf(claim: Claim, base: Scope): boolean {
  const { kind, subject, year, stage, roles } = claim;
  const plain = subject !== null && Object.keys(subject).every((key) => key === 'flow' || key === 'fund');
  const same = subject?.fund === base.fund && String(year) === base.year && stage === base.stage;
  return (kind === 'amount' || kind === 'pair') && plain && same && !roles.reason;
}

/** “总收入9万元，其中本年收入8万元”: the total holds more than this year's. */
function isOwnPart({ subject, refersTo }: Claim, total: number): boolean {
  const ofYear = subject?.vintage === 'current' || subject?.use === 'spent';
  const bare = subject !== null && Object.keys(subject).every((key) => balanceKeys.has(key));
  return ofYear && bare && refersTo.some((r) => r.role === 'total' && r.claim === total);
}

function saysTotal({ start }: Claim, text: string): boolean {
  return /总计[^，。；,;]*$/.test(text.slice(Math.max(0, start - 12), start));
}

function balanceOf(base: Scope, narrative: StatedNarrative): readonly Relation[] {
  const find = (part: Scope): Variable | null => figuresOf([{ ...base, ...part }], narrative)[0] ?? null;
  const inflow = ['current', 'carriedOver', 'usedSurplus'].map((vintage) =>
    find({ flow: 'revenue', vintage }),
  );
  const outflow = ['spent', 'carriedForward', 'distributed'].map((use) => find({ flow: 'expenditure', use }));
  const fiscal = ['fiscal', 'general', 'governmentFund', 'stateCapital'].includes(base.fund ?? '');
  const [printed] = figuresInTables([base], narrative);
  const said = totalsSaid(narrative, base);
  const { revenue, expenditure } = {
    revenue: said.revenue ?? printed ?? null,
    expenditure: said.expenditure ?? printed ?? null,
  };
  if (revenue === null && expenditure === null) return closing(inflow, outflow, fiscal);
  const sums = [
    ...(revenue === null ? [] : partsOf(revenue, inflow, fiscal)),
    ...(expenditure === null ? [] : partsOf(expenditure, outflow, fiscal)),
  ];
  // Some write 总计 of this year's money alone: a sum that holds shows that what is left over belongs to it.
  const whole = revenue !== null && expenditure !== null && sums.some((sum) => holds(sum, narrative));
  return [...sums, ...(whole ? sides([revenue], [expenditure]) : [])];
}

function holds(sum: Relation, { variableOf }: StatedNarrative): boolean {
  const values: Values = {
    value: (figure) => variableOf(figure)?.value ?? 0,
    unit: (figure) => variableOf(figure)?.unit ?? 0,
  };
  return evaluate({ ...sum, holds: 'always' }, values) !== 'fail';
}

type Parts = readonly (Variable | null)[];

/** total = first + second (+ third): fiscal money knows no third; elsewhere it may be left unsaid. */
function partsOf(total: Variable, parts: Parts, fiscal: boolean): readonly Relation[] {
  const [first, second, third] = parts;
  if (first == null || second == null) return [];
  const known = parts.flatMap((part) => part ?? []);
  const sum = known.reduce((all, { value }) => all + value, 0);
  const open = !fiscal && third == null && sum < total.value;
  return sides([total], known).map((each) => (open ? { ...each, holds: 'unknown' } : each));
}

/** 年初 + 本年收入 = 本年支出 + 年末, where nothing else can stand between them. */
function closing(inflow: Parts, outflow: Parts, fiscal: boolean): readonly Relation[] {
  const complete = [inflow, outflow].every(
    ([first, second, third]) => first != null && second != null && (fiscal || third != null),
  );
  if (!complete) return [];
  return sides(
    inflow.flatMap((part) => part ?? []),
    outflow.flatMap((part) => part ?? []),
  );
}

/** Both sides are equal; where only tables speak there is nothing to add. */
function sides(left: readonly Variable[], right: readonly Variable[]): readonly Relation[] {
  const all = [...left, ...right];
  const distinct = new Set(all.map(({ id }) => id)).size === all.length;
  if (left.length === 0 || right.length === 0 || !distinct) return [];
  if (all.every(({ origin }) => origin !== 'text')) return [];
  const one = left.length === 1;
  const terms: readonly Term[] = [
    ...left.map(({ id }): Term => ({ figure: id, weight: -1, role: one ? 'total' : 'addend' })),
    ...right.map(({ id }): Term => ({ figure: id, weight: 1, role: 'addend' })),
  ];
  return [relation('narrative.list', terms)];
}
