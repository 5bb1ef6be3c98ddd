import { parseAmount } from '../src/model/money.ts';
import type { Random } from './random.ts';

/** How a person mistypes an amount. */
export const mistakeKinds = ['digit', 'swap', 'drop', 'decimal', 'neighbour', 'blank'] as const;
export type MistakeKind = (typeof mistakeKinds)[number];

/**
 * The amount as it would be printed with one mistake; null where the kind cannot be made of it (no two
 * different digits to swap, no neighbour) or would leave it as it is. `neighbours` are printed amounts.
 */
export function mistyped(
  text: string,
  kind: MistakeKind,
  neighbours: readonly string[],
  random: Random,
): string | null {
  const wrong = makers[kind](text, random, neighbours);
  if (wrong === null || wrong === text) return null;
  const [before, after] = [parseAmount(text, '万元'), parseAmount(wrong, '万元')];
  if (typeof before === 'string' || typeof after === 'string') return null;
  return before.fen === after.fen ? null : wrong;
}

type Maker = (text: string, random: Random, neighbours: readonly string[]) => string | null;

const makers: Readonly<Record<MistakeKind, Maker>> = {
  digit: replaceDigit,
  swap: swapDigits,
  drop: dropDigit,
  decimal: moveDecimal,
  neighbour: (text, random, neighbours) => {
    const others = neighbours.filter((other) => other !== text && other !== '');
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

/** A dropped decimal keeps the number of decimals: 96.76 becomes 9.76 or 6.76, or 96.7 with one left. */
function dropDigit(text: string, random: Random): string | null {
  const places = digitsIn(text);
  if (places.length < 2) return null;
  const at = random.pick(places);
  const left = text.slice(0, at) + text.slice(at + 1);
  return /^\d/.test(left) && !left.endsWith('.') ? left : null;
}

function moveDecimal(text: string, random: Random): string | null {
  const match = /^(\d+)\.(\d{2})$/.exec(text);
  if (match === null) return null;
  const [, whole = '', decimals = ''] = match;
  const left = random.below(2) === 0 && whole.length > 1;
  if (left) return `${whole.slice(0, -1)}.${whole.slice(-1)}${decimals.slice(0, 1)}`;
  return `${`${whole}${decimals[0] ?? ''}`.replace(/^0+(?=\d)/, '')}.${decimals[1] ?? ''}0`;
}
