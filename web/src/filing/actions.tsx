import { Alert, App, Button, Input } from 'antd';
import { useState, type ReactNode } from 'react';
import { Link, useNavigate } from 'react-router';
import { problemCode, reasonOf, useChange } from '../api/calls.ts';
import type { Filing } from '../api/schema.ts';
import { Dialogue } from '../frame/dialogue.tsx';
import { nameOf } from '../home/marks.tsx';
import { afterInQueue } from '../home/queue.ts';
import { useSay } from '../language.tsx';
import { filingWords } from './words.ts';

type Action = Filing['actions'][number];

const forward: readonly Action[] = ['submit', 'pass', 'approve', 'publish'];
const needReason: readonly Action[] = ['return', 'withdraw', 'correct'];

/** The steps that one may take now. */
export function Actions({ filing }: { readonly filing: Filing }): ReactNode {
  const say = useSay(filingWords);
  const [taking, setTaking] = useState<Action | null>(null);
  return (
    <>
      {filing.state === 'published' && (
        <a className="ant-btn-like" href={publicAddress(filing)}>
          {say('publicPage')}
        </a>
      )}
      {filing.actions
        .toSorted((a, b) => Number(forward.includes(a)) - Number(forward.includes(b)))
        .map((action) => (
          <Button
            key={action}
            type={forward.includes(action) ? 'primary' : 'default'}
            onClick={() => {
              setTaking(action);
            }}
          >
            {say(action)}
          </Button>
        ))}
      {taking !== null && (
        <TakeStep
          filing={filing}
          action={taking}
          onClose={() => {
            setTaking(null);
          }}
        />
      )}
    </>
  );
}

/** The department's year in the portal. */
function publicAddress({ regionName, year, departmentCode }: Filing): string {
  return `/${encodeURIComponent(regionName)}/${year}/${encodeURIComponent(departmentCode)}`;
}

interface TakeStepProps {
  readonly filing: Filing;
  readonly action: Action;
  readonly onClose: () => void;
}

const doneMessage = 'step taken';

function TakeStep({ filing, action, onClose }: TakeStepProps): ReactNode {
  const say = useSay(filingWords);
  const { message } = App.useApp();
  const [comment, setComment] = useState('');
  const step = useChange('POST /api/v1/filings/{id}/steps');
  const mustSay = needReason.includes(action);
  const go = useNavigate();
  const tellDone = (): void => {
    const next = afterInQueue(filing.id);
    const goOn = (
      <Button
        size="small"
        onClick={() => {
          message.destroy(doneMessage);
          void go(`/filings/${next ?? ''}`);
        }}
      >
        {say('nextOf')}
      </Button>
    );
    const content = (
      <>
        {say('done', say(action))} {next !== null && goOn}
      </>
    );
    void message.success({ key: doneMessage, duration: 8, content });
  };
  const take = async (): Promise<void> => {
    const body = { action, version: filing.version, comment: comment.trim() };
    try {
      await step.mutateAsync({ path: { id: filing.id }, body });
      tellDone();
      onClose();
    } catch {
      // The reason stands in the dialogue.
    }
  };
  return (
    <Dialogue
      title={`${say(action)} · ${nameOf(filing)}`}
      okText={say(action)}
      cancelText={say('cancel')}
      onCancel={onClose}
      onOk={() => void take()}
      okButtonProps={{
        loading: step.isPending,
        disabled: mustSay && comment.trim() === '',
        danger: action === 'withdraw',
      }}
    >
      {action === 'publish' && (
        <p>
          {say('checkVersion', filing.disclosureVersion)}{' '}
          <Link to={`/filings/${filing.id}/publication`} onClick={onClose}>
            {say('checklist')}
          </Link>
        </p>
      )}
      <label className="field">
        <span>{say(mustSay ? 'reason' : 'optional')}</span>
        <Input.TextArea
          rows={3}
          maxLength={2000}
          autoFocus
          value={comment}
          placeholder={mustSay ? say('reasonHint') : ''}
          onChange={({ target }) => {
            setComment(target.value);
          }}
        />
      </label>
      {step.error !== null && (
        <Alert
          type="error"
          showIcon
          role="alert"
          title={reasonOf(step.error)}
          action={<WayOut filing={filing} error={step.error} onGo={onClose} />}
        />
      )}
    </Dialogue>
  );
}

/** Where what a step was refused for is put right, by the code of the refusal. */
const waysOut: Readonly<Record<string, 'document' | 'book'>> = {
  noDisclosure: 'document',
  openErrors: 'document',
  bookProblems: 'book',
};
const wayWords = { document: 'toDocument', book: 'toBook' } as const;

interface WayOutProps {
  readonly filing: Filing;
  readonly error: Error;
  readonly onGo: () => void;
}

function WayOut({ filing, error, onGo }: WayOutProps): ReactNode {
  const say = useSay(filingWords);
  const part = waysOut[problemCode(error) ?? ''];
  if (part === undefined) return null;
  return (
    <Link to={`/filings/${filing.id}/${part}`} onClick={onGo}>
      {say(wayWords[part])}
    </Link>
  );
}
