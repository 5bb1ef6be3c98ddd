import type { Rule } from '../../rule.ts';
import { amount } from './amount.ts';
import { duplicateRow, duplicateSheet } from './duplicates.ts';
import { nameDiffers, rowWithoutSheet, sheetWithoutRow } from './presence.ts';

/** The family `project`: rows of the project tables against the performance sheets. */
export const projectRules: readonly Rule[] = [
  rowWithoutSheet,
  sheetWithoutRow,
  nameDiffers,
  amount,
  duplicateRow,
  duplicateSheet,
];
