import { describe, expect, it } from 'vitest';
import type { Scope } from '../model/scope.ts';
import { addExactZeros } from './acrossTables.ts';
import { disclosureOf, figuresOf } from './figuresFixture.ts';
import { indexByScope } from './scopeIndex.ts';
import { zerosOf } from './zeros.ts';

type Printed = readonly [scope: Scope, text: string];

/** Is a scope zero in a document that prints these amounts, each in a table of its own? */
function isZero(scope: Scope, printed: readonly Printed[]): boolean {
  const figures = printed.flatMap(([own, text], i) =>
    figuresOf({ number: i + 1, scope: {}, columns: [['total', {}]] }, [['行', own, { total: text }]]),
  );
  const index = indexByScope(disclosureOf(figures).figures);
  const zeros = zerosOf(index);
  addExactZeros(index, zeros);
  return zeros.isZero(index.coder.encode(scope));
}

const function212 = { function: '212' };
const carriedOver = { function: '212', vintage: 'carriedOver' };

describe('what is not printed', () => {
  it.each<[string, Scope, readonly Printed[], boolean]>([
    ['is unknown', carriedOver, [[function212, '5.00']], false],
    [
      'is zero where a containing scope is blank',
      { ...carriedOver, nature: 'basic' },
      [[carriedOver, '']],
      true,
    ],
    [
      'is zero where a containing scope is a bare 0',
      { ...carriedOver, fund: 'general' },
      [[function212, '0']],
      true,
    ],
    ['is unknown where it is a rounded zero', carriedOver, [[function212, '0.00']], false],
    ['is zero for a code below a blank one', { function: '2120101' }, [[function212, '']], true],
    [
      'is zero for a class that a table of all classes leaves out',
      { function: '213' },
      [[function212, '5.00']],
      true,
    ],
    [
      'is unknown for a class where classes are printed of one fund',
      { function: '213' },
      [[{ ...function212, fund: 'general' }, '5.00']],
      false,
    ],
    [
      'is zero where an exact sum leaves nothing',
      { ...function212, vintage: 'usedSurplus' },
      [
        [function212, '5.00'],
        [{ ...function212, vintage: 'current' }, '3.00'],
        [carriedOver, '2.00'],
      ],
      true,
    ],
    [
      'is unknown where a sum leaves something',
      { ...function212, vintage: 'usedSurplus' },
      [
        [function212, '5.01'],
        [{ ...function212, vintage: 'current' }, '3.00'],
        [carriedOver, '2.00'],
      ],
      false,
    ],
    [
      'is unknown where a part is negative',
      { ...function212, vintage: 'usedSurplus' },
      [
        [function212, '1.00'],
        [{ ...function212, vintage: 'current' }, '3.00'],
        [carriedOver, '-2.00'],
      ],
      false,
    ],
    [
      'is no zero where an amount is printed inside the blank: that is a misprint',
      { ...carriedOver, nature: 'basic' },
      [
        [carriedOver, ''],
        [{ ...carriedOver, nature: 'project' }, '7.00'],
      ],
      false,
    ],
  ])('%s', (_, scope, printed, zero) => {
    expect(isZero(scope, printed)).toBe(zero);
  });
});
