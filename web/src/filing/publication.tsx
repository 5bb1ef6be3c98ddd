import { Alert, Segmented } from 'antd';
import { useState, type ReactNode } from 'react';
import { useAll, useAnswer } from '../api/calls.ts';
import type { Filing } from '../api/schema.ts';
import { Asked, Failed, Waiting } from '../frame/waiting.tsx';
import { useSay } from '../language.tsx';
import { demandsOf, type Demand } from './checklist.ts';
import { filingWords } from './words.ts';

const formats = ['portal', 'pdf', 'html', 'docx', 'xlsx', 'datapackage'] as const;
type Format = (typeof formats)[number];

/** What the rules demand, and what the public will see, before it does. */
export function Publication({ filing }: { readonly filing: Filing }): ReactNode {
  const say = useSay(filingWords);
  const [format, setFormat] = useState<Format>('portal');
  const labels: Readonly<Record<Format, string>> = {
    portal: say('asPortal'),
    pdf: say('asPdf'),
    html: say('asHtml'),
    docx: say('asWord'),
    xlsx: say('asExcel'),
    datapackage: say('asData'),
  };
  return (
    <div className="publication">
      <Checklist filing={filing} />
      <section className="panel preview" aria-label={say('preview')}>
        <div className="toolbar">
          <h2>{say('preview')}</h2>
          <Segmented<Format>
            value={format}
            aria-label={say('preview')}
            options={formats.map((value) => ({ value, label: labels[value] }))}
            onChange={setFormat}
          />
        </div>
        <Preview filing={filing} format={format} />
      </section>
    </div>
  );
}

const signs = { yes: '✓', no: '✕', look: '!' } as const;
const tones = { yes: 'good', no: 'bad', look: 'warn' } as const;

function Checklist({ filing }: { readonly filing: Filing }): ReactNode {
  const say = useSay(filingWords);
  const path = { id: filing.id };
  const ofVersion = { path: { ...path, version: filing.disclosureVersion } };
  const records = useAll('GET /api/v1/filings/{id}/disclosures/{version}/findings', ofVersion);
  const versions = useAll('GET /api/v1/filings/{id}/disclosures', { path });
  const comments = useAll('GET /api/v1/filings/{id}/comments', { path });
  const demands = demandsOf({
    filing,
    records: records.data ?? [],
    versions: versions.data ?? [],
    comments: comments.data ?? [],
  });
  return (
    <section className="panel">
      <h2>{say('checklist')}</h2>
      <Asked all={[records, versions, comments]}>
        <ul className="plain-list demands">
          {demands.map((demand) => (
            <li key={demand.key}>
              <b className={tones[demand.state]}>{signs[demand.state]}</b> {demandWords(demand, say)}
            </li>
          ))}
        </ul>
      </Asked>
      <p className="soft small">{say('checklistLead')}</p>
    </section>
  );
}

function demandWords(
  { key, state, params }: Demand,
  say: ReturnType<typeof useSay<typeof filingWords>>,
): string {
  if (key === 'demandDue') {
    const left = Number(params[1] ?? 0);
    const words = left < 0 ? say('overdue', -left) : say('daysLeft', left);
    return say('demandDue', params[0] ?? '', words);
  }
  return state === 'yes' ? say(key, ...params) : say(`${key}Open`, ...params);
}

interface PreviewProps {
  readonly filing: Filing;
  readonly format: Format;
}

function Preview({ filing, format }: PreviewProps): ReactNode {
  const say = useSay(filingWords);
  const base = `/api/v1/filings/${filing.id}/disclosures/${filing.disclosureVersion}`;
  switch (format) {
    case 'portal':
      return <PortalPreview filing={filing} base={base} />;
    case 'pdf':
      return <PdfPreview filing={filing} base={base} />;
    case 'html':
      return <iframe className="preview-frame" title={say('asHtml')} src={`${base}/preview/html`} />;
    case 'docx':
    case 'xlsx':
    case 'datapackage':
      return (
        <>
          <p>{say(`${format}Lead`)}</p>
          <p>
            <a className="ant-btn-like" href={`${base}/documents/${format}`} download>
              {say('takeAndLook')}
            </a>
          </p>
          {format !== 'datapackage' && <p className="soft">{say('sameLayout')}</p>}
        </>
      );
  }
}

interface FrameProps {
  readonly filing: Filing;
  readonly base: string;
}

function PortalPreview({ filing, base }: FrameProps): ReactNode {
  const say = useSay(filingWords);
  const asked = useAnswer(
    'GET /api/v1/filings/{id}/disclosures/{version}/portal',
    { path: { id: filing.id, version: filing.disclosureVersion } },
    { staleTime: Infinity },
  );
  if (asked.isPending) return <Waiting />;
  if (asked.isLoadingError) return <Failed error={asked.error} retry={asked.refetch} />;
  return (
    <>
      <p className="soft small">{say(filing.state === 'published' ? 'portalShown' : 'portalLead')}</p>
      <iframe className="preview-frame" title={say('asPortal')} src={`${base}/portal${asked.data.path}`} />
    </>
  );
}

function PdfPreview({ filing, base }: FrameProps): ReactNode {
  const say = useSay(filingWords);
  const asked = useAnswer(
    'GET /api/v1/filings/{id}/disclosures/{version}/preview/pages',
    { path: { id: filing.id, version: filing.disclosureVersion } },
    { staleTime: Infinity },
  );
  if (asked.isPending) return <Waiting words={say('drawing')} />;
  if (asked.isLoadingError) return <Failed error={asked.error} retry={asked.refetch} />;
  const { pages } = asked.data;
  return (
    <>
      <div className="toolbar">
        <span className="soft numbers">{say('pages', pages.length)}</span>
        <a href={`${base}/documents/pdf`} download>
          {say('takeAndLook')}
        </a>
      </div>
      {!['approved', 'published', 'archived'].includes(filing.state) && (
        <Alert type="info" showIcon title={say('draftLead')} className="slim" />
      )}
      <div className="preview-pages" tabIndex={0} role="group" aria-label={say('asPdf')}>
        {pages.map(({ page, width, height }) => (
          <img
            key={page}
            src={`${base}/preview/pages/${page}`}
            alt={say('pageOf', page, pages.length)}
            loading="lazy"
            style={{ aspectRatio: `${width} / ${height}`, maxWidth: `${width * 1.3}px` }}
          />
        ))}
      </div>
    </>
  );
}
