import type { Disclosure } from '../../model/disclosure.ts';

const known = new WeakMap<Disclosure, ReadonlyMap<string, string>>();

/** The unit that each row of the tables speaks of, by "table row"; '' for the whole department. */
export function unitsByRow(disclosure: Disclosure): ReadonlyMap<string, string> {
  const units = known.get(disclosure) ?? gatherUnits(disclosure);
  known.set(disclosure, units);
  return units;
}

function gatherUnits({ figures }: Disclosure): ReadonlyMap<string, string> {
  return new Map(figures.map(({ place, scope }) => [`${place.table} ${place.row}`, scope.unit ?? '']));
}
