import { dateText } from './dateFormat.ts';
import type { Decimal } from './decimal.ts';
import { decimalOf, plainText, roundedTo, shiftedBy } from './decimal.ts';
import type { FormatCondition, FormatSection, FormatToken } from './formatCode.ts';
import { parseFormatCode } from './formatCode.ts';

/** Shows the values of one workbook as its program does. Format codes are parsed once. */
export interface NumberFormatter {
  number(value: number, code: string): string;
  text(value: string, code: string): string;
}

/** `date1904`: the workbook counts days from 1904, as old Macintosh files do. */
export function numberFormatter(date1904: boolean): NumberFormatter {
  const parsed = new Map<string, readonly FormatSection[]>();
  const sectionsOf = (code: string): readonly FormatSection[] => {
    const known = parsed.get(code) ?? parseFormatCode(code);
    parsed.set(code, known);
    return known;
  };
  return {
    number: (value, code) =>
      isGeneral(code) ? generalText(value) : formatNumber(value, sectionsOf(code), date1904),
    text: (value, code) => (isPlain(code) ? value : formatText(value, sectionsOf(code))),
  };
}

function isGeneral(code: string): boolean {
  return code === '' || code === '@' || /^(?:general|g\/通用格式)$/i.test(code);
}

function isPlain(code: string): boolean {
  return isGeneral(code) || !code.includes('@');
}

/**
 * A number without a format. A spreadsheet narrows it to the column (about 11 characters) and writes long
 * ones as 1.2E+11; an amount must stay exact, so all 15 digits that count are written out.
 */
function generalText(value: number): string {
  return plainText(decimalOf(value));
}

function formatText(value: string, sections: readonly FormatSection[]): string {
  const section = sections[3] ?? sections.find(({ tokens }) => tokens.some((token) => token.kind === 'text'));
  if (section === undefined) return value;
  return section.tokens.map((token) => (token.kind === 'text' ? value : literalText(token))).join('');
}

function literalText(token: FormatToken): string {
  return token.kind === 'literal' ? token.text : '';
}

function formatNumber(value: number, sections: readonly FormatSection[], date1904: boolean): string {
  const numeric = sections.length === 4 ? sections.slice(0, 3) : sections;
  const index = numeric.findIndex((section, at) => applies(section, at, numeric, value));
  const section = numeric[index];
  if (section === undefined) return generalText(value);
  if (section.isDate) return dateText(value, section.tokens, date1904)?.trim() ?? generalText(value);
  const number = decimalOf(value);
  const body = digitsText({ ...number, negative: false }, section);
  const signed = number.negative && !writesOwnSign(section, index) && /[1-9]/.test(body);
  return (signed ? `-${body.trim()}` : body).trim();
}

/** The sections stand for positive; negative; zero unless they carry conditions; the last takes the rest. */
function applies(
  { condition }: FormatSection,
  index: number,
  sections: readonly FormatSection[],
  value: number,
): boolean {
  if (condition !== undefined) return holds(condition, value);
  if (index === sections.length - 1) return true;
  if (index === 1) return value < 0;
  return sections.length === 2 && sections[1]?.condition === undefined ? value >= 0 : value > 0;
}

function holds({ operator, limit }: FormatCondition, value: number): boolean {
  switch (operator) {
    case '<':
      return value < limit;
    case '<=':
      return value <= limit;
    case '>':
      return value > limit;
    case '>=':
      return value >= limit;
    case '=':
      return value === limit;
    case '<>':
      return value !== limit;
  }
}

/** A section for negative numbers alone says itself how the sign looks, e.g. in parentheses. */
function writesOwnSign({ condition }: FormatSection, index: number): boolean {
  if (condition === undefined) return index === 1;
  return condition.operator.startsWith('<') && condition.operator !== '<>' && condition.limit <= 0;
}

function digitsText(number: Decimal, section: FormatSection): string {
  const { tokens, power, grouped } = section;
  if (tokens.some((token) => token.kind === 'general' || token.kind === 'text')) {
    return tokens.map((token) => generalToken(token, number, power)).join('');
  }
  if (tokens.some((token) => token.kind === 'exponent')) return plainText(shiftedBy(number, power));
  const point = tokens.findIndex((token) => token.kind === 'point');
  const before = point === -1 ? tokens : tokens.slice(0, point);
  const after = point === -1 ? [] : tokens.slice(point + 1);
  const places = after.filter((token) => token.kind === 'digit').length;
  const { whole, fraction } = roundedTo(shiftedBy(number, power), places);
  const tail = fractionText(after, fraction);
  const dot = /^\d/.test(tail) ? '.' : '';
  return `${wholeText(before, whole, grouped)}${dot}${tail}`;
}

function generalToken(token: FormatToken, number: Decimal, power: number): string {
  return token.kind === 'general' || token.kind === 'text'
    ? plainText(shiftedBy(number, power))
    : literalText(token);
}

/** Fills the marks from the right; the leftmost takes all digits that remain. Literals stay between them. */
function wholeText(tokens: readonly FormatToken[], digits: string, grouped: boolean): string {
  const first = tokens.findIndex((token) => token.kind === 'digit');
  const parts: string[] = [];
  let position = 0;
  const put = (character: string): void => {
    if (grouped && position > 0 && position % 3 === 0 && character !== '') parts.push(',');
    if (character !== '') position++;
    parts.push(character);
  };
  for (let i = tokens.length - 1; i >= 0; i--) {
    const token = tokens[i];
    if (token?.kind !== 'digit') {
      if (token !== undefined) parts.push(literalText(token));
      continue;
    }
    put(digits.charAt(digits.length - 1 - position) || blankFor(token.mark));
    while (i === first && position < digits.length) put(digits.charAt(digits.length - 1 - position));
  }
  return parts.reverse().join('');
}

function blankFor(mark: '0' | '#' | '?'): string {
  return mark === '0' ? '0' : mark === '#' ? '' : ' ';
}

function fractionText(tokens: readonly FormatToken[], digits: string): string {
  const significant = digits.replace(/0+$/, '').length;
  let position = 0;
  let text = '';
  for (const token of tokens) {
    if (token.kind !== 'digit') {
      text += literalText(token);
      continue;
    }
    text += position < significant ? digits.charAt(position) : blankFor(token.mark);
    position++;
  }
  return text;
}
