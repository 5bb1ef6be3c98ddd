import { useMemo, useState, type ReactNode } from 'react';
import { expectedRevenue, fundsWithRevenueItems, spentFrom, sumFen } from '../../../src/model/bookAmounts.ts';
import { useSay } from '../language.tsx';
import { amountText } from '../words/money.ts';
import { useAmountUnit } from './amountUnit.tsx';
import { changed, funds, type Book } from './book.ts';
import { useCodeSearches } from './codeSearches.ts';
import { choiceColumn, codeColumn, fenColumn, needed, optional, unitColumn } from './columns.ts';
import { Section, WholeProblems } from './fields.tsx';
import { ListEditor } from './listEditor.tsx';
import type { PartProps } from './partProps.ts';
import { lineProblems, spotOf, useProblems } from './problemPlaces.tsx';
import { bookWords } from './words.ts';
import { Heads } from '../frame/heads.tsx';

type Revenue = Book['revenue'][number];
type Fund = Revenue['fund'];

/** Revenue that the expenditure does not say, and how it stands against what is spent. */
export function RevenuePart({ book, readOnly, onChange, target }: PartProps): ReactNode {
  const say = useSay(bookWords);
  const problems = useProblems();
  const [draft, setDraft] = useState<readonly Revenue[] | null>(null);
  const columns = useRevenueColumns(book);
  const fields = columns.map(({ field }) => field);
  return (
    <Section title={say('revenue')} hint={say('revenueHint')}>
      <WholeProblems path="revenue" />
      <ListEditor<Revenue>
        rows={book.revenue}
        columns={columns}
        label={say('revenue')}
        readOnly={readOnly}
        problems={lineProblems(problems, 'revenue', 'fund')}
        target={spotOf(target ?? '', 'revenue', fields)}
        newRow={(above) =>
          above === undefined
            ? { unit: book.units[0]?.name ?? '', fund: 'serviceIncome', fen: 0 }
            : { ...above, fen: 0 }
        }
        onRows={(revenue) => {
          onChange(changed(book, { revenue }));
        }}
        onDraft={setDraft}
        fenOf={({ fen }) => fen}
        empty={say('noRevenue')}
        hint={say('listHint')}
      />
      <Balances book={draft === null ? book : { ...book, revenue: draft }} />
    </Section>
  );
}

function useRevenueColumns(book: Book) {
  const say = useSay(bookWords);
  const { unit } = useAmountUnit();
  const searches = useCodeSearches(book);
  const { units } = book;
  return useMemo(() => {
    const choices = funds.slice(1).map((value) => ({ value, label: say(value) }));
    return [
      choiceColumn(
        { field: 'fund', title: say('revenueFund'), width: 130 },
        needed<Revenue>('fund'),
        choices,
      ),
      codeColumn(
        { field: 'revenueCode', title: say('revenueCode'), width: 220 },
        optional<Revenue>('revenueCode'),
        searches.revenue,
        7,
      ),
      codeColumn(
        { field: 'function', title: say('usedFor'), width: 220 },
        optional<Revenue>('function'),
        searches.functions,
        7,
      ),
      fenColumn<Revenue>(say, unit, 150),
      unitColumn<Revenue>(
        say,
        units.map(({ name }) => name),
        220,
      ),
    ];
  }, [say, unit, searches, units]);
}

interface Balance {
  readonly fund: Fund;
  readonly stated: number;
  readonly spent: number;
  /** Fiscal funds are spent to the 分; what is left of own revenue is carried forward. */
  readonly mustEqual: boolean;
}

/** Each fund's revenue beside what is spent from it. */
export function balancesOf(book: Book): readonly Balance[] {
  const items = fundsWithRevenueItems.map((fund) => ({
    fund,
    stated: sumFen(book.revenue.filter((line) => line.fund === fund)),
    spent: spentFrom(book, fund),
    mustEqual: true,
  }));
  const own = new Map<Fund, Balance>();
  for (const { fund, stated, spent } of expectedRevenue(book)) {
    const sum = own.get(fund) ?? { fund, stated: 0, spent: 0, mustEqual: false };
    own.set(fund, { ...sum, stated: sum.stated + stated, spent: sum.spent + spent });
  }
  return [...items, ...own.values()].filter(({ stated, spent }) => stated > 0 || spent > 0);
}

function Balances({ book }: { readonly book: Book }): ReactNode {
  const say = useSay(bookWords);
  const { unit } = useAmountUnit();
  const all = balancesOf(book);
  if (all.length === 0) return null;
  return (
    <table className="lines numbers balances">
      <caption>
        {say('balanceOfFunds')} <span className="soft">{say(unit)}</span>
      </caption>
      <Heads say={say} keys={['revenueFund', 'stated', 'spent', 'left']} />
      <tbody>
        {all.map(({ fund, stated, spent, mustEqual }) => {
          const left = stated - spent;
          const wrong = mustEqual ? left !== 0 : left < 0;
          const words = mustEqual ? 'mustBeEqual' : left < 0 ? 'tooLittle' : 'carriedForward';
          return (
            <tr key={fund}>
              <th scope="row">{say(fund)}</th>
              <td>{amountText(stated, unit)}</td>
              <td>{amountText(spent, unit)}</td>
              <td className={wrong ? 'bad' : ''}>
                {left === 0 ? '✓ 0' : `${wrong ? '✕ ' : ''}${amountText(left, unit)}`}{' '}
                {left !== 0 && <span className="small">{say(words)}</span>}
              </td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}
