import { App, Button, Input, InputNumber, Select, Table } from 'antd';
import { useState, type ReactNode } from 'react';
import { reasonOf, useAnswer, useChange } from '../api/calls.ts';
import type { RuleSetting } from '../api/schema.ts';
import { Dialogue } from '../frame/dialogue.tsx';
import { Failed, Waiting } from '../frame/waiting.tsx';
import { usePunctuation, useSay } from '../language.tsx';
import { momentText } from '../words/dates.ts';
import { FindBox } from './findBox.tsx';
import { settingWords } from './settingWords.ts';
import { KeyedName } from './keyedName.tsx';

type Severity = NonNullable<RuleSetting['severity']>;
const severities = ['error', 'warning', 'info', 'off'] as const satisfies readonly Severity[];

/** Every rule: what it looks at, and what was decided about it with its reason. */
export function RulesPage(): ReactNode {
  const say = useSay(settingWords);
  const rules = useAnswer('GET /api/v1/rule-settings', {});
  const [text, setText] = useState('');
  const [changing, setChanging] = useState<RuleSetting | null>(null);
  if (rules.isPending) return <Waiting />;
  if (rules.isLoadingError) return <Failed error={rules.error} retry={rules.refetch} />;
  const shown = rules.data
    .filter(({ rule, title }) => `${rule} ${title}`.includes(text.trim()))
    .toSorted((a, b) => Number(b.decision !== null) - Number(a.decision !== null));
  const decided = rules.data.filter(({ decision }) => decision !== null).length;
  return (
    <>
      <div className="page-head">
        <h1>{say('rules')}</h1>
        <FindBox onText={setText} />
        <span className="soft numbers">{say('decidedCount', rules.data.length, decided)}</span>
      </div>
      <p className="soft">{say('rulesLead')}</p>
      <section className="panel">
        <Table<RuleSetting>
          size="small"
          rowKey="rule"
          dataSource={[...shown]}
          pagination={{ pageSize: 50, hideOnSinglePage: true, showSizeChanger: false }}
          scroll={{ x: 900 }}
          columns={[
            {
              title: say('rule'),
              render: (_, { rule, title, help }) => (
                <>
                  <KeyedName id={rule} name={title} />
                  {help !== title && <div className="soft small">{help}</div>}
                </>
              ),
            },
            {
              title: say('authority'),
              width: 220,
              className: 'wrap',
              render: (_, { authority }) => authority ?? '',
            },
            {
              title: say('severity'),
              width: 260,
              render: (_, rule) => <Decided setting={rule} />,
            },
            {
              title: <span className="vh">{say('actions')}</span>,
              width: 90,
              render: (_, rule) => (
                <Button
                  size="small"
                  aria-label={`${say('set')} ${rule.title}`}
                  onClick={() => {
                    setChanging(rule);
                  }}
                >
                  {say('set')}
                </Button>
              ),
            },
          ]}
        />
      </section>
      {changing !== null && (
        <Decide
          setting={changing}
          onClose={() => {
            setChanging(null);
          }}
        />
      )}
    </>
  );
}

function Decided({
  setting: { severity, decision, thresholds },
}: {
  readonly setting: RuleSetting;
}): ReactNode {
  const say = useSay(settingWords);
  const { labelled } = usePunctuation();
  const usual = severity === null ? say('depends') : say(severity);
  if (decision === null) return <span className="soft">{usual}</span>;
  const limits = thresholds.flatMap(({ name, words }) =>
    decision.thresholds[name] === undefined ? [] : [labelled(words, String(decision.thresholds[name]))],
  );
  return (
    <>
      <b className="numbers">
        {decision.severity === null ? usual : say(decision.severity)}
        {limits.length > 0 && ` · ${limits.join(' · ')}`}
      </b>
      <div className="soft small">
        {decision.reason} · {decision.by} {momentText(decision.at)}
      </div>
    </>
  );
}

interface DecideProps {
  readonly setting: RuleSetting;
  readonly onClose: () => void;
}

function Decide({ setting, onClose }: DecideProps): ReactNode {
  const say = useSay(settingWords);
  const { message } = App.useApp();
  const { rule, title, thresholds, decision } = setting;
  const [severity, setSeverity] = useState<Severity | null>(decision?.severity ?? null);
  const [limits, setLimits] = useState<Readonly<Record<string, number>>>(decision?.thresholds ?? {});
  const [reason, setReason] = useState(decision?.reason ?? '');
  const put = useChange('PUT /api/v1/rule-settings/{rule}');
  const drop = useChange('DELETE /api/v1/rule-settings/{rule}');
  const told = (error: unknown): void => void message.error(reasonOf(error));
  const save = async (): Promise<void> => {
    const body = { severity, thresholds: limits, reason: reason.trim() };
    await put.mutateAsync({ path: { rule }, body }).then(onClose).catch(told);
  };
  const back = async (): Promise<void> => {
    await drop.mutateAsync({ path: { rule } }).then(onClose).catch(told);
  };
  return (
    <Dialogue
      title={title}
      onCancel={onClose}
      footer={[
        ...(decision === null
          ? []
          : [
              <Button key="usual" onClick={() => void back()} loading={drop.isPending}>
                {say('asShipped')}
              </Button>,
            ]),
        <Button key="cancel" onClick={onClose}>
          {say('cancel')}
        </Button>,
        <Button
          key="save"
          type="primary"
          disabled={reason.trim().length < 2}
          loading={put.isPending}
          onClick={() => void save()}
        >
          {say('save')}
        </Button>,
      ]}
    >
      <label className="field">
        <span>{say('severity')}</span>
        <Select<Severity | 'usual'>
          className="wide"
          aria-label={say('severity')}
          value={severity ?? 'usual'}
          options={[
            { value: 'usual' as const, label: say('usual') },
            ...severities.map((value) => ({ value, label: say(value) })),
          ]}
          onChange={(value) => {
            setSeverity(value === 'usual' ? null : value);
          }}
        />
      </label>
      {thresholds.map(({ name, words, usual, least, most }) => (
        <label className="field" key={name}>
          <span>
            {words} <span className="soft">{say('limits', usual, least, most)}</span>
          </span>
          <InputNumber
            min={least}
            max={most}
            step={0.05}
            value={limits[name] ?? usual}
            onChange={(value) => {
              if (typeof value === 'number') setLimits({ ...limits, [name]: value });
            }}
          />
        </label>
      ))}
      <label className="field">
        <span>{say('reason')}</span>
        <Input.TextArea
          rows={3}
          maxLength={500}
          value={reason}
          placeholder={say('reasonHint')}
          onChange={({ target }) => {
            setReason(target.value);
          }}
        />
      </label>
    </Dialogue>
  );
}
