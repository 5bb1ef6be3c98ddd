import { documentTexts, textsThatMayMatch, type DocumentText } from '../../documentTexts.ts';
import type { Observation, Rule } from '../../rule.ts';
import { culpritAt, observe } from '../performance/observation.ts';

const id = 'text.personalData';

/** Mobile numbers, identity numbers and bank accounts that must not be published; shown masked. */
export const personalData: Rule = {
  id,
  severity: 'warning',
  authority: '《个人信息保护法》；《政府信息公开条例》第十五条',
  check: ({ disclosure }) => {
    const texts = documentTexts(disclosure).length;
    const found = textsThatMayMatch(disclosure, signs).map((text) => [
      ...matches(text, mobile, 'mobile', () => true),
      ...matches(text, identity, 'identity', isIdentityNumber),
      ...matches(text, account, 'account', () => true),
    ]);
    return { observations: found.flat(), pass: texts - found.filter((list) => list.length > 0).length };
  },
};

/** Eleven digits that no longer number, amount or address contains. */
const mobile = /(?<![\d.,，A-Za-z〔-])1[3-9]\d(?:[ -]?\d{4}){2}(?![\d.,]|\s*(?:万|元|号|%))/g;
const identity = /(?<![\dA-Za-z])\d{17}[\dXx](?![\dA-Za-z])/g;
const account = /(?<=(?:账号|帐号|卡号|银行账户|银行帐户)[^\d。；]{0,8})\d(?:[ ]?\d){11,18}(?!\d)/g;

/** What every match contains; a text without digits in such a row needs no closer look. */
const signs = [/1[3-9]\d[ -]?\d{4}/, /\d{17}/, /[账帐卡]号|银行[账帐]户/];

function matches(
  { text, placeAt }: DocumentText,
  pattern: RegExp,
  variant: string,
  isOne: (digits: string) => boolean,
): readonly Observation[] {
  return [...text.matchAll(pattern)].flatMap((match) => {
    const digits = match[0].replace(/[ -]/g, '');
    if (!isOne(digits)) return [];
    return [observe(id, 'warning', culpritAt(placeAt(match.index), masked(digits)), { variant })];
  });
}

/** The first three and the last two signs; a report must not spread what it warns about. */
function masked(digits: string): string {
  return `${digits.slice(0, 3)}${'*'.repeat(digits.length - 5)}${digits.slice(-2)}`;
}

const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];

/** A date of birth at its place and the check character of GB 11643. */
export function isIdentityNumber(digits: string): boolean {
  const month = Number(digits.slice(10, 12));
  const day = Number(digits.slice(12, 14));
  if (!/^(?:19|20)/.test(digits.slice(6, 8)) || month < 1 || month > 12 || day < 1 || day > 31) return false;
  const sum = weights.reduce((total, weight, i) => total + weight * Number(digits[i]), 0);
  return '10X98765432'[sum % 11] === digits.slice(-1).toUpperCase();
}
