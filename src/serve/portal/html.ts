import { escaped } from '../../write/report/html/escape.ts';

/** Markup that is safe to send: made by `html` alone, which escapes every text put into it. */
export interface Html {
  readonly markup: string;
}

export type HtmlValue = string | number | Html | null | readonly (Html | null)[];

/** A template whose texts are escaped and whose parts of markup are kept; null is nothing. */
export function html(pieces: TemplateStringsArray, ...values: readonly HtmlValue[]): Html {
  const plain = flattened.get(pieces) ?? flatten(pieces);
  return { markup: plain.reduce((made, piece, i) => made + markupOf(values[i - 1] ?? null) + piece) };
}

const flattened = new WeakMap<TemplateStringsArray, readonly string[]>();

/** The indentation of the source is not sent; one line break stays for the space that it is. */
function flatten(pieces: TemplateStringsArray): readonly string[] {
  const plain = pieces.map((piece) => piece.replace(/\n\s+/g, '\n'));
  flattened.set(pieces, plain);
  return plain;
}

/** Markup that another writer of this program has escaped. */
export function trusted(markup: string): Html {
  return { markup };
}

export const nothing: Html = { markup: '' };

/** Parts with something between them. */
export function joined(parts: readonly Html[], between = ''): Html {
  return { markup: parts.map(({ markup }) => markup).join(between) };
}

function markupOf(value: HtmlValue): string {
  if (value === null) return '';
  if (typeof value === 'string') return escaped(value);
  if (typeof value === 'number') return String(value);
  if ('markup' in value) return value.markup;
  return value.map((part) => part?.markup ?? '').join('');
}
