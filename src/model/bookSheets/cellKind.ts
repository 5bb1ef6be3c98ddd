import type { CodeAxis } from '../codes/entries.ts';

/** A value of the book and the word that stands for it in the workbook. */
export type ChoiceWord = readonly [value: string, word: string];

/** What a cell of the workbook holds. */
export type CellKind =
  /** One line of text. */
  | { readonly kind: 'text' }
  /** Text of several lines. */
  | { readonly kind: 'long' }
  /** Money, shown in the workbook's unit, kept in 分. */
  | { readonly kind: 'amount' }
  | { readonly kind: 'count' }
  | { readonly kind: 'date' }
  | { readonly kind: 'choice'; readonly words: readonly ChoiceWord[] }
  /** A classification code of so many digits, shown with its name. */
  | { readonly kind: 'code'; readonly axis: CodeAxis; readonly digits: 3 | 5 | 7 }
  /** One of the names on another sheet. */
  | { readonly kind: 'name'; readonly of: 'units' | 'projects' | 'decisions' };

export const text: CellKind = { kind: 'text' };
export const long: CellKind = { kind: 'long' };
export const amount: CellKind = { kind: 'amount' };
export const count: CellKind = { kind: 'count' };
export const date: CellKind = { kind: 'date' };

export function choice(words: readonly ChoiceWord[]): CellKind {
  return { kind: 'choice', words };
}

export function code(axis: CodeAxis, digits: 3 | 5 | 7): CellKind {
  return { kind: 'code', axis, digits };
}

export function nameOf(of: 'units' | 'projects' | 'decisions'): CellKind {
  return { kind: 'name', of };
}
