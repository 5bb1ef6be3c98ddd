import { countedRow, type CountedRow } from '../../../model/countRows.ts';
import type { Disclosure, DisclosureTable, TableCell, TableRow } from '../../../model/disclosure.ts';
import { fold } from '../../../model/fold.ts';
import type { Ledger } from '../../ledger.ts';
import { perPiece, type Variable } from '../../variable.ts';

/** A printed count of a table: what it counts and its number in the ledger. */
export interface CountCell extends CountedRow {
  readonly table: number;
  readonly variable: Variable;
}

/** The counts of all tables, in printed order; rows without one plain number are left out. */
export function countCells({ tables }: Disclosure, ledger: Ledger): readonly CountCell[] {
  return tables.flatMap((table) =>
    table.rows.flatMap((row): readonly CountCell[] => {
      const counted = countedRow(row.name);
      const cell = counted === null ? null : numberIn(row, table);
      if (counted === null || cell === null) return [];
      return [{ ...counted, table: table.number, variable: countVariable(cell, ledger) }];
    }),
  );
}

/** The row's only number outside the columns of 预算数 and of last year; a dash or a blank is none of either. */
function numberIn({ cells }: TableRow, { columns }: DisclosureTable): TableCell | null {
  const keys = Object.keys(cells).filter((key) => /^[\d,]+$/.test(fold(cells[key]?.text ?? '')));
  const heads = (key: string): string => fold(columns.find((c) => c.key === key)?.title.join('') ?? '');
  const stated = keys.filter((key) => /决算|统计/.test(heads(key)));
  const [only, ...others] = stated.length > 0 ? stated : keys.filter((key) => !/上年|去年/.test(heads(key)));
  return only === undefined || others.length > 0 ? null : (cells[only] ?? null);
}

function countVariable({ text, place }: TableCell, ledger: Ledger): Variable {
  return ledger.addVariable({
    kind: 'count',
    origin: 'cell',
    value: Number(fold(text).replaceAll(',', '')) * perPiece,
    unit: 0,
    text,
    place,
    express: (value) => ({ text: String(value / perPiece), fen: null }),
    decimals: (doubled) => String(doubled / 2 / perPiece),
  });
}
