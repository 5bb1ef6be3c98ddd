import { useState, type ReactNode } from 'react';
import { useAnswer } from '../api/calls.ts';
import type { Filing } from '../api/schema.ts';
import type { Place } from '../document/disclosure.ts';
import { DocumentView, type DocumentViewProps } from '../document/documentView.tsx';
import { WriteComment } from './comments.tsx';

interface CommentedProps extends Omit<DocumentViewProps, 'comments' | 'onComment'> {
  readonly filing: Filing;
  /** A newer one is on its way. */
  readonly isBusy?: boolean;
}

/** A document of a filing with what was said about its places; more can be said at each. */
export function CommentedDocument({ filing, isBusy = false, ...view }: CommentedProps): ReactNode {
  const comments = useAnswer('GET /api/v1/filings/{id}/comments', { path: { id: filing.id } });
  const [place, setPlace] = useState<Place | null>(null);
  return (
    <div className="document-low" aria-busy={isBusy}>
      <DocumentView {...view} comments={comments.data ?? []} onComment={setPlace} />
      {place !== null && (
        <WriteComment
          filing={filing}
          place={place}
          onClose={() => {
            setPlace(null);
          }}
        />
      )}
    </div>
  );
}
