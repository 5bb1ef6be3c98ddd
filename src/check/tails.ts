import type { Finding } from '../model/finding.ts';
import type { Change } from './explanation.ts';
import { changeTo } from './mentions.ts';
import type { Network } from './network.ts';
import type { Outcome, Relation } from './relation.ts';
import { evidenceOf, findingOfRelations, MAX_EVIDENCE } from './relationFindings.ts';

/** Two printings that differ by rounding tails in a document that does not say so: a warning. */
export function tailFindings(network: Network, states: readonly Outcome[]): readonly Finding[] {
  return network.relations.flatMap((relation, r) => {
    if (states[r] !== 'tail' || isMention(relation) || relation.ratio !== undefined) return [];
    const changes = relation.terms.map((term): Change => {
      const other = relation.terms.find((t) => t.figure !== term.figure)?.figure ?? term.figure;
      return { figure: term.figure, expected: network.variables[other]?.value ?? 0, support: 1, slip: null };
    });
    return [
      { ...findingOfRelations(network, [r], changes, null), severity: 'warning' as const, variant: 'tail' },
    ];
  });
}

function isMention(relation: Relation): boolean {
  return relation.terms.some((term) => term.role === 'mention');
}

/** Amounts that a sentence cuts off instead of rounding (87.708 as 87.70): one advice for the document. */
export function cutOffFindings(network: Network, states: readonly Outcome[]): readonly Finding[] {
  const cut = network.relations.filter((relation, r) => states[r] === 'tail' && isMention(relation));
  const [first] = cut;
  const [table, mention] = first?.terms ?? [];
  if (first === undefined || table === undefined || mention === undefined) return [];
  const change = changeTo(network, mention.figure, network.variables[table.figure]?.value ?? 0, 1);
  const found = findingOfRelations(network, [network.relations.indexOf(first)], [change], null);
  const others = cut.slice(1, MAX_EVIDENCE).flatMap((relation) => evidenceOf(network, relation, []).slice(1));
  const params = { ...found.params, count: cut.length };
  const evidence = [...found.evidence, ...others];
  return [{ ...found, severity: 'info', variant: 'cutOff', params, evidence }];
}
