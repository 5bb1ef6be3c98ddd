import type { Code } from '../api/schema.ts';

/**
 * The first letters of Chinese words, by where their signs stand in the order of pinyin: the browser knows that
 * order. A sign of several readings has its usual one.
 */
const letters = 'ABCDEFGHJKLMNOPQRSTWXYZ';
const firstSigns = '阿八嚓哒妸发旮哈讥咔垃痳拏噢妑七呥扨它穵夕丫帀';
const collator = new Intl.Collator('zh-Hans-CN-u-co-pinyin');
const known = new Map<string, string>();

export function pinyinInitials(text: string): string {
  return Array.from(text, initialOf).join('');
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
  const signs = Array.from(firstSigns);
  const index = signs.findLastIndex((first) => collator.compare(first, sign) <= 0);
  return letters[index] ?? '';
}

/** A code list that is searched while one types. */
export interface CodeSearch {
  readonly nameOf: (code: string) => string | null;
  /** By code, by name, by the initials of its pinyin; at most twelve. */
  readonly find: (text: string) => readonly Code[];
}

const most = 12;

export function codeSearch(codes: readonly Code[], digits: number): CodeSearch {
  const names = new Map(codes.map(({ code, name }) => [code, name]));
  const leaves = codes.filter(({ code }) => code.length === digits);
  const initials = new Map(leaves.map(({ code, name }) => [code, pinyinInitials(name)]));
  return {
    nameOf: (code) => names.get(code) ?? null,
    find(text) {
      const wanted = text.trim().toUpperCase();
      if (wanted === '') return leaves.slice(0, most);
      const rank = ({ code, name }: Code): number => {
        if (code.startsWith(wanted)) return 0;
        if (name.startsWith(wanted)) return 1;
        if (initials.get(code)?.startsWith(wanted) === true) return 2;
        if (name.includes(wanted)) return 3;
        return initials.get(code)?.includes(wanted) === true ? 4 : 9;
      };
      return leaves
        .map((each) => ({ each, at: rank(each) }))
        .filter(({ at }) => at < 9)
        .sort((a, b) => a.at - b.at || (a.each.code < b.each.code ? -1 : 1))
        .slice(0, most)
        .map(({ each }) => each);
    },
  };
}
