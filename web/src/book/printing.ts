import { useSyncExternalStore } from 'react';
import { flushSync } from 'react-dom';

/** Whether the page is being printed: what is drawn only where it is seen must all be there by then. */
export function usePrinting(): boolean {
  return useSyncExternalStore(listen, () => isPrinting);
}

let isPrinting = false;

/** Browsers tell by the events of the window; what only takes the medium for print tells by the medium. */
function listen(changed: () => void): () => void {
  const turn = (printing: boolean): void => {
    isPrinting = printing;
    // The browser prints what stands when its event ends.
    flushSync(changed);
  };
  const begin = (): void => {
    turn(true);
  };
  const end = (): void => {
    turn(false);
  };
  const turnMedium = ({ matches }: MediaQueryListEvent): void => {
    turn(matches);
  };
  const medium = window.matchMedia('print');
  window.addEventListener('beforeprint', begin);
  window.addEventListener('afterprint', end);
  medium.addEventListener('change', turnMedium);
  return () => {
    window.removeEventListener('beforeprint', begin);
    window.removeEventListener('afterprint', end);
    medium.removeEventListener('change', turnMedium);
  };
}
