import { App, Button, Checkbox } from 'antd';
import { useMemo, useState, type ReactNode } from 'react';
import { publicItems } from '../../../src/model/book.ts';
import { usePunctuation, useSay } from '../language.tsx';
import { amountText } from '../words/money.ts';
import { useAmountUnit } from './amountUnit.tsx';
import { changed, funds, type Book } from './book.ts';
import { useCodeSearches } from './codeSearches.ts';
import { codeColumn, fenColumn, needed, without } from './columns.ts';
import { AmountField, Section, useFieldTarget, WholeProblems } from './fields.tsx';
import { useLastYear } from './lastYear.ts';
import { ListEditor } from './listEditor.tsx';
import type { PartProps } from './partProps.ts';
import { useProblems } from './problemPlaces.tsx';
import { classLines, recordOfLines, type ClassLine } from './records.ts';
import { bookWords } from './words.ts';

type Previous = NonNullable<Book['previous']>;

const nothing: Previous = {
  byClass: {},
  byNature: { basic: 0, project: 0 },
  byFund: {},
  carriedOver: 0,
  operating: 0,
  threePublic: {},
};

/** Last year's budget in the three ways that it is compared by. */
export function PreviousPart({ book, readOnly, onChange, target }: PartProps): ReactNode {
  const say = useSay(bookWords);
  const within = useFieldTarget(target);
  const { previous } = book;
  const put = (parts: Partial<Previous>): void => {
    onChange(changed(book, { previous: { ...(previous ?? nothing), ...parts } }));
  };
  return (
    <div ref={within}>
      <div className="toolbar">
        <Checkbox
          checked={previous === null}
          disabled={readOnly}
          onChange={({ target: box }) => {
            onChange(changed(book, { previous: box.checked ? null : nothing }));
          }}
        >
          {say('noPrevious')}
        </Checkbox>
        <TakeLastYear readOnly={readOnly} onTaken={put} />
        <span className="soft small">{say('previousHint')}</span>
      </div>
      {previous !== null && (
        <>
          <Classes book={book} previous={previous} readOnly={readOnly} onPut={put} />
          <fieldset className="plain" disabled={readOnly}>
            <Natures previous={previous} onPut={put} />
            <Funds previous={previous} onPut={put} />
            <Items previous={previous} onPut={put} />
          </fieldset>
        </>
      )}
    </div>
  );
}

interface TakeProps {
  readonly readOnly: boolean;
  readonly onTaken: (previous: Previous) => void;
}

/** Last year's figures from the book of last year, where there is one. */
function TakeLastYear({ readOnly, onTaken }: TakeProps): ReactNode {
  const say = useSay(bookWords);
  const { message } = App.useApp();
  const last = useLastYear();
  return (
    <Button
      size="small"
      disabled={readOnly || last === null}
      title={last === null ? say('noLastYear') : ''}
      onClick={() => {
        if (last === null) return;
        onTaken(last.previous);
        void message.success(say('takeLastYear'));
      }}
    >
      {say('takeLastYear')}
    </Button>
  );
}

interface PreviousProps {
  readonly previous: Previous;
  readonly onPut: (parts: Partial<Previous>) => void;
}

function Classes({
  book,
  previous,
  readOnly,
  onPut,
}: PreviousProps & { readonly book: Book; readonly readOnly: boolean }): ReactNode {
  const say = useSay(bookWords);
  const { unit } = useAmountUnit();
  const problems = useProblems();
  const { classes } = useCodeSearches(book);
  const [kept, setKept] = useState<readonly ClassLine[]>([]);
  const rows = classLines(previous.byClass, kept);
  const columns = useMemo(
    () => [
      codeColumn(
        { field: 'code', title: say('classCode'), width: 320 },
        needed<ClassLine>('code'),
        classes,
        3,
      ),
      fenColumn<ClassLine>(say, unit, 170),
    ],
    [say, unit, classes],
  );
  const marks = new Map(
    rows.flatMap(({ code }, i) => {
      const found = problems.find(({ path }) => path === `previous.byClass.${code}`);
      return found === undefined ? [] : [[`${i} code`, found.message] as const];
    }),
  );
  return (
    <Section title={say('byFunction')}>
      <ListEditor<ClassLine>
        rows={rows}
        columns={columns}
        label={say('byFunction')}
        readOnly={readOnly}
        problems={marks}
        newRow={() => ({ code: '', fen: 0 })}
        onRows={(lines) => {
          setKept(lines);
          onPut({ byClass: recordOfLines(lines) });
        }}
        fenOf={({ fen }) => fen}
        empty={say('noClasses')}
        hint={say('listHint')}
      />
    </Section>
  );
}

function Natures({ previous, onPut }: PreviousProps): ReactNode {
  const say = useSay(bookWords);
  const { bracketed } = usePunctuation();
  const { unit } = useAmountUnit();
  const { byNature } = previous;
  const sum = byNature.basic + byNature.project;
  return (
    <Section title={bracketed(say('byNature'), say(unit))} side={<Agreement sum={sum} previous={previous} />}>
      <WholeProblems path="previous.byNature" />
      <div className="fields-4">
        {(['basic', 'project'] as const).map((key) => (
          <AmountField
            key={key}
            label={say(key === 'basic' ? 'basicTotal' : 'projectTotal')}
            path={`previous.byNature.${key}`}
            fen={byNature[key]}
            onFen={(fen) => {
              onPut({ byNature: { ...byNature, [key]: fen } });
            }}
          />
        ))}
        <Total fen={sum} />
      </div>
    </Section>
  );
}

function Funds({ previous, onPut }: PreviousProps): ReactNode {
  const say = useSay(bookWords);
  const { bracketed } = usePunctuation();
  const { unit } = useAmountUnit();
  const { byFund } = previous;
  const sum = sumOf(byFund) + previous.carriedOver;
  return (
    <Section
      title={bracketed(say('byFund'), say(unit))}
      side={<Agreement sum={sum} previous={previous} mayExceed />}
    >
      <WholeProblems path="previous.byFund" />
      <div className="fields-4">
        {funds.map((fund) => (
          <AmountField
            key={fund}
            label={say(fund)}
            path={`previous.byFund.${fund}`}
            fen={byFund[fund] ?? 0}
            onFen={(fen) => {
              onPut({ byFund: withAmount(byFund, fund, fen) });
            }}
          />
        ))}
        <AmountField
          label={say('carriedOverLast')}
          path="previous.carriedOver"
          fen={previous.carriedOver}
          onFen={(carriedOver) => {
            onPut({ carriedOver });
          }}
        />
        <Total fen={sum} />
      </div>
    </Section>
  );
}

function Items({ previous, onPut }: PreviousProps): ReactNode {
  const say = useSay(bookWords);
  const { bracketed } = usePunctuation();
  const { unit } = useAmountUnit();
  return (
    <Section title={bracketed(say('previousItems'), say(unit))}>
      <div className="fields-4">
        <AmountField
          label={say('operatingFunds')}
          path="previous.operating"
          fen={previous.operating}
          onFen={(operating) => {
            onPut({ operating });
          }}
        />
        {publicItems.map((item) => (
          <AmountField
            key={item}
            label={say(item)}
            path={`previous.threePublic.${item}`}
            fen={previous.threePublic[item] ?? 0}
            onFen={(fen) => {
              onPut({ threePublic: withAmount(previous.threePublic, item, fen) });
            }}
          />
        ))}
      </div>
    </Section>
  );
}

function Total({ fen }: { readonly fen: number }): ReactNode {
  const say = useSay(bookWords);
  const { unit } = useAmountUnit();
  return (
    <div className="field">
      <span>{say('sumOfAll')}</span>
      <output className="numbers strong sum">{amountText(fen, unit)}</output>
    </div>
  );
}

interface AgreementProps {
  readonly sum: number;
  readonly previous: Previous;
  /** Revenue may be more than what was spent. */
  readonly mayExceed?: boolean;
}

/** How this sum stands against the sum by function. */
function Agreement({ sum, previous, mayExceed = false }: AgreementProps): ReactNode {
  const say = useSay(bookWords);
  const { unit } = useAmountUnit();
  const more = sum - sumOf(previous.byClass);
  const money = `${amountText(Math.abs(more), unit)} ${say(unit)}`;
  if (more === 0)
    return <span className="good small">✓ {say('sumsAgree', `${amountText(sum, unit)} ${say(unit)}`)}</span>;
  if (more > 0 && mayExceed) return <span className="soft small">{say('fundsEnough', money)}</span>;
  return <span className="bad small">✕ {say(more > 0 ? 'sumsDiffer' : 'sumsLess', money)}</span>;
}

function sumOf(amounts: Readonly<Record<string, number | undefined>>): number {
  return Object.values(amounts).reduce<number>((sum, fen) => sum + (fen ?? 0), 0);
}

/** What is zero is not written down. */
function withAmount<Key extends string>(
  amounts: Readonly<Partial<Record<Key, number>>>,
  key: Key,
  fen: number,
): Readonly<Partial<Record<Key, number>>> {
  const others = without(amounts, key) as Partial<Record<Key, number>>;
  return fen === 0 ? others : { ...others, [key]: fen };
}
