import type { Book, ReasonSubject } from '../../model/book.ts';
import { fiscalFunds, ownFunds, type BookFund } from '../../model/book.ts';
import { currentFen, previousFen } from '../../model/bookReasons.ts';
import { fundWords, projectWords, basicWords, unitKindWords } from '../../model/bookSheets/words.ts';
import type { Computed } from './checks.ts';
import { columnRange, fieldCell, type PlacedSheet } from './placed.ts';

/** The sheets that figures are computed from. */
export interface FigureSheets {
  readonly facts: PlacedSheet;
  readonly revenue: PlacedSheet;
  readonly units: PlacedSheet;
  readonly publicItems: PlacedSheet;
  readonly previous: PlacedSheet;
  /** Where the unit of money stands. */
  readonly basics: PlacedSheet | undefined;
}

export interface SubjectFigures {
  /** In 分; a division by the unit's 分 gives the cell's number. */
  readonly current: Computed;
  readonly previous: Computed;
}

/** This year's and last year's amount of what a reason explains, as formulas and in 分. */
export function subjectFigures(subject: ReasonSubject, sheets: FigureSheets, book: Book): SubjectFigures {
  return {
    current: { formula: currentFormula(subject, sheets), result: currentFen(book, subject) },
    previous: { formula: previousFormula(subject, sheets), result: previousFen(book, subject) ?? 0 },
  };
}

function spentIn(sheets: FigureSheets, tests: readonly (readonly [path: string, word: string])[]): string {
  const { facts } = sheets;
  const conditions = tests.map(([path, word]) => `${columnRange(facts, path)},"${word}"`);
  return `SUMIFS(${[columnRange(facts, 'fen'), ...conditions].join(',')})`;
}

function wordOf(fund: BookFund): string {
  return fundWords.find(([known]) => known === fund)?.[1] ?? fund;
}

/** A fund of the unit that states its revenue counts by it, all others by what is spent. */
function fundFormula(fund: BookFund, sheets: FigureSheets): string {
  const spent = spentIn(sheets, [
    ['fund', wordOf(fund)],
    ['vintage', '当年'],
  ]);
  if (!(ownFunds as readonly string[]).includes(fund)) return spent;
  const { revenue } = sheets;
  const stated = `SUMIFS(${columnRange(revenue, 'fen')},${columnRange(revenue, 'fund')},"${wordOf(fund)}")`;
  return `IF(${stated}>0,${stated},${spent})`;
}

function currentFormula(subject: ReasonSubject, sheets: FigureSheets): string {
  switch (subject) {
    case 'total':
      return [
        ...[...fiscalFunds, ...ownFunds].map((fund) => fundFormula(fund, sheets)),
        spentIn(sheets, [['vintage', '上年结转']]),
      ].join('+');
    case 'basic':
    case 'project':
      return (subject === 'basic' ? basicWords : projectWords)
        .map((word) => spentIn(sheets, [['nature', word]]))
        .join('+');
    case 'threePublic':
      return `SUM(${columnRange(sheets.publicItems, 'fen')})`;
    case 'operating':
      return operatingFormula(sheets);
    default:
      return fundFormula(subject, sheets);
  }
}

/** 公用经费 of the units that are 行政 or 参公. */
function operatingFormula({ facts, units }: FigureSheets): string {
  const byUnit = `SUMIFS(${columnRange(facts, 'fen')},${columnRange(facts, 'unit')},${columnRange(units, 'name')},${columnRange(facts, 'nature')},"公用经费")`;
  const kind = unitKindWords[0]?.[1] ?? '';
  return `SUMPRODUCT(--(${columnRange(units, 'kind')}="${kind}"),${byUnit})`;
}

function previousFormula(subject: ReasonSubject, { previous }: FigureSheets): string {
  const cells = [...previous.fieldRows.keys()].filter((path) => previousPaths(subject).test(path));
  return cells.map((path) => fieldCell(previous, path)).join('+');
}

function previousPaths(subject: ReasonSubject): RegExp {
  switch (subject) {
    case 'total':
      return /^previous\.(?:byFund|carriedOver)/;
    case 'basic':
    case 'project':
      return new RegExp(`^previous\\.byNature\\.${subject}$`);
    case 'operating':
      return /^previous\.operating$/;
    case 'threePublic':
      return /^previous\.threePublic\./;
    default:
      return new RegExp(`^previous\\.byFund\\.${subject}$`);
  }
}
