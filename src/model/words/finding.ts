import type { Culprit, Evidence, PrintedValue, Slip } from '../finding.ts';
import type { Language } from '../language.ts';
import { noNames, type PlaceNames } from './names.ts';
import { placeWords } from './place.ts';

const slips: Readonly<Record<Slip, Record<Language, string>>> = {
  digits: { zh: '一位数字写错', en: 'a wrong digit' },
  dropped: { zh: '漏写一位数字', en: 'a dropped digit' },
  added: { zh: '多写一位数字', en: 'a digit too many' },
  decimal: { zh: '小数点错位', en: 'a shifted decimal point' },
  unit: { zh: '单位写错', en: 'the wrong unit' },
  neighbour: { zh: '抄成了旁边的数', en: 'the value of a neighbouring cell' },
  otherYear: { zh: '用了另一年的数', en: 'the figure of another year' },
  stale: { zh: '修改后没有同步更新', en: 'not updated after a change' },
  sign: { zh: '正负号写反', en: 'the opposite sign' },
};

/** How the figure probably came about: 数字颠倒 for two swapped digits, else the slip's words. */
export function slipWords(culprit: Culprit, language: Language): string | null {
  if (culprit.slip === null) return null;
  const swapped = culprit.slip === 'digits' && isSwapped(culprit.reported, culprit.expected);
  if (swapped) return language === 'zh' ? '数字颠倒' : 'swapped digits';
  return slips[culprit.slip][language];
}

function isSwapped(reported: PrintedValue | null, expected: PrintedValue | null): boolean {
  const [a, b] = [reported, expected].map((value) => (value?.text ?? '').replace(/\D/g, ''));
  if (a === undefined || b === undefined || a.length !== b.length) return false;
  return a !== b && [...a].sort().join('') === [...b].sort().join('');
}

const mostNamed = 6;

/**
 * The evidence as a clerk would say it: 表2、表3均为 12077.60；当年预算安排 6533.00 + 上年结转安排
 * 5544.60. Empty when there is none.
 */
export function evidenceWords(
  evidence: readonly Evidence[],
  language: Language,
  names: PlaceNames = noNames,
): string {
  const agreeing = evidence.filter(({ role }) => role === 'same' || role === 'mention');
  const parts = [
    ...agreement(agreeing, language, names),
    ...sums(evidence, language, names),
    ...named(evidence, ['base', 'part', 'text'], language, names),
  ];
  return parts.join(language === 'zh' ? '；' : '; ');
}

function agreement(
  evidence: readonly Evidence[],
  language: Language,
  names: PlaceNames,
): readonly string[] {
  const printed = [...new Set(evidence.map(({ text }) => text))];
  return printed.map((text) => {
    const list = evidence.filter((item) => item.text === text);
    const places = [...new Set(list.map(({ place }) => placeWords(place, language, names)))];
    const words = shortened(places, language);
    if (language === 'zh') return `${words}${places.length > 1 ? '均为' : '为'} ${text}`;
    return `${words}: ${text}`;
  });
}

function shortened(words: readonly string[], language: Language): string {
  const zh = language === 'zh';
  const shown = words.slice(0, mostNamed).join(zh ? '、' : ', ');
  if (words.length <= mostNamed) return shown;
  return zh ? `${shown}等${words.length}处` : `${shown} and ${words.length - mostNamed} more`;
}

/**
 * The sum that the figure stands in: A + B + C when it is the total, the total − A − B when it is a part.
 * Zeros are left out.
 */
function sums(evidence: readonly Evidence[], language: Language, names: PlaceNames): readonly string[] {
  const words = (item: Evidence): string => `${placeWords(item.place, language, names)} ${item.text}`;
  const totals = evidence.filter(({ role }) => role === 'total').map(words);
  const addends = evidence.filter(({ role, fen }) => role === 'addend' && fen !== 0);
  const shown = addends.slice(0, mostNamed).map(words);
  const rest = addends.length - shown.length;
  const more = rest === 0 ? [] : [language === 'zh' ? `其余${rest}项` : `${rest} more`];
  const sum = [...totals, ...shown, ...more].join(totals.length === 0 ? ' + ' : ' − ');
  return sum === '' ? [] : [sum];
}

function named(
  evidence: readonly Evidence[],
  roles: readonly Evidence['role'][],
  language: Language,
  names: PlaceNames,
): readonly string[] {
  const list = evidence.filter(({ role }) => roles.includes(role)).slice(0, mostNamed);
  return list.map(({ text, place }) => {
    const words = placeWords(place, language, names);
    return language === 'zh' ? `${words}写作“${text}”` : `${words}: "${text}"`;
  });
}
