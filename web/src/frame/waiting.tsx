import { Alert, Button, Spin } from 'antd';
import type { ReactNode } from 'react';
import { reasonOf } from '../api/calls.ts';
import { useSay } from '../language.tsx';
import { sessionWords } from '../session/words.ts';

/** While something comes; `words` where it may take longer than one expects. */
export function Waiting({ words }: { readonly words?: string }): ReactNode {
  return (
    <div className="waiting" role="status">
      <Spin />
      {words !== undefined && <p className="soft">{words}</p>}
    </div>
  );
}

/** What could not be asked, why, and another try. */
export function Failed({
  error,
  retry,
}: {
  readonly error: unknown;
  readonly retry: () => unknown;
}): ReactNode {
  const say = useSay(sessionWords);
  return (
    <Alert
      type="error"
      showIcon
      role="alert"
      title={reasonOf(error)}
      action={
        <Button size="small" onClick={() => void retry()}>
          {say('retry')}
        </Button>
      }
    />
  );
}

interface AskedProps {
  readonly all: readonly {
    readonly isPending: boolean;
    /** There never was an answer: one that is only old still stands. */
    readonly isLoadingError: boolean;
    readonly error: Error | null;
    readonly refetch: () => unknown;
  }[];
  readonly children: ReactNode;
}

/** What stands only when all questions are answered: nothing looks empty that was not asked or could not be. */
export function Asked({ all, children }: AskedProps): ReactNode {
  const failed = all.find(({ isLoadingError }) => isLoadingError);
  if (failed !== undefined) return <Failed error={failed.error} retry={failed.refetch} />;
  return all.some(({ isPending }) => isPending) ? <Waiting /> : children;
}
