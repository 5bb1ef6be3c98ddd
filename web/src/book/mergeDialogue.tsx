import { Radio } from 'antd';
import { useState, type ReactNode } from 'react';
import type { Difference, MergeView } from '../api/schema.ts';
import { Dialogue } from '../frame/dialogue.tsx';
import { usePunctuation, useSay } from '../language.tsx';
import type { MergeChoices } from './saving.ts';
import { shownValue } from './shownValue.ts';
import { bookWords } from './words.ts';
import { Heads } from '../frame/heads.tsx';

interface MergeProps {
  readonly view: MergeView;
  readonly onChosen: (choices: MergeChoices) => Promise<void>;
}

type Choice = 'theirs' | 'yours' | 'both';

/** Both changes put together; where both changed one place, one chooses. */
export function MergeDialogue({ view, onChosen }: MergeProps): ReactNode {
  const say = useSay(bookWords);
  const { labelled } = usePunctuation();
  const [choices, setChoices] = useState<Readonly<Record<string, Choice>>>({});
  const [busy, setBusy] = useState(false);
  const { conflicts, theirs } = view;
  const finish = async (): Promise<void> => {
    setBusy(true);
    await onChosen(takenChoices(choices));
    setBusy(false);
  };
  return (
    <Dialogue
      width={900}
      title={say('mergeTitle')}
      okText={say('keepMerged')}
      closable={false}
      footer={(_, { OkBtn }) => <OkBtn />}
      confirmLoading={busy}
      onOk={() => void finish()}
    >
      <p>{say('mergeLead', conflicts.length)}</p>
      <div className="conflicts">
        {conflicts.map(({ path, words, yours, theirs: other, both }) => (
          <div className="conflict" key={path}>
            <b>{words}</b>
            <Radio.Group
              className="conflict-choice"
              value={choices[path] ?? 'theirs'}
              onChange={({ target }) => {
                setChoices({ ...choices, [path]: target.value as Choice });
              }}
              options={[
                { value: 'theirs', label: labelled(say('theirs'), shownValue(path, other, say)) },
                { value: 'yours', label: labelled(say('yours'), shownValue(path, yours, say)) },
                ...(both ? [{ value: 'both', label: say('both') }] : []),
              ]}
            />
          </div>
        ))}
      </div>
      <h3>
        {view.author} · {say('changes', theirs.length)}
      </h3>
      <TheirChanges all={theirs} />
    </Dialogue>
  );
}

/** What the other person changed. */
function TheirChanges({ all }: { readonly all: readonly Difference[] }): ReactNode {
  const say = useSay(bookWords);
  return (
    <table className="lines">
      <Heads say={say} keys={['part', 'before', 'theirs']} />
      <tbody>
        {all.slice(0, mostShown).map(({ path, words, before, after }) => (
          <tr key={path}>
            <th scope="row" className="wrap">
              {words}
            </th>
            <td className="numbers wrap conflict-amount">{shownValue(path, before ?? null, say)}</td>
            <td className="numbers wrap conflict-amount">{shownValue(path, after, say)}</td>
          </tr>
        ))}
        {all.length > mostShown && (
          <tr>
            <td colSpan={3}>{say('more', all.length - mostShown)}</td>
          </tr>
        )}
      </tbody>
    </table>
  );
}

const mostShown = 50;

/** What differs from taking theirs. */
export function takenChoices(choices: Readonly<Record<string, Choice>>): MergeChoices {
  const taken = Object.entries(choices).filter(([, choice]) => choice !== 'theirs');
  return Object.fromEntries(taken) as MergeChoices;
}
