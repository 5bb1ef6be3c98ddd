import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { childNodes, contains, scopeKey, withNode, type Scope } from '../model/scope.ts';
import {
  closedStepsDown,
  closedStepsUp,
  closedContains,
  closedDimensions,
  closedOf,
  rowOf,
  scopeCoder,
} from './codedScope.ts';
import { anyScope } from './scopeFixture.ts';

/** Flow is no part of the facts. */
const facts = (scope: Scope): Scope => withNode(scope, 'flow', '');

describe('scopes as numbers', () => {
  it('have a bit of one number for each node of the closed trees', () => {
    const counts = closedDimensions.map((dimension) => {
      const nodes = [''];
      for (const node of nodes) nodes.push(...(childNodes(dimension, node) ?? []));
      return nodes.length;
    });
    expect(counts.reduce((sum, count) => sum + count, 0)).toBeLessThanOrEqual(32);
  });

  it('are equal exactly for scopes of the same facts', () => {
    const coder = scopeCoder();
    fc.assert(
      fc.property(anyScope, anyScope, (a, b) => {
        expect(coder.encode(a) === coder.encode(b)).toBe(scopeKey(facts(a)) === scopeKey(facts(b)));
      }),
    );
  });

  it('contain each other as the scopes do, within one year and stage', () => {
    const coder = scopeCoder();
    fc.assert(
      fc.property(anyScope, anyScope, (a, b) => {
        const inner: Scope = {
          ...withNode(withNode(facts(b), 'year', a.year ?? ''), 'stage', a.stage ?? ''),
        };
        const [outerKey, innerKey] = [coder.encode(a), coder.encode(inner)];
        const coded =
          closedContains(closedOf(outerKey), closedOf(innerKey)) &&
          coder.containingRows(rowOf(innerKey)).includes(rowOf(outerKey));
        expect(coded).toBe(contains(facts(a), inner));
      }),
      { numRuns: 400 },
    );
  });

  it('have children that have them as the nearest above', () => {
    const coder = scopeCoder();
    fc.assert(
      fc.property(anyScope, (scope) => {
        const key = coder.encode(scope);
        for (const d of closedDimensions.keys()) {
          for (const step of closedStepsDown(key, d)) {
            expect(closedStepsUp(key + step, d)[0]).toBe(-step);
            expect(rowOf(key + step)).toBe(rowOf(key));
          }
        }
      }),
    );
  });
});
