import { CloseOutlined, DownOutlined, UpOutlined } from '@ant-design/icons';
import { Button, Input } from 'antd';
import { useMemo, useState, type ReactNode } from 'react';
import { useSay } from '../language.tsx';
import type { GridColumn } from './columns.ts';
import { matches, nextMatch, shownTexts } from './finding.ts';
import type { Spot } from './spots.ts';
import { bookWords } from './words.ts';

interface FindBarProps<Row> {
  readonly rows: readonly Row[];
  readonly columns: readonly GridColumn<Row>[];
  readonly spot: Spot;
  readonly onGo: (spot: Spot) => void;
  readonly onClose: () => void;
}

/** Looks for a text in all lines: those that are not in the page are not found by the browser. */
export function FindBar<Row>({ rows, columns, spot, onGo, onClose }: FindBarProps<Row>): ReactNode {
  const say = useSay(bookWords);
  const [text, setText] = useState('');
  const texts = useMemo(() => shownTexts(rows, columns), [rows, columns]);
  const found = useMemo(() => matches(texts, text), [texts, text]);
  const at = found.findIndex(({ row, column }) => row === spot.row && column === spot.column);
  const go = (step: 1 | -1): void => {
    const next = nextMatch(found, spot, step);
    if (next !== null) onGo(next);
  };
  const type = (typed: string): void => {
    setText(typed);
    // The chosen cell counts itself, so that the place stays while one types on.
    const first = nextMatch(matches(texts, typed), { ...spot, column: spot.column - 1 }, 1);
    if (first !== null) onGo(first);
  };
  return (
    <div
      className="find-bar"
      role="search"
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return;
        event.stopPropagation();
        onClose();
      }}
    >
      <Input
        autoFocus
        size="small"
        className="find-input"
        value={text}
        placeholder={say('findText')}
        aria-label={say('findText')}
        onChange={({ target }) => {
          type(target.value);
        }}
        onKeyDown={(event) => {
          if (event.key !== 'Enter' || event.nativeEvent.isComposing) return;
          event.preventDefault();
          go(event.shiftKey ? -1 : 1);
        }}
      />
      <span className="soft small numbers" role="status">
        {text.trim() === ''
          ? ''
          : found.length === 0
            ? say('foundNone')
            : say('foundAt', at + 1, found.length)}
      </span>
      <Button
        {...{ size: 'small', type: 'text', icon: <UpOutlined />, disabled: found.length === 0 }}
        aria-label={say('findBefore')}
        title={say('findBefore')}
        onClick={() => {
          go(-1);
        }}
      />
      <Button
        {...{ size: 'small', type: 'text', icon: <DownOutlined />, disabled: found.length === 0 }}
        aria-label={say('findNext')}
        title={say('findNext')}
        onClick={() => {
          go(1);
        }}
      />
      <Button
        {...{ size: 'small', type: 'text', icon: <CloseOutlined /> }}
        aria-label={say('close')}
        onClick={onClose}
      />
    </div>
  );
}
