import { decimalsOf, formatAmount, type MoneyUnit } from '../../../model/money.ts';

/** Pictures that have help beside them. */
export type Picture = 'flow' | 'bars' | 'years' | 'changes' | 'comparison' | 'meter' | 'page';

/** Rows of a page as data: the page's table, its CSV and its JSON are printings of this one value. */
export interface Dataset {
  /** Lower-case letters; names the download: flows.csv. */
  readonly id: string;
  readonly title: string;
  /** The unit that amounts are printed in. */
  readonly unit: MoneyUnit;
  readonly columns: readonly DataColumn[];
  readonly rows: readonly DataRow[];
  /** What a reader must know to use the rows. */
  readonly note?: string;
  /** Where the rows are a part of a longer list: how many it has, and the number of the part that follows. */
  readonly whole?: { readonly rows: number; readonly next: number | null };
  /** Where the rows are drawn: how the picture is read, and the amount column of its bars. */
  readonly drawn?: { readonly as: Picture; readonly bars: string };
}

export interface DataColumn {
  readonly key: string;
  readonly title: string;
  readonly kind: 'text' | 'amount' | 'count' | 'percent';
  /** Few words that stay on one line. */
  readonly brief?: boolean;
  /** Signs for machines, such as a checksum: they may break anywhere. */
  readonly code?: boolean;
  /** Not shown on the page, only in downloads. */
  readonly hidden?: boolean;
}

export interface DataRow {
  readonly cells: Readonly<Record<string, DataCell>>;
  /** Where the row's page is. */
  readonly href?: string;
  /** Indent: 0 total, 1 to 3. */
  readonly level?: number;
}

/** A text, a number as printed, or an amount. */
export type DataCell = string | number | AmountCell | null;

export interface AmountCell {
  readonly fen: number;
  /** As the document prints it; computed amounts have none. */
  readonly text?: string;
  /** Where the amount's source opens. */
  readonly href?: string;
}

/** The exact amount in the unit, without separators: what downloads hold. At least two decimals, or as printed. */
export function plainAmount({ fen, text }: AmountCell, unit: MoneyUnit): string {
  return formatAmount(fen, unit, text === undefined ? 2 : decimalsOf(text));
}

/** Titles with the unit where they are amounts: 合计（万元）. */
export function columnTitle({ title, kind }: DataColumn, unit: MoneyUnit): string {
  return kind === 'amount' ? `${title}（${unit}）` : title;
}

export function isAmount(cell: DataCell | undefined): cell is AmountCell {
  return typeof cell === 'object' && cell !== null;
}
