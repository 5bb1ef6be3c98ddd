import type { MoneyUnit } from './money.ts';
import type { Place } from './place.ts';
import type { Stage } from './scope.ts';
import type { NameData } from './words/names.ts';

/** An amount of a document with a key that is equal exactly for equal facts, whatever the document. */
export interface DigestFigure {
  readonly key: string;
  /** The unit that it is of, as printed; '' for the whole document. */
  readonly unit: string;
  /** The key of its table in the form. */
  readonly table: string;
  readonly text: string;
  readonly fen: number;
  readonly unitFen: number;
  readonly money: MoneyUnit;
  readonly place: Place;
  /** How narrow its scope is: dimensions and digits of codes. */
  readonly depth: number;
  /** The document's own check contradicts it. */
  readonly doubtful: boolean;
  /** Money that passes between a department and its units: it does not add up over them. */
  readonly internal: boolean;
}

/** An amount of the text, under every key that its words may mean. */
export interface DigestStatement {
  readonly keys: readonly string[];
  readonly text: string;
  readonly fen: number;
  readonly unitFen: number;
  readonly place: Place;
  /** It says 年初预算 and not only 预算. */
  readonly initial: boolean;
}

export interface DigestProject {
  readonly name: string;
  /** The name folded for comparison. */
  readonly key: string;
  readonly unit: string;
  readonly text: string;
  readonly fen: number | null;
  readonly unitFen: number;
  readonly carriedOver: boolean;
  readonly place: Place;
}

/** What the comparison of documents needs of one: plain data, a fraction of the disclosure. */
export interface DocumentDigest {
  readonly file: string;
  readonly name: string | null;
  readonly code: string | null;
  readonly region: string | null;
  readonly year: number | null;
  readonly stage: Stage;
  /** A department with its units, a single unit, or a whole county or city. */
  readonly level: 'department' | 'unit' | 'region';
  /** Units that the tables print in rows of their own. */
  readonly units: readonly string[];
  /** How many units the text says there are, the office itself included; null when it does not say. */
  readonly unitCount: number | null;
  /** The sentences on duties and organisation, for the names in them. */
  readonly organisation: string;
  /** Keys of the tables that are printed. */
  readonly tables: readonly string[];
  readonly figures: readonly DigestFigure[];
  /** Amounts that the text of final accounts states of the budget. */
  readonly budgetStatements: readonly DigestStatement[];
  readonly projects: readonly DigestProject[];
  readonly names: NameData;
}
