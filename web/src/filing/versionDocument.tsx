import { App } from 'antd';
import { useMemo, type ReactNode } from 'react';
import { reasonOf, useAll, useAnswer, useChange } from '../api/calls.ts';
import type { Filing, FindingRecord } from '../api/schema.ts';
import type { Listed, Waived } from '../document/listed.ts';
import { Failed, Waiting } from '../frame/waiting.tsx';
import { useSelf } from '../session/sessionGate.tsx';
import { dayText } from '../words/dates.ts';
import { CommentedDocument } from './commentedDocument.tsx';

/** A kept version: it never changes, its waivers and comments do. */
export function VersionDocument({
  filing,
  version,
}: {
  readonly filing: Filing;
  readonly version: number;
}): ReactNode {
  const { has } = useSelf();
  const { message } = App.useApp();
  const path = { id: filing.id, version };
  const examined = useAnswer(
    'GET /api/v1/filings/{id}/disclosures/{version}',
    { path },
    { staleTime: Infinity },
  );
  const records = useAll('GET /api/v1/filings/{id}/disclosures/{version}/findings', { path });
  const files = useAnswer('GET /api/v1/filings/{id}/disclosures/{version}/files', { path });
  const waive = useChange('POST /api/v1/filings/{id}/waivers');
  const revoke = useChange('DELETE /api/v1/filings/{id}/waivers/{waiver}');
  const findings = useMemo(() => (records.data ?? []).map(listed), [records.data]);
  if (examined.isPending || records.isPending || files.isPending) return <Waiting />;
  if (examined.isLoadingError) return <Failed error={examined.error} retry={examined.refetch} />;
  if (records.isLoadingError) return <Failed error={records.error} retry={records.refetch} />;
  const told = (error: unknown): void => void message.error(reasonOf(error));
  const mayWaive = has('departmentReviewer', 'financeReviewer') && version === filing.disclosureVersion;
  const onWaive = async ({ key }: Listed, { reason, expires }: Waived): Promise<void> => {
    const fingerprint = records.data.find(({ number }) => String(number) === key)?.fingerprint ?? '';
    const body = { version, fingerprint, reason, expires };
    await waive.mutateAsync({ path: { id: filing.id }, body });
  };
  const onRevoke = ({ waiver }: Listed): void => {
    if (waiver !== null) void revoke.mutateAsync({ path: { id: filing.id, waiver: waiver.id } }).catch(told);
  };
  const position = (files.data ?? []).findIndex(({ name }) => /\.pdf$/i.test(name));
  return (
    <CommentedDocument
      filing={filing}
      examined={examined.data}
      findings={findings}
      pages={position < 0 ? null : { kind: 'version', filing: filing.id, version, position }}
      {...(mayWaive ? { onWaive, onRevoke } : {})}
    />
  );
}

function listed({ number, finding, waiver }: FindingRecord): Listed {
  const key = String(number);
  if (waiver === null) return { key, finding, waiver };
  const { id, reason, authorName: by, createdAt, expiresOn: expires } = waiver;
  return { key, finding, waiver: { id, reason, by, date: dayText(createdAt), expires } };
}
