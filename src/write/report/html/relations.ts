import type { Trace, TracedRelation } from '../../../model/trace.ts';
import { placeWords, referenceWords } from '../../../model/words/place.ts';
import type { PlacedFinding } from './findings.ts';
import { noPictures, type Pictures, type PictureSpot } from './pagePicture.ts';
import type { Page } from './page.ts';

/** What the page's script shows of a figure: text, place, state, printings of the same quantity, relations, findings. */
export interface FigureData {
  readonly figures: Readonly<
    Record<number, readonly [text: string, place: string, reference: string, state: 0 | 1 | 2]>
  >;
  /** Printings of one quantity. */
  readonly same: readonly (readonly number[])[];
  readonly relations: readonly RelationData[];
  /** The numbers of the findings on a figure. */
  readonly findings: Readonly<Record<number, readonly number[]>>;
  /** What last year's document prints of a figure. */
  readonly outside: Readonly<Record<number, readonly OutsideData[]>>;
  /** Where a figure and a finding stand on the pictures of the pages. */
  readonly boxes: Readonly<Record<number, PictureSpot>>;
  readonly spots: Readonly<Record<number, PictureSpot>>;
}

export type OutsideData = readonly [text: string, place: string, holds: 0 | 1];

/** kind, outcome, title of the rule, [figure, weight, is the total?]…, the rate's figure. */
export type RelationData = readonly [
  kind: 0 | 1,
  outcome: 0 | 1 | 2,
  title: string,
  terms: readonly (readonly [figure: number, weight: number, total: 0 | 1])[],
  rate: number | null,
];

const states = { verified: 0, contradicted: 1, unverified: 2 } as const;
const outcomes = { exact: 0, rounding: 1, fail: 2 } as const;

/** The figures on the page with all that is known of them. */
export function figureData(
  page: Page,
  findings: readonly PlacedFinding[],
  titleOf: (rule: string) => string,
  pictures: Pictures = noPictures,
): FigureData {
  const { trace, shown, language, names } = page;
  const figures: Record<number, FigureData['figures'][number]> = {};
  for (const id of shown) {
    const figure = trace.figures[id];
    if (figure === undefined) continue;
    const { text, place, quote, state } = figure;
    const words =
      quote === null ? placeWords(place, language, names) : quoted(placeWords(place, language, names), quote);
    figures[id] = [text, words, referenceWords(place, language), states[state]];
  }
  return {
    figures,
    same: printings(trace, shown),
    relations: trace.relations.flatMap((relation) => relationData(relation, shown, titleOf)),
    findings: findingsByFigure(findings),
    outside: outsideData(page),
    boxes: Object.fromEntries(Object.entries(pictures.figures).filter(([id]) => shown.has(Number(id)))),
    spots: spotsOf(findings, pictures),
  };
}

function outsideData({ trace, language, names }: Page): FigureData['outside'] {
  const told: Record<number, OutsideData[]> = {};
  for (const { figure, holds, text, place } of trace.outside ?? []) {
    (told[figure] ??= []).push([text, placeWords(place, language, names), holds ? 1 : 0]);
  }
  return told;
}

/** Findings that do not lead to a figure of the page have a place of their own. */
function spotsOf(findings: readonly PlacedFinding[], pictures: Pictures): FigureData['spots'] {
  return Object.fromEntries(
    findings.flatMap(({ number, finding, targets }) => {
      const [culprit] = finding.culprits;
      const figure = targets[0]?.figure ?? null;
      const own = figure === null ? undefined : pictures.figures[figure];
      const spot = own ?? (culprit === undefined ? null : pictures.spotOf(culprit.place));
      return spot === null ? [] : [[number, spot] as const];
    }),
  );
}

function quoted(place: string, quote: string): string {
  return `${place}“${quote}”`;
}

/** Two printings are not told again as a relation; a blank is zero and says nothing. */
function relationData(
  { kind, outcome, rule, terms, rate }: TracedRelation,
  shown: ReadonlySet<number>,
  titleOf: (rule: string) => string,
): readonly RelationData[] {
  const known = terms.filter(({ figure }) => shown.has(figure));
  if (kind === 'same' || known.length < 2) return [];
  const told = known.map(({ figure, weight, role }) => [figure, weight, role === 'total' ? 1 : 0] as const);
  return [[kind === 'ratio' ? 1 : 0, outcomes[outcome], titleOf(rule), told, rate]];
}

/** Groups of figures that print the same quantity. */
function printings({ relations }: Trace, shown: ReadonlySet<number>): readonly (readonly number[])[] {
  const leader = new Map<number, number>();
  const find = (figure: number): number => {
    let at = figure;
    for (let next = leader.get(at); next !== undefined && next !== at; next = leader.get(at)) at = next;
    return at;
  };
  for (const { kind, terms } of relations) {
    const [a, b] = terms;
    if (kind !== 'same' || a === undefined || b === undefined) continue;
    leader.set(find(b.figure), find(a.figure));
    if (!leader.has(a.figure)) leader.set(a.figure, a.figure);
  }
  const groups = new Map<number, number[]>();
  for (const figure of [...leader.keys()].sort((a, b) => a - b)) {
    if (!shown.has(figure)) continue;
    const group = groups.get(find(figure)) ?? [];
    groups.set(find(figure), [...group, figure]);
  }
  return [...groups.values()].filter((group) => group.length > 1);
}

function findingsByFigure(findings: readonly PlacedFinding[]): Readonly<Record<number, readonly number[]>> {
  const numbers: Record<number, number[]> = {};
  for (const { number, targets } of findings)
    for (const { figure } of targets) if (figure !== null) (numbers[figure] ??= []).push(number);
  return numbers;
}
