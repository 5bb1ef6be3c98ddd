import { useMemo, type ReactNode } from 'react';
import { useSay } from '../language.tsx';
import { changed, type Book } from './book.ts';
import { needed, textColumn } from './columns.ts';
import { Section, useFieldTarget } from './fields.tsx';
import { LinkedText } from './linkedText.tsx';
import { ListEditor } from './listEditor.tsx';
import type { PartProps } from './partProps.ts';
import { lineProblems, spotOf, useProblems } from './problemPlaces.tsx';
import { bookWords } from './words.ts';

type Office = Book['overview']['offices'][number];

/** 部门职责 and 内设机构. */
export function OverviewPart({ book, readOnly, onChange, target }: PartProps): ReactNode {
  const say = useSay(bookWords);
  const problems = useProblems();
  const within = useFieldTarget(target);
  const { overview } = book;
  const columns = useMemo(
    () => [
      textColumn({ field: 'name', title: say('officeName'), width: 220 }, needed<Office>('name')),
      textColumn({ field: 'text', title: say('officeText'), width: 620 }, needed<Office>('text')),
    ],
    [say],
  );
  return (
    <div ref={within}>
      <Section title={say('duties')} hint={say('dutiesHint')}>
        <LinkedText
          label={say('duties')}
          path="overview.duties"
          book={book}
          readOnly={readOnly}
          text={overview.duties}
          rows={5}
          onText={(duties) => {
            onChange(changed(book, { overview: { ...overview, duties } }));
          }}
        />
      </Section>
      <Section title={say('offices')} hint={say('listHint')}>
        <ListEditor<Office>
          rows={overview.offices}
          columns={columns}
          label={say('offices')}
          readOnly={readOnly}
          problems={lineProblems(problems, 'overview.offices', 'name')}
          target={spotOf(target ?? '', 'overview.offices', ['name', 'text'])}
          newRow={() => ({ name: '', text: '' })}
          onRows={(offices) => {
            onChange(changed(book, { overview: { ...overview, offices } }));
          }}
          empty={say('noOffices')}
        />
      </Section>
    </div>
  );
}
