import type { CodeAxis } from '../../model/codes/entries.ts';
import type { Disclosure, DisclosureTable } from '../../model/disclosure.ts';
import type { Figure } from '../../model/figure.ts';
import { figuresByPlace } from '../../model/figuresByPlace.ts';
import { fold } from '../../model/fold.ts';
import { addFen, formatAmount } from '../../model/money.ts';
import type { Scope, Stage } from '../../model/scope.ts';
import { addableParts, type Addable, type CellFigure } from './leaves.ts';
import type { Line } from './fields.ts';
import { codeNamesOf, expenditureType, finSource, levelsOf, purposeOf, type CodeNames } from './names.ts';

/** The sum of a resource's lines beside what the table prints for it, in 分. */
export interface ResourceTotal {
  readonly year: string | null;
  readonly sumFen: number;
  readonly publishedFen: number;
}

/** The budget lines of one side of a table: they add up to its printed total, and no line is a subtotal. */
export interface LineResource {
  readonly name: string;
  readonly title: string;
  readonly direction: 'revenue' | 'expenditure' | null;
  readonly lines: readonly Line[];
  readonly totals: readonly ResourceTotal[];
}

/** A resource for each side of each table that prints an amount. */
export function lineResources(disclosure: Disclosure): readonly LineResource[] {
  const figureAt = figuresByPlace(disclosure.figures);
  const names = codeNamesOf(disclosure);
  const taken = new Set<string>();
  return disclosure.tables.flatMap((table) => {
    const parts = addableParts(table, figureAt);
    return sidesOf(parts).map((own) => resourceOf(own, { table, disclosure, names, taken }));
  });
}

function sidesOf(parts: readonly Addable[]): readonly (readonly Addable[])[] {
  const sides = [...new Set(parts.map(({ side }) => side))];
  return sides.map((side) => parts.filter((part) => part.side === side));
}

interface Making {
  readonly table: DisclosureTable;
  readonly disclosure: Disclosure;
  readonly names: CodeNames;
  readonly taken: Set<string>;
}

function resourceOf(parts: readonly Addable[], making: Making): LineResource {
  const { table } = making;
  const side = parts[0]?.side ?? null;
  const leaves = parts.flatMap((part) => part.leaves);
  const ids = new Set<string>();
  return {
    name: resourceName(table, side, making.taken),
    title: `${table.title}${side === null ? '' : side === 'revenue' ? '（收入）' : '（支出）'}`,
    direction: side ?? directionOf(leaves),
    lines: leaves.map((leaf) => lineOf(leaf, ids, making)),
    totals: parts.map((part) => ({
      year: part.year,
      sumFen: sum(part.leaves),
      publishedFen: sum(part.roots),
    })),
  };
}

function sum(cells: readonly CellFigure[]): number {
  return cells.reduce((total, { figure }) => addFen(total, figure.fen), 0);
}

/** Null where the lines speak of both. */
function directionOf(leaves: readonly CellFigure[]): 'revenue' | 'expenditure' | null {
  const flows = [...new Set(leaves.map(({ figure }) => figure.scope.flow))];
  const [flow] = flows;
  return flows.length === 1 && (flow === 'revenue' || flow === 'expenditure') ? flow : null;
}

/** Names of resources are lower case letters, digits and hyphens. */
function resourceName({ number, key }: DisclosureTable, side: string | null, taken: Set<string>): string {
  const words = key.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`).replace(/[^a-z0-9]+/g, '-');
  const base = `table-${String(number).padStart(2, '0')}-${words}${side === null ? '' : `-${side}`}`;
  return freeName(base, taken);
}

/** The name, or its next repetition. */
export function freeName(base: string, taken: Set<string>): string {
  for (let nth = 1; ; nth++) {
    const name = nth === 1 ? base : `${base}-${nth}`;
    if (!taken.has(name)) {
      taken.add(name);
      return name;
    }
  }
}

const phases: Readonly<Record<Stage, string>> = {
  budget: 'approved',
  adjusted: 'adjusted',
  finalAccounts: 'executed',
};

/** The phase of a stage in the words of the Fiscal Data Package. */
export function phaseOf(stage: Stage): string {
  return phases[stage];
}

function lineOf({ figure, row }: CellFigure, ids: Set<string>, making: Making): Line {
  const { table, disclosure, names } = making;
  const { scope, place } = figure;
  const id = freeName(partsOf(table.number, row.side, place.row, place.column), ids);
  return compact({
    line_id: id,
    fiscal_year: yearOf(scope, disclosure),
    ...departmentOf(disclosure),
    ...named('unit', unitOf(scope, row.name)),
    ...classification(scope, names),
    ...named('fin_source', finSource(scope)),
    ...named('expenditure_type', expenditureType(scope)),
    ...named('purpose', purposeOf(scope)),
    ...named('project', scope.project === undefined ? null : { code: scope.project, label: row.name }),
    ...amountOf(figure),
    direction: row.side ?? scope.flow,
    phase: phaseOf(disclosure.stage),
    source_table: table.label ?? table.title,
    source_row: row.code === null ? row.name : `${row.code} ${row.name}`,
    source_column: columnTitle(table, place.column),
    source_page: place.page,
    source_cell: place.cell,
  });
}

/** Columns that say something. */
export function compact(line: Readonly<Record<string, string | number | null | undefined>>): Line {
  return Object.fromEntries(
    Object.entries(line).filter(([, value]) => value !== undefined && value !== null && value !== ''),
  );
}

/** The fiscal year of the amount: the document's own where the column names none. */
function yearOf({ year }: Scope, disclosure: Disclosure): number | undefined {
  return year === undefined ? (disclosure.year ?? undefined) : Number(year);
}

/** The department by its code, by its name where it prints no code. */
export function departmentOf({ department }: Disclosure): Readonly<Record<string, string | undefined>> {
  const { code, name } = department;
  return { department_code: code ?? name ?? undefined, department_label: name ?? code ?? undefined };
}

export function amountOf(figure: Pick<Figure, 'fen' | 'unitFen'>): Readonly<Record<string, string>> {
  return {
    amount: formatAmount(figure.fen, '元', 2),
    precision: formatAmount(figure.unitFen, '元', 2),
    currency: 'CNY',
  };
}

/** The unit by its folded name, and as its own row prints it. */
function unitOf({ unit }: Scope, rowName: string): { code: string; label: string } | null {
  if (unit === undefined) return null;
  const last = unit.slice(unit.lastIndexOf('›') + 1);
  return { code: unit, label: fold(rowName) === last ? rowName : last };
}

/** The parts that there are, as a path. */
function partsOf(...parts: readonly (string | number | null | undefined)[]): string {
  return parts.filter((part) => part !== null && part !== undefined && part !== '').join('/');
}

function columnTitle({ columns }: DisclosureTable, key: string | undefined): string {
  return columns.find((column) => column.key === key)?.title.join('/') ?? key ?? '';
}

/** A code with its label, under the names of a pair of columns. */
export function named(
  name: string,
  value: { readonly code: string; readonly label: string } | null,
): Readonly<Record<string, string>> {
  return value === null ? {} : { [`${name}_code`]: value.code, [`${name}_label`]: value.label };
}

const axes = [
  ['function', 'function', ['function_class', 'function_division', 'function_item']],
  ['deptEconomic', 'deptEconomic', ['economic_class', 'economic_division']],
  ['govEconomic', 'govEconomic', ['government_economic_class', 'government_economic_division']],
  ['revenueCode', 'revenue', ['revenue_class', 'revenue_division', 'revenue_item']],
] as const satisfies readonly (readonly [keyof Scope, CodeAxis, readonly string[]])[];

/** Every level of the codes that the amount speaks of: a code's parents are in the same line. */
function classification(scope: Scope, names: CodeNames): Readonly<Record<string, string>> {
  const pairs = axes.flatMap(([dimension, axis, columns]) => {
    const node = scope[dimension];
    if (node === undefined) return [];
    return levelsOf(node)
      .slice(0, columns.length)
      .map((code, i) => named(columns[i] ?? '', { code, label: labelOf(names(axis, code)) }));
  });
  return Object.fromEntries(pairs.flatMap((pair) => Object.entries(pair)));
}

/** The last name of a path. */
function labelOf(name: string): string {
  return name.slice(name.lastIndexOf('/') + 1);
}
