/**
 * Plants single mistakes of every kind in documents that are right, and prints what checking makes of them; then
 * counts false alarms on composed documents, and looks for the verified mistakes of the real ones.
 * Usage: npm run bench:accuracy [-- --plants N] [--documents N] [--seed S] [--generated 0] [--write 1]. It fails
 * on nothing. --write keeps the results in bench/accuracy.json, where they are larger than what it holds, and writes
 * docs/accuracy.md from it; --plants 0 plants nothing, --generated 0 plants in real documents only.
 */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { format } from 'prettier';
import { accuracyPage } from './accuracyPage.ts';
import { plantedPart, readRecord, recorded, type JudgedDocument } from './accuracyRecord.ts';
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

function printed(cells: readonly string[], name: string): string {
  return `${name.padEnd(44)}${cells.map((cell) => cell.padStart(14)).join('')}`;
}

async function judgedIn({ name, bytes }: BenchDocument): Promise<JudgedDocument> {
  const document = await prepared(name, bytes);
  const verdicts = plantsIn(document, plants, seed).map((plant) =>
    judged(document, plant, checkedWith(document, plant)),
  );
  console.log(printed(tallyCells(tallyOf(verdicts)), name));
  const { figures, verified } = document.coverage;
  return { name, figures, verified, verdicts };
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

/** Plants in each document in turn, and prints what was made of it by family and by kind. */
async function plantedIn(
  title: string,
  documents: Iterable<BenchDocument>,
): Promise<readonly JudgedDocument[]> {
  const all: JudgedDocument[] = [];
  for (const document of documents) all.push(await judgedIn(document));
  const verdicts = all.flatMap((each) => each.verdicts);
  printBy(`${title}, by family`, verdicts, ({ plant }) => plant.target.family);
  printBy(`${title}, by kind`, verdicts, ({ plant }) => plant.kind);
  printBy(`${title}, all`, verdicts, () => 'all');
  return all;
}

const real = [
  exampleDocument(),
  ...[referenceName, ...corpusPdfs].flatMap((name) => corpusDocument(name) ?? []),
];
const withGenerated = plants > 0 && optionOf('generated', 1) > 0;
console.log(printed([...tallyHead], `${plants} mistakes a document, seed ${seed}`));
const inGenerated = await plantedIn('generated', withGenerated ? sampleDocuments(seed) : []);
const inReal = await plantedIn('real and example', plants > 0 ? real : []);
const alarms = documents > 0 ? await alarmsOnComposed() : [];
const golden = await seenGolden(goldenFindings);
for (const { file, wanted, missing } of golden)
  console.log(
    `${file}: ${wanted - missing.length} of ${wanted} verified mistakes found${missing.map((each) => `; not ${each}`).join('')}`,
  );
if (optionOf('write', 0) > 0) {
  const path = join(import.meta.dirname, 'accuracy.json');
  const [generatedPart, realPart] = [inGenerated, inReal].map((judged) =>
    plantedPart(judged, { seed, size: plants }),
  );
  // Without the real documents only the example is left: that is no measurement of them.
  const known = recorded(readRecord(path), {
    ...(generatedPart === undefined ? {} : { generated: generatedPart }),
    ...(realPart === undefined || real.length === 1 ? {} : { real: realPart }),
    ...(documents === 0 ? {} : { alarms: { run: { seed, size: documents }, alarms: alarms.length } }),
    golden,
  });
  writeFileSync(path, await format(JSON.stringify(known), { parser: 'json', printWidth: 110 }));
  writeFileSync(join(import.meta.dirname, '../docs/accuracy.md'), accuracyPage(known));
}
