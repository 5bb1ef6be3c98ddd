import { Alert, Input } from 'antd';
import { useState, type ReactNode } from 'react';
import { reasonOf } from '../api/calls.ts';
import { Dialogue } from '../frame/dialogue.tsx';
import { useSay } from '../language.tsx';
import type { Listed, Waived } from './listed.ts';
import { documentWords } from './words.ts';

interface WaiveProps {
  readonly listed: Listed;
  readonly onWaive: (listed: Listed, waived: Waived) => Promise<void>;
  readonly onClose: () => void;
}

/** A finding stays as it is: why, and until when. Who decided is known. */
export function Waive({ listed, onWaive, onClose }: WaiveProps): ReactNode {
  const say = useSay(documentWords);
  const [reason, setReason] = useState('');
  const [expires, setExpires] = useState('');
  const [saving, setSaving] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const save = async (): Promise<void> => {
    setSaving(true);
    try {
      await onWaive(listed, { reason: reason.trim(), expires: expires === '' ? null : expires });
      onClose();
    } catch (error) {
      // What was written stays for another try.
      setProblem(reasonOf(error));
      setSaving(false);
    }
  };
  return (
    <Dialogue
      title={say('waive').replace('…', '')}
      okText={say('save')}
      cancelText={say('cancel')}
      onCancel={onClose}
      onOk={() => void save()}
      okButtonProps={{ disabled: reason.trim().length < 2, loading: saving }}
    >
      <p>{listed.finding.message}</p>
      <p className="soft">{say('waiverLead')}</p>
      <label className="field">
        <span>{say('waiverReason')}</span>
        <Input.TextArea
          autoFocus
          rows={3}
          maxLength={1000}
          value={reason}
          onChange={({ target }) => {
            setReason(target.value);
          }}
        />
      </label>
      <label className="field">
        <span>{say('waiverExpires')}</span>
        <Input
          type="date"
          className="date-input"
          value={expires}
          onChange={({ target }) => {
            setExpires(target.value);
          }}
        />
      </label>
      {problem !== null && <Alert type="error" showIcon title={problem} role="alert" />}
    </Dialogue>
  );
}
