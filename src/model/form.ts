import type { MoneyUnit } from './money.ts';
import type { Scope, Stage } from './scope.ts';

/**
 * A form says, as data, what a jurisdiction's disclosure looks like; it reads, checks and writes.
 * Patterns are regular expressions over folded text (see fold.ts) without spaces, quotes and years.
 */
export interface Form {
  readonly id: string;
  readonly name: string;
  readonly stage: Stage;
  readonly tables: readonly TableForm[];
  readonly sections: readonly SectionForm[];
  /** What the labels of the tables look like, with the number in group 1: 预算公开表(\d+). */
  readonly label: string | null;
  /** Title pattern of the project performance sheet. */
  readonly sheetTitle: string | null;
  /** The title of the sheet of the whole department's goals, where the form prints one. */
  readonly departmentGoal?: string;
  /** Header meanings that differ from the common lexicon; they are tried first. */
  readonly heads?: readonly HeadMeaning[];
  /** Words in the document that speak for this form (a title, a phrase), used to choose among forms. */
  readonly marks?: readonly string[];
}

export type RowAxis =
  | 'balance'
  | 'function'
  | 'deptEconomic'
  | 'govEconomic'
  | 'revenueCode'
  | 'item'
  | 'unit'
  | 'project'
  | 'none';

export interface TableForm {
  readonly key: string;
  readonly number: number;
  /** The printed number where it is not the ordinal: "1-1". */
  readonly printedNumber?: string;
  readonly title: string;
  readonly titles: readonly string[];
  /** Patterns that exclude a title that would match. */
  readonly not?: readonly string[];
  readonly unit: MoneyUnit;
  readonly rows: RowAxis;
  /** The facts that the whole table speaks of. */
  readonly scope: Scope;
  /**
   * Other readings of the table's scope where the title does not decide (with or without 上年结转):
   * the document's own totals choose among them; if they do not, the table is compared with no other.
   */
  readonly alternatives?: readonly Scope[];
  /** Columns in the order printed, for writing and for keys; reading goes by meaning. */
  readonly columns: readonly ColumnForm[];
  /** Must stand in every disclosure of this form, even when empty. */
  readonly required: boolean;
  /** The first year whose disclosures must hold it; those of earlier years need not. */
  readonly requiredSince?: number;
  /** The key of a required table that need not stand beside this one. */
  readonly insteadOf?: string;
  /** Table-specific header meanings, tried before the form's. */
  readonly heads?: readonly HeadMeaning[];
  /** How the table is written where it is composed. */
  readonly layout?: TableLayout;
}

/** What a composed table prints beside its columns. */
export interface TableLayout {
  /** Header texts above the label columns, outermost first; none for a table of one unlabelled row. */
  readonly labels: readonly (readonly string[])[];
  /** The same for the right side of a table with two sides. */
  readonly rightLabels?: readonly (readonly string[])[];
  /** The heads of the two sides where the columns' titles do not begin with them. */
  readonly sides?: readonly [revenue: string, expenditure: string];
  /** The rows of a balance table, by side. */
  readonly revenue?: readonly BalanceLine[];
  readonly expenditure?: readonly BalanceLine[];
  /** The rows of a table of items. */
  readonly items?: readonly BalanceLine[];
  /** The words of the row of totals; 合计 where absent. */
  readonly total?: string;
  /** A row of column numbers stands under the head. */
  readonly columnNumbers?: boolean;
  /** How the paper stands; where absent, landscape when the columns need it. */
  readonly orientation?: 'portrait' | 'landscape';
  /** Relative widths of the printed columns, label columns first; where absent, what their contents need. */
  readonly widths?: readonly number[];
}

export interface BalanceLine {
  /** As printed; absent for the list of all function classes, which are numbered 一、二、…. */
  readonly name?: string;
  readonly scope: Scope;
  /** 0 for totals. */
  readonly level: number;
}

export interface ColumnForm {
  readonly key: string;
  readonly title: readonly string[];
  readonly side?: 'revenue' | 'expenditure';
}

export type HeadRole =
  'amount' | 'neutral' | 'code' | 'name' | 'unit' | 'unitCode' | 'project' | 'text' | 'skip';

/** What a header text means. `scope` narrows the facts of the column. */
export interface HeadMeaning {
  readonly pattern: string;
  readonly role: HeadRole;
  readonly key?: string;
  /** Added to the key of the header above: reception + Budget. */
  readonly suffix?: string;
  readonly scope?: Scope;
  /** previous: the column speaks of last year. */
  readonly year?: 'previous';
}

export interface SectionForm {
  readonly key: string;
  readonly title: string;
  readonly titles: readonly string[];
}

/** What a row label of a balance table means. */
export interface RowMeaning {
  readonly pattern: string;
  /** An empty node frees the row from what the table says: 机关运行经费 among expenses of 财政拨款. */
  readonly scope: Scope;
  readonly level: number;
}

export interface Lexicon {
  readonly heads: readonly HeadMeaning[];
  /** What heads below one of 单位资金 mean, where by themselves they would mean something else. */
  readonly unitFundHeads: readonly HeadMeaning[];
  /** Words of titles of earlier years, as titles say it now. */
  readonly titleWords: readonly { readonly pattern: string; readonly means: string }[];
  readonly revenueRows: readonly RowMeaning[];
  readonly expenditureRows: readonly RowMeaning[];
  readonly itemRows: readonly RowMeaning[];
}
