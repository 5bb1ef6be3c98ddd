import type { Rule } from './rule.ts';

/** Every rule that looks at a disclosure as a whole; relations between figures are generated. */
export const rules: readonly Rule[] = [];
