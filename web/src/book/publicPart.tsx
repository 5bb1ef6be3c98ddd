import { useMemo, useState, type ReactNode } from 'react';
import { publicItems } from '../../../src/model/book.ts';
import { useSay } from '../language.tsx';
import { amountText } from '../words/money.ts';
import { useAmountUnit } from './amountUnit.tsx';
import { changed, type Book } from './book.ts';
import { choiceColumn, fenColumn, needed, unitColumn } from './columns.ts';
import { Section } from './fields.tsx';
import { ListEditor } from './listEditor.tsx';
import type { PartProps } from './partProps.ts';
import { lineProblems, spotOf, useProblems } from './problemPlaces.tsx';
import { bookWords } from './words.ts';
import { Heads } from '../frame/heads.tsx';

type Expense = Book['threePublic'][number];

/** 三公经费 by unit and kind. */
export function PublicPart({ book, readOnly, onChange, target }: PartProps): ReactNode {
  const say = useSay(bookWords);
  const problems = useProblems();
  const [draft, setDraft] = useState<readonly Expense[] | null>(null);
  const columns = useExpenseColumns(book);
  const fields = columns.map(({ field }) => field);
  return (
    <Section title={say('threePublic')} hint={say('publicHint')}>
      <ListEditor<Expense>
        rows={book.threePublic}
        columns={columns}
        label={say('threePublic')}
        readOnly={readOnly}
        problems={lineProblems(problems, 'threePublic', 'item')}
        target={spotOf(target ?? '', 'threePublic', fields)}
        newRow={(above) => nextExpense(above, book)}
        onRows={(threePublic) => {
          onChange(changed(book, { threePublic }));
        }}
        onDraft={setDraft}
        fenOf={({ fen }) => fen}
        empty={say('noPublic')}
        hint={say('listHint')}
      />
      <Items lines={draft ?? book.threePublic} previous={book.previous?.threePublic ?? null} />
    </Section>
  );
}

/** The next kind of the same unit. */
function nextExpense(above: Expense | undefined, { units }: Book): Expense {
  const at = above === undefined ? -1 : publicItems.indexOf(above.item);
  const item = publicItems[(at + 1) % publicItems.length] ?? 'abroad';
  return { unit: above?.unit ?? units[0]?.name ?? '', item, fund: above?.fund ?? 'general', fen: 0 };
}

function useExpenseColumns({ units }: Book) {
  const say = useSay(bookWords);
  const { unit } = useAmountUnit();
  return useMemo(() => {
    const funds = (['general', 'governmentFund', 'stateCapital'] as const).map((value) => ({
      value,
      label: say(value),
    }));
    const items = publicItems.map((value) => ({ value, label: say(value) }));
    return [
      choiceColumn({ field: 'item', title: say('publicItem'), width: 190 }, needed<Expense>('item'), items),
      fenColumn<Expense>(say, unit, 150),
      choiceColumn({ field: 'fund', title: say('fund'), width: 140 }, needed<Expense>('fund'), funds),
      unitColumn<Expense>(
        say,
        units.map(({ name }) => name),
        260,
      ),
    ];
  }, [say, unit, units]);
}

interface ItemsProps {
  readonly lines: readonly Expense[];
  readonly previous: Readonly<Partial<Record<Expense['item'], number>>> | null;
}

/** Each kind's sum beside last year's. */
function Items({ lines, previous }: ItemsProps): ReactNode {
  const say = useSay(bookWords);
  const { unit } = useAmountUnit();
  const now = (item: Expense['item']): number =>
    lines.reduce((sum, line) => (line.item === item ? sum + line.fen : sum), 0);
  const rows = publicItems.map((item) => ({
    key: item,
    now: now(item),
    before: previous === null ? null : (previous[item] ?? 0),
  }));
  const sum = {
    key: 'sumOfAll',
    now: rows.reduce((all, row) => all + row.now, 0),
    before: previous === null ? null : rows.reduce((all, row) => all + (row.before ?? 0), 0),
  } as const;
  return (
    <table className="lines numbers balances">
      <caption>
        {say('sumOfAll')} <span className="soft">{say(unit)}</span>
      </caption>
      <Heads say={say} keys={['publicItem', 'thisYear', 'lastYear', 'change']} />
      <tbody>
        {[...rows, sum].map(({ key, now: fen, before }) => (
          <tr key={key} className={key === 'sumOfAll' ? 'strong' : ''}>
            <th scope="row">{say(key)}</th>
            <td>{amountText(fen, unit)}</td>
            <td>{before === null ? '—' : amountText(before, unit)}</td>
            <td>{before === null ? '—' : amountText(fen - before, unit)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
