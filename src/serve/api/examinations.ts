import type { WaiverEntry } from '../../check/settings/waiverEntry.ts';
import type { Language } from '../../model/language.ts';
import { disclosureVersion, filesOf, findingsOf, type KeptWaiver } from '../../store/disclosures.ts';
import type { Filing } from '../../store/filings.ts';
import type { Job } from '../../store/jobs.ts';
import { wholeList } from '../../store/paging.ts';
import type { Examination } from '../jobs/examineTask.ts';
import { payloads } from '../jobs/kinds.ts';
import { readFiles } from '../jobs/run.ts';
import { memoryOf } from '../portal/remembered.ts';
import { callerOf } from './access.ts';
import type { ApiContext } from './context.ts';
import { toldIn } from './keptFindings.ts';
import { ApiProblem } from './problems.ts';
import { languageIn } from './routes/filings.ts';
import { ownJob } from './routes/jobs.ts';

/** A document with what was found in it and the files that it was read from. */
export interface ExaminedFiles {
  /** Names the examination among all: what was drawn for it may be kept by it. */
  readonly key: string;
  readonly examination: Examination;
  readonly files: readonly { readonly id: string; readonly name: string }[];
}

export type Asking = Parameters<typeof languageIn>[0] & Parameters<typeof callerOf>[0];

/** Examined documents, for those who look at them. */
export interface Examinations {
  /** The files of one's own check, read again: the check itself keeps nothing but its report. */
  ofJob(request: Asking, id: string): Promise<ExaminedFiles>;
  /** With the findings told in the language; as they are kept where nobody reads them. */
  ofVersion(filing: Filing, version: number, language: Language | null): Promise<ExaminedFiles>;
}

const mostWaiting = 20;
/** Whoever looks at a document asks for it several times: so many stay in memory. */
const mostKept = 6;

export function examinationsOf({ store: { db }, examiner }: ApiContext): Examinations {
  const kept = memoryOf<ExaminedFiles>(mostKept, () => 1);
  const read = async (job: Job, language: Language): Promise<ExaminedFiles> => {
    if (examiner.waiting() > mostWaiting) throw new ApiProblem('busy');
    const { files } = payloads.batch.parse(job.payload);
    const answer = await readFiles(db, examiner, files, language, { waivers: waiversOf(job) });
    if ('problem' in answer) throw new ApiProblem('unreadableFile', [answer.problem]);
    return { key: job.id, examination: answer, files };
  };
  return {
    async ofJob(request, id) {
      const job = await ownJob(db, callerOf(request), id);
      if (job.kind !== 'check' && job.kind !== 'batch') throw new ApiProblem('notFound');
      const language = languageIn(request);
      const key = JSON.stringify([id, language, waiversOf(job)]);
      return kept.get(key, () => read(job, language));
    },
    async ofVersion(filing, version, language) {
      const stored = await examinedVersion(db, filing, version);
      const examination = language === null ? stored : toldIn(stored, language);
      const files = await filesOf(db, filing, version);
      return { key: `${filing.id} ${version}`, examination, files };
    },
  };
}

/** What was waived in a check. */
export function waiversOf(job: Pick<Job, 'kind' | 'payload'>): readonly WaiverEntry[] {
  if (job.kind !== 'check') return [];
  return payloads.check.parse(job.payload).waivers as readonly WaiverEntry[];
}

async function examinedVersion(
  db: ApiContext['store']['db'],
  filing: Filing,
  version: number,
): Promise<Examination> {
  const found = await disclosureVersion(db, filing, version);
  if (found === null) throw new ApiProblem('noDisclosure');
  const examination = found as unknown as Examination;
  const { items: records } = await findingsOf(db, filing, version, wholeList);
  const waived = new Map(records.map(({ number, waiver }) => [number, waiver]));
  const first = Math.min(...records.map(({ number }) => number));
  const findings = examination.report.findings.map((finding, i) => {
    const waiver = waived.get(first + i);
    return waiver == null ? finding : { ...finding, waiver: waiverIn(waiver) };
  });
  return { ...examination, report: { ...examination.report, findings } };
}

function waiverIn({ reason, authorName, createdAt, expiresOn }: KeptWaiver) {
  return { reason, by: authorName, date: dayOf(createdAt), expires: expiresOn };
}

/** YYYY-MM-DD by the clock of this machine. */
export function dayOf(moment: Date): string {
  const parts = [moment.getFullYear(), moment.getMonth() + 1, moment.getDate()];
  return parts.map((part) => String(part).padStart(2, '0')).join('-');
}
