import { describe, expect, it } from 'vitest';
import { exampleDocument } from '../documents.ts';
import { sampleDocuments } from '../sampleDocuments.ts';
import { judged, type Verdict } from './judging.ts';
import { checkedWith, plantsIn } from './planting.ts';
import { prepared } from './prepared.ts';
import { tallyOf } from './tally.ts';

/** The example, and the smallest generated document of every form. */
const documents = [exampleDocument(), ...sampleDocuments(1)].slice(0, 5);
const plants = 30;

describe.each(documents)('single mistakes in $name', ({ name, bytes }) => {
  it('are found and corrected, and no other figure is called wrong', { timeout: 240_000 }, async () => {
    const document = await prepared(name, bytes);
    expect(document.findings.filter(({ severity }) => severity !== 'info')).toEqual([]);
    const verdicts = plantsIn(document, plants, 7).map((plant) =>
      judged(document, plant, checkedWith(document, plant)),
    );
    const inTables = verdicts.filter(({ plant }) => plant.target.family === 'table');
    const table = tallyOf(inTables);
    expect(table.visible).toBeGreaterThan(0.8 * inTables.length);
    expect(missed(inTables)).toEqual([]);
    expect(table.decidableFirst).toBeGreaterThanOrEqual(table.decidable - 1);
    expect(table.decidableCorrected).toBeGreaterThanOrEqual(table.decidable - 1);
    const told = tallyOf(verdicts.filter(({ plant }) => plant.target.figure !== null));
    expect(told.found).toBeGreaterThanOrEqual(0.9 * told.visible);
  });
});

/** Visible mistakes that no finding names. */
function missed(verdicts: readonly Verdict[]): readonly string[] {
  return verdicts
    .filter(({ visible, found }) => visible && !found)
    .map(({ plant }) => `${plant.kind} ${plant.target.text} → ${plant.text}`);
}
