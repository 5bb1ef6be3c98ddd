import type { Rule } from '../../rule.ts';
import { contentsEntry, contentsOmitsTable } from './contents.ts';
import { departmentName } from './department.ts';
import { emptyWithoutNote, noteOfOtherFund, noteOnFullTable } from './emptyTable.ts';
import { labelMissing, labelOfOtherSeries, labelOrder } from './labels.ts';
import { picturePages } from './pictures.ts';
import { formUnrecognised, sectionMissing, tableMissing } from './required.ts';
import { otherYear, titleYear } from './years.ts';

/** The family `document`: what must be there, and what its places say of each other. */
export const documentRules: readonly Rule[] = [
  formUnrecognised,
  picturePages,
  tableMissing,
  sectionMissing,
  emptyWithoutNote,
  noteOnFullTable,
  noteOfOtherFund,
  labelMissing,
  labelOfOtherSeries,
  labelOrder,
  contentsEntry,
  contentsOmitsTable,
  titleYear,
  otherYear,
  departmentName,
];
