/**
 * A second, independent way to the cells of a thirteen-table text: lines split by tabs, columns by
 * hand-written positions. It shares no code with recognition, so that tests can compare the two.
 */
export interface TabbedCell {
  readonly table: number;
  /** The row's code, else its label; the nth repetition on one side is `label#n`. */
  readonly row: string;
  readonly column: string;
  readonly text: string;
  /** From 1. */
  readonly line: number;
  /** Index of the cell in its line. */
  readonly position: number;
}

interface Side {
  readonly code: number | null;
  readonly name: number;
  /** Column keys by position. */
  readonly columns: Readonly<Record<number, string>>;
}

interface Layout {
  readonly title: string;
  readonly headerLines: number;
  readonly sides: readonly Side[];
}

const byFunction: Side = { code: 0, name: 1, columns: { 2: 'total', 3: 'basic', 4: 'project' } };
const byFund = { 1: 'total', 2: 'general', 3: 'governmentFund', 4: 'stateCapital' };

const layouts: readonly Layout[] = [
  {
    title: '年预算收支总表',
    headerLines: 2,
    sides: [
      { code: null, name: 0, columns: { 1: 'amount' } },
      { code: null, name: 2, columns: { 3: 'total', 4: 'current', 5: 'carriedOver' } },
    ],
  },
  {
    title: '年预算收入总表',
    headerLines: 2,
    sides: [
      {
        code: 0,
        name: 1,
        columns: {
          2: 'total',
          3: 'general',
          4: 'governmentFund',
          5: 'stateCapital',
          6: 'fiscalAccount',
          7: 'unitFunds',
          8: 'carriedOver',
        },
      },
    ],
  },
  { title: '年预算支出总表', headerLines: 2, sides: [byFunction] },
  {
    title: '年财政拨款收支总表',
    headerLines: 3,
    sides: [
      { code: null, name: 0, columns: { 1: 'amount' } },
      { code: null, name: 2, columns: { 3: 'total', 4: 'general', 5: 'governmentFund', 6: 'stateCapital' } },
    ],
  },
  { title: '年一般公共预算支出预算表', headerLines: 2, sides: [byFunction] },
  {
    title: '年一般公共预算安排基本支出分经济科目表',
    headerLines: 2,
    sides: [{ code: null, name: 0, columns: { 2: 'total', 3: 'personnel', 4: 'operating' } }],
  },
  {
    title: '年政府性基金预算收入表',
    headerLines: 2,
    sides: [{ code: 0, name: 1, columns: { 2: 'amount' } }],
  },
  { title: '年政府性基金预算支出表', headerLines: 1, sides: [byFunction] },
  { title: '年国有资本经营预算收支预算表', headerLines: 3, sides: [] },
  {
    title: '年财政拨款安排“三公”经费支出预算表',
    headerLines: 2,
    sides: [{ code: null, name: 0, columns: byFund }],
  },
  {
    title: '年财政拨款安排机关运行经费预算表',
    headerLines: 2,
    sides: [{ code: null, name: 0, columns: byFund }],
  },
  {
    title: '年项目支出预算表（本年预算）',
    headerLines: 3,
    sides: [{ code: null, name: 0, columns: { ...byFund, 5: 'fiscalAccount', 6: 'unitFunds' } }],
  },
  {
    title: '年项目支出预算表（上年结转）',
    headerLines: 3,
    sides: [{ code: null, name: 0, columns: byFund }],
  },
];

/** Every non-blank amount of the thirteen tables. @throws Error when a title is missing. */
export function tabbedCells(text: string): readonly TabbedCell[] {
  const lines = text.split(/\r?\n/);
  const end = lines.findIndex((line) => /^第三部分/.test(line) && !/\d$/.test(line));
  const starts: number[] = [];
  for (const { title } of layouts) {
    const from = starts.at(-1) ?? 0;
    const at = lines.findIndex((line, i) => i > from && /^\d{4}年/.test(line) && line.includes(title));
    if (at < 0 || at > end) throw new Error(`no table titled ${title}`);
    starts.push(at);
  }
  return layouts
    .flatMap((layout, t) =>
      cellsOf(lines, starts[t] ?? 0, starts[t + 1] ?? end).flatMap((entry, n) =>
        n < layout.headerLines ? [] : [{ ...entry, table: t + 1 }],
      ),
    )
    .reduce(keyed(), []);
}

interface DataLine {
  readonly line: number;
  readonly cells: readonly string[];
}

function cellsOf(lines: readonly string[], from: number, to: number): readonly DataLine[] {
  return lines
    .slice(from, to)
    .flatMap((line, i) => (line.includes('\t') ? [{ line: from + i + 1, cells: line.split('\t') }] : []));
}

type Collect = (
  all: readonly TabbedCell[],
  entry: DataLine & { readonly table: number },
) => readonly TabbedCell[];

function keyed(): Collect {
  const seen = new Map<string, number>();
  return (all, { table, line, cells }) => {
    const found = (layouts[table - 1]?.sides ?? []).flatMap((side, s) => {
      const label = labelOf(side, cells);
      if (label === '') return [];
      const count = (seen.get(`${table} ${s} ${label}`) ?? 0) + 1;
      seen.set(`${table} ${s} ${label}`, count);
      const row = count === 1 ? label : `${label}#${count}`;
      return Object.entries(side.columns).flatMap(([position, column]) => {
        const text = (cells[Number(position)] ?? '').trim();
        return text === '' ? [] : [{ table, row, column, text, line, position: Number(position) }];
      });
    });
    return [...all, ...found];
  };
}

function labelOf({ code, name }: Side, cells: readonly string[]): string {
  const printed = code === null ? '' : (cells[code] ?? '').trim();
  return printed === '' ? (cells[name] ?? '').replace(/\s+/g, ' ').trim() : printed;
}

/** The text with one cell's content replaced. */
export function withCell(text: string, cell: Pick<TabbedCell, 'line' | 'position'>, content: string): string {
  const lines = text.split('\n');
  const cells = (lines[cell.line - 1] ?? '').split('\t');
  cells[cell.position] = content;
  lines[cell.line - 1] = cells.join('\t');
  return lines.join('\n');
}
