import { useInfiniteQuery, useMutation } from '@tanstack/react-query';
import { Alert, Button, Table } from 'antd';
import type { ReactNode } from 'react';
import { api, reasonOf } from '../api/calls.ts';
import type { AuditRecord, AuditVerdict } from '../api/schema.ts';
import { Failed, Waiting } from '../frame/waiting.tsx';
import { useLanguage, useSay, type Say } from '../language.tsx';
import { momentText } from '../words/dates.ts';
import { detailText } from './auditDetails.ts';
import { auditActions, auditKinds } from './auditWords.ts';
import { adminWords } from './words.ts';

/** What everybody did, newest first; nobody can change it here. */
export function AuditPage(): ReactNode {
  const say = useSay(adminWords);
  const { language } = useLanguage();
  const log = useInfiniteQuery({
    queryKey: ['audit'],
    queryFn: async ({ pageParam }: { pageParam: string | null }) => {
      const query = { limit: 100, ...(pageParam === null ? {} : { after: pageParam }) };
      return (await api.call('GET /api/v1/audit', { query })).data;
    },
    initialPageParam: null,
    getNextPageParam: ({ next }) => next,
  });
  const verify = useMutation({
    mutationFn: async () => (await api.call('GET /api/v1/audit/verification', {})).data,
  });
  if (log.isPending) return <Waiting />;
  if (log.isLoadingError) return <Failed error={log.error} retry={log.refetch} />;
  const at = language === 'zh' ? 0 : 1;
  const records = log.data.pages.flatMap(({ items }) => items);
  return (
    <>
      <div className="page-head">
        <h1>{say('audit')}</h1>
        <span className="grow" />
        <Button
          onClick={() => {
            verify.mutate();
          }}
          loading={verify.isPending}
        >
          {say('verify')}
        </Button>
      </div>
      {verify.data !== undefined && <Verdict verdict={verify.data} say={say} />}
      {verify.error !== null && <Alert type="error" showIcon title={reasonOf(verify.error)} />}
      <section className="panel">
        <Table<AuditRecord>
          size="small"
          rowKey="number"
          dataSource={records}
          pagination={false}
          scroll={{ x: 900 }}
          columns={[
            { title: say('number'), dataIndex: 'number', width: 80, align: 'right', className: 'numbers' },
            {
              title: say('at'),
              width: 160,
              className: 'numbers',
              render: (_, record) => momentText(record.at),
            },
            {
              title: say('actor'),
              width: 160,
              className: 'wrap',
              render: (_, { actor, actorName }) => actorName ?? actor ?? <i>{say('nobody')}</i>,
            },
            {
              title: say('action'),
              width: 160,
              render: (_, { action }) => <span title={action}>{auditActions[action]?.[at] ?? action}</span>,
            },
            {
              title: say('object'),
              ellipsis: true,
              render: (_, record) => <span title={record.object}>{objectText(record, at)}</span>,
            },
            {
              title: say('details'),
              ellipsis: true,
              render: (_, { details }) => {
                const words = detailText(details, at);
                return <span title={words}>{words}</span>;
              },
            },
          ]}
        />
        {log.hasNextPage && (
          <p>
            <Button onClick={() => void log.fetchNextPage()} loading={log.isFetchingNextPage}>
              {say('more')}
            </Button>
          </p>
        )}
      </section>
    </>
  );
}

/** 预算 示例部门 2026: what kind of thing, and its name where it has one. */
function objectText({ object, objectName }: AuditRecord, at: 0 | 1): string {
  const [kind = '', ...rest] = object.split(':');
  const words = auditKinds[kind]?.[at];
  return words === undefined ? object : `${words} ${objectName ?? rest.join(':').replace(serial, '$1')}`;
}

/** A number that only the database knows: its beginning tells tasks apart, the rest stands in the hint. */
const serial = /^([0-9a-f]{8})-[0-9a-f-]{27}$/;

interface VerdictProps {
  readonly verdict: AuditVerdict;
  readonly say: Say<keyof typeof adminWords>;
}

function Verdict({ verdict: { entries, hash, broken }, say }: VerdictProps): ReactNode {
  if (broken === null)
    return <Alert type="success" showIcon title={say('intact', entries, hash)} role="status" />;
  const words = broken.reason === 'altered' ? say('broken', broken.number) : say('missing', broken.number);
  return <Alert type="error" showIcon title={words} role="alert" />;
}
