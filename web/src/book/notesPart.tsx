import type { ReactNode } from 'react';
import { useSay } from '../language.tsx';
import { changed } from './book.ts';
import { Section, useFieldTarget } from './fields.tsx';
import { LinkedText } from './linkedText.tsx';
import type { PartProps } from './partProps.ts';
import { bookWords } from './words.ts';

/** 其他说明. */
export function NotesPart({ book, readOnly, onChange, target }: PartProps): ReactNode {
  const say = useSay(bookWords);
  const within = useFieldTarget(target);
  return (
    <div ref={within}>
      <Section title={say('otherNotes')} hint={say('notesHint')}>
        <LinkedText
          label={say('otherNotes')}
          path="otherNotes"
          book={book}
          readOnly={readOnly}
          text={book.otherNotes}
          rows={6}
          onText={(otherNotes) => {
            onChange(changed(book, { otherNotes }));
          }}
        />
      </Section>
    </div>
  );
}
