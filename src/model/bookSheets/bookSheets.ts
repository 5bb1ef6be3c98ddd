import { factSheet, publicSheet, revenueSheet, unitSheet } from './factSheets.ts';
import {
  assetsSheet,
  basicsSheet,
  codeSheet,
  decisionSheet,
  glossarySheet,
  overviewSheet,
  previousSheet,
  procurementSheet,
  reasonSheet,
} from './otherSheets.ts';
import { departmentGoalSheet, indicatorSheet, projectListSheet } from './projectSheets.ts';
import { shareSheet } from './shareSheet.ts';
import type { BookSheetForm } from './sheetForm.ts';

/** The sheets of the book's workbook, in the order in which they are filled in. */
export const bookSheets: readonly BookSheetForm[] = [
  basicsSheet,
  unitSheet,
  overviewSheet,
  projectListSheet,
  factSheet,
  revenueSheet,
  indicatorSheet,
  departmentGoalSheet,
  publicSheet,
  procurementSheet,
  assetsSheet,
  previousSheet,
  reasonSheet,
  glossarySheet,
  decisionSheet,
  codeSheet,
  shareSheet,
];

/** The first sheet, which tells how to fill in the others. */
export const guideSheetName = '填写说明';
/** Hidden sheets with the words and codes of the drop-down lists. */
export const wordsSheetName = '下拉词';
export const codesSheetName = '科目表';
