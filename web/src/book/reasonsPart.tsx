import type { ReactNode } from 'react';
import { reasonSubjects, type ReasonSubject } from '../../../src/model/book.ts';
import { useSay } from '../language.tsx';
import { amountText } from '../words/money.ts';
import { useAmountUnit } from './amountUnit.tsx';
import { changed } from './book.ts';
import { without } from './columns.ts';
import { Section, useFieldTarget } from './fields.tsx';
import { LinkedText } from './linkedText.tsx';
import type { PartProps } from './partProps.ts';
import { comparisonOf, isUnused, type YearComparison } from './reasons.ts';
import { bookWords, type BookWord } from './words.ts';

const titles: Readonly<Partial<Record<ReasonSubject, BookWord>>> = {
  total: 'reasonTotal',
  basic: 'basicTotal',
  project: 'projectTotal',
  operating: 'operatingFunds',
};

/** Why each quantity changed, beside by how much. */
export function ReasonsPart({ book, readOnly, onChange, target }: PartProps): ReactNode {
  const say = useSay(bookWords);
  const within = useFieldTarget(target);
  const shown = reasonSubjects.filter((subject) => !isUnused(book, subject));
  return (
    <div ref={within}>
      <Section title={say('reasons')} hint={say('reasonsHint')}>
        {shown.map((subject) => (
          <div className="reason" key={subject}>
            <LinkedText
              label={say(titles[subject] ?? (subject as BookWord))}
              path={`reasons.${subject}`}
              book={book}
              readOnly={readOnly}
              text={book.reasons[subject] ?? ''}
              rows={1}
              side={
                <Change
                  comparison={comparisonOf(book, subject)}
                  given={(book.reasons[subject] ?? '') !== ''}
                />
              }
              onText={(text) => {
                const others = without(book.reasons, subject);
                onChange(changed(book, { reasons: text === '' ? others : { ...others, [subject]: text } }));
              }}
            />
          </div>
        ))}
      </Section>
    </div>
  );
}

interface ChangeProps {
  readonly comparison: YearComparison;
  readonly given: boolean;
}

/** This year, last year and the difference; whether a reason is asked for. */
function Change({ comparison: { now, before }, given }: ChangeProps): ReactNode {
  const say = useSay(bookWords);
  const { unit } = useAmountUnit();
  if (before === null) return <span className="soft small">{say('noComparison')}</span>;
  const change = now - before;
  const asked = change !== 0 && !given;
  return (
    <span className="numbers small">
      {say('thisYear')} {amountText(now, unit)} · {say('lastYear')} {amountText(before, unit)} ·{' '}
      {say('change')}{' '}
      <b>
        {change > 0 ? '+' : ''}
        {amountText(change, unit)}
      </b>{' '}
      {say(unit)} {asked && <em className="warn">! {say('reasonNeeded')}</em>}
      {change === 0 && given && <em className="warn">! {say('reasonNone')}</em>}
    </span>
  );
}
