import { Button, Input, Modal, Segmented, Space } from 'antd';
import { useState, type ReactNode } from 'react';
import type { Finding } from '../api/schema.ts';
import { useSay } from '../language.tsx';
import { documentWords } from './words.ts';

/** A finding as it is listed, with what may be done about it. */
export interface Listed {
  readonly key: string;
  readonly finding: Finding;
  readonly waiver: { readonly id: string; readonly reason: string } | null;
}

interface FindingsProps {
  readonly all: readonly Listed[];
  readonly chosen: string | null;
  readonly onChoose: (listed: Listed) => void;
  readonly onWaive?: ((listed: Listed, reason: string) => Promise<void>) | undefined;
  readonly onRevoke?: ((listed: Listed) => void) | undefined;
  readonly onComment?: ((listed: Listed) => void) | undefined;
}

const signs = { error: '✕', warning: '!', info: 'i' } as const;

/** The findings, always in the order of the document. */
export function FindingsPanel(props: FindingsProps): ReactNode {
  const { all } = props;
  const say = useSay(documentWords);
  const [severity, setSeverity] = useState<'all' | Finding['severity']>('all');
  const [waiving, setWaiving] = useState<Listed | null>(null);
  const count = (wanted: Finding['severity']): number =>
    all.filter(({ finding }) => finding.severity === wanted).length;
  const shown = all.filter(({ finding }) => severity === 'all' || finding.severity === severity);
  const options = [
    { value: 'all' as const, label: `${say('findings')} ${all.length}` },
    ...(['error', 'warning', 'info'] as const).map((value) => ({
      value,
      label: `${say(value)} ${count(value)}`,
    })),
  ];
  return (
    <>
      <Segmented
        block
        size="small"
        value={severity}
        options={options}
        onChange={setSeverity}
        aria-label={say('findings')}
      />
      {shown.length === 0 && <p className="soft">{say(all.length === 0 ? 'noFindings' : 'noneShown')}</p>}
      <ol className="findings">
        {shown.map((listed) => (
          <FindingItem key={listed.key} listed={listed} {...props} onWaiving={setWaiving} />
        ))}
      </ol>
      {waiving !== null && props.onWaive !== undefined && (
        <Waive
          listed={waiving}
          onWaive={props.onWaive}
          onClose={() => {
            setWaiving(null);
          }}
        />
      )}
    </>
  );
}

interface ItemProps extends FindingsProps {
  readonly listed: Listed;
  readonly onWaiving: (listed: Listed) => void;
}

function FindingItem({
  listed,
  chosen,
  onChoose,
  onWaive,
  onRevoke,
  onComment,
  onWaiving,
}: ItemProps): ReactNode {
  const say = useSay(documentWords);
  const { finding, waiver, key } = listed;
  const { severity, message, remedy, part, tied, culprits } = finding;
  const isOn = key === chosen;
  return (
    <li
      className={`finding ${severity} ${isOn ? 'on' : ''} ${waiver === null ? '' : 'waived'}`}
      data-finding={key}
    >
      <button
        type="button"
        className="finding-main"
        onClick={() => {
          onChoose(listed);
        }}
        aria-expanded={isOn}
      >
        <span className="finding-head">
          <b>
            {signs[severity]} {say(severity)}
          </b>
          <span className="soft">{part}</span>
          {waiver !== null && <span className="badge">{say('waived')}</span>}
        </span>
        <span>{message}</span>
      </button>
      {isOn && (
        <div className="finding-more">
          {tied && <p>{say('tied')}</p>}
          <ul className="plain-list numbers">
            {culprits.map(({ reported, expected }, i) => (
              <li key={i}>
                {reported !== null && (
                  <>
                    {say('printed')}{' '}
                    <b className="bad">{reported.text === '' ? say('emptyCell') : reported.text}</b>{' '}
                  </>
                )}
                {expected !== null && (
                  <>
                    {say('expected')} <b className="good">{expected.text}</b>
                  </>
                )}
              </li>
            ))}
          </ul>
          {remedy !== '' && (
            <p>
              <span className="soft">{say('remedy')}：</span>
              {remedy}
            </p>
          )}
          {waiver !== null && (
            <p className="soft">
              {say('waiverReason')}：{waiver.reason}
            </p>
          )}
          <Space>
            {waiver === null && severity !== 'info' && onWaive !== undefined && (
              <Button
                size="small"
                onClick={() => {
                  onWaiving(listed);
                }}
              >
                {say('waive')}
              </Button>
            )}
            {waiver !== null && onRevoke !== undefined && (
              <Button
                size="small"
                onClick={() => {
                  onRevoke(listed);
                }}
              >
                {say('revoke')}
              </Button>
            )}
            {onComment !== undefined && (
              <Button
                size="small"
                onClick={() => {
                  onComment(listed);
                }}
              >
                {say('comment')}
              </Button>
            )}
          </Space>
        </div>
      )}
    </li>
  );
}

interface WaiveProps {
  readonly listed: Listed;
  readonly onWaive: (listed: Listed, reason: string) => Promise<void>;
  readonly onClose: () => void;
}

function Waive({ listed, onWaive, onClose }: WaiveProps): ReactNode {
  const say = useSay(documentWords);
  const [reason, setReason] = useState('');
  const [saving, setSaving] = useState(false);
  const save = async (): Promise<void> => {
    setSaving(true);
    await onWaive(listed, reason.trim());
    onClose();
  };
  return (
    <Modal
      open
      title={say('waive').replace('…', '')}
      okText={say('save')}
      cancelText={say('cancel')}
      onCancel={onClose}
      onOk={() => void save()}
      okButtonProps={{ disabled: reason.trim().length < 2, loading: saving }}
    >
      <p>{listed.finding.message}</p>
      <p className="soft">{say('waiverLead')}</p>
      <Input.TextArea
        autoFocus
        rows={3}
        maxLength={1000}
        aria-label={say('waiverReason')}
        value={reason}
        onChange={({ target }) => {
          setReason(target.value);
        }}
      />
    </Modal>
  );
}
