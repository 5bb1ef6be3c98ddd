import type { Rule } from '../../rule.ts';
import { functionName } from './functionName.ts';
import { itemText } from './itemText.ts';
import { name } from './name.ts';
import { none } from './none.ts';
import { reason } from './reason.ts';
import { staleYear } from './staleYear.ts';

/** What the sentences of the narrative say beside their arithmetic. */
export const narrativeRules: readonly Rule[] = [reason, none, staleYear, name, functionName, itemText];
