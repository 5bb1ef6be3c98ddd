import { bookSheets } from './bookSheets.ts';

/** What the workbook calls a field of the book (部门名称, 金额); null for a field without a cell of its own. */
export function fieldTitle(path: string): string | null {
  for (const { fields, list } of bookSheets) {
    const field = fields.find((one) => one.path === path);
    if (field !== undefined) return field.title;
    const column = list?.columns.find((one) => isColumn(path, list.path, one.path));
    if (column !== undefined) return column.title;
  }
  return null;
}

/** facts[3].fen is the column fen of the list facts. */
function isColumn(path: string, list: string, column: string): boolean {
  if (list === 'indicators') return new RegExp(`\\.indicators\\[\\d+\\]\\.${column}$`).test(path);
  return path.startsWith(`${list}[`) && path.replace(/^[^[]*\[\d+\]\.?/, '') === column;
}
