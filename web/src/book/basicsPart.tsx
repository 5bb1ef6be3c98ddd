import { Select } from 'antd';
import { useMemo, type ReactNode } from 'react';
import { useAnswer } from '../api/calls.ts';
import { useSay } from '../language.tsx';
import { changed, type Book } from './book.ts';
import { choiceColumn, needed, textColumn, without } from './columns.ts';
import { DateField, Field, Section, useFieldTarget, WholeProblems } from './fields.tsx';
import { ListEditor } from './listEditor.tsx';
import type { PartProps } from './partProps.ts';
import { lineProblems, spotOf, useProblems } from './problemPlaces.tsx';
import { renamedUnit } from './renaming.ts';
import { bookWords } from './words.ts';

type Unit = Book['units'][number];

/** Whose budget it is, its units, and when it is approved and published. */
export function BasicsPart({ book, readOnly, onChange, target }: PartProps): ReactNode {
  const say = useSay(bookWords);
  const problems = useProblems();
  const within = useFieldTarget(target);
  const kinds = (['administrative', 'institution'] as const).map((value) => ({ value, label: say(value) }));
  const columns = useMemo(
    () => [
      textColumn({ field: 'name', title: say('unitName'), width: 360 }, needed<Unit>('name')),
      choiceColumn({ field: 'kind', title: say('unitKind'), width: 160 }, needed<Unit>('kind'), kinds),
    ],
    [say],
  );
  return (
    <div ref={within}>
      <Section title={say('units')} hint={say('unitsHint')}>
        <WholeProblems path="units" />
        <ListEditor<Unit>
          rows={book.units}
          columns={columns}
          label={say('units')}
          readOnly={readOnly}
          problems={lineProblems(problems, 'units', 'name')}
          target={spotOf(target ?? '', 'units', ['name', 'kind'])}
          newRow={() => ({ name: book.units.length === 0 ? book.department.name : '', kind: 'institution' })}
          onRows={(units) => {
            onChange(changed(book, renamedUnit(book, units)));
          }}
          empty={say('noUnits')}
        />
      </Section>
      <Section title={say('dates')} hint={say('dateUnknown')}>
        <div className="fields-3">
          {(['approved', 'published'] as const).map((key) => (
            <DateField
              key={key}
              label={say(key === 'approved' ? 'approvedOn' : 'publishedOn')}
              path={`dates.${key}`}
              date={book.dates[key]}
              clearable
              readOnly={readOnly}
              onDate={(date) => {
                onChange(changed(book, { dates: { ...book.dates, [key]: date } }));
              }}
            />
          ))}
          <FormField book={book} readOnly={readOnly} onChange={onChange} />
        </div>
      </Section>
    </div>
  );
}

function FormField({ book, readOnly, onChange }: Omit<PartProps, 'target'>): ReactNode {
  const say = useSay(bookWords);
  const { data = [] } = useAnswer('GET /api/v1/forms', {}, { staleTime: Infinity });
  const options = data
    .filter(({ composable }) => composable)
    .map(({ id, name }) => ({ value: id, label: name }));
  return (
    <Field label={say('form')} path="form">
      <Select
        allowClear
        disabled={readOnly}
        aria-label={say('form')}
        placeholder={say('formOfFiling')}
        value={book.form ?? null}
        options={options}
        onChange={(form: string | null | undefined) => {
          const rest = without(book, 'form');
          onChange(form === null || form === undefined ? { ...rest } : { ...rest, form });
        }}
      />
    </Field>
  );
}
