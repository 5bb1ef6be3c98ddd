import fc from 'fast-check';
import { childNodes, dimensions, type Dimension, type Scope } from '../model/scope.ts';

const openNodes: Readonly<Partial<Record<Dimension, readonly string[]>>> = {
  year: ['2025', '2026'],
  stage: ['budget', 'finalAccounts'],
  function: ['208', '20805', '2080501', '2080505', '212', '21201', '2120101'],
  deptEconomic: ['301', '30101', '30102', '302', '30201'],
  unit: ['甲单位', '乙单位'],
  project: ['道路工程', '绿化工程'],
};

/** The nodes of a closed tree, and of the open dimensions those that tests use. */
export function nodesOf(dimension: Dimension): readonly string[] {
  const nodes = [''];
  for (const node of nodes) nodes.push(...(childNodes(dimension, node) ?? []));
  return [...nodes, ...(openNodes[dimension] ?? [])];
}

/** A random scope: a few dimensions set, so that scopes often meet. */
export const anyScope: fc.Arbitrary<Scope> = fc
  .tuple(
    ...dimensions.map((dimension) =>
      fc
        .option(fc.constantFrom(...nodesOf(dimension)), { freq: 1, nil: '' })
        .map((node) => [dimension, node] as const),
    ),
  )
  .map((entries) => Object.fromEntries(entries.filter(([, node]) => node !== '')) as Scope);
