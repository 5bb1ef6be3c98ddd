import type { Rule } from '../../rule.ts';
import { amountUnit } from './amountUnit.ts';
import { brackets } from './brackets.ts';
import { levelWords } from './levelWords.ts';
import { personalData } from './personalData.ts';
import { missingStop, punctuation } from './punctuation.ts';
import { renamedTerms } from './renamedTerms.ts';
import { templateRemains } from './templateRemains.ts';

/** The family `text`: wording, punctuation, remains of a template, personal data. */
export const textRules: readonly Rule[] = [
  punctuation,
  missingStop,
  brackets,
  amountUnit,
  templateRemains,
  levelWords,
  personalData,
  renamedTerms,
];
