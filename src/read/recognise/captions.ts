import { gather } from '../../model/gather.ts';
import type { MoneyUnit } from '../../model/money.ts';
import { fold } from '../../model/fold.ts';
import type { Form, TableForm } from '../../model/form.ts';
import type { Place } from '../../model/place.ts';
import type { Block, Grid, Paragraph } from '../../model/source.ts';
import { distinct, type Row } from './headerRows.ts';
import { pattern } from './heads.ts';
import { nearlyTitled } from './nearTitle.ts';
import { titleWords } from './titleWords.ts';
import { wordedTable } from './wordedTables.ts';

/** What stands around a grid: its label, title, unit, department line and notes. */
export interface Captions {
  readonly label: string | null;
  readonly title: string | null;
  readonly titlePlace: Place;
  readonly form: TableForm | null;
  readonly unit: MoneyUnit | null;
  readonly department: string | null;
  readonly note: string | null;
  readonly notePlace: Place | null;
  /** The grid without its caption and note rows. */
  readonly rows: readonly Row[];
}

interface Line {
  readonly text: string;
  readonly place: Place;
}

// 表五一般公共预算… is 表五 and a title: the 一 of 一般 is no digit.
const labelPattern =
  /^((?:[\u4e00-\u9fff]{0,6}公开)?(?:附)?表\d{1,2}(?:-\d{1,2})?|(?:部门|单位)?(?:预算|决算|财决|财预|公开){1,3}\d{1,2}(?:-\d{1,2})?表|(?:附|公开)?表(?:二?十(?:[一二三四五六七八九](?!般))?|[一二三四五六七八九](?!般)))[:.、]?(.*)$/;
const unitPattern = /(?:金额|计量|货币|计价)?单位:?\(?(?:人民币)?:?(亿元|万元|千元|元)/;
const departmentPattern =
  /^(?:部门名称|单位名称|编制单位|编制部门|预算单位|预算部门|填报单位|填报部门|公开部门|公开单位|部门\(单位\)名称|部门|部门\/单位|部门\(单位\)|预算单位名称|单位(?!:(?:人民币)?(?:亿元|万元|千元|元))):(.+?)(?:\(?(?:金额|计量|货币|计价)?单位(?::|\((?:人民币)?(?:亿元|万元|千元|元)\)).*)?$/;
const notePattern = /^(?:注|备注|说明|附注)(?:\d|[:：.、]|$)/;
/** A note without the word 注: 本部门没有…，故本表为空表. */
const emptyNotePattern =
  /^(?=.{0,120}$)(?:.*(?:(?:本|此|该)表(?:为空|无|没有)|空表)|(?:本|我)(?:部门|单位|级).{0,30}(?:没有|无|未)(?!.*\d))/;

/** Words that speak of the table itself, wherever they stand after it. */
const emptyTablePattern = /^(?=.{0,120}$).*(?:(?:本|此|该)表(?:为空|无|没有)|空表)/;

function isNote(folded: string): boolean {
  return notePattern.test(folded) || emptyNotePattern.test(folded);
}

/** Looks for a grid's captions in the paragraphs before it, in its own first rows, and after it. */
export function captionsOf(
  grid: Grid,
  before: readonly Paragraph[],
  after: readonly Block[],
  form: Form,
): Captions {
  const { lines: inside, rows, notes } = peel(grid);
  const lines: readonly Line[] = [...before.slice(-8), ...inside];
  const title =
    findTitle(lines, (text) => titledTable(text, form), form) ??
    findTitle(lines, (text) => nearlyTitled(text, form), form) ??
    findTitle(lines, (text) => wordedTable(text, form), form) ??
    findTitle(besideLabels(lines), (text) => titledTable(`${text}表`, form), form);
  const from = title === null ? lines : lines.slice(Math.max(0, title.index - 2));
  const note = [...notes.filter(({ text }) => !isUnitLine(fold(text))), ...noteBlocks(after)];
  return {
    label: title?.label ?? labelIn(from),
    title: title?.text ?? null,
    titlePlace: title?.place ?? grid.place,
    form: title?.form ?? null,
    unit: unitIn(from, rows) ?? unitBelow(notes, after, form),
    department: first(from, (text) => departmentPattern.exec(text)?.[1] ?? null),
    note: note.length === 0 ? null : note.map((line) => line.text.trim()).join('\n'),
    notePlace: note[0]?.place ?? null,
    rows,
  };
}

/** The lines beside a bare label (表8): what stands there is a title even without the word 表. Others are blank. */
function besideLabels(lines: readonly Line[]): readonly Line[] {
  const labels = lines.map(({ text }) => isBareLabel(fold(text)));
  return lines.map((line, i) =>
    labels[i - 1] === true || labels[i + 1] === true ? line : { ...line, text: '' },
  );
}

function isBareLabel(folded: string): boolean {
  return labelPattern.exec(folded)?.[2] === '';
}

function first<T>(lines: readonly Line[], find: (folded: string) => T | null): T | null {
  for (const line of [...lines].reverse()) {
    const found = find(fold(line.text));
    if (found !== null) return found;
  }
  return null;
}

function labelIn(lines: readonly Line[]): string | null {
  return first(lines, (text) => {
    const match = labelPattern.exec(text);
    return match !== null && match[2] === '' ? (match[1] ?? null) : null;
  });
}

function unitIn(lines: readonly Line[], rows: readonly Row[]): MoneyUnit | null {
  const printed = first(lines, (text) => unitPattern.exec(text)?.[1] ?? null);
  const inHeader = rows
    .slice(0, 4)
    .flatMap((row) => row.map((cell) => /\((亿元|万元|千元|元)\)$/.exec(fold(cell.text))?.[1]));
  return (printed ?? inHeader.find((unit) => unit !== undefined) ?? null) as MoneyUnit | null;
}

/** A unit printed below its table, where none stands above it: before the next table's title or label. */
function unitBelow(notes: readonly Line[], after: readonly Block[], form: Form): MoneyUnit | null {
  const end = after.findIndex((block) => block.kind === 'grid' || opensTable(block.text, form));
  const below = after.slice(0, end < 0 ? after.length : end).flatMap((b) => (b.kind === 'grid' ? [] : [b]));
  const line = [...notes, ...below].find(({ text }) => isUnitLine(fold(text)));
  return line === undefined ? null : ((unitPattern.exec(fold(line.text))?.[1] ?? null) as MoneyUnit | null);
}

function opensTable(text: string, form: Form): boolean {
  const folded = fold(text);
  return labelPattern.test(folded) || titledTable(titlePart(text), form) !== null || /表$/.test(folded);
}

function isUnitLine(folded: string): boolean {
  return (
    folded.length < 20 && /^\(?(?:注:)?(?:金额|计量|货币|计价)?单位/.test(folded) && unitPattern.test(folded)
  );
}

/** The last line before the grid that names a table of the form. */
function findTitle(
  lines: readonly Line[],
  tableOf: (title: string) => TableForm | null,
  form: Form,
): { text: string; label: string | null; place: Place; form: TableForm; index: number } | null {
  for (const [index, line] of [...titleLines(lines, form).entries()].reverse()) {
    const match = labelPattern.exec(fold(line.text));
    const text = titlePart(line.text);
    const table = tableOf(text);
    if (table === null) continue;
    const label =
      match !== null && match[2] !== ''
        ? (match[1] ?? null)
        : (labelIn(lines.slice(Math.max(0, index - 2), index)) ?? labelIn(lines.slice(index + 1)));
    const title = line.text.trim().replace(/\s+/g, ' ');
    return {
      text: label !== null && match !== null ? withoutLabel(title, text) : title,
      label,
      place: line.place,
      form: table,
      index,
    };
  }
  return null;
}

/** A title that runs over two lines is put together where its last line alone names no table. */
function titleLines(lines: readonly Line[], form: Form): readonly Line[] {
  return lines.map((line, index) => {
    const above = lines[index - 1];
    const tail = fold(line.text);
    if (above === undefined || !/表(?:\([^)]*\))?$/.test(tail) || tail.length > longestTail) return line;
    if (isBareLabel(tail) || titledTable(titlePart(line.text), form) !== null) return line;
    const text = `${above.text.trim()}${line.text.trim()}`;
    return titledTable(titlePart(text), form) === null ? line : { text, place: above.place };
  });
}

/** Characters in the last line of a title that runs over two. */
const longestTail = 24;

/** A line without the table's label that it may begin with, folded. */
function titlePart(line: string): string {
  const folded = fold(line);
  const match = labelPattern.exec(folded);
  return match !== null && match[2] !== '' ? (match[2] ?? '') : folded;
}

/** Which tables of the form any line or first row of the document could name: more than are found, never fewer. */
export function namedTables(titles: readonly string[], form: Form): ReadonlySet<string> {
  const named = new Set<string>();
  for (const title of titles) {
    const table = titledTable(title, form) ?? nearlyTitled(title, form);
    if (table !== null) named.add(table.key);
  }
  return named;
}

/** The lines of a document that can be a table's title, without its label, each once. */
export function titlesIn(blocks: readonly Block[]): readonly string[] {
  const titles = new Set<string>();
  for (const block of blocks) {
    const texts = block.kind === 'paragraph' ? [block.text] : gather(block.rows, captionTexts);
    for (const text of texts) if (text.length <= 120 && text.includes('表')) titles.add(titlePart(text));
  }
  return [...titles];
}

/** Only a row with little in it can be a caption. */
function captionTexts(row: Row): readonly string[] {
  const texts: string[] = [];
  for (const [c, cell] of row.entries()) {
    if (cell.text === '' || cell === row[c - 1]) continue;
    if (texts.length === 3) return [];
    texts.push(cell.text);
  }
  return texts;
}

function withoutLabel(printed: string, folded: string): string {
  // Quotes are not in the folded title: the first letters tell where it begins.
  const at = printed.indexOf(folded.slice(0, 2));
  return at > 0 ? printed.slice(at).trim() : printed;
}

/** The table of the form that a title names; null for text that names none. */
export function titledTable(title: string, form: Form): TableForm | null {
  const text = titleWords(title);
  if (text.length > 60 || !/表(?:\(.*\))?$/.test(text)) return null;
  const fits = form.tables.filter(
    (table) =>
      table.titles.some((source) => pattern(source).test(text)) &&
      !(table.not ?? []).some((source) => pattern(source).test(text)),
  );
  return fits[0] ?? null;
}

/** The parts of a sheet that holds several tables: each begins with the row that bears its title. */
export function tablesOnSheet(grid: Grid, form: Form): readonly Grid[] {
  const starts = grid.rows.flatMap((row, r) =>
    r > 0 && isTitleRow(row, form) ? [beforeTitle(grid, r)] : [],
  );
  const cuts = [0, ...starts.filter((start) => start > 2)];
  if (cuts.length === 1) return [grid];
  return cuts.map((start, i) => {
    const rows = grid.rows.slice(start, cuts[i + 1]);
    return { ...grid, rows, place: rows[0]?.[0]?.place ?? grid.place };
  });
}

function isTitleRow(row: Row, form: Form): boolean {
  const filled = distinct(row).filter((cell) => fold(cell.text) !== '');
  const title = filled[0]?.text ?? '';
  return filled.length === 1 && (titledTable(title, form) ?? wordedTable(title, form)) !== null;
}

/** The label above a title belongs to it. */
function beforeTitle(grid: Grid, r: number): number {
  const above = distinct(grid.rows[r - 1] ?? []).filter((cell) => fold(cell.text) !== '');
  return above.length === 1 && labelPattern.test(fold(above[0]?.text ?? '')) ? r - 1 : r;
}

/** Takes caption rows (one cell with text in the whole row) off the top and notes off the bottom. */
function peel(grid: Grid): { lines: readonly Line[]; rows: readonly Row[]; notes: readonly Line[] } {
  const lines: Line[] = [];
  let top = 0;
  for (const row of grid.rows) {
    const caption = captionCells(row) ?? titleBelowLabel(row, lines.at(-1));
    if (caption === null) break;
    lines.push(...caption);
    top += 1;
  }
  const notes: Line[] = [];
  let bottom = grid.rows.length;
  while (bottom > top) {
    const caption = captionCells(grid.rows[bottom - 1] ?? []);
    if (caption === null || !caption.every(({ text }) => standsBelow(fold(text)))) break;
    notes.unshift(...caption.filter((line) => line.text !== ''));
    bottom -= 1;
  }
  return { lines, rows: grid.rows.slice(top, bottom), notes };
}

function standsBelow(folded: string): boolean {
  return folded === '' || isNote(folded) || isUnitLine(folded);
}

function captionCells(row: Row): readonly Line[] | null {
  const filled = distinct(row).filter((cell) => fold(cell.text) !== '');
  if (filled.length === 0) return [];
  const isCaption = (text: string): boolean =>
    labelPattern.test(text) ||
    departmentPattern.test(text) ||
    unitPattern.test(text) ||
    isNote(text) ||
    /^附件\d{0,2}(?:-\d{1,2})?:?$/.test(text) ||
    (filled.length === 1 && /表(?:[-—]{1,2}[^-—]{2,20})?(?:\(.*\))?$/.test(text));
  if (!filled.every((cell) => isCaption(fold(cell.text)))) return null;
  return filled.map((cell) => ({ text: cell.text, place: cell.place }));
}

/** A row of words alone below a bare label is the title. */
function titleBelowLabel(row: Row, above: Line | undefined): readonly Line[] | null {
  const [only, ...others] = distinct(row).filter((cell) => fold(cell.text) !== '');
  const isTitle = above !== undefined && isBareLabel(fold(above.text)) && others.length === 0;
  return isTitle && only !== undefined && /^[\u4e00-\u9fff()]{6,40}$/.test(fold(only.text))
    ? [{ text: only.text, place: only.place }]
    : null;
}

function speaksOfTable(folded: string): boolean {
  return notePattern.test(folded) || emptyTablePattern.test(folded);
}

/** The note paragraphs that follow a table. */
export function noteBlocks(after: readonly Block[]): readonly Paragraph[] {
  const notes: Paragraph[] = [];
  for (const block of after.slice(0, 4)) {
    if (block.kind !== 'paragraph') break;
    const folded = fold(block.text);
    if (speaksOfTable(folded)) notes.push(block);
    else if (!isUnitLine(folded)) break;
  }
  return notes;
}
