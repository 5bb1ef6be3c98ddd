import { Button } from 'antd';
import type { ReactNode } from 'react';
import { useSay } from '../language.tsx';
import { filingWords } from './words.ts';

interface DoneProps {
  readonly resolvedAt: string | null;
  readonly isPending: boolean;
  readonly onDone: () => void;
}

/** Marks what somebody wrote as dealt with; afterwards it says so. */
export function DoneControl({ resolvedAt, isPending, onDone }: DoneProps): ReactNode {
  const say = useSay(filingWords);
  if (resolvedAt !== null) return <span>✓ {say('resolved')}</span>;
  return (
    <Button size="small" loading={isPending} onClick={onDone}>
      {say('resolve')}
    </Button>
  );
}
