import { gather } from '../../model/gather.ts';
import { fold } from '../../model/fold.ts';
import type { Scope } from '../../model/scope.ts';
import { classifications, isCodeOf, type Classification } from './classifications.ts';
import type { RawRow } from './rawRows.ts';

/** What the codes of a second classification beside a row's own say; 类 and 款 in two columns are one code. */
export function secondScope(row: RawRow): Scope {
  const scope: Partial<Record<Classification, string>> = {};
  for (const classification of classifications) {
    const parts = gather(row.cells, ({ column, cell }) =>
      column.role === 'text' && column.key.replace(/\d+$/, '') === `${classification}Code`
        ? [fold(cell.text)]
        : [],
    );
    const code = parts.find((part) => part.length > 3) ?? parts.join('');
    if (isCodeOf(classification, code)) scope[classification] = code;
  }
  return scope;
}

/** Where a row's code stands in several rows, each is the part with the codes beside it. */
export function repeatsCodes(rows: readonly RawRow[]): boolean {
  const codes = rows.flatMap(({ code, unit, unitCode }) =>
    code === null ? [] : [`${unit} ${unitCode} ${code}`],
  );
  return new Set(codes).size < codes.length;
}
