import type { Rule } from '../../rule.ts';
import { counts } from './counts.ts';
import { operatingFunds } from './operatingFunds.ts';
import { timeliness } from './timeliness.ts';

/**
 * The family `other`. Procurement is compared with its parts by the relations that the sentences and tables give,
 * counts by relations of their own; else here is what is no relation.
 */
export const otherRules: readonly Rule[] = [counts, operatingFunds, timeliness];
