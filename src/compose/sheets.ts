import type { Book, BookProject, BookSheet, BookSources } from '../model/book.ts';
import {
  fundSources,
  sheetTexts,
  type FundSource,
  type ProjectSheet,
  type SheetAmount,
  type SheetFunds,
} from '../model/disclosure.ts';
import { formatAmount } from '../model/money.ts';
import type { Place } from '../model/place.ts';
import { grouped } from './sentences.ts';

/** The performance sheets of the projects that have one, amounts in 元. */
export function composeSheets(book: Book): readonly ProjectSheet[] {
  return book.projects.flatMap(({ sheet, ...project }) =>
    sheet === undefined ? [] : [composeSheet(project, sheet, book)],
  );
}

function composeSheet(
  { name, unit }: BookProject,
  sheet: BookSheet,
  { department, year }: Book,
): ProjectSheet {
  const place: Place = { file: 'book', project: name };
  const texts = Object.fromEntries(sheetTexts.map((key) => [key, textOrNull(sheet.texts[key])]));
  return {
    name,
    department: `${department.code}-${department.name}`,
    unit,
    attribute: sheet.attribute,
    term: sheet.term,
    funds: { period: fundsOf(sheet.funds.period, place), annual: fundsOf(sheet.funds.annual, place) },
    texts: texts as ProjectSheet['texts'],
    textPlaces: Object.fromEntries(sheetTexts.map((key) => [key, place])),
    indicators: sheet.indicators.map((indicator) => ({ ...indicator, place })),
    filedAt: sheet.filedAt,
    filedAtPlace: place,
    year,
    place,
  };
}

function textOrNull(text: string | undefined): string | null {
  return text === undefined || text.trim() === '' ? null : text;
}

function fundsOf(sources: BookSources, place: Place): SheetFunds {
  const total = Object.values(sources).reduce<number>((sum, fen) => sum + fen, 0);
  const amountOf = (source: FundSource): SheetAmount | null => {
    const fen = source === 'total' ? total : sources[source];
    return fen === undefined && source === 'other' ? null : sheetAmount(fen ?? 0, place);
  };
  return Object.fromEntries(fundSources.map((source) => [source, amountOf(source)])) as SheetFunds;
}

/** Whole 元 without decimals, else to the 分. */
export function sheetAmount(fen: number, place: Place): SheetAmount {
  const whole = fen % 100 === 0;
  const text = grouped(formatAmount(fen, '元', whole ? 0 : 2));
  // A bare zero is exact.
  return { text, fen, unitFen: fen === 0 ? 0 : whole ? 100 : 1, place };
}
