import { InboxOutlined } from '@ant-design/icons';
import { Progress, Upload } from 'antd';
import type { ReactNode } from 'react';
import { useNavigate, useParams } from 'react-router';
import { useSay } from '../language.tsx';
import { Checked } from './checked.tsx';
import { useChecks } from './checks.ts';
import { FileList } from './fileList.tsx';
import { checkWords } from './words.ts';

const accepted = '.docx,.doc,.wps,.pdf,.xlsx,.xls,.et,.html,.htm,.txt';

/** Drop documents; each is checked by itself. */
export function CheckPage(): ReactNode {
  const say = useSay(checkWords);
  const go = useNavigate();
  const { job } = useParams();
  const { all, add, remove, renew } = useChecks();
  const open = (id: string): void => void go(`/check/${id}`);
  if (job !== undefined) {
    const check = all.find((each) => each.job === job);
    const readable = all.flatMap((each) =>
      each.job !== null && each.report !== null && each.report.verdict !== 'unreadable' ? [each.job] : [],
    );
    return (
      <Checked
        key={job}
        job={job}
        name={check?.name ?? null}
        all={readable}
        onOpen={open}
        onBack={() => void go('/check')}
        onReport={(report) => {
          if (check !== undefined) renew(check.key, report);
        }}
      />
    );
  }
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
            {say('formats')}
            <br />
            {say('kept')}
          </p>
        </Upload.Dragger>
      </section>
      {all.length > 0 && (
        <section className="panel">
          <FileList all={all} onOpen={open} onRemove={remove} />
        </section>
      )}
    </>
  );
}
