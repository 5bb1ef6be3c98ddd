/** Something in a book that must be put right before it is composed. */
export interface BookProblem {
  /** The field: facts[3].function. */
  readonly path: string;
  /** What to enter, in Chinese. */
  readonly message: string;
}
