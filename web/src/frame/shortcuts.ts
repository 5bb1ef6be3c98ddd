import { useEffect, useRef } from 'react';

/** What a key does while Alt is held: 'j', or 'Shift+j'. */
export type Shortcuts = Readonly<Record<string, () => void>>;

/** Keys with Alt, so that no screen reader's or input method's keys are taken; the newest page's keys hold. */
export function useShortcuts(shortcuts: Shortcuts): void {
  const current = useRef(shortcuts);
  useEffect(() => {
    current.current = shortcuts;
  });
  useEffect(() => {
    const listen = (event: KeyboardEvent): void => {
      const act = current.current[shortcutOf(event) ?? ''];
      if (act === undefined) return;
      event.preventDefault();
      act();
    };
    window.addEventListener('keydown', listen);
    return () => {
      window.removeEventListener('keydown', listen);
    };
  }, []);
}

/** By the key's place: on some systems Alt makes another letter of it. */
export function shortcutOf({
  altKey,
  ctrlKey,
  metaKey,
  shiftKey,
  code,
}: Pick<KeyboardEvent, 'altKey' | 'ctrlKey' | 'metaKey' | 'shiftKey' | 'code'>): string | null {
  const letter = /^Key([A-Z])$/.exec(code)?.[1]?.toLowerCase();
  if (!altKey || ctrlKey || metaKey || letter === undefined) return null;
  return shiftKey ? `Shift+${letter}` : letter;
}
