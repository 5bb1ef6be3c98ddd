import type { CheckBasis } from '../basis.ts';
import { composeDisclosure } from '../../compose/compose.ts';
import { checkDisclosure } from '../../check/check.ts';
import { defaultSettings } from '../../check/settings/settings.ts';
import { examine, reportOf } from '../../commands/checkFile.ts';
import { readBook } from '../../model/bookProblems.ts';
import type { Disclosure } from '../../model/disclosure.ts';
import { useOfficialLists } from '../../model/codes/codes.ts';
import { shippedForms } from '../../model/forms.ts';
import type { Language } from '../../model/language.ts';
import type { DocumentReport } from '../../model/report.ts';
import type { Trace } from '../../model/trace.ts';
import { prepareDisclosure, type PreparedDisclosure } from '../../store/preparedDisclosure.ts';

/** What a worker process does: reads uploaded files as one disclosure, or composes a book's, and checks it. */
export type ExamineTask =
  | {
      readonly kind: 'read';
      /** Where the files lie; places in the result name the files only. */
      readonly folder: string;
      readonly files: readonly string[];
      readonly language: Language;
      readonly basis?: CheckBasis;
      /** Only what is written to the store is sent back. */
      readonly keeping?: boolean;
    }
  | {
      readonly kind: 'compose';
      readonly book: unknown;
      readonly form: string;
      readonly language: Language;
      readonly basis?: CheckBasis;
      readonly keeping?: boolean;
    };

/** `disclosure` and `trace` are null where the file could not be read: the report says why. */
export interface Examination {
  readonly disclosure: Disclosure | null;
  readonly report: DocumentReport;
  readonly trace: Trace | null;
  /** Instead of disclosure and trace, where the task asked for it and the file could be read. */
  readonly kept?: KeptExamination;
}

/** What of a disclosure decides where it belongs, and the whole as it is written to the store. */
export interface KeptExamination extends Pick<Disclosure, 'department' | 'year' | 'stage' | 'form'> {
  readonly prepared: PreparedDisclosure;
}

/** Why a book gave no disclosure. */
export interface ExamineRefusal {
  readonly refused: 'bookProblems' | 'noForm' | 'fault';
  readonly detail: string;
}

export async function examineTask(task: ExamineTask): Promise<Examination | ExamineRefusal> {
  try {
    const { basis = shippedBasis, keeping = false } = task;
    useOfficialLists(basis.lists);
    const made =
      task.kind === 'compose'
        ? composeAndCheck(task.book, task.form, task.language, basis)
        : await readAndCheck(task, basis);
    return keeping && 'report' in made ? prepared(made) : made;
  } catch (error) {
    // One document that the program fails on must not take the others with it.
    return { refused: 'fault', detail: error instanceof Error ? error.message : String(error) };
  }
}

async function readAndCheck(
  { folder, files, language }: Extract<ExamineTask, { readonly kind: 'read' }>,
  { settings, forms }: CheckBasis,
): Promise<Examination> {
  const before = process.cwd();
  process.chdir(folder);
  try {
    const options = { settings, forms: [...forms, ...shippedForms], trace: true };
    const { disclosure, report, trace } = await examine(files, language, options);
    return { disclosure, report, trace };
  } finally {
    // The folder is removed after the task; a process that stands in it can start no thread any more.
    process.chdir(before);
  }
}

/** A megabyte that the server would only pass on to the database is made ready for it here. */
function prepared({ disclosure, report, trace }: Examination): Examination {
  if (disclosure === null) return { disclosure, report, trace };
  const { department, year, stage, form } = disclosure;
  const whole = { disclosure, report, trace: trace ?? { figures: [], relations: [] } };
  const kept = { department, year, stage, form, prepared: prepareDisclosure(whole) };
  return { disclosure: null, report, trace: null, kept };
}

const shippedBasis: CheckBasis = { settings: defaultSettings, forms: [], lists: [] };

function composeAndCheck(
  value: unknown,
  id: string,
  language: Language,
  { settings, forms }: CheckBasis,
): Examination | ExamineRefusal {
  const read = readBook(value);
  if (!read.ok) return { refused: 'bookProblems', detail: String(read.problems.length) };
  const form = [...forms, ...shippedForms].find((each) => each.id === id);
  if (form === undefined) return { refused: 'noForm', detail: id };
  const disclosure = composeDisclosure(read.book, form);
  const { trace } = checkDisclosure(disclosure, { thresholds: settings.thresholds, trace: true });
  return {
    disclosure,
    report: reportOf(disclosure, language, { ...settings, advice: [] }),
    trace: trace ?? null,
  };
}
