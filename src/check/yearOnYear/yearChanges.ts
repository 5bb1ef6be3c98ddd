import type { Disclosure } from '../../model/disclosure.ts';
import type { Figure } from '../../model/figure.ts';
import { placeNamesOf, type PlaceNames } from '../../model/words/names.ts';
import type { AmountAt, AmountChange, YearChanges } from '../../model/yearChanges.ts';
import type { RuleContext } from '../rule.ts';
import { comparisonOf, isSameDepartment } from './compared.ts';
import { explanationsOf, type Explanations } from './explanations.ts';
import { itemWords } from './lastPlace.ts';
import { changeOfPair, isHeadline, rateOfPair, yearPairs, type YearPair } from './pairs.ts';

/** What changed from last year's document to this one; null where they cannot be compared. */
export function yearChangesOf(context: RuleContext): YearChanges | null {
  const { disclosure } = context;
  const comparison = comparisonOf(context);
  if (comparison === null || !isSameDepartment(disclosure, comparison)) return null;
  const { lastYear } = comparison;
  const pairs = yearPairs(disclosure, lastYear).filter(isPrinted);
  const changed = pairs.filter((pair) => changeOfPair(pair) !== 0);
  const telling: Telling = {
    names: placeNamesOf(disclosure),
    lastNames: placeNamesOf(lastYear.disclosure),
    levels: levelsOf(disclosure),
    lastLevels: levelsOf(lastYear.disclosure),
    explanations: explanationsOf(disclosure),
  };
  return {
    previousFile: lastYear.disclosure.file,
    year: lastYear.year,
    amounts: changed.map((pair) => changeInWords(pair, telling)),
    unchanged: pairs.length - changed.length,
  };
}

interface Telling {
  readonly names: PlaceNames;
  readonly lastNames: PlaceNames;
  readonly levels: ReadonlyMap<string, number>;
  readonly lastLevels: ReadonlyMap<string, number>;
  readonly explanations: Explanations;
}

function isPrinted({ current, previous }: YearPair): boolean {
  return (current?.fen ?? 0) !== 0 || (previous?.fen ?? 0) !== 0;
}

function levelsOf({ tables }: Disclosure): ReadonlyMap<string, number> {
  return new Map(
    tables.flatMap(({ number, rows }) =>
      rows.map((row) => [`${number} ${row.place.row ?? row.code ?? row.name}`, row.level] as const),
    ),
  );
}

function changeInWords(pair: YearPair, telling: Telling): AmountChange {
  const { table, current, previous } = pair;
  const figure = current ?? previous;
  const [names, levels] =
    current === null ? [telling.lastNames, telling.lastLevels] : [telling.names, telling.levels];
  return {
    table,
    name: figure === null ? '' : nameOf(figure, names),
    level: figure === null ? 0 : (levels.get(`${figure.place.table ?? ''} ${figure.place.row ?? ''}`) ?? 0),
    unit: figure?.unit ?? '万元',
    current: amountAt(current),
    previous: amountAt(previous),
    changeFen: changeOfPair(pair),
    rate: rateOfPair(pair),
    explanation: current === null ? null : telling.explanations.of(current, changeOfPair(pair)),
    headline: current !== null && isHeadline(current),
  };
}

/** The row with its code; the column too where it is the item. */
function nameOf({ place, scope }: Figure, names: PlaceNames): string {
  const isItem = scope.item !== undefined && place.column !== 'total' && place.column !== 'amount';
  const key = (place.row ?? '').replace(/#\d+$/, '');
  const words = itemWords({ ...place, ...(isItem ? {} : { column: '' }) }, names);
  return /^\d+$/.test(key) && !words.startsWith(key) ? `${key} ${words}` : words;
}

function amountAt(figure: Figure | null): AmountAt | null {
  return figure === null ? null : { text: figure.text, fen: figure.fen, place: figure.place };
}
