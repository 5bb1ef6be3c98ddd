import type { Rule } from '../../rule.ts';
import { copiedText } from './copiedText.ts';
import { costLowerBound, moneyAgainstFunds } from './cost.ts';
import { departmentFunds } from './departmentFunds.ts';
import { goalRepeatsName, shiftedFields, textCutOff } from './fields.ts';
import { filedAt } from './filedAt.ts';
import { fundsTotal } from './fundsTotal.ts';
import { columnCutOff, horizonsDiffer, horizonsMisaligned } from './horizons.ts';
import { kindMissing, wrongKind } from './kinds.ts';
import { otherProject } from './otherProject.ts';
import { periodFunds } from './periodFunds.ts';
import { selfEvaluation } from './selfEvaluation.ts';
import { satisfactionShare, timeOutsideYear } from './timeAndSatisfaction.ts';
import { numberMissing, repeatsName, unitMissing, unmeasured } from './values.ts';

/** The family `performance`: the sheets of projects, each by itself and against each other. */
export const performanceRules: readonly Rule[] = [
  fundsTotal,
  departmentFunds,
  selfEvaluation,
  periodFunds,
  horizonsDiffer,
  horizonsMisaligned,
  columnCutOff,
  kindMissing,
  unmeasured,
  unitMissing,
  numberMissing,
  repeatsName,
  costLowerBound,
  moneyAgainstFunds,
  timeOutsideYear,
  satisfactionShare,
  wrongKind,
  otherProject,
  copiedText,
  shiftedFields,
  textCutOff,
  goalRepeatsName,
  filedAt,
];
