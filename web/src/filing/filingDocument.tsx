import { useQueryClient } from '@tanstack/react-query';
import { Alert, App, Button, Dropdown, Empty, Select, Upload } from 'antd';
import { useMemo, useState, type ReactNode } from 'react';
import { api, reasonOf, useAnswer, useChange } from '../api/calls.ts';
import type { Filing, FindingRecord, Job } from '../api/schema.ts';
import { Downloads } from '../check/downloads.tsx';
import type { Place } from '../document/disclosure.ts';
import { DocumentView } from '../document/documentView.tsx';
import type { Listed } from '../document/findingsPanel.tsx';
import { Failed, Waiting } from '../frame/waiting.tsx';
import { useSay } from '../language.tsx';
import { useSelf } from '../session/sessionGate.tsx';
import { momentText } from '../words/dates.ts';
import { jobEnd } from '../words/jobs.ts';
import { WriteComment } from './comments.tsx';
import { filingWords } from './words.ts';

/** The document as it will be published, with its findings. */
export function FilingDocument({ filing }: { readonly filing: Filing }): ReactNode {
  const say = useSay(filingWords);
  const { has } = useSelf();
  const [version, setVersion] = useState<number | null>(null);
  const shown = version ?? filing.disclosureVersion;
  const mayMake = filing.state === 'drafting' && has('preparer');
  return (
    <>
      <div className="toolbar">
        {filing.disclosureVersion > 0 && <Versions filing={filing} shown={shown} onShow={setVersion} />}
        <span className="grow" />
        {shown > 0 && <Take filing={filing} version={shown} />}
        {mayMake && (
          <Make
            filing={filing}
            onMade={() => {
              setVersion(null);
            }}
          />
        )}
      </div>
      {shown === 0 ? (
        <section className="panel">
          <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description={say('noDocument')} />
        </section>
      ) : (
        <Shown filing={filing} version={shown} />
      )}
    </>
  );
}

interface VersionsProps {
  readonly filing: Filing;
  readonly shown: number;
  readonly onShow: (version: number) => void;
}

function Versions({ filing, shown, onShow }: VersionsProps): ReactNode {
  const say = useSay(filingWords);
  const { data = [] } = useAnswer('GET /api/v1/filings/{id}/disclosures', { path: { id: filing.id } });
  const options = data.map(({ version, authorName, createdAt }) => ({
    value: version,
    label: `${say('version', version)} · ${authorName} · ${momentText(createdAt)}`,
  }));
  const current = data.find((each) => each.version === shown);
  const isStale =
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
  ] as const;
  const items = formats.map(([format, label]) => ({
    key: format,
    label: (
      <a href={`${base}/documents/${format}`} download>
        {label}
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

function Shown({ filing, version }: { readonly filing: Filing; readonly version: number }): ReactNode {
  const { has } = useSelf();
  const { message } = App.useApp();
  const path = { id: filing.id, version };
  const examined = useAnswer(
    'GET /api/v1/filings/{id}/disclosures/{version}',
    { path },
    { staleTime: Infinity },
  );
  const records = useAnswer('GET /api/v1/filings/{id}/disclosures/{version}/findings', { path });
  const waive = useChange('POST /api/v1/filings/{id}/waivers');
  const revoke = useChange('DELETE /api/v1/filings/{id}/waivers/{waiver}');
  const [place, setPlace] = useState<Place | null>(null);
  const findings = useMemo(() => (records.data ?? []).map(listed), [records.data]);
  if (examined.isPending || records.isPending) return <Waiting />;
  if (examined.error !== null) return <Failed error={examined.error} retry={examined.refetch} />;
  const told = (error: unknown): void => void message.error(reasonOf(error));
  const mayWaive = has('departmentReviewer', 'financeReviewer') && version === filing.disclosureVersion;
  const onWaive = async ({ key }: Listed, reason: string): Promise<void> => {
    const fingerprint = records.data?.find(({ number }) => String(number) === key)?.fingerprint ?? '';
    await waive.mutateAsync({ path: { id: filing.id }, body: { version, fingerprint, reason } }).catch(told);
  };
  const onRevoke = ({ waiver }: Listed): void => {
    if (waiver !== null) void revoke.mutateAsync({ path: { id: filing.id, waiver: waiver.id } }).catch(told);
  };
  return (
    <div className="document-low">
      <DocumentView
        examined={examined.data}
        findings={findings}
        onComment={setPlace}
        {...(mayWaive ? { onWaive, onRevoke } : {})}
      />
      {place !== null && (
        <WriteComment
          filing={filing}
          place={place}
          onClose={() => {
            setPlace(null);
          }}
        />
      )}
    </div>
  );
}

function listed({ number, finding, waiver }: FindingRecord): Listed {
  return { key: String(number), finding, waiver };
}
