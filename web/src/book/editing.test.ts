import { expect, test } from 'vitest';
import { edit, type Editing } from './editing.ts';

const first: Editing = { content: { a: 1 }, past: [], future: [], revision: 0, field: null };

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

test('what is typed in one field is one step; another field begins another', () => {
  const [duties, notes] = [{}, {}];
  const typed = [duties, duties, notes].reduce<Editing>(
    (state, field, i) => edit(state, { kind: 'put', content: { a: i + 2 }, field }),
    first,
  );
  expect([typed.past, typed.revision]).toEqual([[{ a: 1 }, { a: 3 }], 3]);
  const undone = edit(typed, { kind: 'undo' });
  const again = edit(undone, { kind: 'put', content: { a: 9 }, field: notes });
  expect(again.past).toHaveLength(2);
});

test('what others changed cannot be undone here; a merge is to be saved, a newer version is not', () => {
  const changed = edit(first, { kind: 'put', content: { a: 2 } });
  const merged = edit(changed, { kind: 'adopt', content: { a: 2, b: 1 }, unsaved: true });
  expect([merged.past, merged.revision]).toEqual([[], 2]);
  expect(edit(first, { kind: 'adopt', content: { b: 1 }, unsaved: false }).revision).toBe(0);
});
