import { existsSync, readFileSync } from 'node:fs';
import type { SeenGolden } from './goldenFindings.ts';
import type { Verdict } from './planting/judging.ts';
import { tallyOf, type Tally } from './planting/tally.ts';

/** How a part was measured. */
export interface Run {
  readonly seed: number;
  /** Mistakes in each document, or documents checked for false alarms. */
  readonly size: number;
}

export type Tallies = Readonly<Record<string, Tally>>;

export interface PlantedPart {
  readonly run: Run;
  readonly byFamily: Tallies;
  readonly byKind: Tallies;
  readonly documents: readonly {
    readonly name: string;
    readonly figures: number;
    readonly verified: number;
    readonly tally: Tally;
  }[];
}

export interface AlarmsPart {
  readonly run: Run;
  readonly alarms: number;
}

/** What the runs so far have measured; each part is that of the largest run, the newest among equals. */
export interface AccuracyRecord {
  readonly generated?: PlantedPart;
  readonly real?: PlantedPart;
  readonly alarms?: AlarmsPart;
  readonly golden?: readonly SeenGolden[];
}

export interface JudgedDocument {
  readonly name: string;
  readonly figures: number;
  readonly verified: number;
  readonly verdicts: readonly Verdict[];
}

/** The part that planting in these documents gives; undefined where there were none. */
export function plantedPart(judged: readonly JudgedDocument[], run: Run): PlantedPart | undefined {
  const all = judged.flatMap(({ verdicts }) => verdicts);
  if (all.length === 0) return undefined;
  return {
    run,
    byFamily: talliesBy(all, ({ plant }) => plant.target.family),
    byKind: talliesBy(all, ({ plant }) => plant.kind),
    documents: judged.map(({ verdicts, name, figures, verified }) => ({
      ...{ name: name.replace(/\.txt$/, ''), figures, verified },
      tally: tallyOf(verdicts),
    })),
  };
}

function talliesBy(verdicts: readonly Verdict[], keyOf: (verdict: Verdict) => string): Tallies {
  const keys = [...new Set(verdicts.map(keyOf)), 'all'];
  return Object.fromEntries(
    keys.map((key) => [key, tallyOf(verdicts.filter((each) => key === 'all' || keyOf(each) === key))]),
  );
}

/** The record with a run's parts in it: a smaller run does not take the place of a larger one. */
export function recorded(known: AccuracyRecord, now: AccuracyRecord): AccuracyRecord {
  const generated = larger(known.generated, now.generated);
  const real = larger(known.real, now.real);
  const alarms = larger(known.alarms, now.alarms);
  const golden = now.golden !== undefined && now.golden.length > 0 ? now.golden : known.golden;
  return {
    ...(generated === undefined ? {} : { generated }),
    ...(real === undefined ? {} : { real }),
    ...(alarms === undefined ? {} : { alarms }),
    ...(golden === undefined ? {} : { golden }),
  };
}

function larger<Part extends { readonly run: Run }>(
  known: Part | undefined,
  now: Part | undefined,
): Part | undefined {
  if (known === undefined || now === undefined) return now ?? known;
  return now.run.size >= known.run.size ? now : known;
}

/** What the file holds; nothing where there is none yet. */
export function readRecord(path: string): AccuracyRecord {
  return existsSync(path) ? (JSON.parse(readFileSync(path, 'utf8')) as AccuracyRecord) : {};
}
