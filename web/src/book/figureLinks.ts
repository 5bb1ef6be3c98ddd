import { figureAmounts } from '../../../src/model/bookFigures/amounts.ts';
import {
  figureOffers,
  offersFor,
  typedFigures,
  type FigureOffer,
  type TypedFigure,
} from '../../../src/model/bookFigures/offers.ts';
import { figureTokens } from '../../../src/model/bookFigures/reference.ts';
import { resolvedText } from '../../../src/model/bookFigures/texts.ts';
import { wanText, yuanText } from '../words/money.ts';
import type { Book } from './book.ts';
import { readingsOf } from './codes.ts';

/** Money parts of a book: texts are typed without the figures being worked out anew. */
const moneyParts = [
  ...(['facts', 'revenue', 'projects', 'previous', 'threePublic', 'procurement', 'units', 'codes'] as const),
];
let last: { readonly book: Book; readonly offers: readonly FigureOffer[] } | null = null;

export function offersOf(book: Book): readonly FigureOffer[] {
  const known = last;
  if (known !== null && moneyParts.every((part) => known.book[part] === book[part])) return known.offers;
  const offers = figureOffers(book);
  last = { book, offers };
  return offers;
}

/** A typed amount with the figures that it may be linked to. */
export interface LinkOffer {
  readonly figure: TypedFigure;
  readonly offers: readonly FigureOffer[];
}

const mostOffers = 4;

/** What is typed in the text and equals figures of the book. */
export function linkOffers(text: string, book: Book): readonly LinkOffer[] {
  if (!/\d\s*(万元|元)/.test(text)) return [];
  const all = offersOf(book);
  return typedFigures(text).flatMap((figure) => {
    const offers = offersFor(figure, all).slice(0, mostOffers);
    return offers.length === 0 ? [] : [{ figure, offers }];
  });
}

export function hasLinks(text: string): boolean {
  return figureTokens(text).length > 0;
}

/** The text as it will be printed. */
export function printedText(text: string, book: Book): string {
  return resolvedText(text, figureAmounts(book), (fen, unit) =>
    unit === '元' ? `${yuanText(fen).replace(/\.00$/, '')}元` : `${fen === 0 ? '0' : wanText(fen)}万元`,
  );
}

const most = 30;

/** Figures by name, code, initials of pinyin or amount. */
export function foundFigures(text: string, book: Book): readonly FigureOffer[] {
  const all = offersOf(book);
  const wanted = text.trim().toUpperCase();
  if (wanted === '') return all.slice(0, most);
  const amount = wanted.replace(/,/g, '');
  const fits = ({ name, words, fen }: FigureOffer): boolean =>
    name.includes(text.trim()) ||
    words.includes(text.trim()) ||
    (/^[\d.]+$/.test(amount) && wanText(fen).replace(/,/g, '').startsWith(amount)) ||
    (/^[A-Z]+$/.test(wanted) && initials(name).includes(wanted));
  return all.filter(fits).slice(0, most);
}

function initials(name: string): string {
  return readingsOf(name)
    .map((each) => each[0] ?? '')
    .join('');
}
