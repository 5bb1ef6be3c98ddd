import type { KeyboardEvent } from 'react';
import type { Editor } from './editing.ts';

/** Ctrl+Z and Ctrl+Y, or Ctrl+Shift+Z; Ctrl+S for those who are used to it. */
export function bookKeys(
  { undo, redo }: Editor,
  mayEdit: boolean,
  saveNow: () => void,
): (event: KeyboardEvent) => void {
  return (event) => {
    if (!(event.ctrlKey || event.metaKey)) return;
    const key = event.key.toLowerCase();
    if (key === 's') {
      event.preventDefault();
      saveNow();
    }
    if (!mayEdit || isTyping(event.target) || (key !== 'z' && key !== 'y')) return;
    event.preventDefault();
    if (key === 'y' || event.shiftKey) redo();
    else undo();
  };
}

/** A text field undoes its own typing; the empty field of the grid does not. */
function isTyping(target: EventTarget): boolean {
  if (!(target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement)) return false;
  return !target.classList.contains('idle');
}
