import type { Book, Content } from './book.ts';

/** What each part of the editor works with. */
export interface PartProps {
  readonly book: Book;
  readonly readOnly: boolean;
  readonly onChange: (content: Content) => void;
  /** The field that a problem leads to. */
  readonly target: string | null;
}
