import type { SheetAmount } from '../../../model/disclosure.ts';
import type { Figure } from '../../../model/figure.ts';
import type { Ledger } from '../../ledger.ts';
import { relation, type Relation } from '../../relation.ts';
import type { Rule, RuleContext } from '../../rule.ts';
import type { Term } from '../../term.ts';
import { sheetFigure } from '../../sheetFigures.ts';
import { matchProjects, type MisprintedProject, type NamedProject } from './matching.ts';
import type { ProjectRow } from './projectRows.ts';

const id = 'project.amount';

/**
 * A sheet's funds of the year are the sum of the project's rows in the table of this year's budget, with
 * those of the carried-over table where the project stands there too. 元 against 万元 by intervals.
 */
export const amount: Rule = {
  id,
  severity: 'error',
  authority: 'arithmetic',
  check: (context) => {
    const { named, nearly, misprinted } = matchProjects(context.disclosure);
    const cells = cellsByPlace(context);
    const draft = (project: NamedProject, certain: boolean): readonly Relation[] =>
      relationOf(project, certain, cells, context.ledger);
    const relations = [
      ...named.flatMap((project) => draft(withMisprinted(project, misprinted), true)),
      ...nearly.flatMap(({ row, sheet, sameAmount }) => draft({ ...row, sheets: sheet.sheets }, sameAmount)),
    ];
    return { observations: [], relations: mostlyHolding(relations, context.ledger), pass: 0 };
  },
};

/** The rows under a misprinted name are the project's too: its sheet counts them. */
function withMisprinted(project: NamedProject, misprinted: readonly MisprintedProject[]): NamedProject {
  const more = misprinted.flatMap(({ row, owner }) => (owner === project ? row.rows : []));
  return { ...project, rows: [...project.rows, ...more] };
}

function cellsByPlace({ ledger }: RuleContext): ReadonlyMap<string, Figure> {
  return new Map(ledger.amounts.map((figure) => [keyOf(figure.place), figure]));
}

function keyOf({ table, row, column }: Figure['place']): string {
  return `${table} ${row} ${column}`;
}

function relationOf(
  project: NamedProject,
  certain: boolean,
  cells: ReadonlyMap<string, Figure>,
  ledger: Ledger,
): readonly Relation[] {
  const stated = project.sheets.flatMap((sheet) => sheet.funds.annual.total ?? []);
  const rows = rowsOf(project, total(stated), cells);
  const printed = rows.flatMap((row) => figureOf(row, cells));
  if (stated.length !== project.sheets.length || printed.length !== rows.length || rows.length === 0)
    return [];
  const sheets = stated.map((sheet) => sheetFigure(ledger, sheet));
  const alike = sheets.length === 1 && printed.length === 1;
  const terms = [
    ...sheets.map((figure): Term => ({ figure: figure.id, weight: -1, role: alike ? 'same' : 'total' })),
    ...printed.map((figure): Term => ({ figure: figure.id, weight: 1, role: alike ? 'same' : 'addend' })),
  ];
  const holds = certain && !meansOnePart(stated, printed) ? 'always' : 'unknown';
  return [relation(id, terms, { holds, says: { project: project.rows[0]?.name ?? project.key } })];
}

function figureOf(row: ProjectRow, cells: ReadonlyMap<string, Figure>): readonly Figure[] {
  const cell = row.amount === null ? undefined : cells.get(keyOf(row.amount.place));
  return cell === undefined ? [] : [cell];
}

/** This year's rows, or all rows where only these make up what the sheet states. */
function rowsOf(
  project: NamedProject,
  stated: number,
  cells: ReadonlyMap<string, Figure>,
): readonly ProjectRow[] {
  const current = project.rows.filter((row) => !row.carriedOver);
  if (current.length === 0 || current.length === project.rows.length) return project.rows;
  const sumOf = (rows: readonly ProjectRow[]): number => total(rows.flatMap((row) => figureOf(row, cells)));
  const off = (rows: readonly ProjectRow[]): number => Math.abs(sumOf(rows) - stated);
  return off(project.rows) < off(current) ? project.rows : current;
}

function total(amounts: readonly { readonly fen: number }[]): number {
  return amounts.reduce((sum, { fen }) => sum + fen, 0);
}

/** Several rows and one sheet that agrees with one of them: which rows it speaks of is not decided. */
function meansOnePart(stated: readonly SheetAmount[], printed: readonly Figure[]): boolean {
  if (stated.length === 1 && printed.length === 1) return false;
  return stated.some((sheet) =>
    printed.some((cell) => 2 * Math.abs(sheet.fen - cell.fen) <= sheet.unitFen + cell.unitFen),
  );
}

/**
 * Where most sheets disagree, their funds are not what the tables print (another range of money, a unit
 * that was not read): the relations may verify, but accuse nothing.
 */
function mostlyHolding(relations: readonly Relation[], ledger: Ledger): readonly Relation[] {
  const off = (relation: Relation): boolean => {
    const value = (figure: number): number => ledger.variables[figure]?.value ?? 0;
    const unit = (figure: number): number => ledger.variables[figure]?.unit ?? 0;
    const residual = relation.terms.reduce((sum, term) => sum + term.weight * value(term.figure), 0);
    return 2 * Math.abs(residual) > relation.terms.reduce((sum, term) => sum + unit(term.figure), 0);
  };
  const failing = relations.filter(off).length;
  if (failing < 3 || failing * 2 < relations.length) return relations;
  return relations.map((relation) => ({ ...relation, holds: 'unknown' }));
}
