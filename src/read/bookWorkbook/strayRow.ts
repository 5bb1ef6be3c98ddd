import { words, type Words } from '../../model/bookProblem.ts';
import type { BookList } from '../../model/bookSheets/sheetForm.ts';
import { fold } from '../../model/fold.ts';
import type { FoundCell, FoundRow } from './sheetCells.ts';

/** A row that is no entry: the cell that shows it, and what to do. */
export interface StrayRow {
  readonly cell: FoundCell;
  readonly message: Words;
}

const totalName = /^(?:本页|部门|单位|支出|收入)?(?:合计|总计|小计|累计|共计)数?:?$/;

/**
 * A total among the entries of a list of amounts, or an amount that nothing is said of: both come with rows that
 * are pasted from elsewhere, and would be counted as money of their own.
 */
export function strayRow(list: BookList, row: FoundRow): StrayRow | null {
  const amounts = list.columns.filter(({ cell }) => cell.kind === 'amount');
  if (amounts.length === 0) return null;
  const filled = list.columns.flatMap(({ path, cell }) => {
    const found = row.get(path);
    return found === undefined || found.raw === null ? [] : [{ found, text: found.raw.text, cell }];
  });
  const total = filled.find(({ text, cell }) => cell.kind !== 'long' && totalName.test(fold(text)));
  if (total !== undefined) return { cell: total.found, message: totalWords };
  const [first] = filled;
  const isAlone = list.entries === 'records' && filled.every(({ cell }) => cell.kind === 'amount');
  return isAlone && first !== undefined ? { cell: first.found, message: aloneWords } : null;
}

const totalWords = words(
  '这一行是合计，各项合计由程序自动算出，请删除这一行',
  'This row is a total; totals are computed: remove the row',
);
const aloneWords = words(
  '这一行只有金额，没有写明是什么：请补全这一行；是合计行的请删除',
  'This row has an amount and nothing else: fill in the row, or remove it where it is a total',
);
