import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  childNodes,
  contains,
  dimensions,
  disjoint,
  intersect,
  nodeContains,
  parentNode,
  scopeKey,
  withNode,
  type Dimension,
  type Scope,
} from './scope.ts';
import { anyScope, nodesOf } from '../check/scopeFixture.ts';

const same = (a: Scope, b: Scope): boolean => scopeKey(a) === scopeKey(b);

describe('scopes', () => {
  it('contain themselves and what is narrower, and everything is in any', () => {
    fc.assert(
      fc.property(anyScope, anyScope, (a, b) => {
        expect(contains(a, a) && contains({}, a)).toBe(true);
        expect(contains(a, b) && contains(b, a)).toBe(same(a, b));
      }),
    );
  });

  it('contain transitively', () => {
    fc.assert(
      fc.property(anyScope, anyScope, anyScope, (a, b, c) => {
        const inner = intersect(a, b);
        const innermost = inner === null ? null : intersect(inner, c);
        if (inner === null || innermost === null) return;
        expect([contains(a, inner), contains(inner, innermost), contains(a, innermost)]).toEqual([
          true,
          true,
          true,
        ]);
      }),
    );
  });

  it('intersect in the largest scope that both contain, or are disjoint', () => {
    fc.assert(
      fc.property(anyScope, anyScope, anyScope, (a, b, c) => {
        const common = intersect(a, b);
        expect(common === null).toBe(disjoint(a, b));
        expect(scopeKey(intersect(b, a) ?? {})).toBe(scopeKey(common ?? {}));
        if (common === null) return;
        expect(contains(a, common) && contains(b, common)).toBe(true);
        if (contains(a, c) && contains(b, c)) expect(contains(common, c)).toBe(true);
      }),
    );
  });

  it('intersect in any order', () => {
    fc.assert(
      fc.property(anyScope, anyScope, anyScope, (a, b, c) => {
        const and = (x: Scope | null, y: Scope | null): Scope | null =>
          x === null || y === null ? null : intersect(x, y);
        const [left, right] = [and(and(a, b), c), and(a, and(b, c))];
        expect(left === null ? null : scopeKey(left)).toBe(right === null ? null : scopeKey(right));
      }),
    );
  });

  it('have equal keys exactly when they are equal', () => {
    fc.assert(
      fc.property(anyScope, anyScope, (a, b) => {
        expect(same(a, b)).toBe(dimensions.every((d) => (a[d] ?? '') === (b[d] ?? '')));
      }),
    );
  });
});

describe('the nodes of a dimension', () => {
  it('have their children below them, and these are disjoint: a partition', () => {
    const closed = dimensions.flatMap((d) => nodesOf(d).map((node) => [d, node] as const));
    for (const [d, node] of closed) {
      const children = childNodes(d, node) ?? [];
      for (const child of children) {
        expect(parentNode(d, child)).toBe(node);
        expect(nodeContains(d, node, child) && !nodeContains(d, child, node)).toBe(true);
        const others = children.filter((other) => other !== child);
        expect(others.every((other) => disjoint({ [d]: child }, { [d]: other }))).toBe(true);
      }
    }
  });

  it('are codes by their digits', () => {
    expect([
      parentNode('function', '2120101'),
      parentNode('function', '21201'),
      parentNode('function', '212'),
    ]).toEqual(['21201', '212', '']);
    expect(parentNode('deptEconomic', '30101')).toBe('301');
    expect(parentNode('deptEconomic', '301/奖金')).toBe('301');
  });

  it.each<[Dimension, string]>([
    ['project', '人行道/绿道工程'],
    ['unit', '园林/环卫中心'],
    ['project', '20250301'],
  ])('%s %s is a name: nothing but any stands above it', (dimension, name) => {
    expect(parentNode(dimension, name)).toBe('');
  });

  it('are set and cleared', () => {
    fc.assert(
      fc.property(anyScope, fc.constantFrom(...dimensions), (scope, d) => {
        expect(withNode(scope, d, '')[d]).toBeUndefined();
        expect(withNode(withNode(scope, d, ''), d, scope[d] ?? '')).toEqual(scope);
      }),
    );
  });
});
