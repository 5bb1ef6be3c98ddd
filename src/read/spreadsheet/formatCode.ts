/** One part of a number format. `date` codes are runs of one letter in lower case, "[h]" for elapsed time. */
export type FormatToken =
  | { readonly kind: 'literal'; readonly text: string }
  | { readonly kind: 'digit'; readonly mark: '0' | '#' | '?' }
  | { readonly kind: 'point' }
  | { readonly kind: 'exponent' }
  | { readonly kind: 'general' }
  | { readonly kind: 'text' }
  | { readonly kind: 'date'; readonly code: string };

export interface FormatCondition {
  readonly operator: '<' | '<=' | '>' | '>=' | '=' | '<>';
  readonly limit: number;
}

/** One of the up to four sections of a format: positive; negative; zero; text. */
export interface FormatSection {
  readonly tokens: readonly FormatToken[];
  readonly condition?: FormatCondition;
  /** The printed number is the stored one times 10^`power`: +2 for each %, −3 for each scaling comma. */
  readonly power: number;
  readonly grouped: boolean;
  readonly isDate: boolean;
}

/** A format code is at most 255 characters in a file that a program wrote. */
const longest = 512;

/**
 * Parses a number format (ECMA-376 part 1, 18.8.31), with the marks of Chinese editions: `!` escapes the
 * next character as `\` does, `e` is the year, `aaa` the weekday, `G/通用格式` is General.
 */
export function parseFormatCode(code: string): FormatSection[] {
  return splitSections(code.slice(0, longest)).slice(0, 4).map(parseSection);
}

/** One lexical item: quoted text, bracket, escape, fill or width mark, word, run of letters, or any character. */
const item =
  /"[^"]*(?:"|$)|\[[^\]]*(?:\]|$)|[\\!*_][\s\S]?|G\/通用格式|general|AM\/PM|A\/P|上午\/下午|y+|m+|d+|h+|s+|a{3,4}|e(?![+-])|E[+-]|[\s\S]/giu;

function splitSections(code: string): string[][] {
  const sections: string[][] = [[]];
  for (const [text] of code.matchAll(item)) {
    if (text === ';') sections.push([]);
    else sections.at(-1)?.push(text);
  }
  return sections;
}

interface SectionState {
  readonly tokens: FormatToken[];
  condition: FormatCondition | undefined;
  power: number;
  grouped: boolean;
  /** Commas since the last digit mark: grouping when another digit follows, else scaling. */
  commas: number;
}

function parseSection(items: readonly string[]): FormatSection {
  const state: SectionState = { tokens: [], condition: undefined, power: 0, grouped: false, commas: 0 };
  for (const text of items) addItem(state, text);
  settleCommas(state, false);
  const { tokens, power, grouped, condition } = state;
  const isDate = tokens.some((token) => token.kind === 'date');
  return { tokens, power, grouped, isDate, ...(condition === undefined ? {} : { condition }) };
}

function settleCommas(state: SectionState, digitFollows: boolean): void {
  if (state.commas === 0) return;
  const inFraction = state.tokens.some((token) => token.kind === 'point');
  if (digitFollows && !inFraction) state.grouped = true;
  else state.power -= 3 * state.commas;
  state.commas = 0;
}

function addItem(state: SectionState, text: string): void {
  const first = text.charAt(0);
  if (first === '0' || first === '#' || first === '?') {
    settleCommas(state, true);
    state.tokens.push({ kind: 'digit', mark: first });
  } else if (first === ',' && state.tokens.some((token) => token.kind === 'digit')) {
    state.commas++;
  } else if (first === '[') {
    addBracket(state, text.slice(1, -1));
  } else {
    const token = tokenOf(state, text);
    if (token !== undefined) state.tokens.push(token);
  }
}

function tokenOf(state: SectionState, text: string): FormatToken | undefined {
  switch (text.charAt(0)) {
    case '"':
      return { kind: 'literal', text: text.replace(/^"|"$/g, '') };
    case '\\':
    case '!':
      return { kind: 'literal', text: text.slice(1) };
    case '_':
      return { kind: 'literal', text: ' ' };
    case '*':
      return undefined;
    case '.':
      settleCommas(state, false);
      return { kind: 'point' };
    case '%':
      state.power += 2;
      return { kind: 'literal', text };
    case '@':
      return { kind: 'text' };
    default:
      return wordOf(text);
  }
}

function wordOf(text: string): FormatToken {
  if (/^(?:general|g\/通用格式)$/i.test(text)) return { kind: 'general' };
  if (/^e[+-]$/i.test(text)) return { kind: 'exponent' };
  if (/^(?:y+|m+|d+|h+|s+|a{3,4}|e|am\/pm|a\/p|上午\/下午)$/i.test(text)) {
    return { kind: 'date', code: text.toLowerCase() };
  }
  return { kind: 'literal', text };
}

function addBracket(state: SectionState, content: string): void {
  const condition = /^(<=|>=|<>|<|>|=)\s*(-?[\d.]+)$/.exec(content.trim());
  const currency = /^\$([^-]*)/.exec(content);
  if (condition !== null) {
    state.condition = {
      operator: condition[1] as FormatCondition['operator'],
      limit: Number(condition[2]),
    };
  } else if (currency !== null) {
    if (currency[1] !== '') state.tokens.push({ kind: 'literal', text: currency[1] ?? '' });
  } else if (/^(?:h+|m+|s+)$/i.test(content)) {
    state.tokens.push({ kind: 'date', code: `[${content.charAt(0).toLowerCase()}]` });
  }
  // Colours and digit shapes change the look of the text, not the text.
}
