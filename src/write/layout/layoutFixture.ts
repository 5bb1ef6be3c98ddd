import { readFileSync } from 'node:fs';
import { composeDisclosure } from '../../compose/compose.ts';
import { problemText } from '../../model/bookProblem.ts';
import { readBook } from '../../model/bookProblems.ts';
import type { Disclosure } from '../../model/disclosure.ts';
import type { Form } from '../../model/form.ts';
import { shippedForms } from '../../model/forms.ts';

export function shippedForm(id: string): Form {
  const form = shippedForms.find((shipped) => shipped.id === id);
  if (form === undefined) throw new Error(`no form ${id}`);
  return form;
}

/** The disclosure that the example's book gives in a form. */
export function composedExample(form: string): Disclosure {
  const json: unknown = JSON.parse(readFileSync('examples/book.json', 'utf8'));
  const read = readBook(json);
  if (!read.ok)
    throw new Error(
      read.problems.map((problem) => `${problem.path}: ${problemText(problem, 'zh')}`).join('\n'),
    );
  return composeDisclosure(read.book, shippedForm(form));
}
