import type { ReactNode } from 'react';
import { useChange } from '../api/calls.ts';
import type { Filing, ReaderQuestion } from '../api/schema.ts';
import { useSay } from '../language.tsx';
import { momentText } from '../words/dates.ts';
import { filingWords } from './words.ts';
import { DoneControl } from './doneControl.tsx';

interface ReaderQuestionsProps {
  readonly filing: Filing;
  readonly all: readonly ReaderQuestion[];
}

/** What readers of the public pages did not understand, those to deal with first; nothing where nobody asked. */
export function ReaderQuestions({ filing, all }: ReaderQuestionsProps): ReactNode {
  const say = useSay(filingWords);
  if (all.length === 0) return null;
  return (
    <section className="panel">
      <h2>{say('readersAsk')}</h2>
      <p className="soft">{say('readersAskHelp')}</p>
      <ul className="plain-list">
        {all.map((question) => (
          <QuestionLine key={question.id} filing={filing} question={question} />
        ))}
      </ul>
    </section>
  );
}

interface QuestionLineProps {
  readonly filing: Filing;
  readonly question: ReaderQuestion;
}

function QuestionLine({ filing, question }: QuestionLineProps): ReactNode {
  const say = useSay(filingWords);
  const resolve = useChange('POST /api/v1/filings/{id}/questions/{question}/resolution');
  const { id, words, address, body, askedAt, resolvedAt } = question;
  return (
    <li className={resolvedAt === null ? 'comment' : 'comment soft'}>
      <div className="comment-head">
        <a href={address} target="_blank" rel="noreferrer">
          {words}
        </a>
        <span className="soft numbers">{momentText(askedAt)}</span>
        <span className="grow" />
        <DoneControl
          {...{ resolvedAt, isPending: resolve.isPending }}
          onDone={() => {
            resolve.mutate({ path: { id: filing.id, question: id } });
          }}
        />
      </div>
      <p className="comment-body">{body === '' ? say('noWords') : body}</p>
    </li>
  );
}
