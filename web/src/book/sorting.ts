import type { GridColumn } from './columns.ts';

const collator = new Intl.Collator('zh-Hans-CN-u-co-pinyin', { numeric: true });

/** The lines by one column: amounts by their size, texts by code and pinyin; empty ones last, equal ones as they were. */
export function sorted<Row>(
  rows: readonly Row[],
  { fenOf, edit }: Pick<GridColumn<Row>, 'fenOf' | 'edit'>,
  direction: 'ascending' | 'descending',
): readonly Row[] {
  const sign = direction === 'ascending' ? 1 : -1;
  if (fenOf !== undefined) return rows.toSorted((a, b) => sign * (fenOf(a) - fenOf(b)));
  return rows
    .map((row) => ({ row, text: edit(row) }))
    .sort((a, b) => Number(a.text === '') - Number(b.text === '') || sign * collator.compare(a.text, b.text))
    .map(({ row }) => row);
}
