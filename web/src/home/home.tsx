import { PlusOutlined } from '@ant-design/icons';
import { Alert, Button } from 'antd';
import { useState, type ReactNode } from 'react';
import { Link, Navigate } from 'react-router';
import { useAll } from '../api/calls.ts';
import { workRoles } from '../frame/frame.tsx';
import { Failed, Waiting } from '../frame/waiting.tsx';
import { useSay } from '../language.tsx';
import { useSelf } from '../session/sessionGate.tsx';
import { BeginFiling } from './beginFiling.tsx';
import { Board, FilingTable } from './board.tsx';
import { standings, useFilings } from './filings.ts';
import { Tasks } from './tasks.tsx';
import { homeWords } from './words.ts';

/** The first page: administrators go to their work, everybody else sees what waits for them. */
export function Home(): ReactNode {
  const { has } = useSelf();
  const say = useSay(homeWords);
  if (has(...workRoles)) return <Work />;
  if (has('systemAdministrator')) return <Navigate to="/organisation" replace />;
  if (has('securityAdministrator')) return <Navigate to="/users" replace />;
  if (has('auditAdministrator')) return <Navigate to="/audit" replace />;
  return <Alert type="info" showIcon title={say('noRights')} />;
}

function Work(): ReactNode {
  const say = useSay(homeWords);
  const { session, has } = useSelf();
  const filings = useFilings();
  const tasks = useAll('GET /api/v1/tasks', {}, { refetchInterval: 60_000 });
  const counts = useAll('GET /api/v1/finding-counts', {}, { refetchInterval: 60_000 });
  const [beginning, setBeginning] = useState(false);
  if (filings.isPending || tasks.isPending) return <Waiting />;
  if (tasks.isLoadingError) return <Failed error={tasks.error} retry={tasks.refetch} />;
  if (filings.isLoadingError) return <Failed error={filings.error} retry={filings.refetch} />;
  const found = counts.data ?? [];
  const reviews = has('departmentReviewer', 'financeReviewer', 'approver', 'publisher');
  const all = standings(filings.data, found);
  const waiting = standings(tasks.data, found);
  return (
    <>
      <div className="page-head">
        <h1>{say('hello', session.user.name)}</h1>
        <span className="grow" />
        <Link to="/check" className="ant-btn-like">
          {say('doCheck')}
        </Link>
        {has('preparer', 'departmentReviewer') && (
          <Button
            type="primary"
            icon={<PlusOutlined />}
            onClick={() => {
              setBeginning(true);
            }}
          >
            {say('begin')}
          </Button>
        )}
      </div>
      <section className="panel">
        <h2>
          {say('tasks')} <span className="count numbers">{waiting.length}</span>
        </h2>
        <Tasks all={waiting} />
      </section>
      <section className="panel">
        <h2>{reviews ? say('board') : say('mine')}</h2>
        {reviews ? <Board all={all} /> : <FilingTable all={all} empty={say('noneAsPreparer')} />}
      </section>
      <BeginFiling
        open={beginning}
        onClose={() => {
          setBeginning(false);
        }}
      />
    </>
  );
}
