import { useQueryClient } from '@tanstack/react-query';
import { App, Button, Input } from 'antd';
import { useState, type ReactNode } from 'react';
import { Dialogue } from '../frame/dialogue.tsx';
import { useSay } from '../language.tsx';
import { FilingTable } from './board.tsx';
import { bulkActions, needsWords, openFor, takeAll, type BulkAction, type BulkOutcome } from './bulkStep.ts';
import type { Standing } from './filings.ts';
import { nameOf } from './marks.tsx';
import { homeWords } from './words.ts';

/** What waits for oneself; several can be passed on at once. */
export function Tasks({ all }: { readonly all: readonly Standing[] }): ReactNode {
  const say = useSay(homeWords);
  const [chosen, setChosen] = useState<readonly string[]>([]);
  const [taking, setTaking] = useState<BulkAction | null>(null);
  if (all.length === 0) return <p className="soft">{say('noTasks')}</p>;
  const actions = bulkActions.filter((action) => all.some(({ filing }) => filing.actions.includes(action)));
  const forward = actions.filter((action) => !needsWords(action));
  const clean = all.filter((each) => forward.some((action) => openFor(action, [each]).length > 0));
  const picked = all.filter(({ filing }) => chosen.includes(filing.id));
  return (
    <>
      {actions.length > 0 && (
        <div className="toolbar">
          <Button
            size="small"
            disabled={clean.length === 0}
            onClick={() => {
              const ids = clean.map(({ filing }) => filing.id);
              setChosen(ids.every((id) => chosen.includes(id)) ? [] : ids);
            }}
          >
            {say('chooseClean', clean.length)}
          </Button>
          {actions.map((action) => {
            const open = openFor(action, picked).length;
            return (
              <Button
                key={action}
                size="small"
                disabled={open === 0}
                onClick={() => {
                  setTaking(action);
                }}
              >
                {open === 0 ? say(action) : say('bulk', say(action), open)}
              </Button>
            );
          })}
          <span className="soft small">
            {picked.length === 0 ? say('bulkHint') : say('chosen', picked.length)}
          </span>
        </div>
      )}
      <FilingTable
        all={all}
        empty={say('noTasks')}
        {...(actions.length > 0 ? { chosen, onChosen: setChosen } : {})}
      />
      {taking !== null && (
        <TakeAll
          action={taking}
          all={openFor(taking, picked)}
          left={picked.length - openFor(taking, picked).length}
          onClose={() => {
            setTaking(null);
            setChosen([]);
          }}
        />
      )}
    </>
  );
}

interface TakeAllProps {
  readonly action: BulkAction;
  readonly all: readonly Standing[];
  /** Chosen ones that the step is not open for. */
  readonly left: number;
  readonly onClose: () => void;
}

/** Says for which the step will be taken, takes it, and says what was refused. */
function TakeAll({ action, all: asked, left, onClose }: TakeAllProps): ReactNode {
  const say = useSay(homeWords);
  const { message } = App.useApp();
  const queries = useQueryClient();
  // What was asked for stays, also when the list behind it is asked anew.
  const [all] = useState(asked);
  const [done, setDone] = useState<number | null>(null);
  const [refused, setRefused] = useState<readonly BulkOutcome[]>([]);
  const [comment, setComment] = useState('');
  const take = async (): Promise<void> => {
    setDone(0);
    const outcomes = await takeAll(action, all, comment.trim(), setDone);
    await queries.invalidateQueries();
    const failed = outcomes.filter(({ problem }) => problem !== null);
    const taken = outcomes.length - failed.length;
    if (taken > 0) void message.success(say('bulkDone', say(action), taken));
    if (failed.length === 0) onClose();
    else setRefused(failed);
  };
  const isOver = refused.length > 0;
  return (
    <Dialogue
      title={say('bulk', say(action), all.length)}
      okText={isOver ? say('close') : say(action)}
      cancelText={say('cancel')}
      cancelButtonProps={isOver ? { hidden: true } : {}}
      confirmLoading={done !== null && !isOver}
      okButtonProps={{ disabled: needsWords(action) && comment.trim() === '' }}
      onCancel={onClose}
      onOk={() => {
        if (isOver) onClose();
        else void take();
      }}
    >
      {left > 0 && !isOver && <p className="warn">{say('bulkLeft', left)}</p>}
      {needsWords(action) && !isOver && (
        <label className="field">
          <span>{say('reason')}</span>
          <Input.TextArea
            autoFocus
            rows={3}
            maxLength={2000}
            value={comment}
            placeholder={say('bulkReason')}
            onChange={({ target }) => {
              setComment(target.value);
            }}
          />
        </label>
      )}
      {isOver && <p className="bad">{say('bulkRefused', refused.length)}</p>}
      <ul className="plain-list bulk-list">
        {(isOver ? refused : all.map(({ filing }) => ({ filing, problem: null }))).map(
          ({ filing, problem }) => (
            <li key={filing.id}>
              <span className="numbers soft">{filing.departmentCode}</span> {nameOf(filing)}{' '}
              <span className="numbers soft">{filing.year}</span>
              {problem !== null && <div className="bad small">✕ {problem}</div>}
            </li>
          ),
        )}
      </ul>
      {done !== null && !isOver && (
        <p role="status" className="numbers">
          {say('bulkProgress', done, all.length)}
        </p>
      )}
    </Dialogue>
  );
}
