import { InboxOutlined } from '@ant-design/icons';
import { Alert, Button, Checkbox, Collapse, Segmented, Upload } from 'antd';
import { useState, type ReactNode } from 'react';
import { api, reasonOf } from '../api/calls.ts';
import type { Filing, ImportView } from '../api/schema.ts';
import { Dialogue } from '../frame/dialogue.tsx';
import { usePunctuation, useSay } from '../language.tsx';
import type { Content } from './book.ts';
import { partRows, takenParts, type PartRow } from './importParts.ts';
import { useLastYear } from './lastYear.ts';
import type { BookPart } from './parts.ts';
import { shownValue } from './shownValue.ts';
import { bookWords } from './words.ts';
import { Heads } from '../frame/heads.tsx';

interface ImportProps {
  readonly filing: Filing;
  readonly content: Content;
  readonly onTaken: (content: Content, name: string, parts: number) => void;
  readonly onClose: () => void;
}

type As = ImportView['as'];

/** A file is read and shown, part by part, before anything of it is taken. */
export function ImportDialogue({ filing, content, onTaken, onClose }: ImportProps): ReactNode {
  const say = useSay(bookWords);
  const [file, setFile] = useState<File | null>(null);
  const [view, setView] = useState<ImportView | null>(null);
  const [busy, setBusy] = useState<string | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const [left, setLeft] = useState<ReadonlySet<BookPart>>(new Set());
  const read = async (name: string, asked: () => Promise<{ readonly data: ImportView }>): Promise<void> => {
    setBusy(name);
    setProblem(null);
    try {
      setView((await asked()).data);
      setLeft(new Set());
    } catch (error) {
      setView(null);
      setProblem(say('importFailed', reasonOf(error)));
    }
    setBusy(null);
  };
  const readFile = (chosen: File, as?: As): Promise<void> => {
    setFile(chosen);
    const query = { name: chosen.name, ...(as === undefined ? {} : { as }) };
    return read(chosen.name, () =>
      api.call('POST /api/v1/filings/{id}/book/imports', { path: { id: filing.id }, query, bytes: chosen }),
    );
  };
  const readLastYear = (): Promise<void> =>
    read(String(filing.year - 1), () =>
      api.call('POST /api/v1/filings/{id}/book/imports/last-year', { path: { id: filing.id } }),
    );
  const rows = view === null ? [] : partRows(view);
  const chosen = rows.filter(({ part, changes }) => changes > 0 && !left.has(part));
  return (
    <Dialogue
      width={980}
      title={say('importTitle')}
      onCancel={onClose}
      cancelText={say('cancel')}
      okText={say('takeParts', chosen.length)}
      okButtonProps={{ disabled: view === null || chosen.length === 0 }}
      onOk={() => {
        if (view !== null) onTaken(takenParts(content, view, chosen), view.name, chosen.length);
      }}
    >
      <p>{say('importLead')}</p>
      {view === null && (
        <Chooser busy={busy} onFile={(each) => void readFile(each)} onLastYear={() => void readLastYear()} />
      )}
      {problem !== null && <Alert type="error" showIcon role="alert" title={problem} />}
      {view !== null && (
        <Understood
          view={view}
          filing={filing}
          rows={rows}
          left={left}
          onLeft={setLeft}
          onAs={file === null || busy !== null ? null : (as) => void readFile(file, as)}
        />
      )}
    </Dialogue>
  );
}

interface ChooserProps {
  readonly busy: string | null;
  readonly onFile: (file: File) => void;
  readonly onLastYear: () => void;
}

function Chooser({ busy, onFile, onLastYear }: ChooserProps): ReactNode {
  const say = useSay(bookWords);
  const last = useLastYear();
  return (
    <>
      <Upload.Dragger
        showUploadList={false}
        disabled={busy !== null}
        accept=".docx,.doc,.wps,.pdf,.xlsx,.xls,.et,.html,.htm,.txt,.csv,.json"
        beforeUpload={(each) => {
          onFile(each);
          return false;
        }}
      >
        <p className="drop-icon">
          <InboxOutlined />
        </p>
        <p role="status">{busy === null ? say('importDrop') : say('importReading', busy)}</p>
      </Upload.Dragger>
      {last !== null && (
        <p>
          <Button disabled={busy !== null} onClick={onLastYear}>
            {say('importLastYear')}
          </Button>
        </p>
      )}
    </>
  );
}

interface UnderstoodProps {
  readonly view: ImportView;
  readonly filing: Filing;
  readonly rows: readonly PartRow[];
  readonly left: ReadonlySet<BookPart>;
  readonly onLeft: (left: ReadonlySet<BookPart>) => void;
  readonly onAs: ((as: As) => void) | null;
}

function Understood({ view, filing, rows, left, onLeft, onAs }: UnderstoodProps): ReactNode {
  const say = useSay(bookWords);
  const name = filing.unitName ?? filing.departmentName;
  const isOther = view.fileDepartment !== '' && view.fileDepartment !== name;
  return (
    <>
      <div className="toolbar">
        <b>{view.name}</b>
        <span className="numbers soft">
          {view.fileDepartment} {view.fileYear}
        </span>
        <span className="grow" />
        {onAs !== null && (
          <Segmented<As>
            size="small"
            aria-label={say('importAs')}
            value={view.as}
            options={[
              { value: 'thisYear', label: say('asThisYear', filing.year) },
              { value: 'lastYear', label: say('asLastYear') },
            ]}
            onChange={onAs}
          />
        )}
      </div>
      {isOther && <Alert type="warning" showIcon title={say('otherDepartment', view.fileDepartment)} />}
      <h2>{say('understood')}</h2>
      <PartTable rows={rows} left={left} onLeft={onLeft} />
      <p className="soft small">{say('importKept', view.base)}</p>
      <Told view={view} />
    </>
  );
}

function PartTable({ rows, left, onLeft }: Pick<UnderstoodProps, 'rows' | 'left' | 'onLeft'>): ReactNode {
  const say = useSay(bookWords);
  const [open, setOpen] = useState<BookPart | null>(null);
  return (
    <table className="lines import-parts">
      <Heads say={say} keys={['part', 'inFile', 'inBook', 'effect']} />
      <tbody>
        {rows.map((row) => (
          <PartLine
            key={row.part}
            row={row}
            taken={!left.has(row.part)}
            open={open === row.part}
            onOpen={() => {
              setOpen(open === row.part ? null : row.part);
            }}
            onTake={(take) => {
              const next = new Set(left);
              if (take) next.delete(row.part);
              else next.add(row.part);
              onLeft(next);
            }}
          />
        ))}
      </tbody>
    </table>
  );
}

interface PartLineProps {
  readonly row: PartRow;
  readonly taken: boolean;
  readonly open: boolean;
  readonly onOpen: () => void;
  readonly onTake: (take: boolean) => void;
}

function PartLine({ row, taken, open, onOpen, onTake }: PartLineProps): ReactNode {
  const say = useSay(bookWords);
  const { part, count, present, changes, differences } = row;
  return (
    <>
      <tr>
        <th scope="row">
          <Checkbox
            checked={changes > 0 && taken}
            disabled={changes === 0}
            onChange={({ target }) => {
              onTake(target.checked);
            }}
          >
            {say(part)}
          </Checkbox>
        </th>
        <td className="numbers">{count}</td>
        <td className="numbers">{present}</td>
        <td>
          {changes === 0 ? (
            <span className="soft">{say('same')}</span>
          ) : (
            <Button type="link" size="small" aria-expanded={open} onClick={onOpen}>
              {say('changes', changes)}
            </Button>
          )}
        </td>
      </tr>
      {open &&
        differences.map(({ path, words, before, after }) => (
          <tr key={path} className="small">
            <td className="wrap">{words}</td>
            <td colSpan={2} className="wrap soft">
              {say('before')} {shownValue(path, before ?? null, say)}
            </td>
            <td className="wrap">
              {say('after')} {after === undefined ? say('removed') : shownValue(path, after, say)}
            </td>
          </tr>
        ))}
      {open && changes > differences.length && (
        <tr className="small soft">
          <td colSpan={4}>{say('more', changes - differences.length)}</td>
        </tr>
      )}
    </>
  );
}

/** What the import wants looked at, each list closed until it is asked for. */
function Told({ view }: { readonly view: ImportView }): ReactNode {
  const say = useSay(bookWords);
  const { labelled } = usePunctuation();
  const lists = [
    ['notRead', view.unread.map(({ reason, place }) => (place === '' ? reason : labelled(place, reason)))],
    ['cellsDiffer', view.cells],
    ['contradictions', view.contradictions],
    ['toLookAt', view.notes],
    ['stillWrong', view.problems.map(({ message }) => message)],
  ] as const;
  const items = lists
    .filter(([, all]) => all.length > 0)
    .map(([key, all]) => ({
      key,
      label: say(key, all.length),
      children: (
        <ul className="told" tabIndex={0} aria-label={say(key, all.length)}>
          {all.slice(0, 200).map((words, i) => (
            <li key={i}>{words}</li>
          ))}
        </ul>
      ),
    }));
  return <Collapse size="small" items={items} defaultActiveKey={['notRead', 'toLookAt']} />;
}
