import { Alert, Button, Empty, Input } from 'antd';
import { useMemo, useState, type ReactNode } from 'react';
import { noNames, type PlaceNames } from '../../../src/model/words/names.ts';
import { placeWords } from '../../../src/model/words/place.ts';
import { reasonOf, useAnswer, useChange } from '../api/calls.ts';
import type { Comment, Filing } from '../api/schema.ts';
import { disclosureOf, type Place } from '../document/disclosure.ts';
import { namesOf } from '../document/names.ts';
import { Dialogue } from '../frame/dialogue.tsx';
import { useLanguage, usePunctuation, useSay, type Language } from '../language.tsx';
import { momentText } from '../words/dates.ts';
import { filingWords } from './words.ts';
import { DoneControl } from './doneControl.tsx';

interface CommentsProps {
  readonly filing: Filing;
  readonly all: readonly Comment[];
}

/** What was said about places, those to deal with first. */
export function Comments({ filing, all }: CommentsProps): ReactNode {
  const say = useSay(filingWords);
  const [writing, setWriting] = useState(false);
  const names = useNames(filing, all);
  const sorted = all.toSorted((a, b) => Number(a.resolvedAt !== null) - Number(b.resolvedAt !== null));
  return (
    <section className="panel">
      <div className="toolbar">
        <span className="grow" />
        <Button
          onClick={() => {
            setWriting(true);
          }}
        >
          {say('writeComment')}
        </Button>
      </div>
      {all.length === 0 && <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description={say('noComments')} />}
      <ul className="plain-list">
        {sorted.map((comment) => (
          <CommentLine key={comment.id} {...{ filing, comment, names }} />
        ))}
      </ul>
      {writing && (
        <WriteComment
          filing={filing}
          place={null}
          names={names}
          onClose={() => {
            setWriting(false);
          }}
        />
      )}
    </section>
  );
}

interface CommentLineProps {
  readonly filing: Filing;
  readonly comment: Comment;
  readonly names: PlaceNames;
}

function CommentLine({ filing, comment, names }: CommentLineProps): ReactNode {
  const say = useSay(filingWords);
  const { language } = useLanguage();
  const resolve = useChange('POST /api/v1/filings/{id}/comments/{comment}/resolution');
  const { id, place, body, authorName, createdAt, resolvedAt } = comment;
  return (
    <li className={resolvedAt === null ? 'comment' : 'comment soft'}>
      <div className="comment-head">
        <b>{authorName}</b>
        <span className="soft numbers">{momentText(createdAt)}</span>
        <span className="place">{commentPlace(place, language, names) || say('whole')}</span>
        <span className="grow" />
        <DoneControl
          {...{ resolvedAt, isPending: resolve.isPending }}
          onDone={() => {
            resolve.mutate({ path: { id: filing.id, comment: id } });
          }}
        />
      </div>
      <p className="comment-body">{body}</p>
    </li>
  );
}

/** The place as words: of a document, or a field of the book. */
export function commentPlace(place: unknown, language: Language, names: PlaceNames): string {
  if (typeof place === 'string') return place;
  if (typeof place !== 'object' || place === null) return '';
  const { field, ...where } = place as Place & { readonly field?: string };
  const isSpot = where.table !== undefined || where.section !== undefined || where.project !== undefined;
  return isSpot ? placeWords(where, language, names) : (field ?? '');
}

/** The names of the newest document, asked for only where a comment stands at a place of it. */
function useNames({ id, disclosureVersion: version }: Filing, all: readonly Comment[]): PlaceNames {
  const enabled = version > 0 && all.some(({ place }) => place !== null);
  const asked = useAnswer(
    'GET /api/v1/filings/{id}/disclosures/{version}',
    { path: { id, version } },
    { enabled, staleTime: Infinity },
  );
  return useMemo(() => {
    const disclosure = asked.data === undefined ? null : disclosureOf(asked.data);
    return disclosure === null ? noNames : namesOf(disclosure);
  }, [asked.data]);
}

interface WriteProps {
  readonly filing: Filing;
  readonly place: Place | null;
  readonly names: PlaceNames;
  readonly onClose: () => void;
}

export function WriteComment({ filing, place, names, onClose }: WriteProps): ReactNode {
  const say = useSay(filingWords);
  const { labelled } = usePunctuation();
  const { language } = useLanguage();
  const [body, setBody] = useState('');
  const add = useChange('POST /api/v1/filings/{id}/comments');
  const send = async (): Promise<void> => {
    await add.mutateAsync({ path: { id: filing.id }, body: { place, body: body.trim() } });
    onClose();
  };
  return (
    <Dialogue
      title={say('writeComment')}
      okText={say('send')}
      cancelText={say('cancel')}
      onCancel={onClose}
      onOk={() => void send().catch(() => undefined)}
      okButtonProps={{ disabled: body.trim() === '', loading: add.isPending }}
    >
      <p className="soft">
        {labelled(say('commentPlace'), commentPlace(place, language, names) || say('whole'))}
      </p>
      <Input.TextArea
        rows={4}
        autoFocus
        maxLength={2000}
        aria-label={say('writeComment')}
        value={body}
        onChange={({ target }) => {
          setBody(target.value);
        }}
      />
      {add.error !== null && <Alert type="error" showIcon title={reasonOf(add.error)} role="alert" />}
    </Dialogue>
  );
}
