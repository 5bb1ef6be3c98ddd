import { memo, type ReactNode } from 'react';
import type { BookProblem } from '../api/schema.ts';
import { useSay } from '../language.tsx';
import type { Book } from './book.ts';
import { bookParts, countIn, isEmpty, problemCounts, type BookPart } from './parts.ts';
import { bookWords } from './words.ts';

interface NavProps {
  readonly book: Book;
  readonly problems: readonly BookProblem[];
  readonly chosen: BookPart;
  readonly onChoose: (part: BookPart) => void;
}

/** The parts of the book with their state: what must be put right, what is empty, how much there is. */
export const PartsNav = memo(function PartsNav({ book, problems, chosen, onChoose }: NavProps): ReactNode {
  const say = useSay(bookWords);
  const wrong = problemCounts(problems);
  return (
    <nav className="book-parts" aria-label={say('parts')}>
      <ul className="plain-list">
        {bookParts.map((part) => (
          <li key={part}>
            <button
              type="button"
              data-part={part}
              aria-current={part === chosen}
              onClick={() => {
                onChoose(part);
              }}
            >
              <span>{say(part)}</span>
              <PartState book={book} part={part} wrong={wrong.get(part) ?? 0} />
            </button>
          </li>
        ))}
      </ul>
    </nav>
  );
});

function PartState({
  book,
  part,
  wrong,
}: {
  readonly book: Book;
  readonly part: BookPart;
  readonly wrong: number;
}): ReactNode {
  const say = useSay(bookWords);
  if (wrong > 0)
    return (
      <b className="bad numbers" title={say('toPutRight', wrong)}>
        ✕ {wrong}
      </b>
    );
  if (isEmpty(book, part)) return <span className="warn small">{say('notFilled')}</span>;
  const count = countIn(book, part);
  return count === null ? null : <span className="soft numbers small">{count}</span>;
}
