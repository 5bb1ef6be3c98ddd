import { Checkbox } from 'antd';
import { useMemo, type ReactNode } from 'react';
import { shippedDefinition, shippedTerms } from '../../../src/model/glossary.ts';
import { useSay } from '../language.tsx';
import { changed, type Book } from './book.ts';
import { needed, optional, textColumn, type GridColumn } from './columns.ts';
import { Section } from './fields.tsx';
import { ListEditor } from './listEditor.tsx';
import type { PartProps } from './partProps.ts';
import { lineProblems, spotOf, useProblems } from './problemPlaces.tsx';
import { bookWords } from './words.ts';

type Term = Book['glossary'][number];

/** 名词解释: common terms are chosen, others written. */
export function GlossaryPart({ book, readOnly, onChange, target }: PartProps): ReactNode {
  const say = useSay(bookWords);
  const problems = useProblems();
  const { glossary } = book;
  const put = (terms: readonly Term[]): void => {
    onChange(changed(book, { glossary: terms }));
  };
  const columns = useMemo(() => {
    const shown = textColumn(
      { field: 'definition', title: say('definition'), width: 640 },
      optional<Term>('definition'),
    );
    return [
      textColumn({ field: 'term', title: say('term_word'), width: 220 }, needed<Term>('term'), shippedTerms),
      {
        ...shown,
        show: ({ term, definition }) =>
          definition ?? `${say('definitionShipped')}${shippedDefinition(term) ?? ''}`,
      } satisfies GridColumn<Term>,
    ];
  }, [say]);
  return (
    <>
      <Section title={say('commonTerms')}>
        <div className="terms">
          {shippedTerms.map((term) => (
            <Checkbox
              key={term}
              disabled={readOnly}
              checked={glossary.some((each) => each.term === term)}
              onChange={({ target: box }) => {
                put(box.checked ? [...glossary, { term }] : glossary.filter((each) => each.term !== term));
              }}
            >
              {term}
            </Checkbox>
          ))}
        </div>
      </Section>
      <Section title={say('ownTerms')}>
        <ListEditor<Term>
          rows={glossary}
          columns={columns}
          label={say('glossary')}
          readOnly={readOnly}
          problems={lineProblems(problems, 'glossary', 'term')}
          target={spotOf(target ?? '', 'glossary', ['term', 'definition'])}
          newRow={() => ({ term: '' })}
          onRows={put}
          empty={say('noTerms')}
          hint={say('listHint')}
        />
      </Section>
    </>
  );
}
