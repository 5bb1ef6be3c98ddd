import { LeftOutlined, RightOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import type { ReactNode } from 'react';
import { useSay } from '../language.tsx';
import { useShortcuts } from './shortcuts.ts';
import { frameWords } from './words.ts';

interface PagerProps {
  /** What is gone through, in its order. */
  readonly all: readonly string[];
  readonly current: string;
  readonly onGo: (key: string) => void;
}

/** The one before and the one after in a list that one goes through; by keyboard too. */
export function Pager({ all, current, onGo }: PagerProps): ReactNode {
  const say = useSay(frameWords);
  const at = all.indexOf(current);
  const go = (step: number): void => {
    const next = at < 0 ? undefined : all[at + step];
    if (next !== undefined) onGo(next);
  };
  useShortcuts({
    'Shift+j': () => {
      go(1);
    },
    'Shift+k': () => {
      go(-1);
    },
  });
  if (at < 0 || all.length < 2) return null;
  return (
    <span className="pager">
      <Button
        icon={<LeftOutlined />}
        disabled={at === 0}
        aria-label={say('previousOne')}
        title={say('previousOne')}
        onClick={() => {
          go(-1);
        }}
      />
      <span className="numbers soft">
        {at + 1} / {all.length}
      </span>
      <Button
        icon={<RightOutlined />}
        disabled={at === all.length - 1}
        aria-label={say('nextOne')}
        title={say('nextOne')}
        onClick={() => {
          go(1);
        }}
      />
    </span>
  );
}
