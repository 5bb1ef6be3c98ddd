import { ArrowLeftOutlined } from '@ant-design/icons';
import { Tabs } from 'antd';
import { lazy, Suspense, type ReactNode } from 'react';
import { Link, useNavigate, useParams } from 'react-router';
import { useAll, useAnswer } from '../api/calls.ts';
import { Pager } from '../frame/pager.tsx';
import { Asked, Failed, Waiting } from '../frame/waiting.tsx';
import { Deadline, nameOf, StageTrack } from '../home/marks.tsx';
import { keptQueue } from '../home/queue.ts';
import { homeWords } from '../home/words.ts';
import { useSay } from '../language.tsx';
import { Actions } from './actions.tsx';
import { Comments } from './comments.tsx';
import { FilingDocument } from './filingDocument.tsx';
import { CompareVersions } from './compareVersions.tsx';
import { History } from './history.tsx';
import { Publication } from './publication.tsx';
import { ReaderQuestions } from './readerQuestions.tsx';
import { SentBack } from './sentBack.tsx';
import { filingWords } from './words.ts';

const BookEditor = lazy(async () => ({ default: (await import('../book/bookEditor.tsx')).BookEditor }));

/** One budget on its way from preparing to the public. */
export function FilingPage(): ReactNode {
  const { id = '', part } = useParams();
  const go = useNavigate();
  const say = useSay(filingWords);
  const homeSay = useSay(homeWords);
  const path = { id };
  const filing = useAnswer('GET /api/v1/filings/{id}', { path }, { refetchInterval: 20_000 });
  const comments = useAll('GET /api/v1/filings/{id}/comments', { path });
  const questions = useAll('GET /api/v1/filings/{id}/questions', { path });
  if (filing.isPending) return <Waiting />;
  if (filing.isLoadingError) return <Failed error={filing.error} retry={filing.refetch} />;
  const { data } = filing;
  const queue = keptQueue();
  const said = [...(comments.data ?? []), ...(questions.data ?? [])];
  const open = said.filter(({ resolvedAt }) => resolvedAt === null).length;
  const tabs = [
    ...(data.bookVersion > 0 ? [{ key: 'book', label: say('book') }] : []),
    { key: 'document', label: say('document') },
    { key: 'comments', label: open === 0 ? say('comments') : `${say('comments')} ${open}` },
    ...(data.disclosureVersion > 1 ? [{ key: 'compare', label: say('compareTab') }] : []),
    ...(data.disclosureVersion > 0 ? [{ key: 'publication', label: say('publication') }] : []),
    { key: 'history', label: say('history') },
  ];
  const first = data.bookVersion > 0 && data.state === 'drafting' ? 'book' : 'document';
  // The queue leads to the same part of the next filing, which need not have it.
  const active = tabs.find(({ key }) => key === part)?.key ?? first;
  return (
    <div className="filing">
      <div className="page-head filing-head">
        <div>
          <h1>
            <Link
              to={`/${queue.list}`}
              className="back-link"
              aria-label={say('toList')}
              title={say('toList')}
            >
              <ArrowLeftOutlined />
            </Link>
            {nameOf(data)}
          </h1>
          <div className="filing-facts">
            <span className="numbers">
              {data.year} {homeSay(data.stage)}
            </span>
            <StageTrack filing={data} />
            {data.dueOn !== null && <Deadline filing={data} />}
          </div>
        </div>
        <span className="grow" />
        <Actions filing={data} />
        <Pager
          all={queue.filings}
          current={id}
          onGo={(next) => void go(part === undefined ? `/filings/${next}` : `/filings/${next}/${part}`)}
        />
      </div>
      <SentBack filing={data} />
      <Tabs
        activeKey={active}
        items={tabs}
        size="small"
        onChange={(key) => void go(`/filings/${id}/${key}`, { replace: true })}
      />
      {active === 'book' && (
        <Suspense fallback={<Waiting />}>
          <BookEditor filing={data} />
        </Suspense>
      )}
      {active === 'document' && <FilingDocument key={id} filing={data} />}
      {active === 'compare' && <CompareVersions key={id} filing={data} />}
      {active === 'publication' && <Publication key={id} filing={data} />}
      {active === 'comments' && (
        <Asked all={[comments, questions]}>
          <>
            <ReaderQuestions filing={data} all={questions.data ?? []} />
            <Comments filing={data} all={comments.data ?? []} />
          </>
        </Asked>
      )}
      {active === 'history' && <History filing={data} />}
    </div>
  );
}
