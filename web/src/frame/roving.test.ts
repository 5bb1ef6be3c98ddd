import { expect, test } from 'vitest';
import { boxReached, type Box } from './roving.ts';

/** A table of two columns whose second row has nothing in the first. */
const boxes: readonly Box[] = [
  box(100, 0),
  box(200, 0),
  box(200, 20),
  box(90, 40), // A longer number is aligned right.
  box(200, 40),
];

function box(right: number, top: number): Box {
  return { left: right - 40, right, top, bottom: top + 16 };
}

test.each([
  ['ArrowRight', 0, 1],
  ['ArrowRight', 1, 2],
  ['ArrowRight', 4, null],
  ['ArrowLeft', 2, 1],
  ['ArrowLeft', 0, null],
  ['ArrowDown', 1, 2],
  ['ArrowDown', 2, 4],
  ['ArrowDown', 4, null],
  ['ArrowUp', 4, 2],
  ['ArrowUp', 0, null],
  ['Home', 3, 0],
  ['End', 1, 4],
  ['End', 4, null],
  ['Enter', 1, null],
])('%s from %i leads to %s', (key, from, to) => {
  expect(boxReached(boxes, from, key)).toBe(to);
});

test('a blank of the column is passed over', () => {
  expect(boxReached(boxes, 0, 'ArrowDown')).toBe(3);
});
