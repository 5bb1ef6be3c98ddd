import { placeKeys, type Place } from '../model/place.ts';

/** A place as both JSON formats print it: the contract's keys and no other. */
export function placeJson(place: Place): object {
  return Object.fromEntries(
    placeKeys.flatMap((key) => (place[key] === undefined ? [] : [[key, place[key]]])),
  );
}
