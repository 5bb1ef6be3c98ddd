/**
 * Plants single mistakes in the tables of documents that are right, and prints what checking makes of
 * them. Usage: npm run bench:accuracy [-- --plants N] [--seed S]. It fails on nothing.
 */
import { checkDisclosure } from '../src/check/check.ts';
import { corpusDocument, corpusPdfs, disclosureOf, exampleDocument, referenceName } from './documents.ts';
import type { Disclosure } from '../src/model/disclosure.ts';
import { optionOf } from './options.ts';
import { mistakeKinds, type MistakeKind } from './mistakes.ts';
import { judgePlant, plantable, plantIn, tableNetwork, type Verdict } from './planting.ts';
import { randomOf } from './random.ts';
import { tallyHead, tallyLine, tallyOf } from './tally.ts';

const plants = optionOf('plants', 300);
const seed = optionOf('seed', 1);

function verdictsOf(disclosure: Disclosure): ReadonlyMap<MistakeKind, readonly Verdict[]> {
  const random = randomOf(seed);
  const figures = plantable(disclosure);
  const original = tableNetwork(disclosure);
  const byKind = new Map<MistakeKind, Verdict[]>(mistakeKinds.map((kind) => [kind, []]));
  for (let i = 0; i < plants; i += 1) {
    const kind = mistakeKinds[i % mistakeKinds.length] ?? 'digit';
    const plant = plantIn(disclosure, random.pick(figures), kind, random);
    if (plant !== null) byKind.get(kind)?.push(judgePlant(disclosure, original, plant));
  }
  return byKind;
}

function print(name: string, disclosure: Disclosure): void {
  const started = performance.now();
  const { coverage, findings } = checkDisclosure(disclosure);
  const errors = findings.filter((finding) => finding.severity === 'error').length;
  console.log(`\n${name}`);
  console.log(
    `  ${coverage.figures} figures: ${coverage.verified} verified, ${coverage.contradicted} contradicted, ` +
      `${coverage.unverified} unverified; ${errors} errors as published`,
  );
  console.log(tallyHead);
  const byKind = verdictsOf(disclosure);
  for (const [kind, verdicts] of byKind) console.log(tallyLine(kind, tallyOf(verdicts)));
  console.log(tallyLine('all', tallyOf([...byKind.values()].flat())));
  console.log(
    `  ${((performance.now() - started) / Math.max(plants, 1)).toFixed(0)} ms a plant, seed ${seed}`,
  );
}

const names = [referenceName, ...corpusPdfs];
const documents = [exampleDocument(), ...names.flatMap((name) => corpusDocument(name) ?? [])];
console.log(`${plants} single mistakes a document. located: of those found, first or in the tied set;`);
console.log('corrected: of those not tied; decided: of those that one figure alone explains (brute force).');
for (const document of documents) print(document.name, await disclosureOf(document));
