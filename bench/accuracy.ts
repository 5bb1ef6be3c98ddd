/**
 * Plants single mistakes of every kind in documents that are right, and prints what checking makes of them; then
 * counts false alarms on composed documents, and looks for the verified mistakes of the real ones.
 * Usage: npm run bench:accuracy [-- --plants N] [--documents N] [--seed S] [--write 1]. It fails on nothing;
 * --write puts the figures into docs/accuracy.md.
 */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { accuracyPage } from './accuracyPage.ts';
import {
  corpusDocument,
  corpusPdfs,
  exampleDocument,
  referenceName,
  type BenchDocument,
} from './documents.ts';
import { falseAlarms, type FalseAlarm } from './falseAlarms.ts';
import { goldenFindings, seenGolden } from './goldenFindings.ts';
import { optionOf } from './options.ts';
import { judged, type Verdict } from './planting/judging.ts';
import { checkedWith, plantsIn } from './planting/planting.ts';
import { prepared } from './planting/prepared.ts';
import { tallyCells, tallyHead, tallyOf } from './planting/tally.ts';
import { sampleDocuments } from './sampleDocuments.ts';

const plants = optionOf('plants', 100);
const documents = optionOf('documents', 60);
const seed = optionOf('seed', 1);

export interface JudgedDocument {
  readonly name: string;
  readonly real: boolean;
  readonly figures: number;
  readonly verified: number;
  readonly verdicts: readonly Verdict[];
}

function printed(cells: readonly string[], name: string): string {
  return `${name.padEnd(44)}${cells.map((cell) => cell.padStart(14)).join('')}`;
}

async function judgedIn({ name, bytes }: BenchDocument, real: boolean): Promise<JudgedDocument> {
  const document = await prepared(name, bytes);
  const verdicts = plantsIn(document, plants, seed).map((plant) =>
    judged(document, plant, checkedWith(document, plant)),
  );
  console.log(printed(tallyCells(tallyOf(verdicts)), name));
  const { figures, verified } = document.coverage;
  return { name, real, figures, verified, verdicts };
}

function printBy(title: string, all: readonly Verdict[], keyOf: (verdict: Verdict) => string): void {
  console.log(`\n${printed([...tallyHead], title)}`);
  const keys = [...new Set(all.map(keyOf))];
  for (const key of keys)
    console.log(printed(tallyCells(tallyOf(all.filter((verdict) => keyOf(verdict) === key))), key));
}

async function alarmsOnComposed(): Promise<readonly FalseAlarm[]> {
  const alarms: FalseAlarm[] = [];
  for await (const each of falseAlarms(documents, seed)) alarms.push(...each.alarms);
  console.log(
    `\n${alarms.length} errors and warnings on ${documents} composed documents, as composed and read back`,
  );
  for (const { document, rule, message } of alarms) console.log(`  ${document}: ${rule} ${message}`);
  return alarms;
}

const real = [
  exampleDocument(),
  ...[referenceName, ...corpusPdfs].flatMap((name) => corpusDocument(name) ?? []),
];
console.log(printed([...tallyHead], `${plants} mistakes a document, seed ${seed}`));
const judgedDocuments: JudgedDocument[] = [];
for (const document of sampleDocuments(seed)) judgedDocuments.push(await judgedIn(document, false));
for (const document of real) judgedDocuments.push(await judgedIn(document, true));
for (const [title, isReal] of [
  ['generated', false],
  ['real and example', true],
] as const) {
  const verdicts = judgedDocuments.filter((each) => each.real === isReal).flatMap((each) => each.verdicts);
  printBy(`${title}, by family`, verdicts, ({ plant }) => plant.target.family);
  printBy(`${title}, by kind`, verdicts, ({ plant }) => plant.kind);
  printBy(`${title}, all`, verdicts, () => 'all');
}
const alarms = await alarmsOnComposed();
const golden = await seenGolden(goldenFindings);
for (const { file, wanted, missing } of golden)
  console.log(
    `${file}: ${wanted - missing.length} of ${wanted} verified mistakes found${missing.map((each) => `; not ${each}`).join('')}`,
  );
if (optionOf('write', 0) > 0) {
  const page = accuracyPage({
    plants,
    seed,
    documents,
    judged: judgedDocuments,
    alarms: alarms.length,
    golden,
  });
  writeFileSync(join(import.meta.dirname, '../docs/accuracy.md'), page);
}
