import { useMemo, type ReactNode } from 'react';
import { useSay } from '../language.tsx';
import { changed, type Book } from './book.ts';
import { choiceColumn, needed, textColumn, without } from './columns.ts';
import { Section } from './fields.tsx';
import { ListEditor } from './listEditor.tsx';
import type { PartProps } from './partProps.ts';
import { lineProblems, spotOf, useProblems } from './problemPlaces.tsx';
import { bookWords } from './words.ts';

type Decision = NonNullable<Book['decisions']>[number];
type OwnCode = NonNullable<Book['codes']>[number];

const axes = {
  function: 'axisFunction',
  deptEconomic: 'axisDeptEconomic',
  govEconomic: 'axisGovEconomic',
  revenue: 'axisRevenue',
} as const;

/** Decisions not to publish, and codes that the lists lack. */
export function SpecialPart(props: PartProps): ReactNode {
  return (
    <>
      <Decisions {...props} />
      <OwnCodes {...props} />
    </>
  );
}

function Decisions({ book, readOnly, onChange, target }: PartProps): ReactNode {
  const say = useSay(bookWords);
  const problems = useProblems();
  const columns = useMemo(() => {
    const levels = (['division', 'class'] as const).map((value) => ({ value, label: say(value) }));
    return [
      textColumn({ field: 'document', title: say('document'), width: 320 }, needed<Decision>('document')),
      textColumn({ field: 'date', title: `${say('date')} 2026-01-31`, width: 170 }, needed<Decision>('date')),
      choiceColumn({ field: 'level', title: say('level'), width: 150 }, needed<Decision>('level'), levels),
    ];
  }, [say]);
  return (
    <Section title={say('decisions')} hint={say('decisionsHint')}>
      <ListEditor<Decision>
        rows={book.decisions ?? []}
        columns={columns}
        label={say('decisions')}
        readOnly={readOnly}
        problems={lineProblems(problems, 'decisions', 'document')}
        target={spotOf(target ?? '', 'decisions', ['document', 'date', 'level'])}
        newRow={() => ({ document: '', date: '', level: 'class' })}
        onRows={(decisions) => {
          const rest = without(book, 'decisions');
          onChange(decisions.length === 0 ? { ...rest } : changed(book, { decisions }));
        }}
        empty={say('noDecisions')}
      />
    </Section>
  );
}

function OwnCodes({ book, readOnly, onChange, target }: PartProps): ReactNode {
  const say = useSay(bookWords);
  const problems = useProblems();
  const columns = useMemo(() => {
    const choices = Object.entries(axes).map(([value, key]) => ({ value, label: say(key) }));
    return [
      choiceColumn({ field: 'axis', title: say('axis'), width: 220 }, needed<OwnCode>('axis'), choices),
      textColumn({ field: 'code', title: say('code'), width: 120 }, needed<OwnCode>('code')),
      textColumn({ field: 'name', title: say('codeName'), width: 320 }, needed<OwnCode>('name')),
    ];
  }, [say]);
  return (
    <Section title={say('ownCodes')} hint={say('ownCodesHint')}>
      <ListEditor<OwnCode>
        rows={book.codes ?? []}
        columns={columns}
        label={say('ownCodes')}
        readOnly={readOnly}
        problems={lineProblems(problems, 'codes', 'code')}
        target={spotOf(target ?? '', 'codes', ['axis', 'code', 'name'])}
        newRow={(above) => ({ axis: above?.axis ?? 'function', code: '', name: '' })}
        onRows={(codes) => {
          const rest = without(book, 'codes');
          onChange(codes.length === 0 ? { ...rest } : changed(book, { codes }));
        }}
        empty={say('noOwnCodes')}
      />
    </Section>
  );
}
