import type { ShapedRow } from './shape.ts';

/** A table of a sheet with the lines of text above and below it. */
export interface SheetPart {
  readonly captions: readonly ShapedRow[];
  readonly table: readonly ShapedRow[];
  readonly notes: readonly ShapedRow[];
}

/** So many blank rows without rules separate two tables, whatever follows. */
const separatingGap = 2;
const longNote = 30;

const unitMark = /^[（(]?(?:金额|货币|计量|计价)?单\s*位\s*[:：]\s*(?:人民币)?(?:亿|万|千|百)?元/;
const label = /^[^:：]{1,20}[:：]/;
const openLabel = /[:：]$/;
const titleEnd = /表\s*(?:[（(][^（）()]*[）)])?$/;
const titleStart = /^(?:附件|附表|预算公开表|公开表|表)\s*[\d一二三四五六七八九十]/;
const noteStart =
  /^[（(]?(?:注|备注|说明|附注|填报说明|备\s*注)(?:\s*[\d一二三四五六七八九十]+)?\s*[:：.、]|^[*※]/;

/** Splits the rows of a sheet into its tables, each with its captions and notes. */
export function splitParts(rows: readonly ShapedRow[]): SheetPart[] {
  const parts: SheetPart[] = [];
  let start = 0;
  let inTable = false;
  for (const [i, row] of rows.entries()) {
    if (i > start && beginsPart(row, rows[i - 1], inTable && i - start >= 3)) {
      parts.push(partOf(rows.slice(start, i)));
      start = i;
      inTable = false;
    }
    inTable ||= row.cells.length > 1 && !isLabelled(row);
  }
  if (rows.length > 0) parts.push(partOf(rows.slice(start)));
  return parts;
}

function beginsPart(row: ShapedRow, previous: ShapedRow | undefined, inTable: boolean): boolean {
  if (previous === undefined || row.continued || row.hidden) return false;
  if (row.gap >= separatingGap) return true;
  if (row.gap > 0) return isTitle(row) || isUnitRow(row) || isNote(previous);
  return inTable && beginsInside(row, previous);
}

/** Without a gap, only a title or a unit line in the midst of rows, not framed as a row of the table. */
function beginsInside(row: ShapedRow, previous: ShapedRow): boolean {
  if (isTitle(row)) return !isTitle(previous);
  return isSingle(row) && isUnitRow(row) && !row.ruled && !isTitle(previous);
}

function isSingle(row: ShapedRow): boolean {
  return row.cells.length === 1 && !row.continued;
}

function isTitle(row: ShapedRow): boolean {
  const [cell] = row.cells;
  if (cell === undefined || !isSingle(row)) return false;
  if (row.ruled && !row.wide) return false;
  const text = cell.text.replace(/\s+/g, '');
  return text.length <= 60 && (titleEnd.test(text) || titleStart.test(text));
}

function isUnitRow(row: ShapedRow): boolean {
  return row.cells.length <= 4 && !row.continued && row.cells.some((cell) => unitMark.test(cell.text));
}

/** Labels with their values, as "部门：X", "单位：万元", or a label and its value in two cells. */
function isLabelled(row: ShapedRow): boolean {
  if (row.continued || row.cells.length > 8) return false;
  const texts = row.cells.map((cell) => cell.text);
  if (texts.some((text) => text.length > 80)) return false;
  if (texts.length === 2 && isUnitRow(row)) return true;
  return texts.every((text, i) => label.test(text) || openLabel.test(texts[i - 1] ?? ''));
}

function partOf(rows: readonly ShapedRow[]): SheetPart {
  const first = captionEnd(rows);
  const last = noteBegin(rows, first);
  return {
    captions: rows.slice(0, first).filter((row) => !row.hidden),
    table: rows.slice(first, last),
    notes: rows.slice(last).filter((row) => !row.hidden),
  };
}

/** Hidden rows (a program's own field codes) do not stop the search for captions below them. */
function captionEnd(rows: readonly ShapedRow[]): number {
  const ruledTable = rows.some((row) => row.ruled);
  let end = 0;
  for (const [index, row] of rows.entries()) {
    if (row.hidden) continue;
    if (!isCaption(row, ruledTable)) return end;
    end = index + 1;
  }
  return rows.length;
}

function isCaption(row: ShapedRow, ruledTable: boolean): boolean {
  if (row.continued) return false;
  if (isSingle(row)) return !row.ruled || row.wide;
  if (ruledTable && !row.ruled && row.cells.length <= 2) return true;
  return isUnitRow(row) ? !row.ruled || row.cells.length <= 2 : isLabelled(row) && !row.ruled;
}

function noteBegin(rows: readonly ShapedRow[], first: number): number {
  const ruledTable = rows.some((row) => row.ruled);
  for (let begin = rows.length; begin > first; begin--) {
    const row = rows[begin - 1];
    const unruled = ruledTable && row !== undefined && !row.ruled && isSingle(row);
    if (!unruled && !isNote(row)) return begin;
  }
  return first;
}

function isNote(row: ShapedRow | undefined): boolean {
  if (row === undefined || row.continued) return false;
  const text = row.cells[0]?.text ?? '';
  if (!isSingle(row)) return !row.ruled && isLabelled(row);
  return noteStart.test(text) || (text.length >= longNote && row.wide);
}
