import type { Book, BookProject } from '../../model/book.ts';
import type { Disclosure } from '../../model/disclosure.ts';
import type { Figure } from '../../model/figure.ts';
import { shippedForms } from '../../model/forms.ts';
import { shippedDefinition } from '../../model/glossary.ts';
import { ledgerOfBook } from '../amounts.ts';
import { tellingOf } from '../facts.ts';
import { note, type ImportNote } from '../note.ts';
import { amountsFor, type ExactAmount } from './amounts.ts';
import { candidatesOf, leafCodes, leafFunds, restProject, type Candidate } from './candidates.ts';
import { ownCodes } from './codes.ts';
import { moneyLines } from './factsOf.ts';
import { usableFigures, type Imported } from './imported.ts';
import { matchSheets, type MatchedSheets } from './matchSheets.ts';
import { otherTextsOf } from './otherTexts.ts';
import { previousYearOf } from './previousYear.ts';
import { projectsWithSheets } from './projects.ts';
import { projectRowsOf, type ProjectRow } from './projectRows.ts';
import { withProjectFunctions } from './projectFunctions.ts';
import { publicExpensesOf } from './publicExpenses.ts';
import { revenueItemsFrom } from './revenueItems.ts';
import { assetsOf, procurementOf, reasonsOf } from './texts.ts';
import { unitsOf } from './units.ts';

/**
 * The book that gives a disclosure's tables again, as far as the disclosure agrees with itself. What it does
 * not print (the function of a project, the function of an economic item) is proposed so that every printed
 * sum comes out, and told.
 */
export function importDisclosure(disclosure: Disclosure): Imported {
  const figures = usableFigures(disclosure);
  const units = unitsOf(disclosure, figures);
  const rows = projectRowsOf(disclosure, figures);
  const functions = leafCodes(figures, 'function');
  const leaves = {
    functions: functions.length > 0 ? functions : ['201'],
    economic: leafCodes(figures, 'deptEconomic'),
    funds: leafFunds(figures),
    units: units.units,
    projects: rows,
  };
  const matched = matchSheets(rows, disclosure.projects);
  const narrowed = withProjectFunctions(candidatesOf(leaves, figures), figures);
  const { candidates } = narrowed;
  const exact = sheetAmounts(candidates, rows, matched, figures);
  const found = amountsFor(candidates, figures, exact);
  const year = disclosure.year ?? 0;
  const money = moneyLines(candidates, found.amounts, units.units, disclosure.tables, figures, year);
  const projects = projectsWithSheets(
    projectsOf(rows, candidates, found.amounts),
    money.facts,
    matched.sheets,
  );
  const unit = units.units[0]?.name ?? '';
  const items = revenueItemsFrom(figures, money.facts, unit, year);
  const book: Book = {
    ...outline(disclosure),
    units: units.units,
    facts: money.facts,
    revenue: [...items.revenue, ...money.revenue],
    projects: projects.projects,
    threePublic: publicExpensesOf(figures, money.facts, unit),
    ...codesOf(disclosure, figures),
  };
  const form = shippedForms.find(({ id }) => id === disclosure.form) ?? shippedForms[0];
  const previous =
    form === undefined
      ? { previous: null, notes: [] }
      : previousYearOf(tellingOf(book, form, ledgerOfBook(book)), disclosure);
  const notes = [
    ...units.notes,
    ...(found.fitted ? [] : [note('tooLarge')]),
    ...projectNotes(narrowed.proposed, rows, book),
    ...money.notes,
    ...items.notes,
    ...matched.notes,
    ...projects.notes,
    ...previous.notes,
    ...unreadNotes(disclosure, book),
  ];
  return { book: { ...book, previous: previous.previous }, notes };
}

/** Everything that is taken over as it stands, and what a disclosure does not hold. */
function outline(
  disclosure: Disclosure,
): Omit<Book, 'units' | 'facts' | 'revenue' | 'projects' | 'threePublic'> {
  const { department, region, year, form, overview, glossary } = disclosure;
  return {
    schema: 1,
    department: { code: department.code ?? '', name: department.name ?? '' },
    region: region ?? '',
    year: year ?? 0,
    stage: 'budget',
    ...(form === null ? {} : { form }),
    overview: {
      duties: overview.duties ?? '',
      offices: overview.offices.filter(({ name }) => name.trim() !== ''),
    },
    previous: null,
    reasons: reasonsOf(disclosure),
    procurement: procurementOf(disclosure),
    assets: assetsOf(disclosure),
    ...otherTextsOf(disclosure),
    ...goalOf(disclosure),
    glossary: glossary
      .filter(({ term }) => term.trim() !== '')
      .map(({ term, definition }) =>
        definition.trim() === '' && shippedDefinition(term) !== null ? { term } : { term, definition },
      ),
    dates: { approved: null, published: null },
  };
}

/** The goals of the whole department where the document prints them; lines without a name or a value are left out. */
function goalOf({ departmentGoal }: Disclosure): Pick<Book, 'departmentGoal'> {
  if (departmentGoal === undefined || departmentGoal.goal.trim() === '') return {};
  const indicators = departmentGoal.indicators
    .filter(({ horizon = 'annual' }) => horizon === 'annual')
    .map(({ level1, level2, level3, value }) => ({ level1, level2, level3, value }))
    .filter((line) => Object.values(line).every((text) => text.trim() !== ''));
  return { departmentGoal: { goal: departmentGoal.goal.trim(), indicators } };
}

function codesOf(disclosure: Disclosure, figures: Parameters<typeof ownCodes>[1]): Pick<Book, 'codes'> {
  const codes = ownCodes(disclosure, figures);
  return codes.length === 0 ? {} : { codes };
}

/** Projects with money, in the order of the tables. */
function projectsOf(
  rows: readonly ProjectRow[],
  candidates: readonly Candidate[],
  amounts: readonly number[],
): readonly BookProject[] {
  const units = new Map<ProjectRow, string>();
  candidates.forEach(({ project, unit }, i) => {
    if (project !== null && (amounts[i] ?? 0) > 0 && !units.has(project)) units.set(project, unit);
  });
  return [...rows, restProject].flatMap((row) => {
    const unit = units.get(row);
    const { name, id } = row;
    return unit === undefined ? [] : [{ name, unit, ...(id === null ? {} : { id }) }];
  });
}

/** Performance sheets print the same money in 元: a total within the table's tail tells its exact amount. */
function sheetAmounts(
  candidates: readonly Candidate[],
  rows: readonly ProjectRow[],
  { sheets }: MatchedSheets,
  figures: readonly Figure[],
): readonly ExactAmount[] {
  const units = new Map([...candidates].reverse().map(({ project, scope }) => [project, scope.unit]));
  const totals = figuresByProject(figures.filter(({ scope }) => scope.fund === undefined));
  return rows.flatMap((row) => {
    const total = sheets.get(row.id ?? row.name)?.funds.annual.total ?? null;
    const unit = units.get(row);
    if (total === null || unit === undefined) return [];
    const printed = (totals.get(row.node) ?? []).filter(({ scope }) => (scope.unit ?? unit) === unit);
    const sum = printed.reduce((all, { fen }) => all + fen, 0);
    const allowed = printed.reduce((all, { unitFen }) => all + unitFen / 2, 0);
    if (printed.length === 0 || Math.abs(sum - total.fen) >= allowed) return [];
    return [{ scope: { project: row.node, unit }, fen: total.fen, unitFen: total.unitFen }];
  });
}

function figuresByProject(figures: readonly Figure[]): ReadonlyMap<string, readonly Figure[]> {
  const found = new Map<string, Figure[]>();
  for (const figure of figures) {
    const { project } = figure.scope;
    if (project !== undefined) found.set(project, [...(found.get(project) ?? []), figure]);
  }
  return found;
}

function projectNotes(
  proposed: number,
  rows: readonly ProjectRow[],
  { projects }: Book,
): readonly ImportNote[] {
  const named = rows.length > 0;
  return [
    ...(named && projects.length > 0 ? [note('projectNature')] : []),
    ...(proposed > 0 ? [note('projectFunctions', proposed)] : []),
    ...(projects.some(({ name }) => name === restProject.name)
      ? [note('projectsTogether', restProject.name)]
      : []),
  ];
}

/** What the reader itself did not understand, and what a disclosure never prints. */
function unreadNotes(disclosure: Disclosure, book: Book): readonly ImportNote[] {
  const { department, uncertain, unplaced, region, overview, year } = disclosure;
  const missing = [
    [department.code === null, 'departmentCode'],
    [region === null, 'region'],
    [year === null, 'year'],
    [overview.duties === null, 'duties'],
    [book.glossary.length === 0, 'glossary'],
    [Object.keys(book.reasons).length === 0, 'reasons'],
  ] as const;
  const names = missing.flatMap(([isMissing, name]) => (isMissing ? [note(name)] : []));
  return [
    ...(names.length === 0 ? [] : [note('missing', names)]),
    ...(unplaced.length === 0 ? [] : [note('unplaced', unplaced.length)]),
    ...counted(uncertain.map(({ reason }) => reason)),
    note('datesLeft'),
  ];
}

/** Each reason once, with how often it was met. */
function counted(reasons: readonly string[]): readonly ImportNote[] {
  const times = new Map<string, number>();
  for (const reason of reasons) times.set(reason, (times.get(reason) ?? 0) + 1);
  return [...times].map(([reason, count]) =>
    count > 1 ? note('uncertainTimes', count, reason) : note('uncertain', reason),
  );
}
