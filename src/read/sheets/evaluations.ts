import type {
  EvaluatedFunds,
  Evaluation,
  EvaluationNumber,
  ScoredRow,
  SheetAmount,
} from '../../model/disclosure.ts';
import { fold } from '../../model/fold.ts';
import { parseAmount, type MoneyUnit } from '../../model/money.ts';
import type { Block } from '../../model/source.ts';
import { rowsOf, type RowCell, type SheetRow } from './sheetRows.ts';
import { unitInLabel } from './sheetWords.ts';

type FundColumn = 'budget' | 'spent' | 'rate' | 'weight' | 'score';
type Columns = Partial<Record<FundColumn, RowCell>>;

interface Draft {
  readonly name: string | null;
  readonly funds: EvaluatedFunds[];
  execution: ScoredRow | null;
  readonly indicators: ScoredRow[];
  total: ScoredRow | null;
  hasSubtotals: boolean;
}

/**
 * The tables of self-evaluation (项目支出绩效自评表, 整体支出绩效自评表) among a document's blocks: the money with its rate,
 * and what each indicator is worth and got. Read by the heads of the columns (全年预算数, 执行数, 执行率, 分值, 得分).
 */
export function readEvaluations(blocks: readonly Block[]): readonly Evaluation[] {
  return blocks.flatMap((block) => {
    const isScored =
      block.kind === 'grid' && block.rows.some((row) => row.some(({ text }) => text.includes('得分')));
    return isScored ? evaluationsOf(rowsOf(block)) : [];
  });
}

function evaluationsOf(rows: readonly SheetRow[]): readonly Evaluation[] {
  const drafts: Draft[] = [];
  let columns: Columns = {};
  let part: 'funds' | 'indicators' | null = null;
  for (const [index, row] of rows.entries()) {
    const head = headOf(row);
    if (head !== null) {
      if (drafts.length === 0 || startsAnew(drafts.at(-1), head.part))
        drafts.push(emptyDraft(nameBefore(rows, index)));
      ({ columns, part } = head);
      continue;
    }
    const draft = drafts.at(-1);
    if (draft === undefined || part === null) continue;
    const goesOn =
      part === 'funds'
        ? readFunds(draft, row, columns, unitAbove(rows, index))
        : readScore(draft, row, columns);
    if (!goesOn) part = null;
  }
  return drafts.map(({ hasSubtotals, total, ...rest }) => ({ ...rest, total: hasSubtotals ? null : total }));
}

/** The name in the nearest row above that is labelled 项目名称. */
function nameBefore(rows: readonly SheetRow[], index: number): string | null {
  for (const { cells } of rows.slice(0, index).reverse()) {
    const label = cells.findIndex(({ text }) => /^(?:项目|政策)(?:支出)?名称/.test(text.trim()));
    if (label >= 0) return cells[label + 1]?.text.trim() ?? null;
  }
  return null;
}

function emptyDraft(name: string | null): Draft {
  return { name, funds: [], execution: null, indicators: [], total: null, hasSubtotals: false };
}

/** Further money, or indicators after a total, are another project's. */
function startsAnew(draft: Draft | undefined, part: 'funds' | 'indicators'): boolean {
  if (draft === undefined) return true;
  return part === 'funds' ? draft.funds.length > 0 || draft.indicators.length > 0 : draft.total !== null;
}

const heads: readonly (readonly [FundColumn, RegExp])[] = [
  ['budget', /^(?:全年预算|调整后预算|全年预算\(调整\)|调整预算)数?(?:\(.*\))?$/],
  ['spent', /^(?:全年|预算|实际)?执行数(?:\(.*\))?$/],
  ['rate', /^(?:预算)?执行率(?:\(.*\))?$/],
  ['weight', /^(?:指标)?(?:分值|权重)(?:\(.*\))?$/],
  ['score', /^(?:自评|实际)?得分(?:\(.*\))?$/],
];

/** The columns of a row of heads; null for any other row. */
function headOf(row: SheetRow): { readonly columns: Columns; readonly part: 'funds' | 'indicators' } | null {
  const columns: Columns = {};
  for (const cell of row.cells) {
    const words = fold(cell.text).replace(/\s/g, '');
    const [column] = heads.find(([, pattern]) => pattern.test(words)) ?? [];
    if (column !== undefined) columns[column] ??= cell;
  }
  if (columns.spent !== undefined) return { columns, part: 'funds' };
  const scored = columns.weight !== undefined && columns.score !== undefined;
  const named = row.cells.some(({ text }) => /[一二三]级指标|指标名称/.test(text));
  return scored && named ? { columns, part: 'indicators' } : null;
}

/** The money unit that the row of heads or the label beside it prints. */
function unitAbove(rows: readonly SheetRow[], index: number): MoneyUnit {
  const near = rows.slice(Math.max(0, index - 6), index + 1).flatMap(({ cells }) => cells);
  return near.map(({ text }) => unitInLabel(text)).findLast((unit) => unit !== null) ?? '万元';
}

function cellAt({ cells }: SheetRow, head: RowCell | undefined): RowCell | undefined {
  return head && cells.find(({ column, end }) => column <= head.column && head.column <= end);
}

/** What stands left of all numbers; 年初预算数 has a column, but is none of those that are looked for. */
function labelOf({ cells }: SheetRow, columns: Columns): string {
  const first = Math.min(...Object.values(columns).map(({ column }) => column));
  return (
    cells.findLast(({ end, text }) => end < first && !/^[\d,.%\s-]+$/.test(text))?.text.replace(/\s/g, '') ??
    ''
  );
}

function readFunds(draft: Draft, row: SheetRow, columns: Columns, unit: MoneyUnit): boolean {
  const [budget, spent] = [columns.budget, columns.spent].map((head) => amountIn(cellAt(row, head), unit));
  if (!budget && !spent) return row.cells.every(({ text }) => /资金|拨款|其中|结转/.test(text));
  const label = labelOf(row, columns);
  const rate = numberIn(cellAt(row, columns.rate));
  const scored = scoredRow(label, row, columns);
  if (draft.funds.length === 0 && scored.weight !== null) draft.execution = scored;
  draft.funds.push({ label, budget: budget ?? null, spent: spent ?? null, rate });
  return true;
}

function readScore(draft: Draft, row: SheetRow, columns: Columns): boolean {
  const scored = scoredRow(labelOf(row, columns), row, columns);
  const words = row.cells.map(({ text }) => text.replace(/\s/g, ''));
  if (words.some((word) => /^小计/.test(word))) draft.hasSubtotals = true;
  if (words.some((word) => /^(?:总分|总计|合计|总得分|自评总分|综合得分|自评得分)/.test(word))) {
    draft.total = scored;
    return false;
  }
  if (scored.weight !== null) draft.indicators.push(scored);
  return true;
}

function scoredRow(label: string, row: SheetRow, columns: Columns): ScoredRow {
  const [weight, score] = [columns.weight, columns.score].map((head) => numberIn(cellAt(row, head)));
  return { label, weight: weight ?? null, score: score ?? null };
}

function numberIn(cell: RowCell | undefined): EvaluationNumber | null {
  if (cell === undefined) return null;
  const [, whole, decimals = '', sign] =
    /^(\d+)(?:\.(\d+))?(%?)分?$/.exec(fold(cell.text).replace(/\s/g, '')) ?? [];
  if (whole === undefined || whole.length + decimals.length > 12) return null;
  const { text, place } = cell;
  return { text, place, digits: Number(whole + decimals), scale: decimals.length, percent: sign === '%' };
}

function amountIn(cell: RowCell | undefined, unit: MoneyUnit): SheetAmount | null {
  if (cell === undefined || !/\d/.test(cell.text)) return null;
  const amount = parseAmount(cell.text.replace(/\s|万元|元/g, ''), unit);
  if (typeof amount === 'string') return null;
  return { text: cell.text.trim(), fen: amount.fen, unitFen: amount.unitFen, place: cell.place };
}
