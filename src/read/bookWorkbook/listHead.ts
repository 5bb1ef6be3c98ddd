import { words, type BookProblem, type Words } from '../../model/bookProblem.ts';
import { checkTitle, type BookColumn, type BookList } from '../../model/bookSheets/sheetForm.ts';
import { fold } from '../../model/fold.ts';
import { cellName } from '../spreadsheet/sheet.ts';
import { lostWords } from './lostWords.ts';
import type { RawCell, RawSheet } from './rawCells.ts';

type Cells = ReadonlyMap<number, RawCell>;

/** Where the columns of a list stand, and what its head lacks. */
export interface ListHead {
  readonly row: number;
  /** By the path of each column that was found. */
  readonly columns: ReadonlyMap<string, number>;
  readonly problems: readonly BookProblem[];
}

/** The head of a list; null where it is gone. */
export function listHead(sheet: RawSheet, list: BookList): ListHead | null {
  const row = headRow(sheet, list);
  if (row === null) return null;
  const cells: Cells = sheet.rows.get(row) ?? new Map<number, RawCell>();
  const columns = new Map<string, number>();
  const problems: BookProblem[] = [];
  let last = -1;
  for (const column of list.columns) {
    const [first, second] = columnsTitled(cells, column);
    const tell = (at: number, message: Words): void => {
      problems.push({ path: sheet.name, place: { sheet: sheet.name, cell: cellName(row, at) }, message });
    };
    if (first === undefined) {
      const at = freeColumn(cells, last + 1, list);
      tell(at, lostWords(column.title, cells.get(at)?.text));
      last = at;
    } else {
      columns.set(column.path, first);
      last = first;
    }
    if (second !== undefined) tell(second, twiceWords(column.title));
  }
  return { row, columns, problems };
}

/** The row with most of the list's titles; null where fewer than half of them are left. */
export function headRow(sheet: RawSheet, { columns }: BookList): number | null {
  const wanted = new Set(columns.map(({ title }) => fold(title)));
  const titles = (cells: Cells): number => {
    const texts = new Set([...cells.values()].map(({ text }) => fold(text)));
    return [...wanted].filter((title) => texts.has(title)).length;
  };
  const counted = [...sheet.rows].map(([row, cells]) => ({ row, count: titles(cells) }));
  const [best] = counted.sort((a, b) => b.count - a.count || a.row - b.row);
  return best !== undefined && best.count * 2 >= columns.length ? best.row : null;
}

function columnsTitled(cells: Cells, { title }: BookColumn): readonly number[] {
  const wanted = fold(title);
  return [...cells].flatMap(([at, { text }]) => (fold(text) === wanted ? [at] : [])).sort((a, b) => a - b);
}

/** The first column from here on whose head is none of the sheet's own: there a lost one stood. */
function freeColumn(cells: Cells, from: number, { columns, computed = [] }: BookList): number {
  const titles = [...columns, ...computed].map(({ title }) => fold(title));
  const known = new Set([...titles, checkTitle]);
  let at = from;
  while (known.has(fold(cells.get(at)?.text ?? ''))) at += 1;
  return at;
}

function twiceWords(title: string): Words {
  return words(
    `表头“${title}”出现两次，请删除多出的一列或改名`,
    `The head “${title}” stands twice: remove the other column or rename it`,
  );
}
