import { projectKey, type Book } from '../model/book.ts';
import { codesOfBook } from '../model/bookCodes.ts';
import { projectNodes, type ScopedAmount } from '../model/bookAmounts.ts';
import { shippedEntries, type CodeAxis } from '../model/codes/entries.ts';
import type { TableRow } from '../model/disclosure.ts';
import { fold } from '../model/fold.ts';
import type { BalanceLine, TableForm } from '../model/form.ts';
import type { Dimension, Scope } from '../model/scope.ts';
import { factIndex } from './amounts.ts';
import { fundName, uncovered } from './columns.ts';
import { chineseNumeral } from '../model/numerals.ts';

/** A row to fill: its label and what it speaks of. */
export interface ScopedRow extends Pick<TableRow, 'side' | 'code' | 'name' | 'level'> {
  readonly scope: Scope;
}

/** The rows of a table, or of one side of it, that the facts give. */
export function rowsOf(
  table: TableForm,
  side: TableRow['side'],
  facts: readonly ScopedAmount[],
  book: Book,
): readonly ScopedRow[] {
  const total: ScopedRow = { side, code: null, name: table.layout?.total ?? '合计', level: 0, scope: {} };
  switch (table.rows) {
    case 'balance':
      return balanceRows(table, side, facts, book);
    case 'item':
      return itemRows(table, side);
    case 'project':
      return facts.length === 0 ? [total] : projectRows(facts, book);
    case 'unit':
      return [total, ...unitRows(facts, book)];
    case 'revenueCode':
    case 'function':
      return [total, ...codeRows(side === 'revenue' ? 'revenueCode' : table.rows, side, facts, book)];
    case 'deptEconomic':
    case 'govEconomic':
      return [total, ...codeRows(table.rows, side, facts, book).map((row) => withoutCode(row, table))];
    case 'none':
      return [total];
  }
}

const listOf: Readonly<Partial<Record<Dimension, CodeAxis>>> = {
  function: 'function',
  deptEconomic: 'deptEconomic',
  govEconomic: 'govEconomic',
  revenueCode: 'revenue',
};

/** Classes, divisions and items that hold facts, in code order. */
function codeRows(
  axis: 'function' | 'revenueCode' | 'deptEconomic' | 'govEconomic',
  side: TableRow['side'],
  facts: readonly ScopedAmount[],
  book: Book,
): readonly ScopedRow[] {
  const leaves = new Set(facts.flatMap(({ scope }) => scope[axis] ?? []));
  const codes = new Set([...leaves].flatMap((code) => [3, 5, 7].map((length) => code.slice(0, length))));
  const list = codesOfBook(book)(listOf[axis] ?? 'function', book.year);
  return [...codes].sort().map((code) => ({
    side,
    code,
    name: list.find(code)?.name ?? code,
    level: (code.length - 1) / 2,
    scope: { [axis]: code },
  }));
}

/** Economic items are printed by name alone where the form has no column of codes. */
function withoutCode(row: ScopedRow, { layout }: TableForm): ScopedRow {
  return layout?.labels.length === 1 ? { ...row, code: null } : row;
}

function itemRows({ layout }: TableForm, side: TableRow['side']): readonly ScopedRow[] {
  const lines = layout?.items ?? [{ name: '', scope: {}, level: 1 }];
  return lines.map(({ name = '', scope, level }) => ({ side, code: null, name, level, scope }));
}

function unitRows(facts: readonly ScopedAmount[], { units }: Book): readonly ScopedRow[] {
  return units
    .filter(({ name }) => facts.some(({ scope }) => scope.unit === fold(name)))
    .map(({ name }) => ({ side: null, code: null, name, level: 2, scope: { unit: fold(name) } }));
}

/** The department, each unit, and each unit's projects in the book's order. */
function projectRows(facts: readonly ScopedAmount[], book: Book): readonly ScopedRow[] {
  const department = { side: null, code: null, name: book.department.name, level: 1, scope: {} };
  const nodes = projectNodes(book);
  const index = factIndex(facts);
  const units = unitRows(facts, book).flatMap((unit) => {
    const own = book.projects.map((project) => ({
      ...unit,
      name: project.name,
      level: 3,
      scope: { project: nodes.get(projectKey(project)) ?? '', ...unit.scope },
    }));
    return [unit, ...own.filter((row) => index.within(row.scope).length > 0)];
  });
  return [department, ...units];
}

function balanceRows(
  { layout }: TableForm,
  side: TableRow['side'],
  facts: readonly ScopedAmount[],
  book: Book,
): readonly ScopedRow[] {
  const lines = (side === 'revenue' ? layout?.revenue : layout?.expenditure) ?? [];
  const complete = side === 'revenue' ? withMissingFunds(lines, facts) : lines;
  return complete.flatMap(({ name, scope, level }) =>
    name === undefined ? classRows(scope, side, book) : [{ side, code: null, name, level, scope }],
  );
}

/** All function classes, numbered: a class without money is printed too. */
function classRows(scope: Scope, side: TableRow['side'], book: Book): readonly ScopedRow[] {
  const list = codesOfBook(book)('function', book.year);
  const own = (book.codes ?? []).flatMap(({ axis, code }) => (axis === 'function' ? [code] : []));
  const codes = new Set([...shippedEntries('function').codes(), ...own]);
  const classes = [...codes].filter((code) => code.length === 3).sort();
  const current = classes.flatMap((code) => {
    const item = list.find(code);
    return item === null || item.retired ? [] : [item];
  });
  return current.map(({ code, name }, i) => ({
    side,
    code: null,
    name: `${chineseNumeral(i + 1)}、${name}`,
    level: 1,
    scope: { ...scope, function: code },
  }));
}

function withMissingFunds(
  lines: readonly BalanceLine[],
  facts: readonly ScopedAmount[],
): readonly BalanceLine[] {
  const end = lines.findIndex(({ level }) => level === 0);
  const listed = lines.slice(0, end);
  const vintage = listed[0]?.scope.vintage;
  const inScope = facts.filter(({ scope }) => vintage === undefined || scope.vintage === vintage);
  const count = listed.filter(({ level }) => level === 1).length;
  const added = uncovered(
    listed.flatMap(({ scope }) => scope.fund ?? []),
    inScope,
  ).map((fund, i) => ({
    name: `${chineseNumeral(count + 1 + i)}、${fundName(fund)}`,
    scope: { fund, ...(vintage === undefined ? {} : { vintage }) },
    level: 1,
  }));
  return [...listed, ...added, ...lines.slice(end)];
}
