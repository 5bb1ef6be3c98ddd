import { composeDisclosure } from '../src/compose/compose.ts';
import { textDocument } from '../src/write/textDocument.ts';
import { composedForms } from './composedDocuments.ts';
import type { BenchDocument } from './documents.ts';
import { bookOf } from './worlds/department.ts';
import { accountsOf, finalAccountsText } from './worlds/finalAccounts.ts';
import { departmentPlan, type DepartmentSize } from './worlds/plan.ts';
import { departmentKinds } from './worlds/words.ts';

/** A small unit, a department, and a large one with many units. */
const sizes: readonly (readonly [name: string, size: DepartmentSize])[] = [
  ['small', { units: 1, lines: 2, projects: 3 }],
  ['medium', { units: 3, lines: 8, projects: 15 }],
  ['large', { units: 8, lines: 14, projects: 60 }],
];

/** A generated document of every form in every size, as text. The same seed gives the same ones. */
export function* sampleDocuments(seed: number): Generator<BenchDocument> {
  let number = seed * 101;
  for (const [name, size] of sizes) {
    for (const form of [...composedForms, null]) {
      number += 1;
      const kind = departmentKinds[number % departmentKinds.length];
      if (kind === undefined) throw new RangeError('no kind of department');
      const plan = departmentPlan({
        seed: number,
        region: '景澄县',
        kind,
        code: '101',
        size,
        firstYear: 2025,
      });
      const book = bookOf(plan, 2026, 2025);
      const text =
        form === null ? finalAccountsText(accountsOf(book)) : textDocument(composeDisclosure(book, form));
      yield { name: `${form?.id ?? 'national-9-final'}, ${name}.txt`, bytes: Buffer.from(text) };
    }
  }
}
