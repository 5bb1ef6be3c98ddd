import type { Rule } from '../../rule.ts';
import { comparisonOf, isSameDepartment } from '../../yearOnYear/compared.ts';
import { frameMismatch, type Mismatch } from '../../yearOnYear/lastYear.ts';
import { observe, culpritAt } from '../performance/observation.ts';

/** The file that was given as last year's is not last year's of this department and stage. */
export const notComparable: Rule = {
  id: 'yearOnYear.notComparable',
  severity: 'warning',
  authority: '—',
  check: (context) => {
    const { disclosure, previous } = context;
    if (previous === undefined) return { observations: [], pass: 0, notApplicable: 1 };
    const comparison = comparisonOf(context);
    const other = comparison !== null && !isSameDepartment(disclosure, comparison);
    const mismatch: Mismatch | null = frameMismatch(disclosure, previous) ?? (other ? 'department' : null);
    if (mismatch === null) return { observations: [], pass: 1 };
    const params = {
      year: disclosure.year ?? '—',
      expected: disclosure.year === null ? '—' : disclosure.year - 1,
      given: previous.year ?? '—',
      own: disclosure.department.name ?? '—',
      other: previous.department.name ?? '—',
    };
    const culprit = culpritAt({ file: disclosure.file }, null);
    return {
      observations: [observe('yearOnYear.notComparable', 'warning', culprit, { variant: mismatch, params })],
      pass: 0,
    };
  },
};
