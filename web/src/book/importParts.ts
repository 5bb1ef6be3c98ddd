import type { ImportView } from '../api/schema.ts';
import type { Content } from './book.ts';
import { bookParts, partOf, type BookPart } from './parts.ts';

type FieldView = ImportView['parts'][number];

/** A part of the book with what the file gives for it. */
export interface PartRow {
  readonly part: BookPart;
  readonly count: number;
  readonly present: number;
  readonly changes: number;
  readonly differences: FieldView['differences'];
  /** The fields of the book that it is made of. */
  readonly fields: readonly string[];
}

/** What the file gives, by the parts that are edited together; a part that neither has is left out. */
export function partRows({ parts }: ImportView): readonly PartRow[] {
  return bookParts.flatMap((part) => {
    const own = parts.filter(({ field }) => partOf(field) === part);
    const sum = (of: (view: FieldView) => number): number => own.reduce((all, each) => all + of(each), 0);
    const row = {
      part,
      count: sum(({ count }) => count),
      present: sum(({ present }) => present),
      changes: sum(({ changes }) => changes),
      differences: own.flatMap(({ differences }) => differences),
      fields: own.map(({ field }) => field),
    };
    return row.count === 0 && row.present === 0 && row.changes === 0 ? [] : [row];
  });
}

/** The book with the chosen parts as the file gives them; all else stays. */
export function takenParts(content: Content, view: ImportView, rows: readonly PartRow[]): Content {
  const fields = new Set(rows.flatMap((row) => row.fields));
  const kept = Object.entries(content).filter(([field]) => !fields.has(field));
  const taken = Object.entries(view.content).filter(([field]) => fields.has(field));
  return Object.fromEntries([...kept, ...taken]);
}
