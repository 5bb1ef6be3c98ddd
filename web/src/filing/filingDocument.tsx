import { useQueryClient } from '@tanstack/react-query';
import { Alert, App, Button, Dropdown, Empty, Select, Upload } from 'antd';
import { useState, type ReactNode } from 'react';
import { api, reasonOf, useAll, useAnswer } from '../api/calls.ts';
import type { Filing, Job } from '../api/schema.ts';
import { Downloads } from '../check/downloads.tsx';
import { useSay } from '../language.tsx';
import { useSelf } from '../session/sessionGate.tsx';
import { momentText } from '../words/dates.ts';
import { jobEnd } from '../words/jobs.ts';
import { LiveDocument } from './liveDocument.tsx';
import { VersionDocument } from './versionDocument.tsx';
import { filingWords } from './words.ts';

/** The document as it will be published, with its findings. */
export function FilingDocument({ filing }: { readonly filing: Filing }): ReactNode {
  const say = useSay(filingWords);
  const { has } = useSelf();
  const mayMake = filing.state === 'drafting' && has('preparer');
  const mayLive = mayMake && filing.bookVersion > 0;
  // 0: the book as it is now, composed at each look.
  const [version, setVersion] = useState<number | null>(mayLive ? 0 : null);
  const shown = version ?? filing.disclosureVersion;
  const isLive = mayLive && shown === 0;
  return (
    <>
      <div className="toolbar">
        {(filing.disclosureVersion > 0 || mayLive) && (
          <Versions filing={filing} shown={shown} withLive={mayLive} onShow={setVersion} />
        )}
        <span className="grow" />
        {shown > 0 && <Take filing={filing} version={shown} />}
        {mayMake && (
          <Make
            filing={filing}
            onMade={() => {
              setVersion(filing.disclosureVersion + 1);
            }}
          />
        )}
      </div>
      {isLive && <LiveDocument filing={filing} />}
      {!isLive && shown === 0 && (
        <section className="panel">
          <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description={say('noDocument')} />
        </section>
      )}
      {shown > 0 && <VersionDocument key={shown} filing={filing} version={shown} />}
    </>
  );
}

interface VersionsProps {
  readonly filing: Filing;
  readonly shown: number;
  readonly withLive: boolean;
  readonly onShow: (version: number) => void;
}

function Versions({ filing, shown, withLive, onShow }: VersionsProps): ReactNode {
  const say = useSay(filingWords);
  const { data = [] } = useAll('GET /api/v1/filings/{id}/disclosures', { path: { id: filing.id } });
  const options = [
    ...(withLive ? [{ value: 0, label: say('live', filing.bookVersion) }] : []),
    ...data.map(({ version, authorName, createdAt }) => ({
      value: version,
      label: `${say('version', version)} · ${authorName} · ${momentText(createdAt)}`,
    })),
  ];
  const current = data.find((each) => each.version === shown);
  const isStale =
    shown > 0 &&
    shown === filing.disclosureVersion &&
    current?.bookVersion != null &&
    current.bookVersion < filing.bookVersion;
  return (
    <>
      <Select
        value={shown}
        options={options}
        onChange={onShow}
        className="version"
        aria-label={say('documentVersions')}
      />
      {isStale && <Alert type="warning" showIcon title={say('stale')} className="slim" />}
    </>
  );
}

function Take({ filing, version }: { readonly filing: Filing; readonly version: number }): ReactNode {
  const say = useSay(filingWords);
  const base = `/api/v1/filings/${filing.id}/disclosures/${version}`;
  const { data: files = [] } = useAnswer('GET /api/v1/filings/{id}/disclosures/{version}/files', {
    path: { id: filing.id, version },
  });
  const formats = [
    ['docx', say('asWord')],
    ['pdf', say('asPdf')],
    ['xlsx', say('asExcel')],
    ['html', say('asHtml')],
    ['datapackage', say('asData')],
  ] as const;
  const items = formats.map(([format, words]) => ({
    key: format,
    label: (
      <a href={`${base}/documents/${format}`} download>
        {words}
      </a>
    ),
  }));
  return (
    <>
      <Downloads base={base} name={files[0]?.name ?? null} />
      <Dropdown menu={{ items }} trigger={['click']}>
        <Button>{say('take')}</Button>
      </Dropdown>
    </>
  );
}

/** Composes or uploads the next version, which is checked at once. */
function Make({ filing, onMade }: { readonly filing: Filing; readonly onMade: () => void }): ReactNode {
  const say = useSay(filingWords);
  const queries = useQueryClient();
  const { message } = App.useApp();
  const [busy, setBusy] = useState(false);
  const path = { id: filing.id };
  const make = async (start: () => Promise<Job>): Promise<void> => {
    setBusy(true);
    try {
      const job = await start();
      const end = await jobEnd(job.id, () => undefined);
      if (end.problem !== null) void message.error(say('failed', end.problem));
      else onMade();
    } catch (error) {
      void message.error(reasonOf(error));
    }
    setBusy(false);
    await queries.invalidateQueries();
  };
  const compose = async (): Promise<Job> =>
    (await api.call('POST /api/v1/filings/{id}/disclosures', { path, body: { from: 'book' } })).data;
  const upload = async (file: File): Promise<Job> => {
    const { data } = await api.call('POST /api/v1/files', { query: { name: file.name }, bytes: file });
    const files = [{ id: data.id, name: data.name }];
    return (await api.call('POST /api/v1/filings/{id}/disclosures', { path, body: { from: 'files', files } }))
      .data;
  };
  return (
    <>
      <Upload
        showUploadList={false}
        beforeUpload={(file) => {
          void make(() => upload(file));
          return false;
        }}
      >
        <Button disabled={busy}>{say('upload')}</Button>
      </Upload>
      <Button type="primary" loading={busy} onClick={() => void make(compose)}>
        {busy ? say('composing') : say('compose')}
      </Button>
    </>
  );
}
