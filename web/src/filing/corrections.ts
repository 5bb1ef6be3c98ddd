import { projectNodes, moneyOf } from '../../../src/model/bookAmounts.ts';
import type { Book } from '../../../src/model/book.ts';
import type { Figure } from '../../../src/model/figure.ts';
import { figuresByPlace } from '../../../src/model/figuresByPlace.ts';
import { contains } from '../../../src/model/scope.ts';
import type { Finding } from '../api/schema.ts';
import type { Correction } from '../document/correction.ts';
import type { Place } from '../document/disclosure.ts';
import type { Language } from '../language.tsx';
import { wanText, yuanText } from '../words/money.ts';

export type Content = Readonly<Record<string, unknown>>;
type Key = string | number;
export type Path = readonly Key[];

/** A correction with the field it changes. */
export interface BookCorrection extends Omit<Correction, 'words'> {
  readonly keys: Path;
  readonly was: unknown;
  readonly value: unknown;
}

/**
 * The one field of the book that a finding's correction changes. Null where the finding is not decided, where it
 * says no value, or where it is not one field alone: then the finding leads to its place.
 */
export function correctionFor(
  { tied, culprits }: Pick<Finding, 'tied' | 'culprits'>,
  content: Content,
  figures: readonly Figure[],
): BookCorrection | null {
  const [culprit, ...others] = culprits;
  if (tied || culprit === undefined || others.length > 0) return null;
  const { reported, expected, place } = culprit;
  if (reported === null || expected === null || reported.text === expected.text) return null;
  if (reported.fen === null || expected.fen === null)
    return textCorrection(content, place, reported.text, expected.text);
  const keys = moneyField(content as unknown as Book, place, reported.fen, figures);
  if (keys !== null) {
    const amounts = { was: valueAt(content, keys), value: expected.fen };
    return {
      path: keys.join('.'),
      keys,
      ...amounts,
      before: money(amounts.was),
      after: money(amounts.value),
    };
  }
  return textCorrection(content, place, reported.text, expected.text);
}

/** The only amount of the book that stands in the cell or on the sheet. */
function moneyField(book: Book, place: Place, fen: number, figures: readonly Figure[]): Path | null {
  if (place.table === undefined)
    return place.project === undefined ? null : sheetField(book, place.project, fen);
  const scope = figuresByPlace(figures)(place)?.scope;
  if (scope === undefined) return null;
  const own = book.facts.flatMap((fact, i) => {
    const [first] = moneyOf({ ...book, facts: [fact] });
    return first !== undefined && contains(scope, first.scope) ? [i] : [];
  });
  const [only] = own;
  return own.length === 1 && only !== undefined && book.facts[only]?.fen === fen
    ? ['facts', only, 'fen']
    : null;
}

function sheetField(book: Book, name: string, fen: number): Path | null {
  const nodes = projectNodes(book);
  const at = book.projects.findIndex((project) => project.name === name || nodes.get(project.name) === name);
  const funds = book.projects[at]?.sheet?.funds;
  if (funds === undefined) return null;
  const found = (['period', 'annual'] as const).flatMap((horizon) =>
    Object.entries(funds[horizon]).flatMap(([source, value]) =>
      value === fen ? [['projects', at, 'sheet', 'funds', horizon, source]] : [],
    ),
  );
  return found.length === 1 ? (found[0] ?? null) : null;
}

/** A wording that stands once in one text of the book. */
function textCorrection(content: Content, place: Place, from: string, to: string): BookCorrection | null {
  if (from.length < 2) return null;
  const texts = textsOf(content, []).filter(({ keys }) => belongs(keys, place, content));
  const holding = texts.filter(({ text }) => text.includes(from));
  const [only] = holding;
  if (holding.length !== 1 || only === undefined || only.text.split(from).length !== 2) return null;
  const value = only.text.replace(from, () => to);
  return { path: only.keys.join('.'), keys: only.keys, was: only.text, value, before: from, after: to };
}

interface Text {
  readonly keys: Path;
  readonly text: string;
}

function textsOf(value: unknown, keys: Path): readonly Text[] {
  if (typeof value === 'string') return [{ keys, text: value }];
  if (Array.isArray(value)) return value.flatMap((item: unknown, i) => textsOf(item, [...keys, i]));
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, item]) => textsOf(item, [...keys, key]));
}

/** A project's sheet says nothing about another project. */
function belongs(keys: Path, { project }: Place, content: Content): boolean {
  if (keys[0] !== 'projects' || project === undefined) return project === undefined || keys[0] !== 'projects';
  return nameAt(content, keys) === project;
}

function nameAt(content: Content, keys: Path): string | null {
  const name = valueAt(content, [...keys.slice(0, 2), 'name']);
  return typeof name === 'string' ? name : null;
}

const partWords: Readonly<Record<string, readonly [zh: string, en: string]>> = {
  facts: ['收支明细', 'Lines'],
  projects: ['项目', 'Project'],
  reasons: ['增减原因', 'Reasons'],
  overview: ['部门概况', 'Overview'],
  glossary: ['名词解释', 'Glossary'],
  otherNotes: ['其他说明', 'Other notes'],
  revenue: ['收入', 'Revenue'],
};

/** The field in words, for those who have never seen a path. */
export function correctionWords(content: Content, keys: Path, language: Language): string {
  const at = language === 'zh' ? 0 : 1;
  const [part = '', index] = keys;
  const words = partWords[part]?.[at] ?? String(part);
  if (typeof index !== 'number') return words;
  const line = language === 'zh' ? `第 ${index + 1} 行` : `line ${index + 1}`;
  return `${words} ${nameAt(content, keys) ?? line}`;
}

function money(fen: unknown): string {
  if (typeof fen !== 'number') return '—';
  return fen % 10_000 === 0 ? `${wanText(fen)} 万元` : `${yuanText(fen)} 元`;
}

export function valueAt(content: unknown, keys: Path): unknown {
  let value = content;
  for (const key of keys) {
    if (typeof value !== 'object' || value === null) return undefined;
    value = (value as Readonly<Record<Key, unknown>>)[key];
  }
  return value;
}

/** The content with one field changed; the rest is shared. */
export function withValue(content: unknown, [key, ...rest]: Path, value: unknown): unknown {
  if (key === undefined) return value;
  if (Array.isArray(content))
    return content.map((item: unknown, i) => (i === key ? withValue(item, rest, value) : item));
  const fields = (content ?? {}) as Readonly<Record<Key, unknown>>;
  return { ...fields, [key]: withValue(fields[key], rest, value) };
}
