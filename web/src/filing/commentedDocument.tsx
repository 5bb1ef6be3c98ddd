import { useMemo, useState, type ReactNode } from 'react';
import { noNames } from '../../../src/model/words/names.ts';
import { useAll } from '../api/calls.ts';
import type { Filing } from '../api/schema.ts';
import { disclosureOf, type Place } from '../document/disclosure.ts';
import { DocumentView, type DocumentViewProps } from '../document/documentView.tsx';
import { namesOf } from '../document/names.ts';
import { WriteComment } from './comments.tsx';

interface CommentedProps extends Omit<DocumentViewProps, 'comments' | 'onComment'> {
  readonly filing: Filing;
  /** A newer one is on its way. */
  readonly isBusy?: boolean;
}

/** A document of a filing with what was said about its places; more can be said at each. */
export function CommentedDocument({ filing, isBusy = false, ...view }: CommentedProps): ReactNode {
  const comments = useAll('GET /api/v1/filings/{id}/comments', { path: { id: filing.id } });
  const disclosure = disclosureOf(view.examined);
  const names = useMemo(() => (disclosure === null ? noNames : namesOf(disclosure)), [disclosure]);
  const [place, setPlace] = useState<Place | null>(null);
  return (
    <div className="document-low" aria-busy={isBusy}>
      <DocumentView {...view} comments={comments.data ?? []} onComment={setPlace} />
      {place !== null && (
        <WriteComment
          filing={filing}
          place={place}
          names={names}
          onClose={() => {
            setPlace(null);
          }}
        />
      )}
    </div>
  );
}
