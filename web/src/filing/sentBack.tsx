import { Alert } from 'antd';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { useAll } from '../api/calls.ts';
import type { Filing } from '../api/schema.ts';
import { useSay } from '../language.tsx';
import { momentText } from '../words/dates.ts';
import { filingWords } from './words.ts';

const words = { return: 'sentBack', correct: 'toCorrect' } as const;

function isSentBack(action: string): action is keyof typeof words {
  return action in words;
}

/** Why a budget that is being prepared came back, for who must put it right. */
export function SentBack({ filing }: { readonly filing: Filing }): ReactNode {
  const say = useSay(filingWords);
  const isDrafting = filing.state === 'drafting';
  const steps = useAll(
    'GET /api/v1/filings/{id}/steps',
    { path: { id: filing.id } },
    { enabled: isDrafting },
  );
  const last = steps.data?.at(-1);
  if (!isDrafting || last === undefined || !isSentBack(last.action)) return null;
  const { actorName, at, comment } = last;
  return (
    <Alert
      type="warning"
      showIcon
      className="slim"
      title={say(words[last.action], actorName, momentText(at), comment)}
      action={<Link to={`/filings/${filing.id}/comments`}>{say('seeComments')}</Link>}
    />
  );
}
