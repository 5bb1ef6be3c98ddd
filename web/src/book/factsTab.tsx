import { memo, useCallback, useMemo, type ReactNode } from 'react';
import { useSay } from '../language.tsx';
import { amountText, wanText } from '../words/money.ts';
import { useAmountUnit } from './amountUnit.tsx';
import { changed, totalsOf, type Book, type Fact } from './book.ts';
import { useCodeSearches } from './codeSearches.ts';
import { optional, textColumn, type GridColumn } from './columns.ts';
import { factColumns, newFact } from './factColumns.ts';
import { useLastYear } from './lastYear.ts';
import { lastYearAmounts } from './lastYearAmounts.ts';
import { ListEditor } from './listEditor.tsx';
import type { PartProps } from './partProps.ts';
import { lineProblems, spotOf, useProblems } from './problemPlaces.tsx';
import { bookWords } from './words.ts';
import { Heads } from '../frame/heads.tsx';

interface FactsTabProps extends PartProps {
  /** The lines while a cell is typed; null when none is. */
  readonly draft: readonly Fact[] | null;
  readonly onDraft: (facts: readonly Fact[] | null) => void;
}

/** The lines of expenditure with what they sum to. */
export function FactsTab({ book, readOnly, onChange, target, draft, onDraft }: FactsTabProps): ReactNode {
  const say = useSay(bookWords);
  const problems = useProblems();
  const columns = useFactColumns(book);
  const marks = useMemo(() => lineProblems(problems, 'facts', 'function'), [problems]);
  const spot = useMemo(
    () =>
      spotOf(
        target ?? '',
        'facts',
        columns.map(({ field }) => field),
      ),
    [columns, target],
  );
  const put = useCallback(
    (facts: readonly Fact[]) => {
      onChange(changed(book, { facts }));
    },
    [book, onChange],
  );
  const firstUnit = book.units[0]?.name ?? '';
  const newRow = useCallback((above: Fact | undefined) => newFact(above, firstUnit), [firstUnit]);
  return (
    <div className="facts">
      <div className="facts-main">
        <h2 className="printed-title">{say('facts')}</h2>
        <ListEditor<Fact>
          rows={book.facts}
          columns={columns}
          label={say('gridLabel', book.facts.length)}
          readOnly={readOnly}
          problems={marks}
          target={spot}
          newRow={newRow}
          onRows={put}
          onDraft={onDraft}
          fenOf={fenOf}
          empty={say('noFacts')}
          fit={false}
          hint={say('gridHint')}
        />
      </div>
      <TotalsPanel book={book} facts={draft ?? book.facts} />
    </div>
  );
}

function fenOf({ fen }: Fact): number {
  return fen;
}

function useFactColumns(book: Book): readonly GridColumn<Fact>[] {
  const say = useSay(bookWords);
  const { unit } = useAmountUnit();
  const { functions, economic } = useCodeSearches(book);
  const last = useLastYear();
  const { units, projects, decisions } = book;
  return useMemo(() => {
    const before = last === null ? null : lastYearAmounts(last.facts);
    const lastYear =
      before === null
        ? null
        : (fact: Fact): string => {
            const fen = before(fact);
            return fen === null ? '—' : amountText(fen, unit);
          };
    const lists = {
      ...{ functions, economic },
      units: units.map(({ name }) => name),
      projects: projects.map(({ id, name }) => id ?? name),
    };
    const withheld = (decisions ?? []).map(({ document }) => document);
    const more =
      withheld.length === 0
        ? []
        : [
            textColumn(
              { field: 'withheld', title: say('withheld'), width: 160 },
              optional<Fact>('withheld'),
              withheld,
            ),
          ];
    return [...factColumns(lists, say, unit, lastYear), ...more];
  }, [decisions, economic, functions, last, projects, say, unit, units]);
}

interface TotalsProps {
  readonly book: Book;
  readonly facts: readonly Fact[];
}

/** What everything sums to, with last year beside it; it follows each keystroke. */
const TotalsPanel = memo(function TotalsPanel({ book, facts }: TotalsProps): ReactNode {
  const say = useSay(bookWords);
  const searches = useCodeSearches(book);
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
            <dt>
              {say(key)} <span className="small">{say('wan')}</span>
            </dt>
            <dd>{wanText(fen)}</dd>
          </div>
        ))}
      </dl>
      <table className="lines numbers">
        <caption>
          {say('byClass')} <span className="soft">{say('wan')}</span>
        </caption>
        <Heads say={say} keys={['function', 'thisYear', 'lastYear', 'change']} />
        <tbody>
          {classes.map((code) => {
            const [now, before] = [totals.byClass.get(code) ?? 0, last[code] ?? 0];
            return (
              <tr key={code}>
                <th scope="row">
                  {code} {searches.classes.nameOf(code)}
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
});
