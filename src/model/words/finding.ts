import type { Culprit, Evidence, PrintedValue, Slip } from '../finding.ts';
import type { Language } from '../language.ts';
import { isSamePlace, type Place } from '../place.ts';
import { noNames, type PlaceNames } from './names.ts';
import { placeWords, spotWords } from './place.ts';
import { insideQuotes } from './quotes.ts';

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
  return a !== b && a.split('').sort().join('') === b.split('').sort().join('');
}

const mostNamed = 6;

interface Telling {
  readonly language: Language;
  readonly names: PlaceNames;
  /** The figure that the evidence speaks of: what stands in its own row or column is said shortly. */
  readonly of: Place | null;
}

/**
 * The evidence as a clerk would say it: 表2、表3均为 12077.60；当年预算安排 6533.00 + 上年结转安排
 * 5544.60. `of` is where the figure stands that the evidence speaks of. Empty when there is none.
 */
export function evidenceWords(
  evidence: readonly Evidence[],
  language: Language,
  names: PlaceNames = noNames,
  of: Place | null = null,
): string {
  const telling: Telling = { language, names, of };
  const others = evidence.filter(({ place }) => of === null || isProse(place) || !isSamePlace(place, of));
  const terms = others.filter(({ role, fen }) => role === 'total' || (role === 'addend' && fen !== 0));
  const agreeing = others.filter(({ role }) => role === 'same' || role === 'mention');
  const parts = [
    ...agreement(terms.length === 1 ? [...agreeing, ...terms] : agreeing, telling),
    ...(terms.length > 1 ? [sumWords(terms, telling)] : []),
    ...quotations(others, telling),
  ];
  return parts.join(language === 'zh' ? '；' : '; ');
}

/** Several figures of a sentence share one place. */
function isProse(place: Place): boolean {
  return place.section !== undefined;
}

/** 表2、表3均为 12077.60 */
function agreement(evidence: readonly Evidence[], telling: Telling): readonly string[] {
  const { language } = telling;
  const printed = [...new Set(evidence.map(({ text }) => text))];
  return printed.map((text) => {
    const list = evidence.filter((item) => item.text === text);
    const places = [...new Set(list.map(({ place }) => told(place, telling)))];
    const words = shortened(places, language);
    if (language === 'en') return `${words}: ${text}`;
    return `${words}${places.length > 1 ? '均为' : '为'} ${text}`;
  });
}

/** The place in words; the section that the figure itself stands in is not named again. */
function told(place: Place, { language, names, of }: Telling): string {
  const isOwnSection =
    place.table === undefined && place.section !== undefined && place.section === of?.section;
  if (!isOwnSection) return placeWords(place, language, names);
  return language === 'zh' ? '本节' : 'this section';
}

function shortened(words: readonly string[], language: Language): string {
  const zh = language === 'zh';
  const shown = words.slice(0, mostNamed).join(zh ? '、' : ', ');
  if (words.length <= mostNamed) return shown;
  return zh ? `${shown}等${words.length}处` : `${shown} and ${words.length - mostNamed} more`;
}

/** The sum that the figure stands in: A + B + C when it is the total, the total − A − B when it is a part. */
function sumWords(terms: readonly Evidence[], telling: Telling): string {
  const { language } = telling;
  const totals = terms.filter(({ role }) => role === 'total');
  const ordered = [...totals, ...terms.filter(({ role }) => role !== 'total')];
  const { lead, tell } = sharedWords(
    ordered.map(({ place }) => place),
    telling,
  );
  const named = ordered.map(({ place, text }) => `${tell(place)} ${text}`.trimStart());
  // Several totals are of several sums: their terms make none together.
  const isOne = totals.length <= 1;
  const different = isOne ? named : [...new Set(named)];
  const shown = different.slice(0, mostNamed);
  const rest = different.length - shown.length;
  const zh = language === 'zh';
  const more = rest === 0 ? [] : [zh ? `其余${rest}项` : `${rest} more`];
  const sign = !isOne ? (zh ? '、' : ', ') : totals.length === 0 ? ' + ' : ' − ';
  return lead + [...shown, ...more].join(sign);
}

/** How to name places that share a row, a column or a table with each other, without saying it every time. */
function sharedWords(
  terms: readonly Place[],
  telling: Telling,
): { readonly lead: string; readonly tell: (place: Place) => string } {
  const { language, names, of } = telling;
  const zh = language === 'zh';
  const places = of === null ? terms : [...terms, of];
  const [first] = places;
  const shares = (key: 'table' | 'project' | 'row' | 'column' | 'section'): boolean =>
    first?.[key] !== undefined && places.every((place) => place[key] === first[key]);
  if (first !== undefined && first.table === undefined && shares('section'))
    return { lead: `${told(first, telling)} `, tell: () => '' };
  if (!shares('table') && !shares('project')) return { lead: '', tell: (place) => told(place, telling) };
  if (shares('row'))
    return { lead: zh ? '本行' : 'same row: ', tell: (place) => spotWords(place, language, names, 'column') };
  if (shares('column'))
    return { lead: zh ? '本列' : 'same column: ', tell: (place) => spotWords(place, language, names, 'row') };
  return { lead: '', tell: (place) => spotWords(place, language, names) };
}

function quotations(evidence: readonly Evidence[], { language, names }: Telling): readonly string[] {
  const quoted = evidence.filter(({ role }) => role === 'base' || role === 'part' || role === 'text');
  return quoted.slice(0, mostNamed).map(({ text, place }) => {
    const words = placeWords(place, language, names);
    return language === 'zh' ? `${words}写作“${insideQuotes(text)}”` : `${words}: "${text}"`;
  });
}
