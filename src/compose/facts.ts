import { fiscalFunds, ownFunds, type Book, type BookFund, type ReasonSubject } from '../model/book.ts';
import { codesOfBook } from '../model/bookCodes.ts';
import type { Form } from '../model/form.ts';
import type { Scope } from '../model/scope.ts';
import { amountIn, type Ledger } from './amounts.ts';

/** What the sentences of a narrative ask for. */
export interface Telling {
  readonly book: Book;
  readonly form: Form;
  readonly year: string;
  readonly ledger: Ledger;
}

export function tellingOf(book: Book, form: Form, ledger: Ledger): Telling {
  return { book, form, year: String(book.year), ledger };
}

/** The sum over a scope, in 分. */
export function amountOf({ ledger }: Telling, scope: Scope): number {
  return amountIn(ledger, scope);
}

/** The scope that the form's table speaks of. */
export function tableScope({ form }: Telling, key: string): Scope {
  return form.tables.find((table) => table.key === key)?.scope ?? {};
}

/** The classes of expenditure in a scope, largest first. */
export function classesOf(
  telling: Telling,
  scope: Scope,
): readonly { readonly code: string; readonly name: string; readonly fen: number }[] {
  const codes = new Set(
    telling.ledger.totals.facts.flatMap((fact) => fact.scope.function?.slice(0, 3) ?? []),
  );
  return [...codes]
    .sort()
    .map((code) => ({
      code,
      name: className(telling, code),
      fen: amountOf(telling, { ...scope, function: code }),
    }))
    .filter(({ fen }) => fen > 0)
    .sort((a, b) => b.fen - a.fen);
}

export function className({ book }: Telling, code: string): string {
  return codesOfBook(book)('function', book.year).find(code)?.name ?? code;
}

/** Names of the economic items in a scope, in code order. */
export function economicNames({ ledger, book }: Telling, scope: Scope): readonly string[] {
  const codes = new Set(ledger.totals.facts.flatMap((fact) => fact.scope.deptEconomic ?? []));
  const present = [...codes]
    .sort()
    .filter((deptEconomic) => amountIn(ledger, { ...scope, deptEconomic }) > 0);
  const list = codesOfBook(book)('deptEconomic', book.year);
  return [...new Set(present.map((code) => list.find(code)?.name ?? code))];
}

export const allFunds: readonly BookFund[] = [...fiscalFunds, ...ownFunds];

/** Last year's amounts; zero everywhere where there was no budget. */
export function previousOf({ book: { previous } }: Telling): {
  readonly total: number;
  readonly fund: (fund: BookFund) => number;
} {
  const fund = (name: BookFund): number => previous?.byFund[name] ?? 0;
  const total = allFunds.reduce((sum, name) => sum + fund(name), previous?.carriedOver ?? 0);
  return { total, fund };
}

export function reasonFor({ book }: Telling, subject: ReasonSubject): string | undefined {
  return book.reasons[subject];
}
