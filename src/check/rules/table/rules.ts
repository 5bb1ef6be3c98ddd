import type { Rule } from '../../rule.ts';
import { decimals, negative, unreadableAmount } from './amounts.ts';
import { codeName, codeParent, codeTwice, codeTwoNames, codeUnknown } from './codeRules.ts';

/** The family `table`, what is not generated arithmetic: codes, signs and digits. */
export const tableRules: readonly Rule[] = [
  codeParent,
  codeName,
  codeUnknown,
  codeTwoNames,
  codeTwice,
  negative,
  decimals,
  unreadableAmount,
];
