import { describe, expect, it } from 'vitest';
import { checkDisclosure } from '../src/check/check.ts';
import type { Disclosure } from '../src/model/disclosure.ts';
import type { Finding } from '../src/model/finding.ts';
import { tabbedCells, withCell } from '../src/read/recognise/tabbedFixture.ts';
import {
  corpusDocument,
  disclosureOf,
  exampleDocument,
  referenceName,
  textOf,
  type BenchDocument,
} from './documents.ts';
import { mistakeKinds } from './mistakes.ts';
import {
  checkTables,
  findingKey,
  judged,
  judgePlant,
  plantable,
  plantIn,
  tableNetwork,
  type Plant,
  type Verdict,
} from './planting.ts';
import { randomOf } from './random.ts';
import { tallyOf, type Tally } from './tally.ts';

/** Plants on the figures; on the text, which is read, recognised and checked anew each time. */
const onFigures = 120;
const onText = 12;

function plantsIn(disclosure: Disclosure, count: number, seed: number): readonly Plant[] {
  const random = randomOf(seed);
  const figures = plantable(disclosure);
  const plants: Plant[] = [];
  for (let i = 0; plants.length < count && i < 4 * count; i += 1) {
    const kind = mistakeKinds[i % mistakeKinds.length] ?? 'digit';
    const plant = plantIn(disclosure, random.pick(figures), kind, random);
    if (plant !== null) plants.push(plant);
  }
  return plants;
}

/** Sheets and sentences are compared with the tables by rules of their own: here the tables decide. */
function tablesOnly(disclosure: Disclosure): Disclosure {
  return { ...disclosure, projects: [], narrative: [] };
}

function errorsIn(disclosure: Disclosure): readonly Finding[] {
  return checkDisclosure(tablesOnly(disclosure)).findings.filter((finding) => finding.severity === 'error');
}

async function judgeText(document: BenchDocument, disclosure: Disclosure, plant: Plant): Promise<Verdict> {
  const { line, column, row } = plant.figure.place;
  const text = textOf(document);
  const cell = tabbedCells(text).find((own) => own.line === line && own.column === column && own.row === row);
  if (cell === undefined) throw new Error(`no cell ${line} ${row} ${column}`);
  const planted = await disclosureOf({ ...document, bytes: Buffer.from(withCell(text, cell, plant.text)) });
  const before = new Set(errorsIn(disclosure).map(findingKey));
  const fresh = errorsIn(planted).filter((finding) => !before.has(findingKey(finding)));
  return judged(plant, fresh, tableNetwork(disclosure), tableNetwork(planted));
}

function holdRates(tally: Tally): void {
  expect(tally.found).toBeGreaterThanOrEqual(0.99 * tally.visible);
  expect(tally.located).toBe(tally.found);
  expect(tally.corrected).toBeGreaterThanOrEqual(0.97 * (tally.found - tally.tied));
  expect(tally.decided).toBeGreaterThanOrEqual(0.97 * tally.decidable);
}

const reference = corpusDocument(referenceName);
if (reference === null) console.info('planting in the reference skipped: MINGSUAN_CORPUS is not set');
const documents = [exampleDocument(), ...(reference === null ? [] : [reference])];

describe.each(documents)('one wrong figure in $name', (document) => {
  it(
    'is found, located and corrected, and no other figure is called wrong',
    { timeout: 120_000 },
    async () => {
      const disclosure = await disclosureOf(document);
      expect(checkTables(disclosure).findings).toEqual([]);
      const original = tableNetwork(disclosure);
      const verdicts = plantsIn(disclosure, onFigures, 20_260).map((plant) =>
        judgePlant(disclosure, original, plant),
      );
      const tally = tallyOf(verdicts);
      console.info(`${document.name}: ${JSON.stringify(tally)}`);
      expect(tally.planted).toBe(onFigures);
      expect(tally.visible).toBeGreaterThan(0.9 * onFigures);
      holdRates(tally);
      // A blank that stands for a whole amount may take a relation with it that rested on the blank: one in a hundred.
      expect(tally.falseAlarms).toBeLessThanOrEqual(0.01 * onFigures);
    },
  );

  it('is found in the text, read anew', { timeout: 120_000 }, async () => {
    const disclosure = await disclosureOf(document);
    const plants = plantsIn(disclosure, onText, 7);
    const verdicts: Verdict[] = [];
    for (const plant of plants) verdicts.push(await judgeText(document, disclosure, plant));
    const tally = tallyOf(verdicts);
    holdRates(tally);
    expect(tally.falseAlarms).toBe(0);
  });
});
