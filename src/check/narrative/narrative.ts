import type { Rule } from '../rule.ts';
import { claimRelations } from './claimRelations.ts';
import { directionRule } from './direction.ts';
import { partRule } from './part.ts';
import { previousExceedsRule } from './previousExceeds.ts';
import { sheetCountRule } from './sheetCount.ts';
import { statedNarrative } from './stated.ts';
import { zeroBaseRule } from './zeroBase.ts';

/** The sentences' own arithmetic, and their amounts against the tables and each other. */
const arithmeticRule: Rule = {
  id: 'narrative.amount',
  severity: 'error',
  authority: '算术；财预〔2016〕143号',
  check: (context) => ({ observations: [], relations: claimRelations(statedNarrative(context)), pass: 0 }),
};

/** Rules over what the sentences claim. */
export const claimRules: readonly Rule[] = [
  arithmeticRule,
  directionRule,
  partRule,
  previousExceedsRule,
  sheetCountRule,
  zeroBaseRule,
];
