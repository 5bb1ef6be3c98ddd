import glossary from '../../model/glossary.json' with { type: 'json' };
import { html, trusted, type Html } from './html.ts';
import terms from './terms.json' with { type: 'json' };
import type { View } from './view.ts';

/** A word of budgets as the language says it, with what it means. */
export interface Term {
  readonly id: string;
  readonly word: string;
  readonly definition: string;
  readonly pattern: RegExp;
}

interface WrittenTerm {
  readonly match: string;
  readonly en: string;
  /** The English meaning. */
  readonly definition: string;
  /** The Chinese meaning of a word that documents do not explain themselves. */
  readonly zh?: string;
}

const published: Readonly<Record<string, string>> = glossary;

const entries = Object.entries<WrittenTerm>(terms).map(([name, { match, en, definition, zh }], i) => ({
  ...{ name, match, en, id: `term-${i}`, told: definition },
  definition: published[name] ?? zh ?? '',
}));

const chinese: readonly Term[] = entries.map(({ id, name, definition, match }) => ({
  id,
  word: name,
  definition,
  pattern: new RegExp(match, 'u'),
}));

const english: readonly Term[] = entries.map(({ id, en, told }) => ({
  id,
  word: en,
  definition: told,
  pattern: new RegExp(`\\b${en.replace("'", '(?:’|&#39;)')}\\b`, 'iu'),
}));

/** All words with their meanings, in the order of the page of terms. */
export function termsOf({ language }: Pick<View, 'language'>): readonly Term[] {
  return language === 'zh' ? chinese : english;
}

/** Within these nothing is explained: links, buttons, headings, pictures, quotations. */
const closed =
  /^(?:a|button|svg|h1|h2|h3|summary|title|label|legend|textarea|script|style|q|blockquote|code|caption|select|pre)$/;
const empty = /^(?:meta|link|br|img|input|hr|rect|path|image|base|col)$/;

/**
 * The markup with the first occurrence of each word as a button that opens its meaning beside it: the popover
 * needs no script, and where a browser has none the style sheet shows the meaning while the word has the focus.
 */
export function withTerms({ markup }: Html, view: View): Html {
  const waiting = new Set(termsOf(view));
  let inside = 0;
  const stack: boolean[] = [];
  const made = markup.replace(/<[^>]*>|[^<]+/g, (piece) => {
    if (piece.startsWith('<')) {
      inside += stepOf(piece, stack);
      return piece;
    }
    return inside > 0 || waiting.size === 0 ? piece : explained(piece, waiting, view);
  });
  return trusted(made);
}

/** How a tag changes the number of closed elements around what follows. */
function stepOf(tag: string, stack: boolean[]): number {
  const name = /^<\/?([a-zA-Z0-9]+)/.exec(tag)?.[1]?.toLowerCase() ?? '';
  if (name === '' || tag.endsWith('/>') || empty.test(name)) return 0;
  if (tag.startsWith('</')) return stack.pop() === true ? -1 : 0;
  const closes = closed.test(name) || /^<span class="vh"/.test(tag);
  stack.push(closes);
  return closes ? 1 : 0;
}

function explained(text: string, waiting: Set<Term>, view: View): string {
  for (const term of waiting) {
    const found = term.pattern.exec(text);
    if (found === null) continue;
    waiting.delete(term);
    const end = found.index + found[0].length;
    const before = explained(text.slice(0, found.index), waiting, view);
    return before + button(found[0], term, view).markup + explained(text.slice(end), waiting, view);
  }
  return text;
}

function button(printed: string, { id, word, definition }: Term, view: View): Html {
  const all = html`<a href="${view.link({ kind: 'help' })}#${id}">${view.say('全部名词', 'All terms')}</a>`;
  return html`<button type="button" class="term" popovertarget="g-${id}">${trusted(printed)}</button
    ><span popover id="g-${id}" class="gloss" role="note"><b>${word}</b> ${definition} ${all}</span>`;
}
