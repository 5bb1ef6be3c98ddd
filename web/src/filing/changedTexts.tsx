import type { ReactNode } from 'react';
import type { Comparison } from '../api/schema.ts';
import { useSay } from '../language.tsx';
import { filingWords } from './words.ts';

type Text = Comparison['texts'][number];

/** Changed paragraphs side by side: what went is struck out on the left, what came is underlined on the right. */
export function ChangedTexts({ all }: { readonly all: readonly Text[] }): ReactNode {
  const say = useSay(filingWords);
  return (
    <table className="lines changed-texts">
      <thead>
        <tr>
          <th scope="col">{say('place')}</th>
          <th scope="col">{say('before')}</th>
          <th scope="col">{say('after')}</th>
        </tr>
      </thead>
      <tbody>
        {all.map((text, i) => (
          <tr key={i}>
            <th scope="row">{text.where.join(' · ')}</th>
            <td>
              <Side text={text.old} marks={text.marks} kind="removed" />
            </td>
            <td>
              <Side text={text.new} marks={text.marks} kind="added" />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

interface SideProps extends Pick<Text, 'marks'> {
  readonly text: string | null;
  readonly kind: 'removed' | 'added';
}

function Side({ text, marks, kind }: SideProps): ReactNode {
  const say = useSay(filingWords);
  if (text === null) return <span className="soft">{say('notThere')}</span>;
  if (marks === null) return kind === 'removed' ? <del>{text}</del> : <ins>{text}</ins>;
  return marks
    .filter((mark) => mark.kind === 'same' || mark.kind === kind)
    .map((mark, i) => {
      if (mark.kind === 'same') return mark.text;
      return kind === 'removed' ? <del key={i}>{mark.text}</del> : <ins key={i}>{mark.text}</ins>;
    });
}
