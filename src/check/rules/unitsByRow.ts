import type { Disclosure } from '../../model/disclosure.ts';

/** The unit that each row of the tables speaks of, by "table row"; '' for the whole department. */
export function unitsByRow({ figures }: Disclosure): ReadonlyMap<string, string> {
  return new Map(figures.map(({ place, scope }) => [`${place.table} ${place.row}`, scope.unit ?? '']));
}
