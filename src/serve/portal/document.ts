import type { Disclosure } from '../../model/disclosure.ts';
import type { Place } from '../../model/place.ts';
import type { Trace, TracedFigure, TracedRelation } from '../../model/trace.ts';
import { placeNamesOf, type PlaceNames } from '../../model/words/names.ts';
import {
  anchorsOf,
  figureFinder,
  sentenceReader,
  type FigureFinder,
} from '../../write/report/html/anchors.ts';
import { stateSigns, type Page } from '../../write/report/html/page.ts';
import { htmlWords } from '../../write/report/html/words.ts';
import type { Part } from './address.ts';
import { portalProjects } from './data/projects.ts';
import type { PublishedDisclosure } from './source.ts';
import type { View } from './view.ts';

/** A page of checks. */
export type CheckPart = Extract<Part, { readonly kind: 'check' }>;

/** One disclosure on its pages: what leads from a number to where it is told. */
export interface PortalDocument {
  readonly published: PublishedDisclosure;
  readonly view: View;
  readonly names: PlaceNames;
  /** The version by which the shown one was corrected, with the same page in it; null for the newest. */
  readonly newer: NewerVersion | null;
  readonly relationsOf: (figure: number) => readonly TracedRelation[];
  /** The address of a part, in the version that is shown. */
  readonly part: (part: Part, format?: string) => string;
  /** Where a number's source and relations are told. */
  readonly figureHref: (figure: number) => string;
  /** The same for an amount at a place; undefined where no rule has read it. */
  readonly hrefAt: (place: Place, text: string) => string | undefined;
  /** ✓ ✕ or ○; empty where no rule has read it. */
  readonly stateAt: (place: Place, text: string) => string;
}

export interface NewerVersion {
  readonly version: number;
  readonly href: string;
}

/** `version` null: links lead to the newest version, as the reader's address does. */
export function documentOf(
  published: PublishedDisclosure,
  version: number | null,
  view: View,
  newer: NewerVersion | null = null,
): PortalDocument {
  const { summary, disclosure, trace } = published;
  const { region, year, stage, department } = summary;
  const key = { region, year, stage, department };
  const part = (which: Part, format?: string): string =>
    view.link({ kind: 'disclosure', key, version, part: which }, format);
  const slugs = sheetSlugs(published);
  const pages = new Map<string, string>();
  const figureHref = (figure: number): string => {
    const told = trace.figures[figure];
    if (told === undefined) return part({ kind: 'checks' });
    const of = checkPart(told.place, slugs);
    const name = `${of.of} ${of.name}`;
    const page = pages.get(name) ?? part(of);
    pages.set(name, page);
    return isTold(told) ? `${page}#f${figure}` : page;
  };
  const relations = relationsByFigure(trace);
  return {
    published,
    view,
    names: namesOf(disclosure),
    newer,
    relationsOf: (figure) => relations.get(figure) ?? [],
    part,
    figureHref,
    hrefAt: (place, text) => {
      const figure = finderOf(trace).at(place, text);
      return figure === null ? undefined : figureHref(figure);
    },
    stateAt: (place, text) => {
      const figure = finderOf(trace).at(place, text);
      const state = figure === null ? undefined : trace.figures[figure]?.state;
      return state === undefined ? '' : stateSigns[state];
    },
  };
}

const finders = new WeakMap<Trace, FigureFinder>();

/** The finder by place; its reading of sentences in order is not used. */
function finderOf(trace: Trace): FigureFinder {
  const found = finders.get(trace) ?? figureFinder(trace);
  finders.set(trace, found);
  return found;
}

/** The page of checks on which a number stands. */
export function checkPart(place: Place, slugs: ReadonlyMap<string, string>): CheckPart {
  if (place.table !== undefined) return { kind: 'check', of: 'table', name: String(place.table) };
  const slug = place.project === undefined ? undefined : slugs.get(place.project);
  if (slug !== undefined) return { kind: 'check', of: 'project', name: slug };
  return { kind: 'check', of: 'narrative', name: place.section ?? 'other' };
}

const knownSlugs = new WeakMap<PublishedDisclosure, ReadonlyMap<string, string>>();

/** The project page of each performance sheet, by the sheet's name. */
export function sheetSlugs(published: PublishedDisclosure): ReadonlyMap<string, string> {
  const known = knownSlugs.get(published);
  if (known !== undefined) return known;
  const projects = portalProjects(published.disclosure);
  const slugs = new Map(
    projects.flatMap(({ slug, sheets }) => sheets.map(({ name }) => [name, slug] as const)),
  );
  knownSlugs.set(published, slugs);
  return slugs;
}

const knownRelations = new WeakMap<Trace, ReadonlyMap<number, readonly TracedRelation[]>>();

function relationsByFigure(trace: Trace): ReadonlyMap<number, readonly TracedRelation[]> {
  const known = knownRelations.get(trace);
  if (known !== undefined) return known;
  const relations = new Map<number, TracedRelation[]>();
  const add = (figure: number, relation: TracedRelation): void => {
    const own = relations.get(figure) ?? [];
    if (own.at(-1) !== relation) own.push(relation);
    relations.set(figure, own);
  };
  for (const relation of trace.relations) {
    for (const { figure } of relation.terms) add(figure, relation);
    if (relation.rate !== null) add(relation.rate, relation);
  }
  knownRelations.set(trace, relations);
  return relations;
}

const knownNames = new WeakMap<Disclosure, PlaceNames>();

function namesOf(disclosure: Disclosure): PlaceNames {
  const known = knownNames.get(disclosure) ?? placeNamesOf(disclosure);
  knownNames.set(disclosure, known);
  return known;
}

/** The printed document's parts, with every number leading to its checks. */
export function printedPage({ published, view, names, figureHref }: PortalDocument): Page {
  const { language } = view;
  const { trace } = published;
  return {
    language,
    words: htmlWords(language),
    names,
    trace,
    // The index by place is made once; reading sentences in order begins anew on every page.
    finder: { at: (place, text) => finderOf(trace).at(place, text), inText: sentenceReader(trace) },
    anchors: anchorsOf(),
    shown: new Set(),
    figureHref,
  };
}

/** A blank says nothing unless it is contradicted. */
export function isTold({ text, state }: TracedFigure): boolean {
  return text !== '' || state === 'contradicted';
}

const knownParts = new WeakMap<PublishedDisclosure, ReadonlyMap<string, readonly NumberedFigure[]>>();

type NumberedFigure = readonly [id: number, figure: TracedFigure];

/** The numbers of a part that are worth telling: printed ones, and blanks that are contradicted. */
export function figuresOf({ published }: PortalDocument, { of, name }: CheckPart): readonly NumberedFigure[] {
  const known = knownParts.get(published) ?? figuresByPart(published);
  knownParts.set(published, known);
  return known.get(`${of} ${name}`) ?? [];
}

/** Whether a part has a page of checks: one without numbers, such as an empty table, has one too. */
export function hasChecks(document: PortalDocument, part: CheckPart): boolean {
  const { tables, narrative } = document.published.disclosure;
  if (figuresOf(document, part).length > 0) return true;
  if (part.of === 'table') return tables.some(({ number }) => String(number) === part.name);
  if (part.of === 'narrative') return narrative.some(({ section }) => section === part.name);
  return [...sheetSlugs(document.published).values()].includes(part.name);
}

function figuresByPart(published: PublishedDisclosure): ReadonlyMap<string, readonly NumberedFigure[]> {
  const slugs = sheetSlugs(published);
  const parts = new Map<string, NumberedFigure[]>();
  published.trace.figures.forEach((figure, id) => {
    if (!isTold(figure)) return;
    const { of, name } = checkPart(figure.place, slugs);
    const own = parts.get(`${of} ${name}`) ?? [];
    own.push([id, figure]);
    parts.set(`${of} ${name}`, own);
  });
  return parts;
}
