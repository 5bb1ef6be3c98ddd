/** What a finding would have the book say: one field, from what to what. */
export interface Correction {
  /** The field's address in the book, by the keys of its lists. */
  readonly path: string;
  /** The field in words. */
  readonly words: string;
  readonly before: string;
  readonly after: string;
}
