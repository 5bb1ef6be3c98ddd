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

/** What a worker process does: reads uploaded files as one disclosure, or composes a book's, and checks it. */
export type ExamineTask =
  | {
      readonly kind: 'read';
      /** Where the files lie; places in the result name the files only. */
      readonly folder: string;
      readonly files: readonly string[];
      readonly language: Language;
      readonly basis?: CheckBasis;
    }
  | {
      readonly kind: 'compose';
      readonly book: unknown;
      readonly form: string;
      readonly language: Language;
      readonly basis?: CheckBasis;
    };

/** `disclosure` and `trace` are null where the file could not be read: the report says why. */
export interface Examination {
  readonly disclosure: Disclosure | null;
  readonly report: DocumentReport;
  readonly trace: Trace | null;
}

/** Why a book gave no disclosure. */
export interface ExamineRefusal {
  readonly refused: 'bookProblems' | 'noForm' | 'fault';
  readonly detail: string;
}

export async function examineTask(task: ExamineTask): Promise<Examination | ExamineRefusal> {
  try {
    const { basis = shippedBasis } = task;
    useOfficialLists(basis.lists);
    if (task.kind === 'compose') return composeAndCheck(task.book, task.form, task.language, basis);
    process.chdir(task.folder);
    const { settings } = basis;
    const forms = [...basis.forms, ...shippedForms];
    const { disclosure, report, trace } = await examine(task.files, task.language, {
      ...{ settings, forms, trace: true },
    });
    return { disclosure, report, trace };
  } catch (error) {
    // One document that the program fails on must not take the others with it.
    return { refused: 'fault', detail: error instanceof Error ? error.message : String(error) };
  }
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
