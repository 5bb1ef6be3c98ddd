import type { Code } from '../api/schema.ts';

/**
 * The first letters of Chinese words, by where their signs stand in the order of pinyin: the browser knows that
 * order.
 */
const letters = 'ABCDEFGHJKLMNOPQRSTWXYZ';
const firstSigns = Array.from('阿八嚓哒妸发旮哈讥咔垃痳拏噢妑七呥扨它穵夕丫帀');
const collator = new Intl.Collator('zh-Hans-CN-u-co-pinyin');
const known = new Map<string, string>();

/** Signs of the code lists' names that are read in several ways: whichever is typed is understood. */
const severalReadings: Readonly<Record<string, string>> = Object.fromEntries(
  '行XH 会HK 长ZC 重ZC 调TD 乐LY 传CZ 车CJ 降JX 省SX 宿SX 种ZC 率LS 单DS 参CS 系XJ 属SZ 度DD 都DS 藏CZ 卡KQ 校XJ 给GJ 地DT 土T 和H 勘K 厂C 畜CX 稽JQ 查CZ 核H 育Y 艾A 奇QJ 解JX 石SD 万W 术SZ 曾CZ 弹TD 提TD 区QO 便BP 仇QC 尉WY'
    .split(' ')
    .map((each) => [each[0] ?? '', each.slice(1)]),
);

/** The letters that each sign may begin with: 行政 is XH, Z. */
export function readingsOf(text: string): readonly string[] {
  return Array.from(text, (sign) => severalReadings[sign] ?? initialOf(sign)).filter((each) => each !== '');
}

/** The usual initials. */
export function pinyinInitials(text: string): string {
  return readingsOf(text)
    .map((each) => each[0] ?? '')
    .join('');
}

function initialOf(sign: string): string {
  const before = known.get(sign);
  if (before !== undefined) return before;
  const letter = findInitial(sign);
  known.set(sign, letter);
  return letter;
}

function findInitial(sign: string): string {
  if (/[a-z0-9]/i.test(sign)) return sign.toUpperCase();
  if (!/\p{Script=Han}/u.test(sign)) return '';
  const index = firstSigns.findLastIndex((first) => collator.compare(first, sign) <= 0);
  return letters[index] ?? '';
}

/** Where the typed letters begin among the readings; −1 when nowhere. */
export function initialsAt(readings: readonly string[], typed: string): number {
  const wanted = Array.from(typed);
  const fits = (from: number): boolean =>
    wanted.every((letter, i) => readings[from + i]?.includes(letter) === true);
  for (let from = 0; from + wanted.length <= readings.length; from++) if (fits(from)) return from;
  return -1;
}

/** A code list that is searched while one types. */
export interface CodeSearch {
  readonly nameOf: (code: string) => string | null;
  /** By code, by name, by the initials of its pinyin; at most twelve. */
  readonly find: (text: string) => readonly Code[];
}

const most = 12;
const nowhere = 9;

export function codeSearch(codes: readonly Code[], digits: number): CodeSearch {
  const names = new Map(codes.map(({ code, name }) => [code, name]));
  const leaves = codes.filter(({ code }) => code.length === digits);
  const readings = new Map(leaves.map(({ code, name }) => [code, readingsOf(name)]));
  return {
    nameOf: (code) => names.get(code) ?? null,
    find(text) {
      const wanted = text.trim().toUpperCase();
      if (wanted === '') return leaves.slice(0, most);
      return leaves
        .map((each) => ({ each, at: rankOf(each, wanted, readings.get(each.code) ?? []) }))
        .filter(({ at }) => at < nowhere)
        .sort((a, b) => a.at - b.at || (a.each.code < b.each.code ? -1 : 1))
        .slice(0, most)
        .map(({ each }) => each);
    },
  };
}

/** Smaller is better: the beginning of the code, of the name, of the initials, then anywhere. */
function rankOf({ code, name }: Code, wanted: string, readings: readonly string[]): number {
  if (code.startsWith(wanted)) return 0;
  if (name.toUpperCase().startsWith(wanted)) return 1;
  const at = /^[A-Z]+$/.test(wanted) ? initialsAt(readings, wanted) : -1;
  if (at === 0) return readings.length === wanted.length ? 2 : 3;
  if (name.toUpperCase().includes(wanted)) return 4;
  return at > 0 ? 5 : nowhere;
}
