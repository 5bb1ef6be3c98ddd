import type { Rule } from '../../rule.ts';
import { economicItems } from './economicItems.ts';
import { partsStated } from './partsStated.ts';

/**
 * The family `threePublic`. Totals and parts, tables and text are compared by the relations that their
 * scopes give; here is what is no relation.
 */
export const threePublicRules: readonly Rule[] = [partsStated, economicItems];
