import { SearchOutlined } from '@ant-design/icons';
import { Button, Input, Modal } from 'antd';
import { useEffect, useId, useState, type KeyboardEvent, type ReactNode } from 'react';
import { useNavigate } from 'react-router';
import { useFilings } from '../home/filings.ts';
import { useSay } from '../language.tsx';
import { foundIn, type Goal } from './goals.ts';
import { frameWords } from './words.ts';

interface FinderProps {
  readonly pages: readonly Goal[];
  /** Who works on budgets finds those too. */
  readonly withFilings: boolean;
}

/** Ctrl+K: to any budget or screen by name, code or initials of pinyin. */
export function Finder(props: FinderProps): ReactNode {
  const say = useSay(frameWords);
  const [open, setOpen] = useState(false);
  useEffect(() => {
    const listen = (event: globalThis.KeyboardEvent): void => {
      if (!(event.ctrlKey || event.metaKey) || event.altKey || event.key.toLowerCase() !== 'k') return;
      event.preventDefault();
      setOpen(true);
    };
    window.addEventListener('keydown', listen);
    return () => {
      window.removeEventListener('keydown', listen);
    };
  }, []);
  return (
    <>
      <Button
        type="text"
        icon={<SearchOutlined />}
        aria-label={say('goTo')}
        title={`${say('goTo')} Ctrl+K`}
        onClick={() => {
          setOpen(true);
        }}
      />
      <Modal
        open={open}
        footer={null}
        closable={false}
        destroyOnHidden
        width={560}
        className="finder"
        title={<span className="vh">{say('goTo')}</span>}
        onCancel={() => {
          setOpen(false);
        }}
      >
        <FinderBox
          {...props}
          onClose={() => {
            setOpen(false);
          }}
        />
      </Modal>
    </>
  );
}

function FinderBox({
  pages,
  withFilings,
  onClose,
}: FinderProps & { readonly onClose: () => void }): ReactNode {
  const say = useSay(frameWords);
  const go = useNavigate();
  const list = useId();
  const [text, setText] = useState('');
  const [picked, setPicked] = useState(0);
  const filings = useFilings(withFilings);
  const found = foundIn(text, filings.data ?? [], pages);
  const open = (goal: Goal | undefined): void => {
    if (goal === undefined) return;
    onClose();
    void go(goal.path);
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.nativeEvent.isComposing) return;
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step !== undefined && found.length > 0) setPicked((picked + step + found.length) % found.length);
    else if (event.key === 'Enter') open(found[picked]);
    else return;
    event.preventDefault();
  };
  return (
    <>
      <Input
        autoFocus
        size="large"
        variant="borderless"
        prefix={<SearchOutlined aria-hidden="true" />}
        placeholder={say(withFilings ? 'goToHint' : 'goToScreen')}
        aria-label={say('goTo')}
        role="combobox"
        aria-expanded={found.length > 0}
        aria-controls={list}
        aria-activedescendant={found.length > 0 ? `${list}-${picked}` : undefined}
        value={text}
        onChange={({ target }) => {
          setText(target.value);
          setPicked(0);
        }}
        onKeyDown={onKeyDown}
      />
      <ul id={list} role="listbox" aria-label={say('goTo')} className="plain-list finder-list">
        {found.map((goal, i) => (
          <li
            key={goal.path}
            id={`${list}-${i}`}
            role="option"
            aria-selected={i === picked}
            onMouseMove={() => {
              setPicked(i);
            }}
            onClick={() => {
              open(goal);
            }}
          >
            <span className="soft numbers finder-code">{goal.code}</span>
            <span className="grow">{goal.name}</span>
            <span className="soft small numbers">{goal.more}</span>
          </li>
        ))}
      </ul>
      {found.length === 0 && <p className="soft finder-none">{say('goToNothing')}</p>}
    </>
  );
}
