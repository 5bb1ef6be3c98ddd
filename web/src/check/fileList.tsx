import { CloseOutlined } from '@ant-design/icons';
import { Button, Table } from 'antd';
import type { ReactNode } from 'react';
import { useSay } from '../language.tsx';
import { Downloads } from './downloads.tsx';
import type { Check } from './checks.ts';
import { checkWords } from './words.ts';
import { CountMarks } from '../frame/countMarks.tsx';

interface FileListProps {
  readonly all: readonly Check[];
  readonly onOpen: (job: string) => void;
  readonly onRemove: (key: string) => void;
}

/** The files with how far each is and what was found. */
export function FileList({ all, onOpen, onRemove }: FileListProps): ReactNode {
  const say = useSay(checkWords);
  return (
    <Table<Check>
      size="small"
      rowKey="key"
      dataSource={[...all]}
      pagination={all.length > 50 ? { pageSize: 50 } : false}
      scroll={{ x: 900 }}
      columns={[
        {
          title: say('file'),
          render: (_, { name, job, state, report }) =>
            state === 'done' && job !== null && report !== null && report.verdict !== 'unreadable' ? (
              <Button
                type="link"
                size="small"
                className="name-link"
                onClick={() => {
                  onOpen(job);
                }}
              >
                {name}
              </Button>
            ) : (
              name
            ),
        },
        { title: say('state'), width: 120, render: (_, { state }) => <StateWords state={state} /> },
        { title: say('findings'), width: 260, render: (_, check) => <Found check={check} /> },
        {
          title: say('figures'),
          width: 130,
          align: 'right',
          className: 'numbers',
          render: (_, { report }) =>
            report === null ? '' : `${report.coverage.verified} / ${report.coverage.figures}`,
        },
        {
          title: say('downloads'),
          width: 230,
          render: (_, { job, state, name, report }) =>
            job !== null && state === 'done' && report !== null ? (
              <Downloads base={`/api/v1/jobs/${job}`} name={name} />
            ) : null,
        },
        {
          title: <span className="vh">{say('remove')}</span>,
          width: 48,
          render: (_, { key, name }) => (
            <Button
              type="text"
              size="small"
              icon={<CloseOutlined />}
              aria-label={`${say('remove')} ${name}`}
              onClick={() => {
                onRemove(key);
              }}
            />
          ),
        },
      ]}
    />
  );
}

function StateWords({ state }: { readonly state: Check['state'] }): ReactNode {
  const say = useSay(checkWords);
  const busy = state === 'uploading' || state === 'queued' || state === 'running';
  return (
    <span className={busy ? 'busy' : state === 'failed' ? 'bad' : ''}>
      {say(state)}
      {busy ? '…' : ''}
    </span>
  );
}

function Found({ check: { report, problem } }: { readonly check: Check }): ReactNode {
  if (problem !== null) return <span className="bad">{problem}</span>;
  if (report === null) return null;
  const count = (severity: string): number =>
    report.findings.filter((finding) => finding.waiver === null && finding.severity === severity).length;
  const [errors, warnings] = [count('error'), count('warning')];
  const waived = report.findings.filter(({ waiver }) => waiver !== null).length;
  return <CountMarks {...{ errors, warnings, waived }} />;
}
