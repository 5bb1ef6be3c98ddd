import type { PlaceNames } from '../../../src/model/words/names.ts';
import type { Disclosure, FigureState, Paragraph, Place, Trace, TracedRelation } from './disclosure.ts';
import { namesOf } from './names.ts';

/** What a figure's state is called in the style. */
export const figureLetters: Readonly<Record<FigureState, string>> = {
  verified: 'v',
  contradicted: 'x',
  unverified: 'u',
};

/** Which numbers stand where, and what they stand in. */
export interface FigureIndex {
  readonly trace: Trace;
  readonly names: PlaceNames;
  /** The number printed at a place; null where none was read. */
  readonly at: (place: Place, text: string) => number | null;
  /** The first number in the row of a table that a place lies in; null where it has none. */
  readonly inRow: (place: Place) => number | null;
  /** The numbers of a paragraph, in its order. */
  readonly inParagraph: (paragraph: Paragraph) => readonly TextFigure[];
  readonly relationsOf: (figure: number) => readonly TracedRelation[];
}

export interface TextFigure {
  readonly start: number;
  readonly end: number;
  readonly id: number;
}

export function figureIndex(disclosure: Disclosure, trace: Trace): FigureIndex {
  const byPlace = new Map<string, number>();
  trace.figures.forEach(({ place, text }, id) => {
    const key = keyOf(place, text);
    if (!byPlace.has(key)) byPlace.set(key, id);
  });
  const relations = relationsByFigure(trace);
  const paragraphs = textFigures(disclosure, trace);
  return {
    trace,
    names: namesOf(disclosure),
    at: (place, text) => (isWholeFile(place) ? null : (byPlace.get(keyOf(place, text)) ?? null)),
    inRow: ({ table, row }) => {
      if (table === undefined || row === undefined) return null;
      const id = trace.figures.findIndex(({ place }) => place.table === table && place.row === row);
      return id < 0 ? null : id;
    },
    inParagraph: (paragraph) => paragraphs.get(paragraph) ?? [],
    relationsOf: (figure) => relations.get(figure) ?? [],
  };
}

/** What is about the whole document stands at no figure. */
function isWholeFile(place: Place): boolean {
  return Object.keys(place).every((key) => key === 'file');
}

/** The same whatever the order of a place's fields; numbers of a sentence may share a place. */
function keyOf(place: Place, text: string): string {
  const fields = Object.entries(place).sort(([a], [b]) => (a < b ? -1 : 1));
  return `${JSON.stringify(fields)} ${place.section === undefined ? '' : text}`;
}

function relationsByFigure({ relations }: Trace): ReadonlyMap<number, readonly TracedRelation[]> {
  const found = new Map<number, TracedRelation[]>();
  for (const relation of relations)
    for (const figure of new Set(relation.terms.map((term) => term.figure)))
      found.set(figure, [...(found.get(figure) ?? []), relation]);
  return found;
}

/** The trace lists the numbers of the narrative in the order in which its sentences claim them. */
function textFigures(
  { narrative }: Disclosure,
  { figures }: Trace,
): ReadonlyMap<Paragraph, readonly TextFigure[]> {
  const spoken = [...figures.entries()].filter(([, { origin }]) => origin === 'text');
  const found = new Map<Paragraph, readonly TextFigure[]>();
  let next = 0;
  for (const { section, paragraphs } of narrative)
    for (const paragraph of paragraphs) {
      const own: TextFigure[] = [];
      for (const { text, start, end } of paragraph.claims) {
        const [id, figure] = spoken[next] ?? [];
        if (id === undefined || figure?.text !== text || figure.place.section !== section) continue;
        own.push({ start, end, id });
        next += 1;
      }
      found.set(
        paragraph,
        own.sort((a, b) => a.start - b.start),
      );
    }
  return found;
}

/** What the part of the document that a place lies in is called in its address: t1, s3, p0. */
export function partOf(place: Place, { narrative, projects, tables }: Disclosure): string | null {
  const { table, section, project } = place;
  if (table !== undefined && tables.some(({ number }) => number === table)) return `t${table}`;
  if (project !== undefined) {
    const index = projects.findIndex(({ name }) => name === project);
    return index < 0 ? null : `p${index}`;
  }
  const index = narrative.findIndex((each) => each.section === section);
  return index < 0 ? null : `s${index}`;
}

const businessKey = ['table', 'row', 'column', 'section', 'project'] as const;

/** Is a comment's place that of a figure? By the business key, which stays from version to version. */
export function isAt(commented: unknown, place: Place): boolean {
  if (typeof commented !== 'object' || commented === null) return false;
  const other = commented as Place;
  const keys = businessKey.filter((key) => place[key] !== undefined);
  return keys.length > 0 && businessKey.every((key) => other[key] === place[key]);
}
