import { extend } from '../../model/extend.ts';
import type {
  DisclosureTable,
  TableCell,
  TableRow,
  Uncertain,
  UnplacedAmount,
} from '../../model/disclosure.ts';
import type { Figure } from '../../model/figure.ts';
import { labelsCount } from '../../model/countLabel.ts';
import { fold } from '../../model/fold.ts';
import type { Form, TableForm } from '../../model/form.ts';
import { isDash, isUnshown, parseAmount, type MoneyUnit } from '../../model/money.ts';
import type { Place } from '../../model/place.ts';
import { dimensions, intersect, withNode, type Dimension, type Scope } from '../../model/scope.ts';
import type { SourceCell } from '../../model/source.ts';
import type { Captions } from './captions.ts';
import { shapeOf, type TableShape } from './columns.ts';
import type { Column } from './heads.ts';
import { commonUnit } from './mostFrequent.ts';
import type { Names } from './names.ts';
import { printedMoney } from './printedAmount.ts';
import { rawRows, type RawRow } from './rawRows.ts';
import { fittedTable } from './rowAxis.ts';
import { scopeRows, type ScopedRow } from './rowScopes.ts';
import { doubtAt } from '../../model/words/doubts.ts';

/** A grid known to be a table of the form, before its names have a meaning. */
export interface FoundTable {
  readonly captions: Captions;
  readonly table: TableForm;
  readonly shape: TableShape;
  readonly raw: readonly RawRow[];
  readonly place: Place;
}

export interface ReadTable {
  readonly table: DisclosureTable;
  readonly figures: readonly Omit<Figure, 'id'>[];
  readonly unplaced: readonly UnplacedAmount[];
  readonly uncertain: readonly Uncertain[];
}

export interface TableContext {
  readonly form: Form;
  readonly year: number | null;
  readonly names: Names;
  /** What the document prints its amounts in, where its tables agree on it. */
  readonly unit: MoneyUnit | null;
}

/** Reads the grid's header and labels. */
export function findTable(captions: Captions, table: TableForm, form: Form, place: Place): FoundTable {
  const shape = shapeOf(captions.rows, form, table);
  const raw = rawRows(shape);
  const fitted = fittedTable(
    table,
    raw,
    shape.blocks.some(({ project }) => project !== null),
  );
  if (fitted === table) return { captions, table, shape, raw, place };
  const again = shapeOf(captions.rows, form, fitted);
  return { captions, table: fitted, shape: again, raw: rawRows(again), place };
}

/** The table as data and its figures with their scopes. */
export function readTable(found: FoundTable, context: TableContext): ReadTable {
  const { captions, table, shape } = found;
  const unit = captions.unit ?? unprintedUnit(table, context);
  const rows = scopeRows(found.raw, table, context.names, sidesOf(found));
  const figures: Omit<Figure, 'id'>[] = [];
  const uncertain: Uncertain[] = [];
  const unplaced: UnplacedAmount[] = [];
  if (captions.unit === null) {
    uncertain.push(doubtAt(captions.titlePlace, 'unitMissing', unit));
  }
  const listsCounts = found.raw.some(({ name }) => labelsCount(name));
  const into = { found, unit, listsCounts, context, figures, unplaced, uncertain };
  const read = rows.map((row) => readRow(row, into));
  unplaced.push(...unshownBeside(found));
  return {
    table: {
      number: table.number,
      key: table.key,
      label: captions.label,
      title: captions.title ?? table.title,
      unit,
      note: captions.note,
      place: captions.titlePlace,
      columns: columnsOf(shape),
      rows: read,
    },
    figures,
    unplaced,
    uncertain,
  };
}

/** A table that prints no unit goes with the others, unless its form says that it differs from them. */
function unprintedUnit(table: TableForm, { form, unit }: TableContext): MoneyUnit {
  const isUsual = table.number === 0 || commonUnit(form.tables.map((other) => other.unit)) === table.unit;
  return isUsual && unit !== null ? unit : table.unit;
}

/** The unit of all tables that print one; null where they differ or none does. */
export function agreedUnit(tables: readonly FoundTable[]): MoneyUnit | null {
  const [unit, ...others] = new Set(tables.flatMap(({ captions }) => captions.unit ?? []));
  return unit === undefined || others.length > 0 ? null : unit;
}

/** ### in columns so narrow that their heads are not understood either: amounts all the same. */
function unshownBeside(found: FoundTable): readonly UnplacedAmount[] {
  const { shape, captions, table } = found;
  const unknown = shape.columns.filter(({ role }) => role === 'unknown');
  const cells = captions.rows.flatMap((row) => unknown.flatMap(({ index }) => row[index] ?? []));
  return cells
    .map(({ text, place }) => ({ text: text.slice(text.lastIndexOf('\n') + 1), place }))
    .filter(({ text }) => isUnshown(text))
    .map(({ text, place }) => {
      const own = { ...place, table: table.number };
      return { text, fen: 0, unitFen: 0, place: own, side: flowOf(found), part: false };
    });
}

function columnsOf(shape: TableShape): DisclosureTable['columns'] {
  return shape.columns
    .filter((column) => column.role === 'amount' || column.role === 'text')
    .map((column) => ({ key: column.key, title: column.titles }));
}

/** Which side each block of columns stands for: by its headers, else left is revenue. */
function sidesOf(found: FoundTable): readonly ScopedRow['side'][] {
  const { shape, table } = found;
  const twoSided = table.rows === 'balance' || (shape.blocks.length > 1 && table.scope.flow === undefined);
  return shape.blocks.map((block, i) => {
    if (!twoSided) return null;
    const words = fold(
      [...block.amounts, block.name].map((column) => column?.titles.join('') ?? '').join(''),
    );
    const revenue = words.includes('收入');
    const expenditure = words.includes('支出');
    if (shape.blocks.length === 1 && table.scope.flow !== undefined) return flowOf(found);
    if (revenue !== expenditure) return revenue ? 'revenue' : 'expenditure';
    return i === 0 ? 'revenue' : 'expenditure';
  });
}

interface RowContext {
  readonly found: FoundTable;
  readonly unit: MoneyUnit;
  /** Counts stand beside amounts: a dash says that nothing is to be filled in, not that it is zero. */
  readonly listsCounts: boolean;
  readonly context: TableContext;
  readonly figures: Omit<Figure, 'id'>[];
  readonly unplaced: UnplacedAmount[];
  readonly uncertain: Uncertain[];
}

function readRow(row: ScopedRow, into: RowContext): TableRow {
  const cells: Record<string, TableCell> = {};
  const factRow: FactRow = extend(row, {
    facts: rowScope(row, into.found),
    frees: freedBy(row.scope),
  });
  for (const { column, cell } of row.raw.cells) {
    cells[column.key] = readCell(factRow, column, cell, into);
  }
  const place = extend(row.raw.label.place, { table: into.found.table.number, row: row.key });
  const { code, misprint, name } = row.raw;
  const printedCode = misprint === undefined ? {} : { printedCode: misprint };
  return { side: row.side, code, name, level: row.level, cells, place, ...printedCode };
}

/** A row with the facts that its table and label mean. */
interface FactRow extends ScopedRow {
  readonly facts: Scope | null;
  readonly frees: readonly Dimension[];
}

function readCell(row: FactRow, column: Column, cell: SourceCell, into: RowContext): TableCell {
  const { found, unit } = into;
  const place: Place = extend(cell.place, { table: found.table.number, row: row.key, column: column.key });
  const text = (cell.text.includes('\n') ? cell.text.replace(/\s*\n\s*/g, '') : cell.text).trim();
  const isAmount = column.role === 'amount' && !labelsCount(row.raw.name);
  if (!isAmount || (into.listsCounts && isDash(text))) return { text, fen: null, place };
  const money = printedMoney(text);
  const printedIn = money.unit ?? columnUnit(column) ?? unit;
  const amount = parseAmount(money.digits, printedIn);
  if (typeof amount === 'string') {
    into.uncertain.push(doubtAt(place, 'notAnAmount', text));
    into.unplaced.push({ text, fen: 0, unitFen: 0, place, side: row.side ?? flowOf(found), part: false });
    return { text, fen: null, place };
  }
  const scope = cellScope(row, column, into);
  // What is not placed and zero is missing in no sum.
  const part = row.raw.partOnly || column.partOnly || amount.fen === 0;
  if (scope !== null) into.figures.push({ origin: 'cell', scope, text, unit: printedIn, place, ...amount });
  else if (text !== '') into.unplaced.push({ text, place, side: row.side ?? flowOf(found), part, ...amount });
  return { text, fen: text === '' ? null : amount.fen, place };
}

const unitsOfColumns = new WeakMap<Column, MoneyUnit | 'none'>();

/** The unit that a column's own header prints; null when it prints none. */
function columnUnit(column: Column): MoneyUnit | null {
  const known = unitsOfColumns.get(column) ?? printedUnit(column) ?? 'none';
  unitsOfColumns.set(column, known);
  return known === 'none' ? null : known;
}

function printedUnit(column: Column): MoneyUnit | null {
  for (const title of [...column.titles].reverse()) {
    const unit = /\((亿元|万元|千元|元)\)$/.exec(fold(title))?.[1];
    if (unit !== undefined) return unit as MoneyUnit;
  }
  return null;
}

/** Table ∩ row; null where the row's words are not understood or contradict the table. */
function rowScope(row: ScopedRow, found: FoundTable): Scope | null {
  if (row.scope === null || row.raw.partOnly) return null;
  const side: Scope = row.side === 'expenditure' && found.table.rows !== 'balance' ? { use: 'spent' } : {};
  const own = intersect(freed(found.table.scope, freedBy(row.scope), found.table.scope), row.scope);
  const spent = own === null ? null : intersect(own, side);
  return spent === null || row.side === null ? spent : extend(spent, { flow: row.side });
}

/** The dimensions that an empty node of the row frees it from. */
function freedBy(row: Scope | null): readonly Dimension[] {
  const named: Scope = row ?? {};
  return dimensions.filter((dimension) => named[dimension] === '');
}

/** The scope without what the row is freed from, where that is what the table says. */
function freed(scope: Scope, frees: readonly Dimension[], table: Scope): Scope {
  return frees.reduce((own, d) => (own[d] === table[d] ? withNode(own, d, '') : own), scope);
}

/** Row ∩ column, with its year and stage; null where the words contradict each other. */
function cellScope(row: FactRow, column: Column, { found, context }: RowContext): Scope | null {
  if (row.facts === null || column.conflict || column.partOnly) return null;
  const scope = intersect(row.facts, freed(column.scope, row.frees, found.table.scope));
  if (scope === null) return null;
  const year = scope.year === undefined ? yearOf(column, context) : Number(scope.year);
  const stage = scope.stage ?? context.form.stage;
  return extend(scope, year === null ? { stage } : { stage, year: String(year) });
}

function yearOf(column: Column, { year }: TableContext): number | null {
  if (column.year === 'current') return year;
  return column.year === 'previous' ? (year ?? 0) - 1 : column.year;
}

function flowOf(found: FoundTable): ScopedRow['side'] {
  const { flow } = found.table.scope;
  return flow === 'revenue' || flow === 'expenditure' ? flow : null;
}
