import { RedoOutlined, UndoOutlined } from '@ant-design/icons';
import { Alert, App, Button, Segmented } from 'antd';
import { useCallback, useEffect, useState, type KeyboardEvent, type ReactNode } from 'react';
import { useAnswer } from '../api/calls.ts';
import type { Book as SavedBook, BookProblem, Filing } from '../api/schema.ts';
import { Failed, Waiting } from '../frame/waiting.tsx';
import { useSay } from '../language.tsx';
import { useSelf } from '../session/sessionGate.tsx';
import { bookOf, type Content } from './book.ts';
import { useEditing } from './editing.ts';
import { FactsTab } from './factsTab.tsx';
import { MergeDialogue } from './mergeDialogue.tsx';
import { ProjectsTab } from './projectsTab.tsx';
import { dropDraft, keptDraft, useSaving, type Saving } from './saving.ts';
import type { Spot } from './spots.ts';
import { OtherTab, TextsTab } from './textsTab.tsx';
import { bookWords } from './words.ts';

type Tab = 'facts' | 'projects' | 'texts' | 'other';
const tabs = ['facts', 'projects', 'texts', 'other'] as const;

/** The book of a filing; what is typed is saved by itself. */
export function BookEditor({ filing }: { readonly filing: Filing }): ReactNode {
  // Asked once: afterwards the editor holds the newest, and saving tells when somebody else has a newer one.
  const path = { id: filing.id };
  const book = useAnswer('GET /api/v1/filings/{id}/book', { path }, { staleTime: Infinity });
  if (book.isPending) return <Waiting />;
  if (book.error !== null) return <Failed error={book.error} retry={book.refetch} />;
  return <Editing key={filing.id} filing={filing} saved={book.data} />;
}

interface EditingProps {
  readonly filing: Filing;
  readonly saved: SavedBook;
}

function Editing({ filing, saved }: EditingProps): ReactNode {
  const say = useSay(bookWords);
  const { has } = useSelf();
  const { message } = App.useApp();
  const [draft, setDraft] = useState(() => keptDraft(filing.id));
  const mayEdit = filing.state === 'drafting' && has('preparer');
  const restored = mayEdit ? draft : null;
  const { state, put, replace, undo, redo } = useEditing(
    restored?.content ?? saved.content,
    restored === null ? 0 : 1,
  );
  const saving = useSaving({
    ...{ filing: filing.id, content: state.content, revision: state.revision, enabled: mayEdit },
    ...{ version: restored?.base ?? saved.version, problems: saved.list, reason: say('reason') },
  });
  const [tab, setTab] = useState<Tab>('facts');
  const [target, setTarget] = useState<Spot | null>(null);
  const book = bookOf(state.content);
  const told = useCallback((words: string) => void message.info(words), [message]);
  const onKeyDown = (event: KeyboardEvent): void => {
    const command = event.ctrlKey || event.metaKey;
    if (!command || !mayEdit || isTyping(event.target)) return;
    const key = event.key.toLowerCase();
    if (key !== 'z' && key !== 'y') return;
    event.preventDefault();
    if (key === 'y' || event.shiftKey) redo();
    else undo();
  };
  const discard = (): void => {
    dropDraft(filing.id);
    setDraft(null);
    replace(saved.content);
  };
  const goTo = ({ path }: BookProblem): void => {
    const fact = /^facts\[(\d+)\]/.exec(path);
    if (fact !== null) setTarget({ row: Number(fact[1]), column: 0 });
    setTab(
      fact !== null ? 'facts' : path.startsWith('projects') ? 'projects' : isText(path) ? 'texts' : 'other',
    );
  };
  useLeaveWarning(saving.state !== 'saved');
  return (
    <div className="book" onKeyDown={onKeyDown}>
      <div className="toolbar">
        <Segmented
          value={tab}
          options={tabs.map((value) => ({ value, label: say(value) }))}
          onChange={setTab}
          aria-label={say('facts')}
        />
        <Button
          icon={<UndoOutlined />}
          disabled={!mayEdit || state.past.length === 0}
          onClick={undo}
          aria-label={say('undo')}
        />
        <Button
          icon={<RedoOutlined />}
          disabled={!mayEdit || state.future.length === 0}
          onClick={redo}
          aria-label={say('redo')}
        />
        <span className="grow" />
        {mayEdit ? (
          <SaveWords saving={saving} />
        ) : (
          <span className="soft">{say('readOnly', filing.stateName)}</span>
        )}
      </div>
      {restored !== null && saving.state !== 'saved' && (
        <Alert
          type="info"
          showIcon
          title={say('restored')}
          action={
            <Button size="small" onClick={discard}>
              {say('discard')}
            </Button>
          }
        />
      )}
      {tab === 'facts' && (
        <FactsTab
          book={book}
          readOnly={!mayEdit}
          problems={saving.problems}
          target={target}
          onFacts={(facts) => {
            put({ ...state.content, facts });
          }}
          onTold={told}
        />
      )}
      {tab === 'projects' && (
        <ProjectsTab
          book={book}
          readOnly={!mayEdit}
          onProjects={(projects) => {
            put({ ...state.content, projects });
          }}
        />
      )}
      {tab === 'texts' && <TextsTab book={book} readOnly={!mayEdit} onChange={put} />}
      {tab === 'other' && <OtherTab book={book} readOnly={!mayEdit} onChange={put} />}
      <Problems all={saving.problems} onGo={goTo} />
      {saving.merge !== null && (
        <MergeDialogue
          view={saving.merge}
          own={state.content}
          onMerged={(content: Content) => {
            if (saving.merge !== null) saving.settle(saving.merge);
            replace(content);
          }}
        />
      )}
    </div>
  );
}

function isText(path: string): boolean {
  return ['overview', 'reasons', 'otherNotes'].some((part) => path.startsWith(part));
}

/** A text field undoes its own typing; the empty field of the grid does not. */
function isTyping(target: EventTarget): boolean {
  if (!(target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement)) return false;
  return !target.classList.contains('idle');
}

/** Leaving the page before the last change has reached the server is asked back. */
function useLeaveWarning(unsaved: boolean): void {
  useEffect(() => {
    if (!unsaved) return undefined;
    const ask = (event: BeforeUnloadEvent): void => {
      event.preventDefault();
    };
    window.addEventListener('beforeunload', ask);
    return () => {
      window.removeEventListener('beforeunload', ask);
    };
  }, [unsaved]);
}

function SaveWords({ saving: { state, version, reason } }: { readonly saving: Saving }): ReactNode {
  const say = useSay(bookWords);
  const words = {
    saved: `✓ ${say('saved', version)}`,
    unsaved: say('unsaved'),
    saving: say('saving'),
    failed: say('offline', reason),
  }[state];
  return (
    <span role="status" data-state={state} className={state === 'failed' ? 'bad' : 'soft numbers'}>
      {words}
    </span>
  );
}

interface ProblemsProps {
  readonly all: readonly BookProblem[];
  readonly onGo: (problem: BookProblem) => void;
}

/** What must be put right before the document can be made; each leads to its place. */
function Problems({ all, onGo }: ProblemsProps): ReactNode {
  const say = useSay(bookWords);
  if (all.length === 0) return <p className="good small">✓ {say('noProblems')}</p>;
  return (
    <section className="book-problems" aria-label={say('problems')}>
      <h3>
        {say('problems')} <span className="count numbers">{all.length}</span>
      </h3>
      <ul className="plain-list">
        {all.slice(0, 100).map((problem, i) => (
          <li key={i}>
            <button
              type="button"
              className="go-problem"
              onClick={() => {
                onGo(problem);
              }}
            >
              <span className="bad">✕</span> {problem.message}{' '}
              <span className="soft small">{problem.path}</span>
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}
