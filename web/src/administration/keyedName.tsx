import type { ReactNode } from 'react';

interface KeyedProps {
  readonly name: string;
  /** What files and the log call it. */
  readonly id: string;
}

/** A name with the key behind it. */
export function KeyedName({ name, id }: KeyedProps): ReactNode {
  return (
    <>
      {name} <code className="soft small">{id}</code>
    </>
  );
}
