import type { DefaultTreeAdapterTypes } from 'parse5';
import { defaultTreeAdapter, parse } from 'parse5';

export type HtmlNode = DefaultTreeAdapterTypes.ChildNode;
export type HtmlElement = DefaultTreeAdapterTypes.Element;
export type HtmlDocument = DefaultTreeAdapterTypes.Document;

/** Browsers stop at 512; pages with unclosed tags go deeper. Bounds the recursion of those who walk. */
const deepest = 1000;
const mostElements = 2_000_000;
const mostMilliseconds = 8000;

/** Thrown through the parser, which has no other way to be stopped; never leaves this file. */
const stopped = new Error('The page is too complex.');

/**
 * The tree of a page; undefined when it is nested too deep or too large. Misnested tags can cost the
 * parser quadratic time, so depth, elements and time are bounded while it works.
 */
export function parseHtml(html: string): HtmlDocument | undefined {
  try {
    return parse(html, { treeAdapter: guardedAdapter(), scriptingEnabled: false });
  } catch (error) {
    if (error === stopped) return undefined;
    throw error;
  }
}

function guardedAdapter(): typeof defaultTreeAdapter {
  const deadline = Date.now() + mostMilliseconds;
  let depth = 0;
  let elements = 0;
  const createElement: typeof defaultTreeAdapter.createElement = (...details) => {
    elements++;
    if (elements > mostElements || (elements % 64 === 0 && Date.now() > deadline)) throw stopped;
    return defaultTreeAdapter.createElement(...details);
  };
  const onItemPush = (): void => {
    if (++depth > deepest) throw stopped;
  };
  const onItemPop = (): void => {
    depth--;
  };
  return { ...defaultTreeAdapter, createElement, onItemPush, onItemPop };
}

export function isElement(node: HtmlNode): node is HtmlElement {
  return 'tagName' in node;
}

export function attributeOf(element: HtmlElement, name: string): string | undefined {
  return element.attrs.find((attribute) => attribute.name === name)?.value;
}

/** The page does not show the element. */
export function isInvisible(element: HtmlElement): boolean {
  if (attributeOf(element, 'hidden') !== undefined) return true;
  return /(?:^|;)\s*(?:display\s*:\s*none|visibility\s*:\s*hidden)/i.test(
    attributeOf(element, 'style') ?? '',
  );
}

const ignored = new Set(
  'head script style noscript template nav iframe object embed svg math select button textarea audio video canvas map datalist'.split(
    ' ',
  ),
);

/** Scripts, styles, menus and controls hold no content of the document. */
export function isIgnored(element: HtmlElement): boolean {
  return ignored.has(element.tagName) || attributeOf(element, 'role') === 'navigation';
}

const blocks = new Set(
  (
    'address article aside blockquote body center dd details dialog dir div dl dt fieldset figcaption figure footer ' +
    'form h1 h2 h3 h4 h5 h6 header hr html legend li main menu ol p pre section summary ul ' +
    'table caption thead tbody tfoot tr td th'
  ).split(' '),
);

/** The element begins and ends a line of its own. */
export function isBlock(element: HtmlElement): boolean {
  return blocks.has(element.tagName);
}
