import { isObject, unknownKeys, type JsonObject } from './json.ts';
import type { Mistake } from './mistake.ts';
import { unknownRule } from './unknownRule.ts';
import { placeKeys, type WaivedPlace, type WaiverEntry } from './waiverEntry.ts';

export interface ReadWaivers {
  readonly waivers: readonly WaiverEntry[];
  readonly mistakes: readonly Mistake[];
}

/** Coordinates that a place copied from a report has; they change with every edit and do not count. */
const coordinates = ['file', 'page', 'printedPage', 'line', 'sheet', 'cell', 'block', 'offset', 'box'];
const keys = ['rule', 'place', 'reported', 'reason', 'by', 'date', 'expires', 'document'];

/**
 * A list of waivers (schemas/waivers.schema.json): those that are right, and every mistake with its place.
 * `document` must be named where the list is not kept beside one document.
 */
export function readWaivers(content: unknown, need: 'document' | 'beside'): ReadWaivers {
  if (!Array.isArray(content)) return { waivers: [], mistakes: [{ code: 'notAList', at: 'waivers' }] };
  const read = content.map((entry: unknown, i) => readWaiver(entry, `waivers[${i}]`, need));
  return {
    waivers: read.flatMap(({ waiver }) => (waiver === null ? [] : [waiver])),
    mistakes: read.flatMap(({ mistakes }) => mistakes),
  };
}

interface ReadWaiver {
  readonly waiver: WaiverEntry | null;
  readonly mistakes: readonly Mistake[];
}

function readWaiver(entry: unknown, at: string, need: 'document' | 'beside'): ReadWaiver {
  if (!isObject(entry)) return { waiver: null, mistakes: [{ code: 'notAnObject', at }] };
  const required = ['rule', 'reason', 'by', 'date', ...(need === 'document' ? ['document'] : [])];
  const place = readPlace(entry['place'], `${at}.place`);
  const mistakes = [
    ...unknownKeys(entry, keys, at),
    ...required.filter((key) => entry[key] === undefined).map((key) => missing(key, at)),
    ...textMistakes(entry, ['rule', 'reason', 'by', 'document'], at),
    ...dateMistakes(entry, at),
    ...ruleMistakes(entry, at),
    ...place.mistakes,
  ];
  if (mistakes.length > 0) return { waiver: null, mistakes };
  const text = (key: string): string | null => {
    const value = entry[key];
    return typeof value === 'string' ? value : null;
  };
  return {
    waiver: {
      rule: text('rule') ?? '',
      place: place.place,
      reported: text('reported'),
      reason: text('reason') ?? '',
      by: text('by') ?? '',
      date: text('date') ?? '',
      expires: text('expires'),
      document: text('document'),
    },
    mistakes: [],
  };
}

function missing(key: string, at: string): Mistake {
  return { code: 'missing', at, value: key };
}

function textMistakes(entry: JsonObject, names: readonly string[], at: string): readonly Mistake[] {
  const empty = names.filter((key) => {
    const value = entry[key];
    return value !== undefined && (typeof value !== 'string' || value.trim() === '');
  });
  const { reported } = entry;
  const wrong = reported !== undefined && reported !== null && typeof reported !== 'string';
  return [...empty, ...(wrong ? ['reported'] : [])].map((key) => ({ code: 'notText', at: `${at}.${key}` }));
}

function dateMistakes(entry: JsonObject, at: string): readonly Mistake[] {
  return ['date', 'expires'].flatMap((key) => {
    const value = entry[key];
    if (value === undefined || (key === 'expires' && value === null) || isDate(value)) return [];
    return [
      {
        code: 'wrongDate',
        at: `${at}.${key}`,
        value: typeof value === 'string' ? value : JSON.stringify(value),
      },
    ] as const;
  });
}

/** A day of the calendar as YYYY-MM-DD. */
function isDate(value: unknown): boolean {
  if (typeof value !== 'string' || !/^\d{4}-\d{2}-\d{2}$/.test(value)) return false;
  const day = new Date(`${value}T00:00:00Z`);
  return !Number.isNaN(day.getTime()) && day.toISOString().startsWith(value);
}

function ruleMistakes({ rule }: JsonObject, at: string): readonly Mistake[] {
  if (typeof rule !== 'string' || rule.trim() === '') return [];
  const mistake = unknownRule(rule, `${at}.rule`, 'rules');
  return mistake === null ? [] : [mistake];
}

function readPlace(
  content: unknown,
  at: string,
): { readonly place: WaivedPlace; readonly mistakes: readonly Mistake[] } {
  if (content === undefined) return { place: {}, mistakes: [] };
  if (!isObject(content)) return { place: {}, mistakes: [{ code: 'notAnObject', at }] };
  const wrong = placeKeys.filter((key) => content[key] !== undefined && !isKeyValue(key, content[key]));
  const mistakes: readonly Mistake[] = [
    ...unknownPlaceKeys(content, at),
    ...wrong.map((key) => placeMistake(`${at}.${key}`, content[key], key)),
  ];
  const known = placeKeys.filter((key) => content[key] !== undefined && !wrong.includes(key));
  return { place: Object.fromEntries(known.map((key) => [key, content[key]])), mistakes };
}

/** Coordinates are no mistake, but nobody should write them. */
function unknownPlaceKeys(content: JsonObject, at: string): readonly Mistake[] {
  const keys = Object.entries(content).filter(([key]) => !coordinates.includes(key));
  return unknownKeys(Object.fromEntries(keys), placeKeys, at);
}

function isKeyValue(key: (typeof placeKeys)[number], value: unknown): boolean {
  if (value === '*') return true;
  return key === 'table' ? Number.isInteger(value) : typeof value === 'string' && value !== '';
}

function placeMistake(at: string, value: unknown, key: string): Mistake {
  const hint = key === 'table' ? '1, 2, 3 … / "*"' : '"…" / "*"';
  return { code: 'wrongPlace', at, value: JSON.stringify(value), hint };
}
