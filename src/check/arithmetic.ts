import type { Evidence, Finding, RuleCount } from '../model/finding.ts';
import { mentionFaults, wrongBases, type MentionFault } from './mentions.ts';
import type { Change, Explanation } from './explanation.ts';
import { certainChanges, type CertainChange } from './certain.ts';
import { localise, type Localised, type Neighbours } from './localise.ts';
import { neighboursOf } from './neighbours.ts';
import { contradictedGroups, networkOf, outcomes, ownValues, type Network } from './network.ts';
import type { Outcome, Relation } from './relation.ts';
import { cutOffRates } from './cutOffRates.ts';
import { findingOfRelations, undecidedFinding, variableOf } from './relationFindings.ts';
import { scaleFaults, type ScaleFault } from './scale.ts';
import { cutOffFindings, tailFindings } from './tails.ts';
import type { Variable } from './variable.ts';

/** What the relations of a document say. */
export interface Arithmetic {
  readonly findings: readonly Finding[];
  readonly counts: readonly RuleCount[];
  /** How many relations verify each figure. */
  readonly verifiedBy: (figure: number) => number;
  readonly contradicted: ReadonlySet<number>;
  /** What became of each relation, in their order. */
  readonly states: readonly Outcome[];
}

export interface ArithmeticOptions {
  /** The document says that amounts may show rounding tails (尾差). */
  readonly tailsNoted: boolean;
}

/** Evaluates all relations, groups the contradictions and says which figure is wrong. */
export function checkArithmetic(
  variables: readonly Variable[],
  relations: readonly Relation[],
  options: ArithmeticOptions,
): Arithmetic {
  const printed = networkOf(variables, relations);
  const states = outcomes(printed, ownValues(printed));
  const scales = scaleFaults(printed, states);
  const network = rescaled(printed, scales);
  const scaled = network === printed ? states : outcomes(network, ownValues(network));
  const found = explained(network, scaled, neighboursOf(variables));
  const findings = [
    ...scales.map(({ finding }) => finding),
    ...found.certain.map(({ group, change }) => findingOfRelations(network, group, [change], null)),
    ...found.mentions.flatMap((fault, i) => mentionFindings(found.cleared, fault, `m${i + 1}`)),
    ...found.bases.flatMap((fault) =>
      mentionFindings(found.spoken, fault, '').map((each) => ({ ...each, variant: 'wrongBase' })),
    ),
    ...found.localised.flatMap((result, i) => findingsOf(found.rest, result, `g${i + 1}`)),
  ];
  const tails = [
    ...(options.tailsNoted ? [] : tailFindings(network, states)),
    ...cutOffFindings(network, states),
    ...cutOffRates(network, states, (r, change) => findingOfRelations(network, [r], [change], null)),
  ];
  return {
    findings: withoutRepeats([...findings, ...tails]),
    counts: countsOf(relations, states),
    verifiedBy: verifiedBy(relations, states),
    states,
    contradicted: new Set([
      ...scales.flatMap((fault) => fault.variables.filter(({ value }) => value !== 0).map(({ id }) => id)),
      ...changesIn(found).map(({ figure }) => figure),
    ]),
  };
}

/** What explains the contradictions, and the network as each step left it to the next. */
interface Explained {
  readonly certain: readonly CertainChange[];
  /** Without the certain changes. */
  readonly cleared: Network;
  readonly mentions: readonly MentionFault[];
  /** Without what sentences say wrongly of tables. */
  readonly spoken: Network;
  readonly bases: readonly MentionFault[];
  /** Without rates on a wrong base too. */
  readonly rest: Network;
  readonly localised: readonly Localised[];
}

/** Where contradictions are too many to be explained together, what is certain by itself is put right first. */
function explained(network: Network, states: readonly Outcome[], neighbours: Neighbours): Explained {
  const first = { certain: [], ...explainedFrom(network, states, neighbours) };
  const undecided = first.localised.filter(({ explanations }) => explanations.length === 0);
  const certain = undecided.flatMap(({ group }) => certainChanges(first.rest, group, neighbours));
  if (certain.length === 0) return first;
  const cleared = corrected(
    network,
    certain.map(({ change }) => change),
  );
  return { certain, ...explainedFrom(cleared, outcomes(cleared, ownValues(cleared)), neighbours) };
}

function explainedFrom(
  cleared: Network,
  states: readonly Outcome[],
  neighbours: Neighbours,
): Omit<Explained, 'certain'> {
  const mentions = mentionFaults(cleared, states);
  const spoken = corrected(
    cleared,
    mentions.flatMap(({ changes, repeated }) => [...changes, ...repeated]),
  );
  const bases = wrongBases(cleared, spoken);
  const rest = corrected(
    spoken,
    bases.flatMap(({ changes }) => changes),
  );
  const settled = new Set(mentions.flatMap((fault) => fault.settled));
  const left = rest === cleared ? states : outcomes(rest, ownValues(rest));
  const open = left.map((state, r) => (settled.has(r) ? 'rounding' : state));
  const localised = contradictedGroups(rest, open).map((group) => localise(rest, group, neighbours));
  return { cleared, mentions, spoken, bases, rest, localised };
}

function changesIn({ certain, mentions, bases, localised }: Explained): readonly Change[] {
  return [
    ...certain.map(({ change }) => change),
    ...[...mentions, ...bases].flatMap(({ changes, repeated }) => [...changes, ...repeated]),
    ...localised.flatMap(({ explanations }) => explanations.flatMap(({ changes }) => changes)),
  ];
}

/** Two groups may lead to the same correction of a cell: it is told once. Numbers of one sentence share a place. */
function withoutRepeats(findings: readonly Finding[]): readonly Finding[] {
  const told = new Set<string>();
  return findings.filter(({ culprits }) => {
    const key = culprits.map(({ place, expected }) => JSON.stringify([place, expected?.text])).join('|');
    const inText = culprits.some(({ place }) => place.section !== undefined);
    const isNew = key === '' || inText || !told.has(key);
    told.add(key);
    return isNew;
  });
}

/** The network with whole tables, columns and rows put right that have one cause. */
function rescaled(network: Network, faults: readonly ScaleFault[]): Network {
  if (faults.length === 0) return network;
  const changed = new Map(
    faults.flatMap((fault) => fault.variables.map((variable) => [variable.id, variable] as const)),
  );
  return { ...network, variables: network.variables.map((variable) => changed.get(variable.id) ?? variable) };
}

/** The network as it is once some figures are put right: what is still contradicted has another cause. */
function corrected(network: Network, changes: readonly Change[]): Network {
  if (changes.length === 0) return network;
  const expected = new Map(changes.map((change) => [change.figure, change.expected] as const));
  const variables = network.variables.map((variable) => {
    const value = expected.get(variable.id);
    return value === undefined ? variable : { ...variable, value };
  });
  return { ...network, variables };
}

function mentionFindings(network: Network, fault: MentionFault, group: string): readonly Finding[] {
  const shared = fault.changes.length > 1 ? group : null;
  return fault.changes.map((change, i) => {
    const relations = i === 0 ? [fault.relation] : network.relationsOf(change.figure);
    const open = i === 0 && fault.alternative !== undefined ? [change, fault.alternative] : [change];
    const result = findingOfRelations(network, relations, open, shared);
    return i === 0 ? withRepeated(network, result, fault.repeated) : staleFinding(network, change, result);
  });
}

/** What was computed from a wrong amount: an amount among it is a change, whatever relation carries it. */
function staleFinding(network: Network, { figure, slip }: Change, found: Finding): Finding {
  if (slip !== 'stale') return found;
  const rule = network.variables[figure]?.kind === 'amount' ? 'narrative.change' : found.rule;
  const variant = found.variant === 'rise' || found.variant === 'fall' ? `stale-${found.variant}` : 'stale';
  return { ...found, rule, variant, difference: null, allowed: null };
}

/** The same wrong amount said again is evidence of the one finding. */
function withRepeated(network: Network, found: Finding, repeated: readonly Change[]): Finding {
  const evidence = repeated.flatMap(({ figure }): readonly Evidence[] => {
    const variable = variableOf(network, figure);
    if (variable === null) return [];
    return [
      { role: 'text', text: variable.quote ?? variable.text, fen: variable.value, place: variable.place },
    ];
  });
  return { ...found, evidence: [...found.evidence, ...evidence] };
}

function verifiedBy(relations: readonly Relation[], states: readonly Outcome[]): (figure: number) => number {
  const counts: number[] = [];
  relations.forEach((relation, r) => {
    if (states[r] === 'fail' || states[r] === 'notApplicable') return;
    for (const { figure } of relation.terms) counts[figure] = (counts[figure] ?? 0) + 1;
  });
  return (figure) => counts[figure] ?? 0;
}

function countsOf(relations: readonly Relation[], states: readonly Outcome[]): readonly RuleCount[] {
  const counts = new Map<string, { pass: number; rounding: number; fail: number; notApplicable: number }>();
  relations.forEach(({ rule }, r) => {
    const count = counts.get(rule) ?? { pass: 0, rounding: 0, fail: 0, notApplicable: 0 };
    const state = states[r];
    if (state === 'exact') count.pass += 1;
    else if (state === 'rounding' || state === 'tail') count.rounding += 1;
    else if (state === 'fail') count.fail += 1;
    else count.notApplicable += 1;
    counts.set(rule, count);
  });
  return [...counts].map(([rule, count]) => ({ rule, ...count, unreadable: 0 }));
}

function findingsOf(network: Network, result: Localised, group: string): readonly Finding[] {
  const { explanations } = result;
  const [first, ...others] = explanations;
  if (first === undefined) return [undecidedFinding(network, result)];
  if (others.length === 0) {
    const shared = first.changes.length > 1 ? group : null;
    return first.changes.map((change) => findingOfRelations(network, result.group, [change], shared));
  }
  const common = first.changes.filter((change) =>
    others.every((e) => e.changes.some((c) => sameChange(c, change))),
  );
  const open = distinctChanges(explanations, common);
  const shared = first.changes.length > 1 ? group : null;
  return [
    ...common.map((change) => findingOfRelations(network, result.group, [change], shared)),
    findingOfRelations(network, result.group, open, shared),
  ];
}

function sameChange(a: Change, b: Change): boolean {
  return a.figure === b.figure && a.expected === b.expected;
}

function distinctChanges(explanations: readonly Explanation[], common: readonly Change[]): readonly Change[] {
  const changes: Change[] = [];
  for (const change of explanations.flatMap((e) => e.changes)) {
    if (common.some((c) => sameChange(c, change)) || changes.some((c) => sameChange(c, change))) continue;
    changes.push(change);
  }
  return changes;
}
