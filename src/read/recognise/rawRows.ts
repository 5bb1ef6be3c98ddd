import { gather } from '../../model/gather.ts';
import { fold, withoutNumbering } from '../../model/fold.ts';
import type { Scope } from '../../model/scope.ts';
import type { SourceCell } from '../../model/source.ts';
import { codeList } from '../../model/codes/codes.ts';
import { classifications } from './classifications.ts';
import type { ColumnBlock, TableShape } from './columns.ts';
import { isBlankOrNumber, type Row } from './headerRows.ts';
import type { Column } from './heads.ts';

/** A row of one block as printed: its label and its cells, no meaning yet. */
export interface RawRow {
  readonly block: number;
  readonly code: string | null;
  /** The code as printed where its class cannot be read and is taken from the row above. */
  readonly misprint?: string;
  readonly name: string;
  readonly unit: string | null;
  readonly unitCode: string | null;
  /** The head of the label column, folded: what the rows are listed by. */
  readonly axisWords: string;
  /** Printed as 其中: a part shown beside others that are not. */
  readonly partOnly: boolean;
  readonly cells: readonly { readonly column: Column; readonly cell: SourceCell }[];
  readonly label: SourceCell;
}

/** What a row says: its level in the table and the facts that it speaks of. */
export interface Meaning {
  readonly level: number;
  /** Null: the words are not understood. */
  readonly scope: Scope | null;
  readonly side?: 'revenue' | 'expenditure' | null;
}

const totalName = /^(?:合计|总计|部门合计|单位合计|小计|共计|总合计)$/;

/** Is the folded label a grand total? */
export function isTotalName(name: string): boolean {
  return totalName.test(fold(name));
}

/** The rows of every block, block by block, in printed order. */
export function rawRows(shape: TableShape): readonly RawRow[] {
  return withParts(printedRows(shape));
}

/** 其中 goes on over the rows below it that have neither number nor code, up to the next sum or balance. */
function withParts(rows: readonly RawRow[]): readonly RawRow[] {
  let open = false;
  let dividesCarryOver = false;
  return rows.map((row, i) => {
    if (row.block !== rows[i - 1]?.block) open = false;
    const folded = fold(row.name);
    const plain = row.code === null && withoutNumbering(folded) === folded;
    const ends = dividesCarryOver ? endOfCarryOver : endOfParts;
    open = row.partOnly || (open && plain && !ends.test(folded));
    if (!open) dividesCarryOver = /结转|结余/.test(folded);
    return open === row.partOnly ? row : { ...row, partOnly: open };
  });
}

const endOfParts = /(?:合计|总计|小计|结转|结余|差额)/;
/** Below 上年结转 its own parts are called 财政拨款结转, 单位资金结转. */
const endOfCarryOver = /合计|总计|小计|差额|^(?:上年|年初|年末|年终|下年|累计|使用|动用|结转)/;

function printedRows(shape: TableShape): readonly RawRow[] {
  return shape.blocks.flatMap((block, b) => {
    let previous = '';
    return gather(shape.data, (row) => {
      const raw = rawRow(
        row,
        block,
        b,
        previous,
        shape.blocks.slice(b + 1),
        row === shape.data[0] && shape.blocks.length === 1,
      );
      if (raw?.code != null) previous = raw.code;
      return raw === null ? [] : [raw];
    });
  });
}

function rawRow(
  row: Row,
  block: ColumnBlock,
  b: number,
  previousCode: string,
  following: readonly ColumnBlock[],
  isFirst: boolean,
): RawRow | null {
  const label = labelOf(row, block, previousCode);
  const own = cellsOf(row, block);
  if (label !== null && own.length === 0) return null;
  const cells = isTotalLabel(label?.name ?? '') ? spanned(row, own, following) : own;
  const unit = block.unit === null ? null : text(row, block.unit.index);
  const unitCode = block.unitCode === null ? null : text(row, block.unitCode.index);
  const hasAmount = cells.some(({ column, cell }) => column.role === 'amount' && fold(cell.text) !== '');
  const unlabelled = block.codes.length + (block.name === null ? 0 : 1) === 0;
  const labelless = label === null && (unlabelled || isFirst);
  if (label === null && !(hasAmount && labelless)) return null;
  const first = row[block.name?.index ?? block.codes[0]?.index ?? block.unit?.index ?? 0] ?? row[0];
  if (first === undefined) return null;
  const name = label?.name ?? '';
  return {
    block: b,
    code: label?.code ?? null,
    name,
    unit: unit === '' || isTotalName(unit ?? '') ? null : unit,
    unitCode: unitCode === '' ? null : unitCode,
    axisWords: fold((block.name?.titles ?? []).join('')),
    partOnly: /^其中(?!:?(?:\([一1]\)|1[.、]|①))/.test(fold(name)),
    cells,
    label: first,
    ...misprintOf(row, block, label?.code ?? null),
  };
}

/** The cells of the block's columns; a label that is merged over them is no amount. */
function cellsOf(row: Row, block: ColumnBlock): RawRow['cells'] {
  const labels = gather([block.name, ...block.codes], (column) =>
    column === null ? [] : [row[column.index]],
  );
  return gather([...block.texts, ...block.amounts], (column) => {
    const cell = row[column.index];
    return cell === undefined || labels.includes(cell) ? [] : [{ column, cell }];
  });
}

function isTotalLabel(name: string): boolean {
  return /(?:合计|总计|小计)$/.test(fold(name));
}

/** A total under several strips: its amount stands in the last of them, where no label is printed. */
function spanned(row: Row, own: RawRow['cells'], following: readonly ColumnBlock[]): RawRow['cells'] {
  if (own.some(({ cell }) => fold(cell.text) !== '')) return own;
  for (const block of following) {
    if (labelOf(row, block, '') !== null) return own;
    const cells = cellsOf(row, block);
    if (cells.some(({ cell }) => fold(cell.text) !== '')) return cells;
  }
  return own;
}

function text(row: Row, index: number): string {
  return (row[index]?.text ?? '').replace(/\s*\n\s*/g, '').trim();
}

function labelOf(
  row: Row,
  block: ColumnBlock,
  previous: string,
): { code: string | null; name: string } | null {
  const parts = block.codes.map((column) => fold(text(row, column.index)));
  const named = block.project ?? block.name ?? block.unit;
  const printed = named === null ? '' : text(row, named.index);
  const totalPart = [...parts, fold(printed)].find((part, i) =>
    (i < parts.length ? totalName : /^(?:合计|总计|共计)$/).test(part),
  );
  if (totalPart !== undefined) return { code: null, name: totalPart };
  const code = joinCode(parts, previous);
  const joined = code === null ? codeInName(fold(printed)) : null;
  if (joined !== null) return joined;
  const words = parts.find((part) => /[\u4e00-\u9fff]/.test(part));
  const name = printed === '' && words !== undefined ? words : printed;
  const unitCode = block.unitCode === null ? '' : text(row, block.unitCode.index);
  if (code === null && name === '') {
    const total = totalBefore(row, block);
    const unit = unitCode !== '' || block.unit === null ? unitCode : text(row, block.unit.index);
    if (total !== null || unit !== '') return { code: null, name: total ?? unit };
  }
  if (code === null && (name === '' || isBlankOrNumber(name))) return null;
  return { code, name: name.replace(/\s+/g, ' ').trim() };
}

/** A code and a name in one cell: 2130101 行政运行, [30101]基本工资, 行政运行（2130101）, 301001-某局 with a unit's number. */
function codeInName(printed: string): { code: string; name: string } | null {
  const [, before, after] =
    /^\[?(\d{3}(?:\d{2}){0,2}|\d{6}|\d{9})\]?[-—_.]?([\u4e00-\u9fff].*)$/s.exec(printed) ?? [];
  if (before !== undefined && after !== undefined) return { code: before, name: after };
  const [, name, behind] = /^([\u4e00-\u9fff].*?)[([](\d{3}(?:\d{2}){0,2})[)\]]$/.exec(printed) ?? [];
  if (name === undefined || behind === undefined) return null;
  const isItsName = classifications.some(
    (axis) => fold(codeList(axis, null).find(behind)?.name ?? '') === name,
  );
  return isItsName ? { code: behind, name } : null;
}

/** 合计 that stands neither in the code column nor in the name column, but in another one before the amounts. */
function totalBefore(row: Row, { from, amounts }: ColumnBlock): string | null {
  const cells = row.slice(from, amounts[0]?.index);
  return cells.map((cell) => fold(cell.text)).find((words) => totalName.test(words)) ?? null;
}

/** A class of one or two digits (7 | 11 | 02) is a misprint: the row belongs to the class above it. */
function misprintOf(row: Row, block: ColumnBlock, code: string | null): { misprint?: string } {
  const parts = block.codes.map((column) => fold(text(row, column.index)));
  return code !== null && parts.length > 1 && isMisprint(parts) ? { misprint: parts.join(' ') } : {};
}

function isMisprint(parts: readonly string[]): boolean {
  const [first = '', second = ''] = parts;
  return /^\d{1,2}$/.test(first) && /^\d\d$/.test(second);
}

/** 208 | 05 | 02 is one code; a class left blank below its first row is the row's above. */
function joinCode(parts: readonly string[], previous: string): string | null {
  if (parts.every((part) => part === '')) return null;
  if (parts.length <= 1) {
    const code = parts[0] ?? '';
    return /^\d{2,9}$/.test(code) ? withoutFiller(code) : null;
  }
  const whole = wholeCode(parts);
  if (whole !== null) return withoutFiller(whole);
  const widths = [3, 2, 2];
  let code = '';
  const last = parts.findLastIndex((part) => part !== '');
  for (const [i, part] of parts.slice(0, last + 1).entries()) {
    const width = widths[i] ?? 2;
    const left = part === '' && parts.slice(i + 1).some((rest) => rest !== '');
    if (left || (i === 0 && isMisprint(parts) && previous.length >= width)) {
      code += previous.slice(code.length, code.length + width);
    } else if (part.length > width && part.startsWith(code)) code = part;
    else code += i > 0 ? part.padStart(width, '0') : part;
  }
  return /^\d+$/.test(code) ? withoutFiller(code) : null;
}

/** 208 | 05 | 02 | 2080502: the last column repeats the parts as one code. */
function wholeCode(parts: readonly string[]): string | null {
  const last = parts.at(-1) ?? '';
  const before = parts.slice(0, -1).join('');
  return /^\d{3}(?:\d\d){0,2}$/.test(last) && before !== '' && last === before ? last : null;
}

/** 201 00 00 and 30100 are the class: no division or item is numbered 00. */
function withoutFiller(code: string): string {
  return code.length === 5 || code.length === 7 ? code.replace(/(?:00){1,2}$/, '') : code;
}

/** The label words that a balance row is recognised by. */
export function balanceLabel(name: string): string {
  const words = withoutNumbering(fold(name)).replace(/^其中:?/, '');
  return withoutNumbering(words).replace(/[:*]+$/, '');
}
