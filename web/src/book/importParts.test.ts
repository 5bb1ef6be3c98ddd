import { expect, test } from 'vitest';
import type { ImportView } from '../api/schema.ts';
import { partRows, takenParts } from './importParts.ts';

const view = {
  content: { facts: [1, 2], units: ['甲'], dates: { approved: null }, year: 2026, form: 'x' },
  parts: [
    { field: 'facts', count: 2, present: 1, changes: 2, differences: [] },
    { field: 'units', count: 1, present: 1, changes: 0, differences: [] },
    { field: 'dates', count: 0, present: 1, changes: 1, differences: [] },
    { field: 'form', count: 1, present: 0, changes: 1, differences: [] },
    { field: 'decisions', count: 0, present: 0, changes: 0, differences: [] },
  ],
} as unknown as ImportView;

test('fields that are edited together are one part; what neither has is left out', () => {
  expect(partRows(view).map(({ part, count, changes }) => [part, count, changes])).toEqual([
    ['basics', 2, 2],
    ['facts', 2, 2],
  ]);
});

test('only chosen parts are replaced, and what the filing says stays', () => {
  const content = { facts: [9], units: ['乙'], dates: { approved: 'd' }, year: 2025, otherNotes: 'n' };
  const chosen = partRows(view).filter(({ part }) => part === 'facts');
  expect(takenParts(content, view, chosen)).toEqual({ ...content, facts: [1, 2] });
  expect(takenParts(content, view, partRows(view))).toMatchObject({ units: ['甲'], form: 'x', year: 2025 });
});
