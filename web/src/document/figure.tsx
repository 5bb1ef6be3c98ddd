import type { ReactNode } from 'react';
import type { FigureState } from './disclosure.ts';
import { figureLetters } from './figures.ts';

interface FigureProps {
  readonly id: number | null;
  readonly text: string;
  readonly state: FigureState;
  /** The state in words, for those who do not see the sign. */
  readonly words: string;
}

/** A number that can be asked: its sign says its state without colour. Arrow keys lead to it. */
export function Figure({ id, text, state, words }: FigureProps): ReactNode {
  if (id === null) return <span className="f u">{text}</span>;
  return (
    <button type="button" className={`f ${figureLetters[state]}`} data-f={id} title={words} tabIndex={-1}>
      {text}
      <span className="vh">（{words}）</span>
    </button>
  );
}
