import type { Rule } from '../../rule.ts';
import { operatingFunds } from './operatingFunds.ts';
import { timeliness } from './timeliness.ts';

/**
 * The family `other`. Procurement and vehicles are compared with their parts by the relations that the
 * sentences and tables give; here is what is no relation.
 */
export const otherRules: readonly Rule[] = [operatingFunds, timeliness];
