import { claimRules } from './narrative/narrative.ts';
import type { Rule } from './rule.ts';
import { documentRules } from './rules/document/rules.ts';
import { performanceRules } from './rules/performance/rules.ts';
import { projectRules } from './rules/project/rules.ts';

/** Every rule that looks at a disclosure as a whole; relations between figures are generated. */
export const rules: readonly Rule[] = [...claimRules, ...documentRules, ...projectRules, ...performanceRules];
