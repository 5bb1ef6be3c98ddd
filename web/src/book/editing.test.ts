import { expect, test } from 'vitest';
import { edit, type Editing } from './editing.ts';

const first: Editing = { content: { a: 1 }, past: [], future: [], revision: 0 };

test('what was undone can be redone until something else is typed', () => {
  const changed = edit(first, { kind: 'put', content: { a: 2 } });
  const undone = edit(changed, { kind: 'undo' });
  expect(undone.content).toEqual({ a: 1 });
  expect(edit(undone, { kind: 'redo' }).content).toEqual({ a: 2 });
  const other = edit(undone, { kind: 'put', content: { a: 3 } });
  expect(edit(other, { kind: 'redo' })).toBe(other);
});

test('every change counts, undoing too, so that it is saved', () => {
  const changed = edit(first, { kind: 'put', content: { a: 2 } });
  expect(edit(changed, { kind: 'undo' }).revision).toBe(2);
  expect(edit(first, { kind: 'undo' })).toBe(first);
});
