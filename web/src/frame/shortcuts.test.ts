import { expect, test } from 'vitest';
import { shortcutOf } from './shortcuts.ts';

const pressed = { altKey: true, ctrlKey: false, metaKey: false, shiftKey: false, code: 'KeyJ' };

test('a key counts with Alt alone, by its place', () => {
  expect(shortcutOf(pressed)).toBe('j');
  expect(shortcutOf({ ...pressed, shiftKey: true })).toBe('Shift+j');
  expect(shortcutOf({ ...pressed, altKey: false })).toBeNull();
  expect(shortcutOf({ ...pressed, ctrlKey: true })).toBeNull();
  expect(shortcutOf({ ...pressed, code: 'Digit1' })).toBeNull();
});
