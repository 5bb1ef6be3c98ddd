import { describe, expect, it } from 'vitest';
import { addTo, onesAt, valueAt, workspace } from './sparseRow.ts';

const columns = [0, 1, 2, 3, 4, 5, 6, 7];

describe('a sparse row', () => {
  it('is the sum that full rows would have, but for the column left out', () => {
    const row = onesAt([1, 4, 5]);
    addTo(row, 2, onesAt([0, 4, 7]), 5, workspace(8), 0);
    expect(columns.map((column) => valueAt(row, column))).toEqual([2, 1, 0, 0, 3, 0, 0, 2]);
  });

  it('forgets what cancels', () => {
    const row = onesAt([1, 4]);
    addTo(row, -1, onesAt([4]), -1, workspace(8), 0);
    expect(row.length).toBe(1);
    expect(valueAt(row, 4)).toBe(0);
  });
});
