import { memo, type ReactNode } from 'react';
import type { BookProblem } from '../api/schema.ts';
import { useSay } from '../language.tsx';
import { fieldWords } from './fieldWords.ts';
import { bookWords } from './words.ts';

interface ProblemsProps {
  readonly all: readonly BookProblem[];
  readonly onGo: (problem: BookProblem) => void;
}

/** What must be put right before the document can be made; each leads to its place. */
export const ProblemsList = memo(function ProblemsList({ all, onGo }: ProblemsProps): ReactNode {
  const say = useSay(bookWords);
  if (all.length === 0) return <p className="good small">✓ {say('noProblems')}</p>;
  return (
    <section className="book-problems" aria-label={say('problems')} tabIndex={0}>
      <h3>
        {say('problems')} <span className="count numbers">{all.length}</span>
      </h3>
      <ul className="plain-list">
        {all.slice(0, 100).map((problem, i) => (
          <li key={i}>
            <button
              type="button"
              className="go-problem"
              onClick={() => {
                onGo(problem);
              }}
            >
              <span className="bad">✕</span> {problem.message}{' '}
              <span className="soft small">{fieldWords(problem.path, say)}</span>
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
});
