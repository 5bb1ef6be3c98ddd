import type { Language } from '../../../model/language.ts';
import type { Place } from '../../../model/place.ts';
import type { FigureState, Trace } from '../../../model/trace.ts';
import type { PlaceNames } from '../../../model/words/names.ts';
import { anchorsOf, figureFinder, type Anchors, type FigureFinder } from './anchors.ts';
import { escaped } from './escape.ts';
import type { HtmlWords } from './words.ts';

/** What the parts of one document's page share while they are written. */
export interface Page {
  readonly language: Language;
  readonly words: HtmlWords;
  readonly names: PlaceNames;
  readonly trace: Trace;
  readonly finder: FigureFinder;
  readonly anchors: Anchors;
  /** Numbers that stand on the page as elements. */
  readonly shown: Set<number>;
  /** Where a number's relations are told; on the page itself where absent. */
  readonly figureHref?: (id: number) => string;
}

export function pageOf(language: Language, words: HtmlWords, names: PlaceNames, trace: Trace): Page {
  return {
    language,
    words,
    names,
    trace,
    finder: figureFinder(trace),
    anchors: anchorsOf(),
    shown: new Set(),
  };
}

/** The sign of a state: it says without colour what the colour says. */
export const stateSigns: Readonly<Record<FigureState, string>> = {
  verified: '✓',
  contradicted: '✕',
  unverified: '○',
};

const stateLetters: Readonly<Record<FigureState, string>> = {
  verified: 'v',
  contradicted: 'x',
  unverified: 'u',
};

/** A number that can be asked; `id` null for one that no rule has read. */
export function figureHtml(id: number | null, text: string, page: Page): string {
  const { trace, shown, words } = page;
  const figure = id === null ? undefined : trace.figures[id];
  const state = figure?.state ?? 'unverified';
  const printed = text === '' ? words.blank : text;
  const isFirst = id !== null && !shown.has(id);
  if (id !== null) shown.add(id);
  const says = `<span class="vh">（${words.state[state]}）</span>`;
  const look = `class="f ${stateLetters[state]}"`;
  if (id === null) return `<span ${look}>${escaped(printed)}${says}</span>`;
  // A link and not a button: it flows and breaks like the words around it, and works without the script.
  const own = isFirst ? ` id="f${id}"` : '';
  const href = page.figureHref === undefined ? `#f${id}` : escaped(page.figureHref(id));
  return `<a ${look} href="${href}" data-f="${id}"${own}>${escaped(printed)}${says}</a>`;
}

/** An amount at a place of a table or sheet. */
export function amountHtml(place: Place, text: string, page: Page): string {
  return figureHtml(page.finder.at(place, text), text, page);
}

/** Where the marks of findings come that lead to this element and not to a figure in it. */
export function markSlot(id: string): string {
  return `\u0000${id}\u0000`;
}

/** The page with marks in their slots; a slot without a finding vanishes. */
export function withMarks(html: string, marks: ReadonlyMap<string, string>): string {
  // The slots are written by markSlot; text of a document has no NUL. Every second piece is a slot.
  const pieces = html.split('\u0000');
  return pieces.map((piece, i) => (i % 2 === 0 ? piece : (marks.get(piece) ?? ''))).join('');
}
