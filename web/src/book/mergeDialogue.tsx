import { Modal, Radio } from 'antd';
import { useState, type ReactNode } from 'react';
import type { MergeView } from '../api/schema.ts';
import { DifferenceTable, valueText } from '../filing/history.tsx';
import { useSay } from '../language.tsx';
import type { Content } from './book.ts';
import { bookWords } from './words.ts';

interface MergeProps {
  readonly view: MergeView;
  /** One's own book: where both changed the same place, its value may be chosen. */
  readonly own: Content;
  readonly onMerged: (content: Content) => void;
}

/** Both changes put together; where both changed one place, one chooses. */
export function MergeDialogue({ view, own, onMerged }: MergeProps): ReactNode {
  const say = useSay(bookWords);
  const [mine, setMine] = useState<ReadonlySet<string>>(new Set());
  const { conflicts, merged, theirs } = view;
  const choose = (path: string, isMine: boolean): void => {
    const next = new Set(mine);
    if (isMine) next.add(path);
    else next.delete(path);
    setMine(next);
  };
  const finish = (): void => {
    const chosen = conflicts
      .filter(({ path }) => mine.has(path))
      .map(({ path, yours }) => [path, yours] as const);
    onMerged(chosen.reduce((content, [path, value]) => withValue(content, path, value, own), merged));
  };
  return (
    <Modal
      open
      width={900}
      title={say('mergeTitle')}
      okText={say('keepMerged')}
      closable={false}
      cancelButtonProps={{ hidden: true }}
      onOk={finish}
    >
      <p>{say(conflicts.length === 0 ? 'mergeClean' : 'mergeLead')}</p>
      {conflicts.map(({ path, words, yours, theirs: other }) => (
        <div className="conflict" key={path}>
          <b>{words}</b>
          <Radio.Group
            value={mine.has(path)}
            onChange={({ target }) => {
              choose(path, target.value === true);
            }}
            options={[
              { value: false, label: `${say('theirs')}：${valueText(other)}` },
              { value: true, label: `${say('yours')}：${valueText(yours)}` },
            ]}
          />
        </div>
      ))}
      <h3>{say('theirs')}</h3>
      <DifferenceTable all={theirs} />
    </Modal>
  );
}

/**
 * The book with the value at a path; for an item of a list the whole list of one's own is taken, since an item is
 * named by what it is and not by its number.
 */
export function withValue(content: Content, path: string, value: unknown, own: Content): Content {
  const [head = '', ...rest] = path.split(/\.(?![^[]*\])/);
  if (head.includes('[')) {
    const list = head.slice(0, head.indexOf('['));
    return { ...content, [list]: own[list] };
  }
  if (rest.length === 0) return { ...content, [head]: value };
  const inner = content[head];
  const part = typeof inner === 'object' && inner !== null ? (inner as Content) : {};
  const ownInner = own[head];
  const ownPart = typeof ownInner === 'object' && ownInner !== null ? (ownInner as Content) : {};
  return { ...content, [head]: withValue(part, rest.join('.'), value, ownPart) };
}
