import { Empty, Segmented, Select, Table } from 'antd';
import { useState, type ReactNode } from 'react';
import { useAll, useAnswer } from '../api/calls.ts';
import type { Comparison, Filing } from '../api/schema.ts';
import { Failed, Waiting } from '../frame/waiting.tsx';
import { usePunctuation, useSay } from '../language.tsx';
import { momentText } from '../words/dates.ts';
import { wanText, yuanText } from '../words/money.ts';
import { ChangedTexts } from './changedTexts.tsx';
import { filingWords } from './words.ts';

type Part = 'figures' | 'projects' | 'indicators' | 'texts';
const parts = ['figures', 'projects', 'indicators', 'texts'] as const;

/** Two versions of the document beside each other. */
export function CompareVersions({ filing }: { readonly filing: Filing }): ReactNode {
  const say = useSay(filingWords);
  const newest = filing.disclosureVersion;
  const [from, setFrom] = useState(Math.max(1, newest - 1));
  const [to, setTo] = useState(newest);
  const [part, setPart] = useState<Part | null>(null);
  const path = { id: filing.id };
  const versions = useAll('GET /api/v1/filings/{id}/disclosures', { path });
  const compared = useAnswer('GET /api/v1/filings/{id}/differences', { path, query: { from, to } });
  const options = (versions.data ?? []).map(({ version, authorName, createdAt }) => ({
    value: version,
    label: `${say('version', version)} · ${authorName} · ${momentText(createdAt)}`,
  }));
  const { data } = compared;
  const shown = part ?? parts.find((each) => (data?.[each].length ?? 0) > 0) ?? 'figures';
  return (
    <section className="panel">
      <div className="toolbar">
        <Select
          className="version"
          value={from}
          options={options}
          aria-label={say('before')}
          onChange={setFrom}
        />
        <span aria-hidden="true">→</span>
        <Select className="version" value={to} options={options} aria-label={say('after')} onChange={setTo} />
        <span className="grow" />
        <Segmented<Part>
          value={shown}
          aria-label={say('compareTab')}
          options={parts.map((value) => ({ value, label: `${say(value)} ${data?.[value].length ?? ''}` }))}
          onChange={setPart}
        />
      </div>
      {compared.error !== null && <Failed error={compared.error} retry={compared.refetch} />}
      {compared.isPending && <Waiting />}
      {data !== undefined && <Changes comparison={data} part={shown} />}
    </section>
  );
}

interface ChangesProps {
  readonly comparison: Comparison;
  readonly part: Part;
}

function Changes({ comparison, part }: ChangesProps): ReactNode {
  const say = useSay(filingWords);
  if (comparison[part].length === 0)
    return <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description={say('noDifference')} />;
  switch (part) {
    case 'figures':
      return <Figures all={comparison.figures} />;
    case 'projects':
      return <Projects all={comparison.projects} />;
    case 'indicators':
      return <Indicators all={comparison.indicators} />;
    case 'texts':
      return <ChangedTexts all={comparison.texts} />;
  }
}

const number = { align: 'right', className: 'numbers', width: 150 } as const;
const paged = (length: number) => (length > 50 ? { pageSize: 50, showSizeChanger: false } : (false as const));

/** A change in the unit that the figure is printed in. */
function changeText(fen: number, unit: string): string {
  const text = unit === '元' ? yuanText(fen) : wanText(fen);
  return fen > 0 ? `+${text}` : text;
}

function Figures({ all }: { readonly all: Comparison['figures'] }): ReactNode {
  const say = useSay(filingWords);
  return (
    <Table<Comparison['figures'][number]>
      size="small"
      rowKey={({ part, row, column }) => `${part} ${row} ${column}`}
      dataSource={[...all]}
      pagination={paged(all.length)}
      scroll={{ x: 900 }}
      columns={[
        { title: say('place'), dataIndex: 'part', width: 260, className: 'wrap' },
        { title: say('row'), dataIndex: 'row', className: 'wrap' },
        { title: say('column'), dataIndex: 'column', width: 150, className: 'wrap' },
        { ...number, title: say('before'), render: (_, { old }) => old?.text ?? '—' },
        { ...number, title: say('after'), render: (_, each) => each.new?.text ?? '—' },
        { ...number, title: say('change'), render: (_, { changeFen, unit }) => changeText(changeFen, unit) },
      ]}
    />
  );
}

function Projects({ all }: { readonly all: Comparison['projects'] }): ReactNode {
  const say = useSay(filingWords);
  const { bracketed } = usePunctuation();
  const words = {
    new: say('projectNew'),
    ended: say('projectEnded'),
    renamed: say('projectRenamed'),
    changed: say('projectChanged'),
  };
  const wan = (fen: number | null): string => (fen === null ? '—' : wanText(fen));
  return (
    <Table<Comparison['projects'][number]>
      size="small"
      rowKey={({ name, change }) => `${change} ${name}`}
      dataSource={[...all]}
      pagination={paged(all.length)}
      scroll={{ x: 800 }}
      columns={[
        {
          title: say('projects'),
          className: 'wrap',
          render: (_, { name, oldName }) => (oldName === null ? name : `${oldName} → ${name}`),
        },
        { title: say('change'), width: 120, render: (_, { change }) => words[change] },
        { ...number, title: bracketed(say('before'), say('wan')), render: (_, { oldFen }) => wan(oldFen) },
        { ...number, title: bracketed(say('after'), say('wan')), render: (_, { newFen }) => wan(newFen) },
      ]}
    />
  );
}

function Indicators({ all }: { readonly all: Comparison['indicators'] }): ReactNode {
  const say = useSay(filingWords);
  return (
    <Table<Comparison['indicators'][number]>
      size="small"
      rowKey={({ project, horizon, path }) => `${project} ${horizon} ${path.join()}`}
      dataSource={[...all]}
      pagination={paged(all.length)}
      scroll={{ x: 800 }}
      columns={[
        { title: say('projects'), dataIndex: 'project', className: 'wrap', width: 260 },
        { title: say('indicators'), className: 'wrap', render: (_, { path }) => path.join(' · ') },
        { title: say('before'), className: 'wrap', width: 200, render: (_, { old }) => old ?? '—' },
        { title: say('after'), className: 'wrap', width: 200, render: (_, each) => each.new ?? '—' },
      ]}
    />
  );
}
