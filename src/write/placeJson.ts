import type { Place } from '../model/place.ts';

/** The keys of PLACE in the JSON contracts, in their order. */
const keys = [
  'file',
  'page',
  'printedPage',
  'line',
  'sheet',
  'cell',
  'block',
  'table',
  'row',
  'column',
  'section',
  'project',
  'box',
] as const satisfies readonly (keyof Place)[];

/** A place as both JSON formats print it: the contract's keys and no other. */
export function placeJson(place: Place): object {
  return Object.fromEntries(keys.flatMap((key) => (place[key] === undefined ? [] : [[key, place[key]]])));
}
