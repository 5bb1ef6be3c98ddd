import { halfWidth } from '../../src/model/money.ts';
import type { Random } from '../random.ts';

/** How a person mistypes a number. */
export const mistakeKinds = [
  'digit',
  'swap',
  'drop',
  'decimal',
  'two decimals',
  'unit',
  'neighbour',
  'blank',
] as const;
/** The last kinds are of words: a name misspelt, another department's name, another sheet's text. */
export type MistakeKind = (typeof mistakeKinds)[number] | 'name' | 'department' | 'copied text';

/** A printed number as a plain decimal: no separators, no percent sign; null for anything else. */
export function numberIn(text: string): number | null {
  const bare = halfWidth(text).replace(/[,%\s]/g, '');
  return /^-?\d+(?:\.\d+)?$/.test(bare) ? Number(bare) : null;
}

/** How many decimals a printed number has. */
export function decimalsIn(text: string): number {
  return /\.(\d+)/.exec(halfWidth(text))?.[1]?.length ?? 0;
}

/**
 * The number as it would be printed with one mistake; null where the kind cannot be made of it (no two
 * different digits to swap, no neighbour) or would leave its value as it is. `neighbours` are printed near it.
 */
export function mistyped(
  text: string,
  kind: (typeof mistakeKinds)[number],
  neighbours: readonly string[],
  random: Random,
): string | null {
  const [before, separated, percent] = [numberIn(text), text.includes(','), text.endsWith('%')];
  if (before === null) return null;
  const wrong = makers[kind](halfWidth(text).replace(/[,%]/g, ''), random, neighbours);
  if (wrong === null) return null;
  if (wrong === '') return '';
  const after = numberIn(wrong);
  if (after === null || after === before) return null;
  return `${separated ? withSeparators(wrong) : wrong}${percent ? '%' : ''}`;
}

function withSeparators(text: string): string {
  const [whole = '', decimals] = text.replaceAll(',', '').split('.');
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, ',');
  return decimals === undefined ? grouped : `${grouped}.${decimals}`;
}

type Maker = (text: string, random: Random, neighbours: readonly string[]) => string | null;

const makers: Readonly<Record<(typeof mistakeKinds)[number], Maker>> = {
  digit: replaceDigit,
  swap: swapDigits,
  drop: dropDigit,
  decimal: moveDecimal,
  'two decimals': moveTwoDecimals,
  unit: inOtherUnit,
  neighbour: (_text, random, neighbours) => {
    const others = neighbours.map((other) => other.replace(/[,%]/g, '')).filter((other) => other !== '');
    return others.length === 0 ? null : random.pick(others);
  },
  blank: () => '',
};

function digitsIn(text: string): readonly number[] {
  return Array.from(text).flatMap((c, i) => (/\d/.test(c) ? [i] : []));
}

function replaceDigit(text: string, random: Random): string | null {
  const places = digitsIn(text);
  if (places.length === 0) return null;
  const at = random.pick(places);
  const other = (Number(text[at]) + 1 + random.below(9)) % 10;
  // Nobody writes a zero before a number.
  if (other === 0 && at === 0 && places.length > 1) return null;
  return text.slice(0, at) + String(other) + text.slice(at + 1);
}

function swapDigits(text: string, random: Random): string | null {
  const places = digitsIn(text);
  const pairs = places.flatMap((at, i) => {
    const next = places[i + 1];
    return next === undefined || text[at] === text[next] ? [] : [[at, next] as const];
  });
  if (pairs.length === 0) return null;
  const [a, b] = random.pick(pairs);
  const characters = Array.from(text);
  [characters[a], characters[b]] = [text[b] ?? '', text[a] ?? ''];
  return characters.join('');
}

/** A dropped decimal leaves one less: 96.76 becomes 9.76 or 6.76, or 96.7. */
function dropDigit(text: string, random: Random): string | null {
  const places = digitsIn(text);
  if (places.length < 2) return null;
  const at = random.pick(places);
  const left = text.slice(0, at) + text.slice(at + 1);
  return /^\d/.test(left) && !left.endsWith('.') ? left : null;
}

function moveDecimal(text: string, random: Random): string | null {
  const match = /^(\d+)\.(\d+)$/.exec(text);
  if (match === null) return null;
  const [, whole = '', decimals = ''] = match;
  const left = random.below(2) === 0 && whole.length > 1;
  if (left) return `${whole.slice(0, -1)}.${whole.slice(-1)}${decimals.slice(0, -1)}`;
  return `${`${whole}${decimals[0] ?? ''}`.replace(/^0+(?=\d)/, '')}.${decimals.slice(1)}0`;
}

function moveTwoDecimals(text: string, random: Random): string | null {
  const match = /^(\d+)\.(\d\d)$/.exec(text);
  if (match === null) return null;
  const [, whole = '', decimals = ''] = match;
  if (random.below(2) === 0 && whole.length > 2) return `${whole.slice(0, -2)}.${whole.slice(-2)}`;
  return `${`${whole}${decimals}`.replace(/^0+(?=\d)/, '')}.00`;
}

/** 万元 printed as 元; nobody writes a fraction of 分, so that the reverse is for amounts without decimals only. */
function inOtherUnit(text: string): string | null {
  const match = /^(\d+)(?:\.(\d{1,4}))?$/.exec(text);
  if (match === null) return null;
  const [, whole = '', decimals] = match;
  if (decimals === undefined && whole.length > 6) return `${whole.slice(0, -4)}.${whole.slice(-4, -2)}`;
  return `${whole}${(decimals ?? '').padEnd(4, '0')}`.replace(/^0+(?=\d)/, '');
}

/** Characters that stand in names of budgets, for one typed instead of another. */
const characters = '政业管理设务发展行经服工建作安生育会文';

/** A name with one character replaced, left out or two swapped; null for names too short to be told apart. */
export function misspelt(name: string, random: Random): string | null {
  if (name.length < 4) return null;
  const at = 1 + random.below(name.length - 2);
  const [before, own, next] = [name.slice(0, at), name.charAt(at), name.charAt(at + 1)];
  const made = [
    `${before}${characters.charAt(random.below(characters.length))}${name.slice(at + 1)}`,
    `${before}${name.slice(at + 1)}`,
    `${before}${next}${own}${name.slice(at + 2)}`,
  ];
  const wrong = random.pick(made);
  return wrong === name ? null : wrong;
}

const bodies = ['水务局', '教育局', '民政局', '交通运输局', '农业农村局', '文化和旅游局'] as const;

/** Another department of the same place, whose text was taken over; null where the name begins with no place. */
export function otherDepartment(name: string, random: Random): string | null {
  const place = /^.{1,6}?[省市县区]/.exec(name)?.[0];
  if (place === undefined) return null;
  return `${place}${random.pick(bodies.filter((body) => !name.includes(body)))}`;
}
