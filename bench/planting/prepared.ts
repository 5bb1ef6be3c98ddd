import { checkDisclosure, relationsOf } from '../../src/check/check.ts';
import { ledgerOf } from '../../src/check/ledger.ts';
import { networkOf, ownValues, type Network } from '../../src/check/network.ts';
import { evaluate } from '../../src/check/relation.ts';
import { rules } from '../../src/check/rules.ts';
import type { Disclosure } from '../../src/model/disclosure.ts';
import type { Finding } from '../../src/model/finding.ts';
import type { Coverage } from '../../src/model/report.ts';
import type { SourceDocument } from '../../src/model/source.ts';
import { readSource } from '../../src/read/open.ts';
import { recognise } from '../../src/read/recognise/recognise.ts';
import { markedSource, markOf, spotsOf, type Spot } from './marked.ts';

/** A document that mistakes are planted in: how it was read, all its relations, and what is found as it is. */
export interface Prepared {
  readonly name: string;
  readonly source: SourceDocument;
  readonly spots: ReadonlyMap<number, Spot>;
  readonly disclosure: Disclosure;
  readonly network: Network;
  readonly findings: readonly Finding[];
  readonly coverage: Coverage;
  readonly known: ReadonlySet<string>;
  /** Marks that a finding of the untouched document accuses. */
  readonly accused: ReadonlySet<number>;
  /** Figures in a relation that the untouched document contradicts. */
  readonly contradicted: ReadonlySet<number>;
}

/** Reads and checks a document. @throws Error when it cannot be read: then there is nothing to measure. */
export async function prepared(name: string, bytes: Uint8Array): Promise<Prepared> {
  const read = await readSource({ name, bytes });
  if (!read.ok) throw new Error(`${name}: ${read.problem.code}`);
  const source = markedSource(read.source);
  const disclosure = recognise(source);
  const { findings, coverage } = checkDisclosure(disclosure);
  const network = networkOfDisclosure(disclosure);
  return {
    ...{ name, source, disclosure, network, findings, coverage },
    spots: spotsOf(source),
    known: new Set(findings.map(findingKey)),
    accused: new Set(findings.flatMap(({ culprits }) => culprits.map(({ place }) => markOf(place)))),
    contradicted: contradictedIn(network),
  };
}

/** Every number of the document and every relation between them, as checking has them. */
export function networkOfDisclosure(disclosure: Disclosure): Network {
  const ledger = ledgerOf(disclosure.figures);
  const stated = rules.flatMap((rule) => rule.check({ disclosure, ledger }).relations ?? []);
  return networkOf(ledger.variables, [...relationsOf(disclosure, ledger), ...stated]);
}

function contradictedIn(network: Network): ReadonlySet<number> {
  const values = ownValues(network);
  const failing = network.relations.filter((relation) => evaluate(relation, values) === 'fail');
  return new Set(failing.flatMap(({ terms }) => terms.map(({ figure }) => figure)));
}

/** A finding without its words and support, to tell new findings from those that the document had before. */
export function findingKey({ rule, culprits }: Finding): string {
  const told = culprits.map(
    ({ place, reported, expected }) => `${markOf(place)} ${reported?.text ?? ''} ${expected?.text ?? ''}`,
  );
  return `${rule} ${told.join('|')}`;
}
