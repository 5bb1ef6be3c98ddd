import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Alert, App, Button } from 'antd';
import { useMemo, type ReactNode } from 'react';
import type { Figure } from '../../../src/model/figure.ts';
import { api, problemCode, reasonOf, useAnswer } from '../api/calls.ts';
import { ApiRefusal } from '../api/client.ts';
import type { Filing } from '../api/schema.ts';
import { Failed, Waiting } from '../frame/waiting.tsx';
import { useLanguage, useSay } from '../language.tsx';
import type { Correction } from '../document/correction.ts';
import { CommentedDocument } from './commentedDocument.tsx';
import {
  correctionFor,
  correctionWords,
  valueAt,
  withValue,
  type BookCorrection,
  type Content,
  type Path,
} from './corrections.ts';
import { filingWords } from './words.ts';

interface Live {
  readonly filing: Filing;
}

/** The book as it is now: composed and checked anew with every saved change, nothing of it kept. */
export function LiveDocument({ filing }: Live): ReactNode {
  const say = useSay(filingWords);
  const { language } = useLanguage();
  const path = { id: filing.id };
  const book = useAnswer('GET /api/v1/filings/{id}/book', { path });
  const version = book.data?.version ?? 0;
  const preview = useQuery({
    queryKey: ['preview', filing.id, version, language],
    queryFn: async ({ signal }) =>
      (await api.call('POST /api/v1/filings/{id}/preview', { path, body: {}, signal })).data,
    enabled: version > 0,
    staleTime: Infinity,
    placeholderData: (before) => before,
  });
  const { corrections, accept } = useCorrections(filing, book.data?.content, preview.data);
  const findings = useMemo(
    () =>
      (preview.data?.report.findings ?? []).map((finding, i) => ({ key: String(i), finding, waiver: null })),
    [preview.data],
  );
  if (preview.error !== null && problemCode(preview.error) === 'bookProblems')
    return <Alert type="warning" showIcon title={reasonOf(preview.error)} description={say('putRight')} />;
  if (preview.error !== null) return <Failed error={preview.error} retry={preview.refetch} />;
  if (preview.data === undefined) return <Waiting />;
  return (
    <CommentedDocument
      filing={filing}
      isBusy={preview.isFetching}
      examined={preview.data}
      findings={findings}
      corrections={corrections}
      onAccept={(correction) => void accept(correction as NamedCorrection)}
    />
  );
}

/** A correction with its field in words. */
type NamedCorrection = BookCorrection & Correction;

interface Corrections {
  readonly corrections: ReadonlyMap<string, NamedCorrection>;
  readonly accept: (correction: NamedCorrection) => Promise<void>;
}

/** Accepting changes the book as saving does; the message offers to take it back. */
function useCorrections(
  filing: Filing,
  content: Content | undefined,
  examined:
    | {
        readonly disclosure: unknown;
        readonly report: { readonly findings: readonly Parameters<typeof correctionFor>[0][] };
      }
    | undefined,
): Corrections {
  const say = useSay(filingWords);
  const { language } = useLanguage();
  const { message } = App.useApp();
  const queries = useQueryClient();
  const corrections = useMemo(() => {
    const found = new Map<string, NamedCorrection>();
    if (content === undefined || examined === undefined) return found;
    const figures = (examined.disclosure as { readonly figures?: readonly Figure[] } | null)?.figures ?? [];
    for (const [i, finding] of examined.report.findings.entries()) {
      const correction = correctionFor(finding, content, figures);
      if (correction !== null)
        found.set(String(i), { ...correction, words: correctionWords(content, correction.keys, language) });
    }
    return found;
  }, [content, examined, language]);
  const save = async (keys: Path, from: unknown, to: unknown, reason: string): Promise<boolean> => {
    try {
      await changeField(filing.id, keys, { from, to, reason });
      await queries.invalidateQueries();
      return true;
    } catch (error) {
      void message.error(
        error instanceof ApiRefusal || !(error instanceof Error) ? reasonOf(error) : say('changedMeanwhile'),
      );
      return false;
    }
  };
  const accept = async ({ keys, was, value, words, before, after }: NamedCorrection): Promise<void> => {
    if (!(await save(keys, was, value, say('acceptReason', words)))) return;
    const key = keys.join('.');
    const back = async (): Promise<void> => {
      message.destroy(key);
      await save(keys, value, was, say('undoReason', words));
    };
    void message.success({
      key,
      duration: 12,
      content: (
        <>
          {say('accepted', words, before, after)}{' '}
          <Button size="small" onClick={() => void back()}>
            {say('undo')}
          </Button>
        </>
      ),
    });
  };
  return { corrections, accept };
}

interface FieldChange {
  readonly from: unknown;
  readonly to: unknown;
  readonly reason: string;
}

/** Saves the newest book with one field changed; refuses when somebody else has changed that field. */
async function changeField(id: string, keys: Path, { from, to, reason }: FieldChange): Promise<void> {
  const path = { id };
  const { data, etag } = await api.call('GET /api/v1/filings/{id}/book', { path });
  if (valueAt(data.content, keys) !== from) throw new Error('changed meanwhile');
  const content = withValue(data.content, keys, to) as Record<string, unknown>;
  await api.call('PUT /api/v1/filings/{id}/book', {
    path,
    body: { content, reason },
    ifMatch: etag ?? '',
  });
}
