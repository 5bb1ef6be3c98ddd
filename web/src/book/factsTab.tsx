import { Button } from 'antd';
import { useCallback, useEffect, useMemo, useState, type ReactNode } from 'react';
import { useAnswer } from '../api/calls.ts';
import type { BookProblem } from '../api/schema.ts';
import { useSay } from '../language.tsx';
import { wanText, yuanText } from '../words/money.ts';
import { totalsOf, type Book, type Fact } from './book.ts';
import { codeSearch } from './codes.ts';
import { gridColumns, newFact, paste, type GridColumn } from './columns.ts';
import { Grid } from './grid.tsx';
import { inside, rangeOf, type Spot } from './spots.ts';
import { bookWords } from './words.ts';

interface FactsTabProps {
  readonly book: Book;
  readonly readOnly: boolean;
  readonly problems: readonly BookProblem[];
  readonly onFacts: (facts: readonly Fact[]) => void;
  readonly onTold: (words: string) => void;
  /** The line that a problem leads to. */
  readonly target: Spot | null;
}

const noCodes: readonly never[] = [];

/** The lines of expenditure with what they sum to. */
export function FactsTab({ book, readOnly, problems, onFacts, onTold, target }: FactsTabProps): ReactNode {
  const say = useSay(bookWords);
  const { facts } = book;
  const columns = useColumns(book);
  const [spot, setSpot] = useState<Spot>({ row: 0, column: 0 });
  const [anchor, setAnchor] = useState<Spot>(spot);
  const [draft, setDraft] = useState<readonly Fact[] | null>(null);
  const marks = useMemo(() => factProblems(problems), [problems]);
  const choose = useCallback((next: Spot, from: Spot) => {
    setSpot(next);
    setAnchor(from);
  }, []);
  useEffect(() => {
    if (target !== null) choose(target, target);
  }, [choose, target]);
  const shown = inside(spot, facts.length, columns.length);
  const range = rangeOf(shown, inside(anchor, facts.length, columns.length));
  const onPut = (row: number, column: GridColumn, text: string): void => {
    const changed = replaced(facts, row, column, text);
    setDraft(null);
    if (changed === null) onTold(say('pasteProblems', 1));
    else if (changed !== facts) onFacts(changed);
  };
  const onDraft = useCallback(
    (row: number, column: GridColumn, text: string | null) => {
      setDraft(text === null || column.field !== 'fen' ? null : replaced(facts, row, column, text));
    },
    [facts],
  );
  const onPaste = (text: string): void => {
    const { facts: changed, refused } = paste(facts, columns, { row: range.top, column: range.left }, text);
    onFacts(changed);
    const lines = say('pasted', text.replace(/\r?\n$/, '').split(/\r?\n/).length);
    onTold(refused === 0 ? lines : `${lines}；${say('pasteProblems', refused)}`);
  };
  const onClear = (): void => {
    const chosen = columns.slice(range.left, range.right + 1);
    onFacts(
      facts.map((fact, row) =>
        row < range.top || row > range.bottom
          ? fact
          : chosen.reduce((each, column) => column.put(each, '') ?? each, fact),
      ),
    );
  };
  const onAdd = (): void => {
    const at = facts.length === 0 ? 0 : shown.row + 1;
    const fact = newFact(facts[shown.row], book.units[0]?.name ?? '');
    onFacts(facts.toSpliced(at, 0, fact));
    choose({ row: at, column: 0 }, { row: at, column: 0 });
  };
  const onDelete = (): void => {
    onFacts(facts.toSpliced(range.top, range.bottom - range.top + 1));
    choose(
      { row: Math.max(0, range.top - 1), column: shown.column },
      { row: Math.max(0, range.top - 1), column: shown.column },
    );
  };
  return (
    <div className="facts">
      <div className="facts-main">
        <div className="toolbar">
          <Button size="small" disabled={readOnly} onClick={onAdd}>
            {say('addRow')}
          </Button>
          <Button size="small" disabled={readOnly || facts.length === 0} onClick={onDelete}>
            {say('deleteRows')}
          </Button>
          <span className="soft small">{say('gridHint')}</span>
        </div>
        <Grid
          facts={facts}
          columns={columns}
          titles={columns.map(({ title }) => say(title))}
          label={say('gridLabel', facts.length)}
          readOnly={readOnly}
          problems={marks}
          spot={shown}
          anchor={inside(anchor, facts.length, columns.length)}
          onSpot={choose}
          onPut={onPut}
          onDraft={onDraft}
          onPaste={onPaste}
          onClear={onClear}
          onAdd={onAdd}
          onDelete={onDelete}
        />
        <SelectedSum facts={facts} columns={columns} from={shown} to={anchor} />
      </div>
      <TotalsPanel book={book} facts={draft ?? facts} />
    </div>
  );
}

function useColumns(book: Book): readonly GridColumn[] {
  const { data } = useAnswer('GET /api/v1/codes', {}, { staleTime: Infinity });
  const functions = useMemo(() => codeSearch(data?.function ?? noCodes, 7), [data]);
  const economic = useMemo(() => codeSearch(data?.deptEconomic ?? noCodes, 5), [data]);
  const { units, projects } = book;
  return useMemo(
    () =>
      gridColumns({
        functions,
        economic,
        units: units.map(({ name }) => name),
        projects: projects.map(({ id, name }) => id ?? name),
      }),
    [economic, functions, projects, units],
  );
}

/** The lines with one cell changed; null when what was typed is not understood. */
function replaced(
  facts: readonly Fact[],
  row: number,
  column: GridColumn,
  text: string,
): readonly Fact[] | null {
  const fact = facts[row];
  const put = fact === undefined ? null : column.put(fact, text);
  if (fact === undefined || put === null) return null;
  return JSON.stringify(put) === JSON.stringify(fact) ? facts : facts.with(row, put);
}

/** facts[3].function → "3 function". */
function factProblems(problems: readonly BookProblem[]): ReadonlyMap<string, string> {
  const marks = new Map<string, string>();
  for (const { path, message } of problems) {
    const match = /^facts\[(\d+)\]\.(\w+)/.exec(path);
    if (match !== null) marks.set(`${match[1] ?? ''} ${match[2] ?? ''}`, message);
  }
  return marks;
}

interface SelectedProps {
  readonly facts: readonly Fact[];
  readonly columns: readonly GridColumn[];
  readonly from: Spot;
  readonly to: Spot;
}

/** What the chosen amounts sum to, as in a spreadsheet's bottom line. */
function SelectedSum({ facts, columns, from, to }: SelectedProps): ReactNode {
  const say = useSay(bookWords);
  const { top, bottom, left, right } = rangeOf(from, to);
  const hasMoney = columns.slice(left, right + 1).some(({ field }) => field === 'fen');
  const sum = facts.slice(top, bottom + 1).reduce((all, { fen }) => all + fen, 0);
  const cells = (bottom - top + 1) * (right - left + 1);
  return (
    <p className="selected numbers soft small">
      {hasMoney && bottom > top ? say('selected', cells, yuanText(sum)) : '\u00a0'}
    </p>
  );
}

/** What everything sums to, with last year beside it; it follows each keystroke. */
function TotalsPanel({ book, facts }: { readonly book: Book; readonly facts: readonly Fact[] }): ReactNode {
  const say = useSay(bookWords);
  const { data } = useAnswer('GET /api/v1/codes', {}, { staleTime: Infinity });
  const names = useMemo(() => new Map((data?.function ?? []).map(({ code, name }) => [code, name])), [data]);
  const totals = totalsOf(facts);
  const last = book.previous?.byClass ?? {};
  const classes = [...new Set([...totals.byClass.keys(), ...Object.keys(last)])]
    .filter((code) => code !== '')
    .sort();
  const heads = [
    ['total', totals.all],
    ['basic', totals.basic],
    ['projectTotal', totals.project],
    ['carriedOver', totals.carriedOver],
  ] as const;
  return (
    <aside className="totals" aria-label={say('total')} tabIndex={0}>
      <dl className="numbers" data-testid="totals">
        {heads.map(([key, fen]) => (
          <div key={key}>
            <dt>{say(key)}</dt>
            <dd>{wanText(fen)}</dd>
          </div>
        ))}
      </dl>
      <table className="lines numbers">
        <caption>
          {say('byClass')} <span className="soft">{say('wan')}</span>
        </caption>
        <thead>
          <tr>
            <th scope="col">{say('function')}</th>
            <th scope="col">{say('thisYear')}</th>
            <th scope="col">{say('lastYear')}</th>
            <th scope="col">{say('change')}</th>
          </tr>
        </thead>
        <tbody>
          {classes.map((code) => {
            const [now, before] = [totals.byClass.get(code) ?? 0, last[code] ?? 0];
            return (
              <tr key={code}>
                <th scope="row">
                  {code} {names.get(code)}
                </th>
                <td>{wanText(now)}</td>
                <td>{book.previous === null ? '—' : wanText(before)}</td>
                <td>{book.previous === null ? '—' : wanText(now - before)}</td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </aside>
  );
}
