import type { Place } from '../../../model/place.ts';
import type { Trace } from '../../../model/trace.ts';

/** Which number of the trace stands at a place; null where none does. */
export interface FigureFinder {
  at(place: Place, text: string): number | null;
  /** The next number of the narrative that is printed so at one of the places: numbers of a sentence share it. */
  inText(section: string, text: string): number | null;
}

/** Finds numbers by their place: first the very object, else a place that says the same. */
export function figureFinder(trace: Trace): FigureFinder {
  const { figures } = trace;
  const byObject = new Map<Place, number>();
  const byWords = new Map<string, number>();
  figures.forEach((figure, id) => {
    byObject.set(figure.place, id);
    const words = figureKey(figure.place, figure.text);
    if (!byWords.has(words)) byWords.set(words, id);
  });
  return {
    at: (place, text) => byObject.get(place) ?? byWords.get(figureKey(place, text)) ?? null,
    inText: sentenceReader(trace),
  };
}

/** Finds the numbers of the narrative one after the other. */
export function sentenceReader({ figures }: Trace): FigureFinder['inText'] {
  const spoken = figures.flatMap(({ origin }, id) => (origin === 'text' ? [id] : []));
  let next = 0;
  return (section, text) => {
    const id = spoken[next];
    const figure = id === undefined ? undefined : figures[id];
    if (id === undefined || figure?.text !== text || figure.place.section !== section) return null;
    next += 1;
    return id;
  };
}

function figureKey(place: Place, text: string): string {
  return `${JSON.stringify(place)} ${place.section === undefined ? '' : text}`;
}

/** Element ids by what they show, so that a finding leads to the nearest thing that is on the page. */
export interface Anchors {
  set(place: Place, id: string): void;
  find(place: Place): string | null;
}

export function anchorsOf(): Anchors {
  const ids = new Map<string, string>();
  return {
    set(place, id) {
      const [key] = placeKeys(place);
      if (key !== undefined && !ids.has(key)) ids.set(key, id);
    },
    find(place) {
      const key = placeKeys(place).find((each) => ids.has(each));
      return key === undefined ? null : (ids.get(key) ?? null);
    },
  };
}

/** What a place may be found by, the most exact first. */
function placeKeys(place: Place): readonly string[] {
  const { table, row, column, section, project, line, block, page, box } = place;
  const spot = [line, block, page, box?.map(Math.round).join()].join(' ');
  if (project !== undefined && table === undefined)
    return fallbacks(`sheet ${project}`, row === undefined ? [] : [`${row} ${column}`, row]);
  if (table !== undefined)
    return fallbacks(`table ${table}`, row === undefined ? [] : [`${row} ${column}`, row]);
  if (section !== undefined)
    return fallbacks(`section ${section}`, spot.trim() === '' ? [] : [spot, `${line} ${block} ${page}`]);
  return [`at ${spot}`];
}

function fallbacks(whole: string, parts: readonly string[]): readonly string[] {
  return [...parts.map((part) => `${whole} ${part}`), whole];
}
