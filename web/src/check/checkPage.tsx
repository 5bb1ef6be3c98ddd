import { InboxOutlined } from '@ant-design/icons';
import { Button, Progress, Upload } from 'antd';
import { useMemo, useState, type ReactNode } from 'react';
import { useAnswer } from '../api/calls.ts';
import { DocumentView } from '../document/documentView.tsx';
import { Failed, Waiting } from '../frame/waiting.tsx';
import { useSay } from '../language.tsx';
import { useChecks, type Check } from './checks.ts';
import { Downloads } from './downloads.tsx';
import { FileList } from './fileList.tsx';
import { checkWords } from './words.ts';

const accepted = '.docx,.doc,.wps,.pdf,.xlsx,.xls,.et,.html,.htm,.txt';

/** Drop documents; each is checked by itself. */
export function CheckPage(): ReactNode {
  const say = useSay(checkWords);
  const { all, add, remove } = useChecks();
  const [chosen, setChosen] = useState<string | null>(null);
  const open = all.find(({ key }) => key === chosen);
  if (open !== undefined)
    return (
      <Checked
        check={open}
        onBack={() => {
          setChosen(null);
        }}
      />
    );
  const done = all.filter(({ state }) => state === 'done' || state === 'failed').length;
  return (
    <>
      <div className="page-head">
        <h1>{say('title')}</h1>
        {all.length > 0 && (
          <>
            <span className="soft numbers" role="status">
              {say('progress', done, all.length)}
            </span>
            <Progress
              percent={Math.round((100 * done) / all.length)}
              showInfo={false}
              size="small"
              className="search"
              aria-label={say('state')}
            />
          </>
        )}
      </div>
      <section className={all.length === 0 ? 'drop drop-large' : 'drop'}>
        <Upload.Dragger
          multiple
          accept={accepted}
          showUploadList={false}
          beforeUpload={(file) => {
            add([file]);
            return false;
          }}
        >
          <InboxOutlined className="drop-icon" />
          <p>{say('lead')}</p>
          <p className="soft small">
            {say('formats')}。{say('kept')}
          </p>
        </Upload.Dragger>
      </section>
      {all.length > 0 && (
        <section className="panel">
          <FileList all={all} onOpen={setChosen} onRemove={remove} />
        </section>
      )}
    </>
  );
}

interface CheckedProps {
  readonly check: Check;
  readonly onBack: () => void;
}

/** One checked document with its findings beside it. */
function Checked({ check: { name, job }, onBack }: CheckedProps): ReactNode {
  const say = useSay(checkWords);
  const { data, error, refetch } = useAnswer(
    'GET /api/v1/jobs/{id}/examined',
    { path: { id: job ?? '' } },
    { enabled: job !== null, staleTime: Infinity },
  );
  const findings = useMemo(
    () => (data?.report.findings ?? []).map((finding, i) => ({ key: String(i), finding, waiver: null })),
    [data],
  );
  return (
    <>
      <div className="page-head">
        <Button onClick={onBack}>{say('back')}</Button>
        <h1 className="ellipsis">{name}</h1>
        <span className="grow" />
        {job !== null && <Downloads base={`/api/v1/jobs/${job}`} name={name} />}
      </div>
      {error !== null && <Failed error={error} retry={refetch} />}
      {data === undefined && error === null && <Waiting />}
      {data !== undefined && (
        <div className="document-high">
          <DocumentView examined={data} findings={findings} />
        </div>
      )}
    </>
  );
}
