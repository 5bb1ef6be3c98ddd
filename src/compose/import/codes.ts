import type { BookCode } from '../../model/book.ts';
import { codeList } from '../../model/codes/codes.ts';
import { foldName } from '../../model/codes/names.ts';
import type { Disclosure, DisclosureTable } from '../../model/disclosure.ts';
import type { Figure } from '../../model/figure.ts';

type Axis = BookCode['axis'];

/** Items that the shipped lists do not have, or name otherwise than the tables print them. */
export function ownCodes(disclosure: Disclosure, figures: readonly Figure[]): readonly BookCode[] {
  const printed = printedNames(disclosure, axisByTable(figures));
  return [...printed.values()].flatMap(({ axis, code, names }) => {
    const known = codeList(axis, disclosure.year).find(code)?.name;
    const [name] = [...names].sort((a, b) => b[1] - a[1])[0] ?? [];
    return name === undefined || (known !== undefined && foldName(known) === foldName(name))
      ? []
      : [{ axis, code, name }];
  });
}

/** The axis of a row's code, by the scope of its figures. */
function axisByTable(figures: readonly Figure[]): ReadonlyMap<string, Axis> {
  const axes = new Map<string, Axis>();
  for (const { scope, place } of figures) {
    const axis: Axis | null =
      scope.revenueCode !== undefined
        ? 'revenue'
        : scope.deptEconomic !== undefined
          ? 'deptEconomic'
          : scope.govEconomic !== undefined
            ? 'govEconomic'
            : scope.function !== undefined
              ? 'function'
              : null;
    if (axis !== null) axes.set(`${place.table ?? ''} ${place.row ?? ''}`, axis);
  }
  return axes;
}

interface Printed {
  readonly axis: Axis;
  readonly code: string;
  readonly names: Map<string, number>;
}

function printedNames({ tables }: Disclosure, axes: ReadonlyMap<string, Axis>): ReadonlyMap<string, Printed> {
  const found = new Map<string, Printed>();
  const coded = tables.flatMap((table: DisclosureTable) => (table.key.endsWith('alance') ? [] : table.rows));
  for (const { code, name, place } of coded) {
    const axis = axes.get(`${place.table ?? ''} ${place.row ?? ''}`);
    if (code === null || axis === undefined || !/^\d{3}(?:\d\d){0,2}$/.test(code) || name.trim() === '')
      continue;
    const key = `${axis} ${code}`;
    const printed = found.get(key) ?? { axis, code, names: new Map<string, number>() };
    const plain = name.replace(/\s+/g, '');
    printed.names.set(plain, (printed.names.get(plain) ?? 0) + 1);
    found.set(key, printed);
  }
  return found;
}
