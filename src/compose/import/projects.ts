import type { BookFact, BookIndicator, BookProject, BookSheet, BookSources } from '../../model/book.ts';
import { projectKey } from '../../model/book.ts';
import { sumFen } from '../../model/bookAmounts.ts';
import { sheetTexts, type ProjectSheet, type SheetFunds } from '../../model/disclosure.ts';
import { note, type ImportNote } from '../note.ts';
import { grouped } from '../sentences.ts';

export interface ImportedProjects {
  readonly projects: readonly BookProject[];
  readonly notes: readonly ImportNote[];
}

/** Projects with the performance sheets that belong to them; funds follow the tables. */
export function projectsWithSheets(
  projects: readonly BookProject[],
  facts: readonly BookFact[],
  sheets: ReadonlyMap<string, ProjectSheet>,
): ImportedProjects {
  const notes: ImportNote[] = [];
  const tails: string[] = [];
  const incomplete: ImportNote[] = [];
  const complete = projects.map((project): BookProject => {
    const sheet = sheets.get(projectKey(project));
    if (sheet === undefined) return project;
    const spent = sumFen(facts.filter((fact) => fact.project === projectKey(project)));
    const read = bookSheet(sheet, spent);
    notes.push(...read.notes.map((each) => note('ofSheet', sheet.name, each)));
    if (read.isTail) tails.push(sheet.name);
    if (read.dropped > 0) incomplete.push(note('sheetIndicators', sheet.name, read.dropped));
    return { ...project, sheet: read.sheet };
  });
  return {
    projects: complete,
    notes: [
      ...notes,
      ...(tails.length === 0 ? [] : [note('sheetTails', tails.length, tails)]),
      ...(incomplete.length === 0 ? [] : [note('indicatorsLeft', incomplete)]),
    ],
  };
}

interface ReadSheet {
  readonly sheet: BookSheet;
  readonly notes: readonly ImportNote[];
  /** The annual money was moved by a rounding tail. */
  readonly isTail: boolean;
  /** Indicators without a name or a value. */
  readonly dropped: number;
}

function bookSheet(sheet: ProjectSheet, spent: number): ReadSheet {
  const annual = agreeing(sourcesOf(sheet.funds.annual), spent);
  const period = sourcesOf(sheet.funds.period);
  const stated = sumOf(sourcesOf(sheet.funds.annual));
  // One year's project has the same money in both horizons: they stay equal.
  const isOne = sumOf(period) === stated || sumOf(period) < spent;
  // The tables print 百元: what differs by less is a tail.
  const isTail = stated !== spent && Math.abs(stated - spent) < 10_000;
  const indicators = sheet.indicators.filter((one) => isComplete(one));
  const dropped = sheet.indicators.length - indicators.length;
  const filedAt = dateOf(sheet.filedAt);
  const texts = sheetTexts.flatMap((key) => {
    const text = sheet.texts[key]?.trim() ?? '';
    return text === '' ? [] : [[key, text] as const];
  });
  const notes = [
    ...(stated === spent || isTail ? [] : [note('sheetFunds', yuan(stated), yuan(spent))]),
    ...(filedAt === '' ? [note('sheetDate')] : []),
  ];
  return {
    isTail,
    dropped,
    sheet: {
      attribute: sheet.attribute ?? '',
      term: sheet.term ?? '',
      funds: { annual, period: isOne ? annual : period },
      texts: Object.fromEntries(texts),
      indicators: indicators.map(plainIndicator),
      filedAt,
    },
    notes,
  };
}

function sourcesOf(funds: SheetFunds): BookSources {
  const { central, provincial, local, own, other } = funds;
  const found = Object.entries({ central, provincial, local, own, other }).flatMap(([source, amount]) =>
    amount === null ? [] : [[source, amount.fen] as const],
  );
  return Object.fromEntries(found);
}

function sumOf(sources: BookSources): number {
  return Object.values(sources).reduce<number>((sum, fen) => sum + fen, 0);
}

/** The largest source takes the difference; where it cannot, the whole amount is 市县（区）财政资金. */
function agreeing(sources: BookSources, spent: number): BookSources {
  const difference = spent - sumOf(sources);
  if (difference === 0) return sources;
  const [largest] = Object.entries(sources).sort((a, b) => b[1] - a[1]);
  if (largest === undefined || largest[1] + difference < 0) return { local: spent };
  return { ...sources, [largest[0]]: largest[1] + difference };
}

function isComplete({
  level1,
  level2,
  level3,
  value,
}: BookIndicator | ProjectSheet['indicators'][number]): boolean {
  return [level1, level2, level3, value].every((text) => text.trim() !== '');
}

function plainIndicator({
  horizon,
  level1,
  level2,
  level3,
  value,
}: ProjectSheet['indicators'][number]): BookIndicator {
  const [first, second, third, fourth] = [level1, level2, level3, value].map((text) => text.trim());
  return { horizon, level1: first ?? '', level2: second ?? '', level3: third ?? '', value: fourth ?? '' };
}

/** 2026-02-05 from a date in any writing, or from a time stamp; '' where there is none. */
function dateOf(printed: string | null): string {
  const [, year = '', month = '', day = ''] =
    /(20\d\d)\D?(\d{1,2})\D?(\d{1,2})/.exec(
      (printed ?? '').replace(/^(20\d\d)(\d\d)(\d\d)\d*$/, '$1-$2-$3'),
    ) ?? [];
  if (year === '') return '';
  const date = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  return Number.isNaN(Date.parse(date)) ? '' : date;
}

function yuan(fen: number): string {
  return grouped(fen % 100 === 0 ? String(fen / 100) : (fen / 100).toFixed(2));
}
