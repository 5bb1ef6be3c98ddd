import { claimRules } from './narrative/narrative.ts';
import type { Rule } from './rule.ts';
import { documentRules } from './rules/document/rules.ts';
import { narrativeRules } from './rules/narrative/rules.ts';
import { otherRules } from './rules/other/rules.ts';
import { performanceRules } from './rules/performance/rules.ts';
import { projectRules } from './rules/project/rules.ts';
import { textRules } from './rules/text/rules.ts';
import { threePublicRules } from './rules/threePublic/rules.ts';
import { tableRules } from './rules/table/rules.ts';
import { yearOnYearRules } from './rules/yearOnYear/rules.ts';

/** Every rule that looks at a disclosure as a whole; relations between figures are generated. */
export const rules: readonly Rule[] = [
  ...claimRules,
  ...documentRules,
  ...tableRules,
  ...projectRules,
  ...performanceRules,
  ...narrativeRules,
  ...threePublicRules,
  ...otherRules,
  ...textRules,
  ...yearOnYearRules,
];
