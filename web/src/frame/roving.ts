import { useEffect, type FocusEvent, type KeyboardEvent, type RefObject } from 'react';

/** Where something stands on the screen, in pixels. */
export interface Box {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

/** Neighbours that overlap by less stand beside or below each other. */
const slack = 1;

/**
 * Which of the boxes an arrow key leads to: left and right in reading order, up and down to the nearest that stands
 * in the same column. Null where there is none, and for other keys.
 */
export function boxReached(boxes: readonly Box[], from: number, key: string): number | null {
  const last = boxes.length - 1;
  const steps: Readonly<Record<string, () => number | null>> = {
    ArrowRight: () => (from < last ? from + 1 : null),
    ArrowLeft: () => (from > 0 ? from - 1 : null),
    ArrowDown: () => nearest(boxes, from, (own, other) => other.top - own.bottom),
    ArrowUp: () => nearest(boxes, from, (own, other) => own.top - other.bottom),
    Home: () => 0,
    End: () => last,
  };
  const reached = steps[key]?.() ?? null;
  return reached === from ? null : reached;
}

function nearest(
  boxes: readonly Box[],
  from: number,
  distance: (own: Box, other: Box) => number,
): number | null {
  const own = boxes[from];
  if (own === undefined) return null;
  let found: { readonly index: number; readonly away: number } | null = null;
  for (const [index, other] of boxes.entries()) {
    const away = distance(own, other);
    const isInColumn = Math.min(own.right, other.right) - Math.max(own.left, other.left) > slack;
    if (isInColumn && away >= -slack && (found === null || away < found.away)) found = { index, away };
  }
  return found?.index ?? null;
}

interface Roving {
  /** What has one stop of the Tab key, and what in it the arrows go through; selectors of CSS. */
  readonly group: string;
  readonly item: string;
}

interface RovingKeys {
  readonly onFocus: (event: FocusEvent) => void;
  readonly onKeyDown: (event: KeyboardEvent) => void;
}

/**
 * Many things of one kind are one stop of the Tab key: arrows go from one to the next, and Tab comes back to the
 * last one. The things are drawn with the tab index −1; which one is the stop is set in the document that stands
 * already, since thousands are not drawn again.
 */
export function useRoving(root: RefObject<HTMLElement | null>, { group, item }: Roving): RovingKeys {
  useEffect(() => {
    for (const each of root.current?.querySelectorAll(group) ?? []) {
      const all = [...each.querySelectorAll<HTMLElement>(item)];
      const [first] = all;
      if (first !== undefined && !all.some(({ tabIndex }) => tabIndex === 0)) first.tabIndex = 0;
    }
  });
  const placeOf = (target: EventTarget): Place | null => {
    const own = target instanceof HTMLElement && target.matches(item) ? target : null;
    const around = own?.closest(group);
    return own === null || around == null
      ? null
      : { own, all: [...around.querySelectorAll<HTMLElement>(item)] };
  };
  return {
    onFocus: ({ target }) => {
      const place = placeOf(target);
      for (const each of place?.all ?? []) if (each.tabIndex === 0 && each !== place?.own) each.tabIndex = -1;
      if (place !== null) place.own.tabIndex = 0;
    },
    onKeyDown: (event) => {
      const { key, altKey, ctrlKey, metaKey } = event;
      const place = altKey || ctrlKey || metaKey ? null : placeOf(event.target);
      if (place === null) return;
      const boxes = place.all.map((each) => each.getBoundingClientRect());
      const reached = boxReached(boxes, place.all.indexOf(place.own), key);
      if (reached === null) return;
      event.preventDefault();
      place.all[reached]?.focus();
    },
  };
}

interface Place {
  readonly own: HTMLElement;
  readonly all: readonly HTMLElement[];
}
