import type { Disclosure } from '../../model/disclosure.ts';
import { bareName } from '../bareName.ts';
import type { Scope } from '../../model/scope.ts';
import type { Context } from '../narrative/references.ts';
import type { RuleContext } from '../rule.ts';
import { tableIndex } from '../scopeIndex.ts';
import { amountVariable, type Variable } from '../variable.ts';

/** Last year's disclosure as something that this year's numbers are looked up in. */
export interface LastYear {
  readonly disclosure: Disclosure;
  readonly year: number;
  /** The scope with last year in place of this year. */
  readonly framed: (scope: Scope) => Scope;
  readonly context: Context;
}

/** Why two documents cannot be compared as this year and last year. */
export type Mismatch = 'year' | 'stage' | 'department';

const known = new WeakMap<Disclosure, LastYear>();

/** Last year's disclosure where it is one of the year before and of the same stage; else null. */
export function lastYearOf({ disclosure, previous }: RuleContext): LastYear | null {
  if (previous === undefined || frameMismatch(disclosure, previous) !== null) return null;
  const found = known.get(previous) ?? made(previous);
  known.set(previous, found);
  return found;
}

function made(disclosure: Disclosure): LastYear {
  const year = disclosure.year ?? 0;
  const variables = new Map<number, Variable>(
    disclosure.figures.map((figure) => [figure.id, amountVariable(figure)]),
  );
  return {
    disclosure,
    year,
    framed: (scope) => ({ ...scope, year: String(year), stage: disclosure.stage }),
    context: {
      tables: tableIndex(disclosure),
      said: new Map(),
      variableOf: (id) => variables.get(id) ?? null,
    },
  };
}

/** Another year or stage than last year's: nothing of it can be compared. */
export function frameMismatch(disclosure: Disclosure, previous: Disclosure): Mismatch | null {
  if (disclosure.year === null || previous.year !== disclosure.year - 1) return 'year';
  return disclosure.stage === previous.stage ? null : 'stage';
}

/** Do both documents name the same department, by name or by code? A name that is not printed differs from none. */
export function sameDepartment(a: Disclosure['department'], b: Disclosure['department']): boolean {
  if (a.name === null || b.name === null) return true;
  const [x, y] = [bareName(a.name), bareName(b.name)];
  return x === y || (a.code !== null && a.code === b.code) || x.endsWith(y) || y.endsWith(x);
}
