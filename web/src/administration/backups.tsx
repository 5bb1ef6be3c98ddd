import { Alert, App, Button, Empty, Table } from 'antd';
import type { ReactNode } from 'react';
import { reasonOf, useAnswer, useChange } from '../api/calls.ts';
import type { Backup } from '../api/schema.ts';
import { Failed, Waiting } from '../frame/waiting.tsx';
import { useSay } from '../language.tsx';
import { momentText } from '../words/dates.ts';
import { settingWords } from './settingWords.ts';

const every = 3_000;

/** Backups: started here, kept beside the data, taken elsewhere as one file. */
export function BackupsPage(): ReactNode {
  const say = useSay(settingWords);
  const { message } = App.useApp();
  const start = useChange('POST /api/v1/backups');
  const known = useAnswer('GET /api/v1/backups', {}, { refetchInterval: every });
  const running = known.data?.running === true;
  if (known.isPending) return <Waiting />;
  if (known.isLoadingError) return <Failed error={known.error} retry={known.refetch} />;
  const { backups, problem } = known.data;
  const begin = (): void =>
    void start.mutateAsync({}).catch((error: unknown) => void message.error(reasonOf(error)));
  return (
    <>
      <div className="page-head">
        <h1>{say('backups')}</h1>
        <span className="grow" />
        <Button type="primary" loading={running || start.isPending} onClick={begin}>
          {say(running ? 'backingUp' : 'backUp')}
        </Button>
      </div>
      <p className="soft">{say('backupsLead')}</p>
      {problem !== null && <Alert type="error" showIcon role="alert" title={say('backupFailed', problem)} />}
      <section className="panel">
        <Table<Backup>
          size="small"
          rowKey="name"
          dataSource={[...backups]}
          pagination={backups.length > 20 ? { pageSize: 20 } : false}
          scroll={backups.length === 0 ? {} : { x: 900 }}
          locale={{
            emptyText: <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description={say('noBackups')} />,
          }}
          columns={[
            {
              ...{ title: say('madeAt'), width: 160, className: 'numbers' },
              render: (_, { madeAt }) => momentText(madeAt),
            },
            { title: say('backupName'), dataIndex: 'name', className: 'numbers' },
            {
              ...{ title: say('size'), width: 110, align: 'right', className: 'numbers' },
              render: (_, { bytes }) => sizeText(bytes),
            },
            {
              ...{ title: say('rowsKept'), width: 110, align: 'right', className: 'numbers' },
              render: (_, { rows }) => rows.toLocaleString('en-US'),
            },
            {
              title: say('auditEnd'),
              width: 260,
              render: (_, { auditEntries, auditHash }) => (
                <span className="numbers" title={auditHash}>
                  {say('auditAt', auditEntries, auditHash.slice(0, 12))}
                </span>
              ),
            },
            {
              title: <span className="vh">{say('actions')}</span>,
              width: 90,
              render: (_, { name }) => (
                <a href={`/api/v1/backups/${name}`} download aria-label={`${say('download')} ${name}`}>
                  {say('download')}
                </a>
              ),
            },
          ]}
        />
      </section>
    </>
  );
}

const kilobyte = 1024;

function sizeText(bytes: number): string {
  const megabytes = bytes / kilobyte / kilobyte;
  return megabytes >= 1 ? `${megabytes.toFixed(1)} MB` : `${Math.ceil(bytes / kilobyte)} KB`;
}
