import { problemText, type BookProblem } from '../../model/bookProblem.ts';
import type { Language } from '../../model/language.ts';

/** What must be put right, in the language of who asks. */
export function toldProblems(
  problems: readonly BookProblem[],
  language: Language,
): { readonly path: string; readonly message: string }[] {
  return problems.map((problem) => ({ path: problem.path, message: problemText(problem, language) }));
}
