import { Alert, Button, Spin } from 'antd';
import type { ReactNode } from 'react';
import { reasonOf } from '../api/calls.ts';
import { useSay } from '../language.tsx';
import { sessionWords } from '../session/words.ts';

/** While something comes. */
export function Waiting(): ReactNode {
  return (
    <div className="waiting">
      <Spin />
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
