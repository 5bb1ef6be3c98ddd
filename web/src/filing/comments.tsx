import { Alert, Button, Empty, Input, Modal } from 'antd';
import { useState, type ReactNode } from 'react';
import { reasonOf, useChange } from '../api/calls.ts';
import type { Comment, Filing } from '../api/schema.ts';
import type { Place } from '../document/disclosure.ts';
import { useLanguage, usePunctuation, useSay } from '../language.tsx';
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
          <CommentLine key={comment.id} filing={filing} comment={comment} />
        ))}
      </ul>
      {writing && (
        <WriteComment
          filing={filing}
          place={null}
          onClose={() => {
            setWriting(false);
          }}
        />
      )}
    </section>
  );
}

function CommentLine({ filing, comment }: { readonly filing: Filing; readonly comment: Comment }): ReactNode {
  const say = useSay(filingWords);
  const { language } = useLanguage();
  const resolve = useChange('POST /api/v1/filings/{id}/comments/{comment}/resolution');
  const { id, place, body, authorName, createdAt, resolvedAt } = comment;
  return (
    <li className={resolvedAt === null ? 'comment' : 'comment soft'}>
      <div className="comment-head">
        <b>{authorName}</b>
        <span className="soft numbers">{momentText(createdAt)}</span>
        <span className="place">{commentPlace(place, language) || say('whole')}</span>
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
export function commentPlace(place: unknown, language: 'zh' | 'en'): string {
  if (typeof place === 'string') return place;
  if (typeof place !== 'object' || place === null) return '';
  const { table, row, column, project, section, field } = place as Place & { readonly field?: string };
  const where =
    table === undefined ? (project ?? section ?? field) : `${language === 'zh' ? '表' : 'Table '}${table}`;
  return [where, row, column].filter((each) => each !== undefined).join(' · ');
}

interface WriteProps {
  readonly filing: Filing;
  readonly place: Place | null;
  readonly onClose: () => void;
}

export function WriteComment({ filing, place, onClose }: WriteProps): ReactNode {
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
    <Modal
      open
      title={say('writeComment')}
      okText={say('send')}
      cancelText={say('cancel')}
      onCancel={onClose}
      onOk={() => void send().catch(() => undefined)}
      okButtonProps={{ disabled: body.trim() === '', loading: add.isPending }}
    >
      <p className="soft">{labelled(say('commentPlace'), commentPlace(place, language) || say('whole'))}</p>
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
    </Modal>
  );
}
