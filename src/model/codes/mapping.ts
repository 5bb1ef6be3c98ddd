import mapping from './economicMapping.json' with { type: 'json' };
import { shippedEntries } from './entries.ts';

export type UnitKind = 'administrative' | 'institution';

/** The government's economic item that a department's economic item goes to. */
export interface GovEconomicTarget {
  readonly code: string;
  readonly name: string;
  /** The pair was seen in a real document. */
  readonly verified: boolean;
}

type Pairs = ReadonlyMap<string, GovEconomicTarget>;

let pairs: Readonly<Record<UnitKind, Pairs>> | null = null;

/**
 * Maps 部门预算支出经济分类 to 政府预算支出经济分类. 行政 and 参公 units are `administrative`, 事业 units
 * `institution`; with null only what is the same for both is answered. Null when the pair is not known.
 */
export function govEconomicFor(
  deptEconomicCode: string,
  unitKind: UnitKind | null,
): GovEconomicTarget | null {
  pairs ??= { administrative: pairsOf(mapping.administrative), institution: pairsOf(mapping.institution) };
  if (unitKind !== null) return pairs[unitKind].get(deptEconomicCode) ?? null;
  const administrative = pairs.administrative.get(deptEconomicCode);
  const institution = pairs.institution.get(deptEconomicCode);
  return administrative?.code === institution?.code ? (administrative ?? null) : null;
}

function pairsOf(own: readonly string[]): Pairs {
  const names = shippedEntries('govEconomic');
  const targets = [...mapping.any, ...own].map((line): [string, GovEconomicTarget] => {
    const [from = '', code = '', seen] = line.split(' ');
    return [from, { code, name: names.find(code)?.name ?? '', verified: seen === 'seen' }];
  });
  return new Map(targets);
}
