import type { Disclosure } from '../../model/disclosure.ts';
import { figuresOf } from '../narrative/tableReading.ts';
import type { RuleContext } from '../rule.ts';
import type { Variable } from '../variable.ts';
import { lastYearOf, sameDepartment, type LastYear } from './lastYear.ts';
import { statementsOf, type Statement } from './statements.ts';

/** A statement with what last year's document prints. */
export interface Compared {
  readonly statement: Statement;
  readonly last: Variable;
  readonly holds: boolean;
}

/** How the document's statements on last year fit last year's document. */
export interface Comparison {
  readonly lastYear: LastYear;
  readonly compared: readonly Compared[];
  /** Statements whose last year's figure is not printed, or not certain. */
  readonly undecided: number;
  /** The statements prove that this document was compared with that one. */
  readonly proven: boolean;
}

const known = new WeakMap<RuleContext['ledger'], Comparison | null>();

/** Compares once for each check; null without last year's disclosure. */
export function comparisonOf(context: RuleContext): Comparison | null {
  const found = known.get(context.ledger);
  if (found !== undefined) return found;
  const lastYear = lastYearOf(context);
  const comparison = lastYear === null ? null : compare(context, lastYear);
  known.set(context.ledger, comparison);
  return comparison;
}

function compare(context: RuleContext, lastYear: LastYear): Comparison {
  const statements = statementsOf(context, lastYear);
  const compared = statements.flatMap((statement) => comparedWith(statement, lastYear) ?? []);
  const holding = compared.filter(({ holds }) => holds);
  const proofs = new Set(holding.filter(({ last }) => last.value !== 0).map(({ last }) => last.value));
  return {
    lastYear,
    compared,
    undecided: statements.length - compared.length,
    proven: proofs.size >= 2 && holding.length * 2 > compared.length,
  };
}

/** The printing that the statement fits, else the only one that its words can mean; null when several differ. */
function comparedWith(statement: Statement, { framed, context }: LastYear): Compared | null {
  const own = figuresOf(statement.scopes.map(framed), context);
  const other = figuresOf(statement.otherScopes.map(framed), context);
  const paired = figuresOf(statement.paired === null ? [] : [framed(statement.paired)], context);
  const fitting = [...paired, ...own, ...other].find((last) => fits(statement, last));
  if (fitting !== undefined) return { statement, last: fitting, holds: true };
  const printed = [paired, own, other].find((figures) => figures.length > 0) ?? [];
  const [only] = printed;
  const isOne = new Set(printed.map(({ value }) => value)).size === 1;
  return only === undefined || !isOne ? null : { statement, last: only, holds: false };
}

function fits({ allowed }: Statement, { value, unit }: Variable): boolean {
  return allowed.some(({ low, high }) => value + unit / 2 >= low && value - unit / 2 <= high);
}

/** Is the other document last year's of the same department? Figures that fit prove it whatever the name. */
export function isSameDepartment(disclosure: Disclosure, { lastYear, proven }: Comparison): boolean {
  return proven || sameDepartment(disclosure.department, lastYear.disclosure.department);
}
