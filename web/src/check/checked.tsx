import { App, Button } from 'antd';
import { useEffect, useMemo, type ReactNode } from 'react';
import { reasonOf, useAnswer, useChange } from '../api/calls.ts';
import type { Report } from '../api/schema.ts';
import { DocumentView } from '../document/documentView.tsx';
import type { Listed, Waived } from '../document/listed.ts';
import { Pager } from '../frame/pager.tsx';
import { Failed, Waiting } from '../frame/waiting.tsx';
import { useSay } from '../language.tsx';
import { Downloads } from './downloads.tsx';
import { checkWords } from './words.ts';

interface CheckedProps {
  readonly job: string;
  /** Null where the list of files does not know it. */
  readonly name: string | null;
  /** The checks that can be gone through. */
  readonly all: readonly string[];
  readonly onOpen: (job: string) => void;
  readonly onBack: () => void;
  readonly onReport: (report: Report) => void;
}

/** One checked document with its findings beside it. */
export function Checked({ job, name, all, onOpen, onBack, onReport }: CheckedProps): ReactNode {
  const say = useSay(checkWords);
  const path = { id: job };
  const { data, error, refetch } = useAnswer(
    'GET /api/v1/jobs/{id}/examined',
    { path },
    { staleTime: Infinity },
  );
  const title = name ?? data?.report.file ?? '';
  useEffect(() => {
    if (data !== undefined) onReport(data.report);
  }, [data]);
  return (
    <>
      <div className="page-head">
        <Button onClick={onBack}>{say('back')}</Button>
        <h1 className="ellipsis" title={title}>
          {title}
        </h1>
        <span className="grow" />
        <Downloads
          base={`/api/v1/jobs/${job}`}
          name={title}
          hasWaivers={data?.report.findings.some(({ waiver }) => waiver !== null) === true}
        />
        <Pager all={all} current={job} onGo={onOpen} />
      </div>
      {error !== null && <Failed error={error} retry={refetch} />}
      {data === undefined && error === null && <Waiting />}
      {data !== undefined && (
        <div className="document-high">
          <Shown job={job} examined={data} />
        </div>
      )}
    </>
  );
}

interface ShownProps {
  readonly job: string;
  readonly examined: Parameters<typeof DocumentView>[0]['examined'];
}

function Shown({ job, examined }: ShownProps): ReactNode {
  const { message } = App.useApp();
  const waive = useChange('POST /api/v1/jobs/{id}/waivers');
  const revoke = useChange('DELETE /api/v1/jobs/{id}/waivers/{position}');
  const findings = useMemo(() => examined.report.findings.map(listed), [examined]);
  const told = (error: unknown): void => void message.error(reasonOf(error));
  const onWaive = async ({ key }: Listed, { reason, expires }: Waived): Promise<void> => {
    const body = { finding: Number(key), reason, expires };
    await waive.mutateAsync({ path: { id: job }, body });
  };
  const isPdf = /\.pdf$/i.test(examined.report.file);
  return (
    <DocumentView
      examined={examined}
      findings={findings}
      pages={isPdf ? { kind: 'job', job, position: 0 } : null}
      onWaive={onWaive}
      onRevoke={({ key }) =>
        void revoke.mutateAsync({ path: { id: job, position: Number(key) } }).catch(told)
      }
    />
  );
}

function listed(finding: ShownProps['examined']['report']['findings'][number], i: number): Listed {
  const key = String(i);
  return { key, finding, waiver: finding.waiver === null ? null : { id: key, ...finding.waiver } };
}
