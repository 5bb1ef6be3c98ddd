import type { Evidence } from '../../model/finding.ts';
import type { Place } from '../../model/place.ts';
import { placeNamesOf, type PlaceNames } from '../../model/words/names.ts';
import { reportedOf, type Variable } from '../variable.ts';
import type { LastYear } from './lastYear.ts';

const names = new WeakMap<LastYear, PlaceNames>();

/** Where a figure of last year's document stands, as blanks of a message: table number and printed words. */
export function lastWords(
  { place, text }: Pick<Variable, 'place' | 'text'>,
  lastYear: LastYear,
): { readonly lastTable: number; readonly lastItem: string; readonly last: string; readonly year: number } {
  const known = names.get(lastYear) ?? placeNamesOf(lastYear.disclosure);
  names.set(lastYear, known);
  return {
    lastTable: place.table ?? 0,
    lastItem: itemWords(place, known),
    last: text === '' ? '0' : text,
    year: lastYear.year,
  };
}

/** The row and the column as printed. */
export function itemWords({ table, row, column }: Place, known: PlaceNames): string {
  if (table === undefined) return '';
  const name = row === undefined ? null : (known.row(table, row) ?? row.replace(/#\d+$/, ''));
  const title = column === undefined ? null : known.column(table, column);
  return [name, title].filter((word) => word !== null && word !== '').join(' ');
}

/** A figure of last year's document as evidence. */
export function lastEvidence(last: Variable): Evidence {
  return { role: 'base', text: last.text, fen: reportedOf(last)?.fen ?? null, place: last.place };
}
