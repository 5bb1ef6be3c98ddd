import type { Rule } from '../../rule.ts';
import { notComparable } from './notComparable.ts';
import { openingBalance } from './openingBalance.ts';
import { otherBase, previousFigure } from './previousFigure.ts';
import { projects } from './projects.ts';
import { renamed } from './renamed.ts';
import { unchangedText } from './unchangedText.ts';
import { unexplained } from './unexplained.ts';

/** The family `yearOnYear`: this year's disclosure against last year's. */
export const yearOnYearRules: readonly Rule[] = [
  notComparable,
  previousFigure,
  otherBase,
  openingBalance,
  unexplained,
  unchangedText,
  renamed,
  projects,
];
