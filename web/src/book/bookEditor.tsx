import { Alert, App, Button } from 'antd';
import { useCallback, useEffect, useMemo, useState, type ReactNode } from 'react';
import { useAnswer } from '../api/calls.ts';
import type { Book as SavedBook, BookProblem, Filing } from '../api/schema.ts';
import { Failed, Waiting } from '../frame/waiting.tsx';
import { useSay } from '../language.tsx';
import { useSelf } from '../session/sessionGate.tsx';
import { AmountUnitProvider } from './amountUnit.tsx';
import { bookOf, type Content, type Fact } from './book.ts';
import { bookKeys } from './bookKeys.ts';
import { BookPartView } from './bookPart.tsx';
import { BookToolbar } from './bookToolbar.tsx';
import { useCompany } from './company.tsx';
import { dropDraft, isLeft, leftDrafts, takeDraft, type DraftOwner, type LeftDraft } from './drafts.ts';
import { useEditing } from './editing.ts';
import { ImportDialogue } from './importDialogue.tsx';
import { LastYearProvider, useLastYearOf } from './lastYear.ts';
import { useLiveProblems } from './liveProblems.ts';
import { MergeDialogue } from './mergeDialogue.tsx';
import { partOf, type BookPart } from './parts.ts';
import { PartsNav } from './partsNav.tsx';
import { ProblemPlaces } from './problemPlaces.tsx';
import { ProblemsList } from './problemsList.tsx';
import { useSaving, type Saving } from './saving.ts';
import { BookTour, TourOffer, useTour } from './tour.tsx';
import { bookWords } from './words.ts';

/** The book of a filing; what is typed is saved by itself. */
export function BookEditor({ filing }: { readonly filing: Filing }): ReactNode {
  const [opened, setOpened] = useState(0);
  const openAnew = useCallback(() => {
    setOpened((count) => count + 1);
  }, []);
  return <OpenBook key={opened} filing={filing} openAnew={openAnew} />;
}

interface OpenProps {
  readonly filing: Filing;
  /** Opens the book again, for the draft of another window. */
  readonly openAnew: () => void;
}

function OpenBook({ filing, openAnew }: OpenProps): ReactNode {
  // Asked once: afterwards the editor holds the newest, and saving tells when somebody else has a newer one.
  const path = { id: filing.id };
  const book = useAnswer('GET /api/v1/filings/{id}/book', { path }, { staleTime: Infinity, gcTime: 0 });
  if (book.isPending) return <Waiting />;
  if (book.isLoadingError) return <Failed error={book.error} retry={book.refetch} />;
  return (
    <AmountUnitProvider>
      <Editing key={filing.id} filing={filing} saved={book.data} openAnew={openAnew} />
    </AmountUnitProvider>
  );
}

interface EditingProps extends OpenProps {
  readonly saved: SavedBook;
}

function Editing({ filing, saved, openAnew }: EditingProps): ReactNode {
  const say = useSay(bookWords);
  const { has, session } = useSelf();
  const { message } = App.useApp();
  const owner = { user: session.user.id, filing: filing.id };
  const mayEdit = filing.state === 'drafting' && has('preparer');
  const [left] = useState(() => (mayEdit ? leftDrafts(owner) : []));
  const [restored, setRestored] = useState(left[0] ?? null);
  const editor = useEditing(restored?.content ?? saved.content, restored === null ? 0 : 1);
  const { state, put, replace, adopt } = editor;
  const [reason, setReason] = useState<string | null>(null);
  const onAdopted = useCallback(
    (content: Content, unsaved: boolean, author: string) => {
      adopt(content, unsaved);
      if (unsaved) void message.info(say('mergeClean', author === '' ? say('somebody') : author));
    },
    [adopt, message, say],
  );
  const saving = useSaving({
    ...{ filing: filing.id, content: state.content, revision: state.revision, enabled: mayEdit, onAdopted },
    ...{ version: restored?.base ?? saved.version, problems: saved.list, reason: reason ?? say('reason') },
  });
  const [part, setPart] = useState<BookPart>('facts');
  const [target, setTarget] = useState<string | null>(null);
  const [facts, setFacts] = useState<readonly Fact[] | null>(null);
  const [importing, setImporting] = useState(false);
  const showFacts = useCallback(() => {
    setPart('facts');
  }, []);
  const tour = useTour(showFacts);
  const book = useMemo(() => bookOf(state.content), [state.content]);
  const typed = useMemo(() => (facts === null ? book : { ...book, facts }), [book, facts]);
  const problems = useLiveProblems(typed, saving.problems);
  const company = useCompany(filing.id, part);
  // A cell that is being typed is not changed under one's hands.
  useNewer(saving, facts === null ? (company?.bookVersion ?? 0) : 0, (author) => {
    void message.info(say('tookNewer', author, company?.bookVersion ?? ''));
  });
  const goTo = useCallback(({ path }: BookProblem): void => {
    setPart(partOf(path));
    // The same problem leads to its place again after one has gone elsewhere.
    setTarget(null);
    setTimeout(() => {
      setTarget(path);
    });
  }, []);
  const choosePart = useCallback((next: BookPart): void => {
    setTarget(null);
    setPart(next);
  }, []);
  const beginImport = useCallback(() => {
    setImporting(true);
  }, []);
  useLeaveWarning(saving.state !== 'saved');
  useLeftDrafts(owner, left, saving.state === 'saved' && facts === null ? openAnew : null);
  useSavedReason(saving, setReason);
  return (
    <LastYearProvider value={useLastYearOf(filing.id)}>
      <ProblemPlaces all={problems}>
        <div
          className="book"
          onKeyDown={bookKeys(editor, mayEdit, saving.saveNow)}
          onBlur={({ currentTarget, relatedTarget }) => {
            // Whoever goes on to submit or to look at the document takes the last change along.
            if (relatedTarget !== null && !currentTarget.contains(relatedTarget)) saving.saveNow();
          }}
        >
          <BookToolbar
            {...{ filing, editor, saving, mayEdit, tour }}
            presence={company}
            onImport={beginImport}
          />
          <TourOffer tour={tour} />
          <BookTour tour={tour} />
          {restored !== null && saving.state !== 'saved' && (
            <Restored
              onDiscard={() => {
                dropDraft(owner);
                setRestored(null);
                replace(saved.content);
              }}
            />
          )}
          <div className="book-body">
            <PartsNav {...{ book, problems }} chosen={part} onChoose={choosePart} />
            <div className="book-part">
              <BookPartView
                {...{ part, book, target, draft: facts, onDraft: setFacts }}
                readOnly={!mayEdit}
                onChange={put}
              />
              <ProblemsList all={problems} onGo={goTo} />
            </div>
          </div>
          {saving.merge !== null && <MergeDialogue view={saving.merge} onChosen={saving.choose} />}
          {importing && (
            <ImportDialogue
              filing={filing}
              content={state.content}
              onClose={() => {
                setImporting(false);
              }}
              onTaken={(content, name, parts) => {
                setImporting(false);
                setReason(say('importedFrom', name));
                replace(content);
                void message.success(say('imported', parts));
              }}
            />
          )}
        </div>
      </ProblemPlaces>
    </LastYearProvider>
  );
}

/** The first draft that a closed window left is this window's now; the next comes when that one is saved. */
function useLeftDrafts(owner: DraftOwner, left: readonly LeftDraft[], openAnew: (() => void) | null): void {
  const [first, ...others] = left;
  useEffect(() => {
    if (first !== undefined) takeDraft(owner, first);
  }, []);
  useEffect(() => {
    if (openAnew !== null && others.some(isLeft)) openAnew();
  }, [openAnew]);
}

/** Shows what others saved while nothing is unsaved here. */
function useNewer(saving: Saving, newest: number, onTaken: (author: string) => void): void {
  const { state, version, takeNewer } = saving;
  useEffect(() => {
    if (state !== 'saved' || newest <= version) return;
    takeNewer().then(
      (author) => {
        if (author !== null) onTaken(author);
      },
      // Without a connection the next answer of the server tries again.
      () => undefined,
    );
  }, [newest, state, version]);
}

/** A reason of its own counts for one version. */
function useSavedReason({ version }: Saving, setReason: (reason: string | null) => void): void {
  useEffect(() => {
    setReason(null);
  }, [version, setReason]);
}

function Restored({ onDiscard }: { readonly onDiscard: () => void }): ReactNode {
  const say = useSay(bookWords);
  return (
    <Alert
      type="info"
      showIcon
      className="restored"
      title={say('restored')}
      action={
        <Button size="small" onClick={onDiscard}>
          {say('discard')}
        </Button>
      }
    />
  );
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
