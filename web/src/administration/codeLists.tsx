import { Alert, App, Button, Popconfirm, Table, Upload } from 'antd';
import { useState, type ReactNode } from 'react';
import { useQueryClient } from '@tanstack/react-query';
import { api, reasonOf, useAnswer, useChange } from '../api/calls.ts';
import type { CodeListDifference, CodeListSummary } from '../api/schema.ts';
import { Dialogue } from '../frame/dialogue.tsx';
import { Failed, Waiting } from '../frame/waiting.tsx';
import { useSay } from '../language.tsx';
import { settingWords } from './settingWords.ts';

interface Read {
  readonly file: File;
  readonly differences: readonly CodeListDifference[];
}

/** The lists of 政府收支分类科目 by year; an official one is taken in after its differences were seen. */
export function CodeListsPage(): ReactNode {
  const say = useSay(settingWords);
  const { message } = App.useApp();
  const lists = useAnswer('GET /api/v1/code-lists', {});
  const [read, setRead] = useState<Read | null>(null);
  const [reading, setReading] = useState(false);
  if (lists.isPending) return <Waiting />;
  if (lists.isLoadingError) return <Failed error={lists.error} retry={lists.refetch} />;
  const look = async (file: File): Promise<void> => {
    setReading(true);
    try {
      const { data } = await api.call('POST /api/v1/code-lists', { query: {}, bytes: file });
      setRead({ file, differences: data });
    } catch (error) {
      void message.error(reasonOf(error), 8);
    }
    setReading(false);
  };
  return (
    <>
      <div className="page-head">
        <h1>{say('codes')}</h1>
        <span className="grow" />
        <Upload
          accept=".xlsx,.txt,.tsv,.csv,.json"
          showUploadList={false}
          beforeUpload={(file) => {
            void look(file);
            return false;
          }}
        >
          <Button loading={reading}>{say('importCodes')}</Button>
        </Upload>
      </div>
      <p className="soft">{say('codesLead')}</p>
      <section className="panel">
        <Table<CodeListSummary>
          size="small"
          rowKey={({ axis, year }) => `${axis} ${year ?? ''}`}
          dataSource={[...lists.data]}
          pagination={false}
          scroll={{ x: 780 }}
          columns={[
            { title: say('axis'), width: 240, render: (_, { axis }) => say(axis) },
            {
              ...{ title: say('year'), width: 160, className: 'numbers' },
              render: (_, { year }) => year ?? say('everyYear'),
            },
            { title: say('items'), dataIndex: 'items', width: 120, align: 'right', className: 'numbers' },
            {
              title: say('origin'),
              width: 260,
              render: (_, list) => <ListOrigin list={list} />,
            },
          ]}
        />
      </section>
      {read !== null && (
        <Differences
          read={read}
          onClose={() => {
            setRead(null);
          }}
        />
      )}
    </>
  );
}

function ListOrigin({ list: { axis, year, official } }: { readonly list: CodeListSummary }): ReactNode {
  const say = useSay(settingWords);
  const { message } = App.useApp();
  const remove = useChange('DELETE /api/v1/code-lists/{axis}/{year}');
  if (!official || year === null) return <span className="soft">{say('shippedCodes')}</span>;
  return (
    <Popconfirm
      title={say('removeSure', `${say(axis)} ${year}`)}
      okText={say('yes')}
      cancelText={say('cancel')}
      onConfirm={() =>
        void remove
          .mutateAsync({ path: { axis, year } })
          .catch((error: unknown) => void message.error(reasonOf(error)))
      }
    >
      {say('official')}{' '}
      <Button size="small" loading={remove.isPending}>
        {say('remove')}
      </Button>
    </Popconfirm>
  );
}

interface DifferencesProps {
  readonly read: Read;
  readonly onClose: () => void;
}

function Differences({ read: { file, differences }, onClose }: DifferencesProps): ReactNode {
  const say = useSay(settingWords);
  const { message } = App.useApp();
  const queries = useQueryClient();
  const [saving, setSaving] = useState(false);
  const confirm = async (): Promise<void> => {
    setSaving(true);
    try {
      await api.call('POST /api/v1/code-lists', { query: { confirm: 'true' }, bytes: file });
      await queries.invalidateQueries();
      onClose();
    } catch (error) {
      void message.error(reasonOf(error));
    }
    setSaving(false);
  };
  return (
    <Dialogue
      width={860}
      title={file.name}
      okText={say('useIt')}
      cancelText={say('cancel')}
      onCancel={onClose}
      onOk={() => void confirm()}
      confirmLoading={saving}
    >
      {differences.map((each) => (
        <section key={`${each.axis} ${each.year}`} className="code-difference">
          <h3>
            {say(each.axis)} <span className="numbers">{each.year}</span>
          </h3>
          <Alert
            type={each.removed.length > each.items / 2 ? 'warning' : 'info'}
            showIcon
            title={say(
              'difference',
              each.items,
              each.same,
              each.added.length,
              each.renamed.length,
              each.removed.length,
            )}
          />
          <Items title={say('added')} all={each.added.map(({ code, name }) => `${code} ${name}`)} />
          <Items
            title={say('renamed')}
            all={each.renamed.map(({ code, name, before }) => `${code} ${before} → ${name}`)}
          />
          <Items title={say('removed')} all={each.removed.map(({ code, name }) => `${code} ${name}`)} />
        </section>
      ))}
    </Dialogue>
  );
}

function Items({ title, all }: { readonly title: string; readonly all: readonly string[] }): ReactNode {
  if (all.length === 0) return null;
  return (
    <details>
      <summary>
        {title} <span className="numbers">{all.length}</span>
      </summary>
      <ul className="plain-list code-items numbers">
        {all.map((item) => (
          <li key={item}>{item}</li>
        ))}
      </ul>
    </details>
  );
}
