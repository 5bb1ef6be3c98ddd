/**
 * Measures the stages of one document in a process that has the flags of a worker (started by speed.ts) and is
 * settled: V8 goes on optimising for some sixty documents (docs/decisions/023-compiled-check.md). Prints JSON.
 */
import { checkDisclosure } from '../src/check/check.ts';
import { optimiseForManyDocuments } from '../src/commands/startup.ts';
import { readSource } from '../src/read/open.ts';
import { recognise } from '../src/read/recognise/recognise.ts';
import { corpusDocument, exampleDocument, readRecogniseCheck, textOf } from './documents.ts';
import { median } from './timing.ts';

/** Milliseconds: medians of runs in a warm process. */
export interface WarmStages {
  readonly split: number;
  readonly reading: number;
  readonly recognising: number;
  readonly checking: number;
  readonly all: number;
}

const runs = 25;
const settling = 12_000;
const settled = 200;

optimiseForManyDocuments();
const example = exampleDocument();
const name = process.argv[2] ?? example.name;
const document = name === example.name ? example : corpusDocument(name);
if (document === null) throw new Error(`${name} is not there`);
const read = await readSource(document);
if (!read.ok) throw new Error(`${name}: ${read.problem.code}`);
const disclosure = recognise(read.source);
const text = textOf(document);
const all = await median(runs, () => readRecogniseCheck(document), settling);
const stages: WarmStages = {
  split: await median(runs, () => text.split('\n').map((line) => line.split('\t')).length, settled),
  reading: await median(runs, () => readSource(document), settled),
  recognising: await median(runs, () => recognise(read.source), settled),
  checking: await median(runs, () => checkDisclosure(disclosure), settled),
  all,
};
console.log(JSON.stringify(stages));
