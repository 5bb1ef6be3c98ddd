import { Button, Modal, Table } from 'antd';
import { useState, type ReactNode } from 'react';
import { useAll, useAnswer } from '../api/calls.ts';
import type {
  BookVersionSummary,
  Difference,
  DisclosureVersionSummary,
  Filing,
  Step,
} from '../api/schema.ts';
import { Asked } from '../frame/waiting.tsx';
import { useSay } from '../language.tsx';
import { momentText } from '../words/dates.ts';
import { shownValue } from '../book/shownValue.ts';
import { bookWords } from '../book/words.ts';
import { filingWords } from './words.ts';

/** What happened, and every version for ever. */
export function History({ filing }: { readonly filing: Filing }): ReactNode {
  const say = useSay(filingWords);
  const path = { id: filing.id };
  const steps = useAll('GET /api/v1/filings/{id}/steps', { path });
  const books = useAll('GET /api/v1/filings/{id}/book/versions', { path });
  const documents = useAll('GET /api/v1/filings/{id}/disclosures', { path });
  const [compared, setCompared] = useState<number | null>(null);
  const when = { title: say('at'), width: 150, className: 'numbers' };
  const who = { title: say('author'), width: 180 };
  const made = versionColumns(say);
  return (
    <Asked all={[steps, books, documents]}>
      <section className="panel">
        <h2>{say('steps')}</h2>
        <Table<Step>
          size="small"
          rowKey="id"
          pagination={false}
          dataSource={[...(steps.data ?? [])].reverse()}
          locale={{ emptyText: say('notYet') }}
          columns={[
            { ...when, render: (_, { at }) => momentText(at) },
            { ...who, dataIndex: 'actorName' },
            { title: say('step'), width: 160, render: (_, { action }) => stepWords(action, say) },
            { title: say('why'), dataIndex: 'comment' },
          ]}
        />
      </section>
      <section className="panel">
        <h2>{say('documentVersions')}</h2>
        <Table<DisclosureVersionSummary>
          size="small"
          rowKey="version"
          pagination={false}
          dataSource={[...(documents.data ?? [])]}
          locale={{ emptyText: say('notYet') }}
          columns={[
            ...made,
            { title: say('verdict'), width: 160, render: (_, { verdict }) => say(verdict) },
            { title: say('why'), dataIndex: 'reason' },
          ]}
        />
      </section>
      <section className="panel">
        <h2>{say('bookVersions')}</h2>
        <Table<BookVersionSummary>
          size="small"
          rowKey="version"
          pagination={(books.data ?? []).length > 20 ? { pageSize: 20 } : false}
          dataSource={[...(books.data ?? [])]}
          locale={{ emptyText: say('notYet') }}
          columns={[
            ...made,
            {
              title: say('verdict'),
              width: 160,
              render: (_, { problems }) => (problems === 0 ? '✓' : say('problems', problems)),
            },
            { title: say('why'), dataIndex: 'reason' },
            {
              title: <span className="vh">{say('compare')}</span>,
              width: 150,
              render: (_, { version }) =>
                version > 1 ? (
                  <Button
                    size="small"
                    onClick={() => {
                      setCompared(version);
                    }}
                  >
                    {say('compare')}
                  </Button>
                ) : null,
            },
          ]}
        />
      </section>
      {compared !== null && (
        <Differences
          filing={filing}
          to={compared}
          onClose={() => {
            setCompared(null);
          }}
        />
      )}
    </Asked>
  );
}

interface Made {
  readonly version: number;
  readonly createdAt: string;
  readonly authorName: string;
}

/** Which version, when and by whom: the same of books and documents. */
function versionColumns(say: ReturnType<typeof useSay<typeof filingWords>>) {
  return [
    { title: say('versionNumber'), width: 90, dataIndex: 'version', className: 'numbers' },
    {
      ...{ title: say('at'), width: 150, className: 'numbers' },
      render: (_: unknown, { createdAt }: Made) => momentText(createdAt),
    },
    { title: say('author'), width: 180, dataIndex: 'authorName' },
  ];
}

function stepWords(action: string, say: ReturnType<typeof useSay<typeof filingWords>>): string {
  return action in filingWords ? say(action as keyof typeof filingWords) : action;
}

interface DifferencesProps {
  readonly filing: Filing;
  readonly to: number;
  readonly onClose: () => void;
}

function Differences({ filing, to, onClose }: DifferencesProps): ReactNode {
  const say = useSay(filingWords);
  const { data, isPending } = useAnswer('GET /api/v1/filings/{id}/book/differences', {
    path: { id: filing.id },
    query: { from: to - 1, to },
  });
  return (
    <Modal open title={say('differences', to - 1, to)} footer={null} onCancel={onClose} width={900}>
      <DifferenceTable all={data ?? []} loading={isPending} />
    </Modal>
  );
}

interface DifferenceTableProps {
  readonly all: readonly Difference[];
  readonly loading?: boolean;
}

/** Places with what stood there and what stands there now. */
function DifferenceTable({ all, loading = false }: DifferenceTableProps): ReactNode {
  const say = useSay(filingWords);
  const sayBook = useSay(bookWords);
  const shown = (path: string, value: unknown): string =>
    value === undefined ? '—' : shownValue(path, value, sayBook);
  return (
    <Table<Difference>
      size="small"
      rowKey="path"
      loading={loading}
      dataSource={[...all]}
      pagination={all.length > 20 ? { pageSize: 20 } : false}
      locale={{ emptyText: say('noDifference') }}
      columns={[
        { title: say('place'), dataIndex: 'words', width: '40%', className: 'wrap' },
        { title: say('before'), className: 'wrap', render: (_, { path, before }) => shown(path, before) },
        { title: say('after'), className: 'wrap', render: (_, { path, after }) => shown(path, after) },
      ]}
    />
  );
}
