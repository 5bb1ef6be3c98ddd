import { Input } from 'antd';
import type { ReactNode } from 'react';
import { useSay } from '../language.tsx';
import { adminWords } from './words.ts';

/** Narrows the list below while one types. */
export function FindBox({ onText }: { readonly onText: (text: string) => void }): ReactNode {
  const say = useSay(adminWords);
  return (
    <Input.Search
      allowClear
      className="search"
      placeholder={say('find')}
      aria-label={say('find')}
      onChange={({ target }) => {
        onText(target.value);
      }}
    />
  );
}
