import type { ReactNode } from 'react';
import type { Say } from '../language.tsx';

interface HeadsProps<Key extends string> {
  readonly keys: readonly Key[];
  readonly say: Say<Key>;
}

/** The heads of a plain table, by their words; what is a figure is set right by the table's class. */
export function Heads<Key extends string>({ keys, say }: HeadsProps<Key>): ReactNode {
  return (
    <thead>
      <tr>
        {keys.map((key) => (
          <th scope="col" key={key}>
            {say(key)}
          </th>
        ))}
      </tr>
    </thead>
  );
}
