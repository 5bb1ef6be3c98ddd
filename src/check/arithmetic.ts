import type { Culprit, Evidence, Finding, RuleCount } from '../model/finding.ts';
import { changeTo, mentionFaults, wrongBases, type MentionFault } from './mentions.ts';
import type { Change, Explanation } from './explanation.ts';
import { localise, type Localised } from './localise.ts';
import { formulaOf } from './formula.ts';
import { neighboursOf } from './neighbours.ts';
import { contradictedGroups, networkOf, outcomes, ownValues, type Network } from './network.ts';
import { isSame, residual, slack, type Outcome, type Relation } from './relation.ts';
import { cutOffRates } from './cutOffRates.ts';
import type { Term } from './term.ts';
import { scaleFaults, type ScaleFault } from './scale.ts';
import { reportedOf, type Variable } from './variable.ts';

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
  const neighbours = neighboursOf(variables);
  const mentions = mentionFaults(
    network,
    scales.length === 0 ? states : outcomes(network, ownValues(network)),
  );
  const spoken = corrected(
    network,
    mentions.flatMap(({ changes, repeated }) => [...changes, ...repeated]),
  );
  const bases = wrongBases(network, spoken);
  const rest = corrected(
    spoken,
    bases.flatMap(({ changes }) => changes),
  );
  const settled = new Set(mentions.flatMap((fault) => fault.settled));
  const open = outcomes(rest, ownValues(rest)).map((state, r) => (settled.has(r) ? 'rounding' : state));
  const groups = contradictedGroups(rest, open);
  const localised = groups.map((group) => localise(rest, group, neighbours));
  const findings = [
    ...scales.map(({ finding: found }) => found),
    ...mentions.flatMap((fault, i) => mentionFindings(network, fault, `m${i + 1}`)),
    ...bases.flatMap((fault) =>
      mentionFindings(spoken, fault, '').map((found) => ({ ...found, variant: 'wrongBase' })),
    ),
    ...localised.flatMap((result, i) => findingsOf(rest, result, `g${i + 1}`)),
  ];
  const tails = [
    ...(options.tailsNoted ? [] : tailFindings(network, states)),
    ...cutOffFindings(network, states),
    ...cutOffRates(network, states, (r, change) => finding(network, [r], [change], null)),
  ];
  const all = withoutRepeats([...findings, ...tails]);
  return {
    findings: all,
    counts: countsOf(relations, states),
    verifiedBy: verifiedBy(relations, states),
    states,
    contradicted: new Set([
      ...scales.flatMap((fault) => fault.variables.filter(({ value }) => value !== 0).map(({ id }) => id)),
      ...[...mentions, ...bases].flatMap(({ changes, repeated }) =>
        [...changes, ...repeated].map((c) => c.figure),
      ),
      ...localised.flatMap(({ explanations }) => explanations.flatMap((e) => e.changes.map((c) => c.figure))),
    ]),
  };
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
    const result = finding(network, relations, open, shared);
    return i === 0
      ? withRepeated(network, result, fault.repeated)
      : { ...result, variant: 'stale', difference: null, allowed: null };
  });
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
  if (first === undefined) return [undecided(network, result)];
  if (others.length === 0) {
    const shared = first.changes.length > 1 ? group : null;
    return first.changes.map((change) => finding(network, result.group, [change], shared));
  }
  const common = first.changes.filter((change) =>
    others.every((e) => e.changes.some((c) => sameChange(c, change))),
  );
  const open = distinctChanges(explanations, common);
  const shared = first.changes.length > 1 ? group : null;
  return [
    ...common.map((change) => finding(network, result.group, [change], shared)),
    finding(network, result.group, open, shared),
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

function finding(
  network: Network,
  group: readonly number[],
  changes: readonly Change[],
  shared: string | null,
): Finding {
  const main = mainRelation(network, group, changes[0]?.figure ?? -1);
  const culprits = changes.map((change) => culpritOf(network, change));
  const figure = variableOf(network, changes[0]?.figure ?? -1);
  const values = ownValues(network);
  return {
    rule: main?.rule ?? 'table.across',
    severity: 'error',
    params: paramsOf(network, main, changes[0]?.figure ?? -1),
    culprits,
    tied: culprits.length > 1,
    group: shared,
    evidence:
      main === null ? [] : [...evidenceOf(network, main, changes), ...agreeing(network, main, changes)],
    difference:
      main === null || figure === null ? null : figure.decimals(2 * Math.abs(residual(main, values))),
    allowed: main === null || figure === null ? null : figure.decimals(slack(main, values)),
    waiver: null,
  };
}

/** Words for the message: the sentence around the figure, and the sum that it should satisfy. */
function paramsOf(network: Network, main: Relation | null, figure: number): Finding['params'] {
  const quote = network.variables[figure]?.quote;
  const formula = main === null ? null : formulaOf(main, (id) => variableOf(network, id));
  return {
    ...(main?.says ?? {}),
    ...(quote === undefined ? {} : { quote }),
    ...(formula === null ? {} : { formula }),
  };
}

function culpritOf(network: Network, change: Change): Culprit {
  const figure = variableOf(network, change.figure);
  if (figure === null) throw new RangeError(`no figure ${change.figure}`);
  return {
    reported: reportedOf(figure),
    expected: figure.express(change.expected),
    support: change.support,
    slip: change.slip,
    place: figure.place,
  };
}

function variableOf(network: Network, id: number): Variable | null {
  return network.variables[id] ?? null;
}

/** The contradicted relation that says most plainly what the figure should be: the shortest one. */
function mainRelation(network: Network, group: readonly number[], figure: number): Relation | null {
  const held = group
    .map((r) => network.relations[r])
    .filter((relation) => relation !== undefined)
    .filter((relation) => relation.terms.some((term) => term.figure === figure));
  const [first, ...rest] = held;
  if (first === undefined) return network.relations[group[0] ?? -1] ?? null;
  return rest.reduce((a, b) => (plainness(b) < plainness(a) ? b : a), first);
}

function plainness(relation: Relation): number {
  return relation.terms.length + (isSame(relation) ? 1 : 0);
}

const MAX_EVIDENCE = 12;
const MAX_AGREEING = 4;

function evidenceOf(network: Network, main: Relation, changes: readonly Change[]): readonly Evidence[] {
  const culprits = new Set(changes.map((change) => change.figure));
  const terms = main.terms.filter((term) => culprits.size > 1 || !culprits.has(term.figure));
  const agreeing =
    isSame(main) && culprits.size === 1 ? agreeingWith(network, terms[0]?.figure ?? -1, culprits) : [];
  return [...terms, ...agreeing]
    .flatMap((term) => {
      const figure = variableOf(network, term.figure);
      if (figure === null || figure.text === '') return [];
      return [
        { role: term.role, text: figure.text, fen: reportedOf(figure)?.fen ?? null, place: figure.place },
      ];
    })
    .slice(0, MAX_EVIDENCE);
}

/** Other printings of a confirming figure that say the same. */
function agreeingWith(network: Network, figure: number, culprits: ReadonlySet<number>): readonly Term[] {
  const value = network.variables[figure]?.value;
  return network
    .relationsOf(figure)
    .map((r) => network.relations[r])
    .filter((relation) => relation !== undefined && isSame(relation))
    .flatMap((relation) => relation?.terms ?? [])
    .filter((term) => term.figure !== figure && !culprits.has(term.figure))
    .filter(
      (term) =>
        network.variables[term.figure]?.value === value && network.variables[term.figure]?.origin === 'cell',
    )
    .slice(0, MAX_AGREEING);
}

/** Other printings of the figure that bear the expected value. */
function agreeing(network: Network, main: Relation, changes: readonly Change[]): readonly Evidence[] {
  const [change, ...others] = changes;
  if (change === undefined || others.length > 0 || isSame(main)) return [];
  const shown = new Set(main.terms.map((term) => term.figure));
  const printings = network.relationsOf(change.figure).flatMap((r) => {
    const relation = network.relations[r];
    return relation === undefined || !isSame(relation) ? [] : relation.terms;
  });
  return printings.flatMap((term) => {
    const variable = variableOf(network, term.figure);
    if (variable === null || shown.has(term.figure) || variable.value !== change.expected) return [];
    shown.add(term.figure);
    const { text, place } = variable;
    return text === ''
      ? []
      : [{ role: 'same' as const, text, fen: reportedOf(variable)?.fen ?? null, place }];
  });
}

/** More changes than can be told apart: the group is named, nothing is guessed. */
function undecided(network: Network, result: Localised): Finding {
  const relations = result.group
    .map((r) => network.relations[r])
    .filter((relation) => relation !== undefined);
  const main = relations[0] ?? null;
  const figure = variableOf(network, main?.terms[0]?.figure ?? -1);
  const values = ownValues(network);
  return {
    rule: main?.rule ?? 'table.across',
    severity: 'error',
    variant: 'undecided',
    params: { relations: relations.length },
    culprits:
      main === null
        ? []
        : main.terms.slice(0, MAX_EVIDENCE).flatMap((term) => undecidedCulprit(network, term.figure)),
    tied: true,
    group: null,
    evidence: relations
      .slice(1, 4)
      .flatMap((relation) => evidenceOf(network, relation, []))
      .slice(0, MAX_EVIDENCE),
    difference:
      main === null || figure === null ? null : figure.decimals(2 * Math.abs(residual(main, values))),
    allowed: main === null || figure === null ? null : figure.decimals(slack(main, values)),
    waiver: null,
  };
}

function undecidedCulprit(network: Network, id: number): readonly Culprit[] {
  const figure = variableOf(network, id);
  if (figure === null || figure.text === '') return [];
  return [{ reported: reportedOf(figure), expected: null, support: 0, slip: null, place: figure.place }];
}

/** Two printings that differ by rounding tails in a document that does not say so: a warning. */
function tailFindings(network: Network, states: readonly Outcome[]): readonly Finding[] {
  return network.relations.flatMap((relation, r) => {
    if (states[r] !== 'tail' || isMention(relation) || relation.ratio !== undefined) return [];
    const changes = relation.terms.map((term): Change => {
      const other = relation.terms.find((t) => t.figure !== term.figure)?.figure ?? term.figure;
      return { figure: term.figure, expected: network.variables[other]?.value ?? 0, support: 1, slip: null };
    });
    return [{ ...finding(network, [r], changes, null), severity: 'warning' as const, variant: 'tail' }];
  });
}

function isMention(relation: Relation): boolean {
  return relation.terms.some((term) => term.role === 'mention');
}

/** Amounts that a sentence cuts off instead of rounding (87.708 as 87.70): one advice for the document. */
function cutOffFindings(network: Network, states: readonly Outcome[]): readonly Finding[] {
  const cut = network.relations.filter((relation, r) => states[r] === 'tail' && isMention(relation));
  const [first] = cut;
  const [table, mention] = first?.terms ?? [];
  if (first === undefined || table === undefined || mention === undefined) return [];
  const change = changeTo(network, mention.figure, network.variables[table.figure]?.value ?? 0, 1);
  const found = finding(network, [network.relations.indexOf(first)], [change], null);
  const others = cut.slice(1, MAX_EVIDENCE).flatMap((relation) => evidenceOf(network, relation, []).slice(1));
  const params = { ...found.params, count: cut.length };
  const evidence = [...found.evidence, ...others];
  return [{ ...found, severity: 'info', variant: 'cutOff', params, evidence }];
}
