import type { Disclosure } from '../model/disclosure.ts';
import type { Figure } from '../model/figure.ts';
import type { Finding, RuleCount } from '../model/finding.ts';
import type { CheckResult, Coverage } from '../model/report.ts';
import { addExactZeros, partitionRelations, sameRelations } from './acrossTables.ts';
import { goalsOf } from '../model/goals.ts';
import { asAdvice, judge, misreadFindings } from './alignedTables.ts';
import type { Arithmetic } from './arithmetic.ts';
import { ledgerOf, type Ledger } from './ledger.ts';
import { evaluate, type Relation } from './relation.ts';
import { findingOf, type Observation, type OutsideCheck, type Rule, type RuleContext } from './rule.ts';
import { rules } from './rules.ts';
import type { Values } from './term.ts';
import { indexByScope, tableIndex } from './scopeIndex.ts';
import { traceOf } from './trace.ts';
import type { Variable } from './variable.ts';
import { relationsWithinTables } from './withinTable.ts';
import { yearChangesOf } from './yearOnYear/yearChanges.ts';
import { zerosOf } from './zeros.ts';

export interface CheckDemand {
  /** Last year's disclosure, for the rules that compare with it. */
  readonly previous?: Disclosure;
  /** Also tell the state and the relations of every figure. */
  readonly trace?: boolean;
  /** Thresholds that the settings change, by rule and name. */
  readonly thresholds?: Readonly<Record<string, Readonly<Record<string, number>>>>;
}

/** Checks one disclosure: every rule, every relation, one finding per mistake. */
export function checkDisclosure(disclosure: Disclosure, demand: CheckDemand = {}): CheckResult {
  const ledger = ledgerOf(disclosure.figures);
  const { previous } = demand;
  const context = { disclosure, ledger, ...(previous === undefined ? {} : { previous }) };
  const observed = rules.map((rule) =>
    runRule(rule, { ...context, thresholds: demand.thresholds?.[rule.id] ?? {} }),
  );
  const relations = [...relationsOf(disclosure, ledger), ...observed.flatMap((result) => result.relations)];
  const outside = observed.flatMap((result) => result.outside);
  const judged = judge(disclosure, ledger.variables, relations, { tailsNoted: tailsNoted(disclosure) });
  const arithmetic = withOutside(judged.arithmetic, outside);
  const changes = previous === undefined ? null : yearChangesOf(context);
  return {
    findings: asAdvice(disclosure, [
      ...arithmetic.findings,
      ...misreadFindings(disclosure, judged.misread),
      ...observed.flatMap((result) => untold(result, arithmetic, judged.misread)),
    ]),
    checks: merged([...arithmetic.counts, ...observed.map(({ count }) => count)]),
    coverage: coverageOf(disclosure, ledger, arithmetic),
    ...(changes === null ? {} : { changes }),
    ...(demand.trace === true ? { trace: traceOf(ledger.variables, relations, arithmetic, outside) } : {}),
  };
}

/** A number that another document confirms is verified once more; one that it contradicts is contradicted. */
function withOutside(arithmetic: Arithmetic, outside: readonly OutsideCheck[]): Arithmetic {
  if (outside.length === 0) return arithmetic;
  const confirmed = new Set(outside.flatMap(({ figure, holds }) => (holds ? [figure] : [])));
  const denied = outside.flatMap(({ figure, holds }) => (holds ? [] : [figure]));
  return {
    ...arithmetic,
    verifiedBy: (figure) => arithmetic.verifiedBy(figure) + (confirmed.has(figure) ? 1 : 0),
    contradicted: new Set([...arithmetic.contradicted, ...denied]),
  };
}

/** One row per rule: what the engine counted and what the rule itself did. */
function merged(counts: readonly RuleCount[]): readonly RuleCount[] {
  const byRule = new Map<string, RuleCount>();
  for (const count of counts) {
    const known = byRule.get(count.rule);
    byRule.set(count.rule, known === undefined ? count : addCounts(known, count));
  }
  return [...byRule.values()];
}

function addCounts(a: RuleCount, b: RuleCount): RuleCount {
  return {
    rule: a.rule,
    pass: a.pass + b.pass,
    rounding: a.rounding + b.rounding,
    fail: a.fail + b.fail,
    notApplicable: a.notApplicable + b.notApplicable,
    unreadable: a.unreadable + b.unreadable,
  };
}

/** Every relation between the figures of the tables: generated from their scopes. */
export function relationsOf(disclosure: Disclosure, ledger: Ledger): readonly Relation[] {
  const index = indexByScope(ledger.amounts, tableIndex(disclosure));
  const within = relationsWithinTables(disclosure, index);
  const tails = tailsOf(within, ledger.variables);
  const zeros = zerosOf(index, contradictedIn(within, ledger.variables));
  addExactZeros(index, zeros);
  return [...within, ...sameRelations(index, tails), ...partitionRelations(index, zeros)];
}

/** Figures that a relation of their own table contradicts. */
function contradictedIn(relations: readonly Relation[], variables: readonly Variable[]): ReadonlySet<number> {
  const values: Values = {
    value: (figure) => variables[figure]?.value ?? 0,
    unit: (figure) => variables[figure]?.unit ?? 0,
  };
  const failed = relations.filter((relation) => evaluate(relation, values) === 'fail');
  return new Set(failed.flatMap(({ terms }) => terms.map(({ figure }) => figure)));
}

/** Doubled 分 that the rounding of a total's own printed parts can amount to. */
function tailsOf(within: readonly Relation[], variables: readonly Variable[]): (figure: Figure) => number {
  const tails = new Map<number, number>();
  for (const relation of within) {
    const total = relation.terms.find((term) => term.role === 'total')?.figure;
    if (total === undefined) continue;
    const tail = relation.terms.reduce((sum, term) => sum + (variables[term.figure]?.unit ?? 0), 0);
    tails.set(total, Math.max(tails.get(total) ?? 0, tail));
  }
  return (figure) => tails.get(figure.id) ?? 0;
}

function tailsNoted(disclosure: Disclosure): boolean {
  const texts = [
    ...disclosure.tables.map((table) => table.note ?? ''),
    ...disclosure.narrative.flatMap((section) => section.paragraphs.map((p) => p.text)),
  ];
  return texts.some((text) => /尾差|四舍五入/.test(text));
}

/** What a rule saw, without what follows from a number that a relation accuses already or from a table misread. */
function untold(
  { observations }: RuleRun,
  { contradicted }: Arithmetic,
  misread: ReadonlySet<number>,
): readonly Finding[] {
  return observations
    .filter(({ unless = [] }) => !unless.some((figure) => contradicted.has(figure)))
    .filter(({ culprits }) => !culprits.some(({ place }) => misread.has(place.table ?? Number.NaN)))
    .map(findingOf);
}

interface RuleRun {
  readonly observations: readonly Observation[];
  readonly relations: readonly Relation[];
  readonly outside: readonly OutsideCheck[];
  readonly count: RuleCount;
}

function runRule(rule: Rule, context: RuleContext): RuleRun {
  const result = rule.check(context);
  return {
    relations: result.relations ?? [],
    outside: result.outside ?? [],
    observations: result.observations,
    count: {
      rule: rule.id,
      pass: result.pass,
      rounding: 0,
      fail: result.observations.length,
      notApplicable: result.notApplicable ?? 0,
      unreadable: 0,
    },
  };
}

function coverageOf(disclosure: Disclosure, ledger: Ledger, arithmetic: Arithmetic): Coverage {
  const printed = ledger.variables.filter((figure) => figure.text !== '');
  const contradicted = printed.filter((figure) => arithmetic.contradicted.has(figure.id)).length;
  const verified = printed.filter(
    (figure) => !arithmetic.contradicted.has(figure.id) && arithmetic.verifiedBy(figure.id) > 0,
  ).length;
  const figures = printed.length + disclosure.unplaced.length;
  return {
    figures,
    verified,
    contradicted,
    unverified: figures - verified - contradicted,
    indicators: [...disclosure.projects, ...goalsOf(disclosure)].reduce(
      (sum, sheet) => sum + sheet.indicators.length,
      0,
    ),
  };
}
